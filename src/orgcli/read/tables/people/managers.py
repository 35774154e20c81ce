"""Managers become ids: they may be named by id, else by e-mail address, else by full name.

A word for nothing (`NULL`, `-`, `0` ...) means nobody only where it is nobody's id; the root
token always does.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from orgcli.model.findings.finding import Finding, Related
from orgcli.read.tables.cells.cell_values import LIST_MARK
from orgcli.read.tables.grid import Cells, Fields, Table

_NO_MANAGER = frozenset(
    {"null", "nil", "none", "(none)", "nan", "n/a", "n.a.", "#n/a", "\\n", "-", "--", "–", "—",
     "0", "0.0", "no_manager", "no_mgr"}
)  # fmt: skip
_CODE_AND_VERB = {
    "reports_to": ("ORG102", "reports to"),
    "dotted_lines": ("ORG108", "has a dotted line to"),
}


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
    def known(self) -> frozenset[str]:
        """All ids; "" is one where a row has none."""
        return frozenset(self.ids)

    @cached_property
    def _by_email(self) -> Mapping[str, tuple[int, ...]]:
        return self._index([cell.casefold() for cell in self.fields.cells.get("email", ())])

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[int, ...]]:
        return self._index([_plain_name(cell) for cell in self.fields.cells.get("holder", ())])

    def _index(self, keys: Sequence[str]) -> dict[str, tuple[int, ...]]:
        """Key -> a row per different id, two at most."""
        rows: dict[str, tuple[int, ...]] = {}
        ids = self.ids
        for row, key in enumerate(keys):
            if not key or not ids[row]:
                continue
            found = rows.get(key)
            if found is None:
                rows[key] = (row,)
            elif len(found) == 1 and ids[found[0]] != ids[row]:
                rows[key] = (found[0], row)
        return rows

    def rows_of(self, text: str) -> tuple[int, ...]:
        """Rows of whom a text that is no id names: one, two where people share a name, or none."""
        if "@" in text:
            found = self._by_email.get(text.casefold())
            if found:
                return found
        return self._by_name.get(_plain_name(text), ())

    def id_of(self, text: str) -> str | tuple[int, ...]:
        """The id that a manager's text stands for, "" for nobody, rows where two people fit."""
        word = text.casefold()
        if not text or word == self.root:
            return ""
        if text in self.known:
            return text
        if word in _NO_MANAGER:
            return ""
        if text.endswith(".0") and text[:-2] in self.known:
            return text[:-2]
        rows = self.rows_of(text)
        return rows if len(rows) > 1 else self.ids[rows[0]] if rows else text

    def ambiguous_name(self, field: str, row: int, text: str, fits: tuple[int, ...]) -> Finding:
        """ORG102 or ORG108 for a manager's name that two people have."""
        code, verb = _CODE_AND_VERB[field]
        column, entity = self.fields.column, self.ids[row]
        one, two = (self.ids[fit] for fit in fits)
        named = column["email" if "@" in text and "email" in column else "holder"]
        return Finding(
            code,
            f"`{entity}` {verb} `{text}`, which could be `{one}` or `{two}`",
            self.table.cell(row, column[field]),
            help=f"write the id: `{one}` or `{two}`",
            entity=entity,
            related=tuple(
                Related(self.table.cell(fit, named), f"this is `{self.ids[fit]}`") for fit in fits
            ),
            group=f"{code} {text}",
        )


def _plain_name(name: str) -> str:
    """A name without regard to case and spaces; `King, Steven` is `steven king`."""
    last, comma, first = name.partition(",")
    ordered = f"{first} {last}" if comma and "," not in first else name
    return " ".join(ordered.casefold().split())


def managers_of(people: People) -> tuple[Cells, list[Finding]]:
    """The id of each row's manager, "" for nobody; nothing without such a column.

    A name that two people have becomes nobody: it is ORG102 here, at the cell, and must not be
    reported again as an unknown manager.
    """
    cells = people.fields.cells.get("reports_to", ())
    known, root = people.known, people.root
    named = {text for text in cells if text not in known}
    if root:
        named |= {text for text in cells if text.casefold() == root}
    found = {text: people.id_of(text) for text in named}
    ambiguous = {text: rows for text, rows in found.items() if isinstance(rows, tuple)}
    ids = {text: one if isinstance(one, str) else "" for text, one in found.items()}
    resolved = list(map(ids.get, cells, cells)) if ids else cells
    if not ambiguous:
        return resolved, []
    return resolved, [
        people.ambiguous_name("reports_to", row, text, ambiguous[text])
        for row, text in enumerate(cells)
        if text in ambiguous
    ]


def dotted_lines_of(people: People) -> tuple[dict[int, list[str]], list[Finding]]:
    """The ids of the secondary managers of rows, and ORG108 at names that two people have."""
    lines: dict[int, list[str]] = {}
    findings = []
    for row, cell in enumerate(people.fields.cells.get("dotted_lines", ())):
        for text in _managers_in(cell, people) if cell else ():
            found = people.id_of(text)
            if isinstance(found, tuple):
                findings.append(people.ambiguous_name("dotted_lines", row, text, found))
            elif found:
                lines.setdefault(row, []).append(found)
    return lines, findings


def _managers_in(cell: str, people: People) -> list[str]:
    """The managers in a cell; a comma parts them only where it is not inside a known name."""
    texts: list[str] = []
    for part in map(str.strip, LIST_MARK.split(cell)):
        whole = "," not in part or part in people.known or people.rows_of(part)
        texts += [part] if whole else map(str.strip, part.split(","))
    return [text for text in texts if text]
