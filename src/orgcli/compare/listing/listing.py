"""What a listing is: rows of one kind under headings, the same for people and for programs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from orgcli.model.roles.library import Work

Value = str | int | bool | None | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListingField:
    """A column.

    key      what programs call it; label  what people do
    style    of its cells, as in render.terminal
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
class ListingRow:
    """A row: values for programs by the key of their field, and what people read instead."""

    values: Mapping[str, Value]
    texts: Mapping[str, str]

    def text(self, key: str) -> str:
        """What people read under a field."""
        if key in self.texts:
            return self.texts[key]
        value = self.values[key]
        if isinstance(value, tuple):
            return ", ".join(value)
        return "" if value is None or isinstance(value, bool) else str(value)


@dataclass(frozen=True, slots=True)
class ListingSection:
    """Rows below a heading, which may be empty."""

    label: str
    rows: tuple[ListingRow, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows of one kind.

    kind   what the list is called in JSON; title  what people call it
    works  those that its marks stand for
    foot   lines below it, for people
    """

    kind: str
    title: str
    fields: tuple[ListingField, ...]
    sections: tuple[ListingSection, ...]
    works: tuple[Work, ...] = ()
    foot: tuple[str, ...] = ()

    def rows(self) -> Iterator[ListingRow]:
        """Every row, section after section."""
        return (row for section in self.sections for row in section.rows)

    def columns(self) -> tuple[ListingField, ...]:
        """The fields that people see: those that say something anywhere."""
        return tuple(
            field
            for field in self.fields
            if not field.silent and any(row.text(field.key) for row in self.rows())
        )
