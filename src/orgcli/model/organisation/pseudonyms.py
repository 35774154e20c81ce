"""An organisation as it may be shown where nobody is to be named: seats without people."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any

from orgcli.model.name_matching import folded, in_order, without_accents
from orgcli.model.organisation.organisation import Department, Organisation
from orgcli.model.organisation.position import Contact, DottedLine, Position
from orgcli.model.organisation.position_fields import POSITION_FIELDS
from orgcli.model.title_words import is_title

HIDDEN = "…"
"""What stands for a name in a text."""
PERSONAL_FIELDS = frozenset(
    {"id", "holder", "reports_to", "dotted_lines", "photo", "attributes", "email", "phone", "url"}
)
"""The fields of a position that identify people, or are their addresses."""
_TEXTS = tuple(
    field.name
    for field in POSITION_FIELDS.values()
    if field.is_free_text and field.name not in PERSONAL_FIELDS
)
"""The fields of a position in which names may stand: each text of a user's own choice."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SPACED = re.compile(r"\S+")
_LETTER = re.compile(r"[^\W\d_]")
_EDGES = "()[]{}<>,.;:!?\"'`"
_MOST_WORDS = 6
"""Words of a name that are looked for together."""
_MOST_SPELT = 40
"""Letters of an id that may be a user name made of a name."""
_LEAST_NAME = 3
"""Letters of a name by which it is found in other people's ids."""
_LEAST_SPELT = 4
"""Letters of a user name made of the beginnings of names."""
_MOSTLY = 0.5
"""The share of ids made of names from which on the others are too: of people who have left."""
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa"})


@dataclass(frozen=True, slots=True, eq=False)
class PublicView:
    """The public part of an organisation, where nobody is to be named.

    organisation  without ids, texts and contacts that identify people
    keys          the ids that are not shown -> what stands for them
    masked        gives a text without names
    """

    organisation: Organisation
    keys: Mapping[str, str]
    masked: Callable[[str], str]


