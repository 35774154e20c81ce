"""What a listing is: entries of one kind under headings, the same for people and for programs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from orgcli.model.roles.library import Work

Value = str | int | bool | None | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A column.

    key      what programs call it; label  what people do
    style    of its cells, as in page.paint
    number   whether cells stand to the right
    plain    whether its cells speak for themselves where there is no room for columns
    below    whether it stands on a line of its own where there are columns
    silent   whether only programs see it, because a heading says it to people
    """

    key: str
    label: str
    style: str = ""
    number: bool = False
    plain: bool = False
    below: bool = False
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A line: values for programs by the key of their field, and what people read instead."""

    values: Mapping[str, Value]
    shown: Mapping[str, str]

    def text(self, key: str) -> str:
        """What people read under a field."""
        if key in self.shown:
            return self.shown[key]
        value = self.values[key]
        if isinstance(value, tuple):
            return ", ".join(value)
        return "" if value is None or isinstance(value, bool) else str(value)


@dataclass(frozen=True, slots=True)
class Section:
    """Entries below a heading, which may be empty."""

    label: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Entries of one kind.

    kind   what the list is called in JSON; title  what people call it
    works  those that its marks stand for
    foot   lines below it, for people
    """

    kind: str
    title: str
    fields: tuple[Field, ...]
    sections: tuple[Section, ...]
    works: tuple[Work, ...] = ()
    foot: tuple[str, ...] = ()

    def entries(self) -> Iterator[Entry]:
        """Every entry, section after section."""
        for section in self.sections:
            yield from section.entries

    def columns(self) -> tuple[Field, ...]:
        """The fields that people see: those that say something anywhere."""
        return tuple(
            field
            for field in self.fields
            if not field.silent and any(entry.text(field.key) for entry in self.entries())
        )
