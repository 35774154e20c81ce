"""Everybody in a table, found by id, user name, e-mail address, name, or what looks like one."""

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from orgcli.model.appearance import is_plain, plain
from orgcli.read.tables.cells.cell_values import LIST_MARK
from orgcli.read.tables.column import different, look_of
from orgcli.read.tables.columns.headings import RANK, rank_of
from orgcli.read.tables.grid import Cells, Fields, Table
from orgcli.read.tables.people.manager_forms import (
    bare_name,
    forms,
    is_path,
    name_key,
    path_key,
    soft_parts,
    spelt_key,
    words_key,
)
from orgcli.read.tables.people.placeholders import NOTHING, TOP_WORDS

_USER_NAMES = range(int(RANK["id"]["slug"]), int(RANK["id"]["dn"]) + 1)
"""Ranks of ids that are words: they are no other column's numbers by chance."""

Rows = tuple[int, ...]
"""Whom a text names: one row, two where two people fit, or none."""


@dataclass(frozen=True, eq=False)
class People:
    """Everybody in a table, found by id, by e-mail address, or by name.

    root  the word, in small letters, that means nobody wherever a manager is named; "" for none
    """

    table: Table
    fields: Fields
    root: str = ""

    @cached_property
    def ids(self) -> Cells:
        """The id of each row, "" where it has none."""
        return self.fields.cells["id"]

    @cached_property
    def known(self) -> AbstractSet[str]:
        """All ids; "" is one where a row has none."""
        return different(self.ids)

    @cached_property
    def _by_look(self) -> Mapping[str, Rows]:
        if look_of(self.ids).is_ascii or is_plain("\n".join(self.ids)):
            return self._by_id
        return self._index(map(plain, self.ids))

    @cached_property
    def _by_id(self) -> Mapping[str, Rows]:
        return self._index(self.ids)

    @cached_property
    def _by_user_name(self) -> Mapping[str, Rows]:
        """By user names, directory paths and other words that are ids in other systems."""
        rows: dict[str, Rows] = {}
        used = self.fields.column.get("id")
        for column, heading in enumerate(self.table.headings):
            rank = rank_of("id", heading)
            is_name = rank is not None and int(rank) in _USER_NAMES
            if column != used and (is_name or rank_of("email", heading) is not None):
                cells = map(str.strip, self.table.columns[column])
                keys = [path_key(cell) if is_path(cell) else cell.casefold() for cell in cells]
                filled = [key for key in keys if key]
                if len(set(filled)) == len(filled):
                    rows = {**self._index(keys), **rows}
        return rows

    @cached_property
    def _indexes(self) -> dict[tuple[str, Callable[[str], str]], Mapping[str, Rows]]:
        return {}

    def _by(self, field: str, key: Callable[[str], str]) -> Mapping[str, Rows]:
        """By what becomes of the cells of a field, which are looked at once."""
        if (field, key) not in self._indexes:
            self._indexes[field, key] = self._index(map(key, self.fields.cells.get(field, ())))
        return self._indexes[field, key]

    def _index(self, keys: Iterable[str]) -> dict[str, Rows]:
        """Key -> a row per different id, two at most."""
        rows: dict[str, Rows] = {}
        ids = self.ids
        for row, key in enumerate(keys):
            if not key or not ids[row]:
                continue
            key_rows = rows.get(key)
            if key_rows is None:
                rows[key] = (row,)
            elif len(key_rows) == 1 and ids[key_rows[0]] != ids[row]:
                rows[key] = (key_rows[0], row)
        return rows

    def rows_of(self, text: str) -> Rows:
        """Rows of whom a text that is no id names as it stands: one, two, or none."""
        look = plain(text)
        if rows := self._by_look.get(look):
            return rows
        if rows := self._by_user_name.get(path_key(text) if is_path(text) else text.casefold()):
            return rows
        if "@" in text and (rows := self._by("email", str.casefold).get(text.casefold())):
            return rows
        return self._named(name_key(text), name_key)

    def _named(self, key: str, of_name: Callable[[str], str]) -> Rows:
        """Rows of whom a key is that of what they are called, or of their legal name."""
        rows = self._by("holder", of_name).get(key, ())
        if "legal_name" not in self.fields.cells:
            return rows
        return self._distinct((*rows, *self._by("legal_name", of_name).get(key, ())))

    def _distinct(self, rows: Rows) -> Rows:
        """A row per different id, two at most."""
        return tuple({self.ids[row]: row for row in reversed(rows)}.values())[::-1][:2]

    def _loose_rows_of(self, text: str) -> Rows:
        """Rows of whom a text names beside something else, or in another order of its words."""
        looser = forms(text)
        if common := self._common(self.rows_of(form) for form in looser):
            return common
        texts = (text, *looser)
        for field, key, text_key in _LOOSE:
            # a file of one agent says nothing about titles of others
            if field != "title" or len(self.ids) > 1:
                rows = self._by(field, key)
                if common := self._common(rows.get(text_key(form), ()) for form in texts):
                    return common
        by_mailbox = self._common(self._mailbox_rows_of(form) for form in texts)
        return by_mailbox or self._common(self._spelt_rows_of(form) for form in texts)

    def _spelt_rows_of(self, text: str) -> Rows:
        """Rows of whom a text names with umlauts spelt out, or whose name is spelt out there."""
        names = self.fields.cells.get("holder", ())
        if text.isascii() and look_of(names).is_ascii:  # nothing is spelt in two ways
            return ()
        return self._by("holder", spelt_key).get(spelt_key(text), ())

    def _mailbox_rows_of(self, text: str) -> Rows:
        """Rows of whom a user name names that is the beginning of an address, or the reverse."""
        before, at, _ = text.partition("@")
        if at:
            return self._by_user_name.get(before.casefold(), self._by_id.get(before, ()))
        return () if " " in text else self._by("email", _mailbox).get(text.casefold(), ())

    def _common(self, candidates: Iterable[Rows]) -> Rows:
        """The one row that all of some meanings have in common, else two that differ, else none."""
        meanings = [rows for rows in candidates if rows]
        if not meanings:
            return ()
        shared = set.intersection(*({self.ids[row] for row in rows} for rows in meanings))
        every = {self.ids[row]: row for rows in reversed(meanings) for row in reversed(rows)}
        if len(shared) == 1:
            return (every[shared.pop()],)
        return tuple(sorted(every.values())[:2])

    def id_of(self, text: str) -> str | Rows:
        """The id that a manager's text stands for, "" for nobody, rows where two people fit.

        An exact match comes before a looser one; the text itself where it means nobody known.
        """
        word = text.casefold()
        if not text or word == self.root:
            return ""
        if text in self.known:
            return text
        if word in NOTHING:
            return ""
        rows = self.rows_of(text)
        if not rows and word in TOP_WORDS:
            return ""
        rows = rows or self._loose_rows_of(text)
        return rows if len(rows) > 1 else self.ids[rows[0]] if rows else text

    def is_exact(self, text: str) -> bool:
        """Whether a text as it stands is an id, a name, an address, or a word for nothing."""
        word = text.casefold()
        is_nobody = not text or word in NOTHING or word == self.root
        return is_nobody or text in self.known or bool(self.rows_of(text))

    def several_in(self, text: str) -> list[str | Rows]:
        """The managers in a cell that as a whole is none, where it holds several; else nothing.

        A semicolon or a new line always parts them; other signs only where every part is somebody.
        """
        parts = [part for part in map(str.strip, LIST_MARK.split(text)) if part]
        if len(parts) > 1:
            return list(dict.fromkeys(manager for part in parts if (manager := self.id_of(part))))
        sure = [self._sure_id_of(part) for part in soft_parts(text)]
        distinct = list(dict.fromkeys(sure))
        return [*distinct] if "" not in distinct and len(distinct) > 1 else []

    def _sure_id_of(self, text: str) -> str:
        """The id of the one person whose id, name or address is in a text, else nothing."""
        if text in self.known:
            return text
        rows = self.rows_of(text) or self._common(self.rows_of(form) for form in forms(text))
        return self.ids[rows[0]] if len(rows) == 1 else ""


def _mailbox(address: str) -> str:
    """What stands before the `@` of an e-mail address."""
    return address.casefold().partition("@")[0]


_LOOSE = (("holder", bare_name, name_key), ("holder", words_key, words_key),
          ("legal_name", words_key, words_key), ("title", name_key, name_key))  # fmt: skip
"""Fields that name people in part: how their cells are indexed, and what is looked up there."""