@dataclass(frozen=True)
class Pseudonyms:
    """An organisation, and what it is without the people in it.

    original  as it was read
    shown     the fields of positions that are shown though they are personal, such as `email`
    """

    original: Organisation
    shown: Collection[str] = ()

    def view(self, organisation: Organisation) -> PublicView:
        """Some positions of the original, in the same order, without their holders.

        Holders stay in `holder`, so that states follow from them. Ids that are or hold names, user
        names or addresses are p1, p2 and so on, by the place of the position; in texts, names and
        addresses are HIDDEN. Photos, attributes and contacts that are not shown are left out.
        """
        public = replace(
            organisation,
            name=self.masked(organisation.name or "") or None,
            positions=list(map(self._position, organisation.positions)),
            departments=list(map(self._department, organisation.departments)),
        )
        return PublicView(public, self.keys, self.masked)

    def masked(self, text: str) -> str:
        """A text without the names of holders, addresses and user names."""
        if text not in self._known:  # many positions share a title or a department
            self._known[text] = self._masked(text)
        return self._known[text]

    @cached_property
    def _known(self) -> dict[str, str]:
        return {}

    def _masked(self, text: str) -> str:
        if "@" in text:
            text = _SPACED.sub(lambda match: _without_address(match.group()), text)
        words = list(_WORD.finditer(text))
        compared = [without_accents(word.group()) for word in words]
        pieces, end, at = [], 0, 0
        while at < len(words):
            count = self._name_length(words[at].group(), compared, at)
            if count:
                pieces.append(text[end : words[at].start()] + HIDDEN)
                end = words[at + count - 1].end()
            at += count or 1
        return "".join((*pieces, text[end:]))

    def _name_length(self, word: str, compared: Sequence[str], at: int) -> int:
        """How many words from here on are a name; 0 for none."""
        most = min(_MOST_WORDS, len(compared) - at)
        for count in range(most, 1, -1):
            if tuple(compared[at : at + count]) in self._names:
                return count
        return int(word in self._single)

    @cached_property
    def _names(self) -> frozenset[tuple[str, ...]]:
        """The names of several words, in both orders, and of the first and the last word alone."""
        names: set[tuple[str, ...]] = set()
        for name in self._holders:
            words = _compared(in_order(name))
            if 1 < len(words) <= _MOST_WORDS and not is_title(name):
                names |= {tuple(words), (words[0], words[-1]), (words[-1], words[0])}
                names.add((*words[1:], words[0]))
                names.add((words[-1], *words[:-1]))
        return frozenset(names)

    @cached_property
    def _single(self) -> frozenset[str]:
        """Names and user names of one word, as they are written; none that is a usual word."""
        usual = {
            word
            for department in self.original.departments
            for word in _words(department.name or department.id)
        }
        usual.update(
            word
            for position in self.original.positions
            for word in _words(position.department or "")
        )
        names = [name.strip() for name in self._holders]
        users = [id for id in self.keys if _WORD.fullmatch(id)]
        alone = (name for name in (*names, *users) if _WORD.fullmatch(name))
        return frozenset(name for name in alone if name not in usual and not is_title(name))

    @cached_property
    def _holders(self) -> Sequence[str]:
        return list(
            dict.fromkeys(
                holder for position in self.original.positions for holder in position.holder
            )
        )

    @cached_property
    def keys(self) -> Mapping[str, str]:
        """The ids that are not shown, and absent managers -> what stands for them."""
        positions = self.original.positions
        index = self.original.lines.index
        held = {id: positions[at].holder for id, at in index.items()}
        lettered = [id for id in index if _LETTER.search(id)]
        personal = {id for id in lettered if self._is_personal(id, held[id])}
        with_holder = [id for id in lettered if held[id]]
        if with_holder and sum(id in personal for id in with_holder) >= _MOSTLY * len(with_holder):
            personal.update(lettered)
        absent = dict.fromkeys(
            to
            for position in positions
            for to in _managers(position)
            if to not in index and _LETTER.search(to)
        )
        kept = index.keys() - personal
        numbers = {id: at + 1 for id, at in index.items() if id in personal}
        numbers |= {id: len(positions) + at for at, id in enumerate(absent, 1)}
        return {id: _free(f"p{number}", kept) for id, number in numbers.items()}

    def _is_personal(self, id: str, holders: Sequence[str]) -> bool:
        """Whether an id is an address, or is made of names: those of its holder, or of others."""
        if "@" in id:
            return True
        words = [word for form in _forms(id) for word in _WORD.findall(form.replace("_", " "))]
        if any(len(word) >= _LEAST_NAME and word in self._name_words for word in words):
            return True
        spelt = "".join(character for character in without_accents(id) if character.isalpha())
        return any(_is_made_of(spelt, words, name) for holder in holders for name in _forms(holder))

    @cached_property
    def _name_words(self) -> frozenset[str]:
        """The words of all names, without those that titles have."""
        words = (
            word
            for holder in self._holders
            for form in _forms(holder)
            for word in _WORD.findall(form)
        )
        return frozenset(word for word in words if not is_title(word))

    def _position(self, position: Position) -> Position:
        keys, contact = self.keys, position.contact
        above = position.reports_to
        texts: dict[str, Any] = {name: self._value(getattr(position, name)) for name in _TEXTS}
        return replace(
            position,
            **texts,
            id=keys.get(position.id, position.id),
            reports_to=keys.get(above, above) if above else above,
            dotted_lines=tuple(
                DottedLine(keys.get(line.to, line.to), self._text(line.purpose))
                for line in position.dotted_lines
            ),
            contact=contact and self._contact(contact),
            photo=None,
            attributes=None,
        )

    def _value(self, value: str | tuple[str, ...] | None) -> str | tuple[str, ...] | None:
        return tuple(map(self.masked, value)) if isinstance(value, tuple) else self._text(value)

    def _contact(self, contact: Contact) -> Contact:
        hidden = {field.name: None for field in fields(contact) if field.name not in self.shown}
        return replace(contact, **hidden)

    def _department(self, department: Department) -> Department:
        id = self.masked(department.id)
        return replace(
            department,
            id=id,
            name=self._text(department.name),
            parent=self._text(department.parent),
        )

    def _text(self, text: str | None) -> str | None:
        return text and self.masked(text)


def _managers(position: Position) -> Iterator[str]:
    if position.reports_to:
        yield position.reports_to
    yield from (line.to for line in position.dotted_lines)


def _without_address(word: str) -> str:
    """A word without spaces, or HIDDEN in the place of an address in it."""
    inner = word.strip(_EDGES)
    return word.replace(inner, HIDDEN) if "@" in inner and len(inner) > 1 else word


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _compared(text: str) -> list[str]:
    return [without_accents(word) for word in _words(text)]


def _forms(text: str) -> tuple[str, ...]:
    """A text as people spell it without accents: Müller as muller and as mueller."""
    return tuple(dict.fromkeys((without_accents(text), folded(text).translate(_UMLAUTS))))


def _is_made_of(spelt: str, words: Iterable[str], name: str) -> bool:
    """Whether an id is a user name of somebody.

    spelt  its letters; words, what it consists of, both without accents
    """
    parts = _WORD.findall(name)[:_MOST_WORDS]
    if any(part in words or (len(part) >= _LEAST_NAME and part in spelt) for part in parts):
        return True
    if len(parts) < 2 or len(spelt) > _MOST_SPELT:
        return False
    initials = "".join(part[0] for part in parts)
    first, last = parts[0], parts[-1]
    if spelt in (initials, first[0] + last, last + first[0], first + last[0]):
        return True
    return len(spelt) >= _LEAST_SPELT and any(
        left is not right and left.startswith(spelt[:cut]) and right.startswith(spelt[cut:])
        for cut in range(1, len(spelt))
        for left in parts
        for right in parts
    )


def _free(key: str, used: Collection[str]) -> str:
    while key in used:
        key = f"p{key}"
    return key
