"""Where positions are written: their entries in YAML and JSON, their rows in tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TypeVar

from orgcli.mend.organisation.text_tree import TextTree
from orgcli.model.source.source import Source
from orgcli.plans.seat_changes import RefusedEdit

Span = tuple[int, int]
"""From where to where a text reaches, in code points."""


@dataclass(frozen=True, slots=True, eq=False)
class EntryText:
    """A position in a file in YAML or JSON.

    slot  of its mapping
    above  the slot of the mapping in whose `reports` it is nested; None where it is not
    """

    tree: TextTree
    slot: int
    above: int | None = None

    @property
    def file(self) -> str:
        """The file."""
        return self.tree.source.path


@dataclass(frozen=True, slots=True, eq=False)
class RowText:
    """A position in a table.

    cell     where the cell of a field is written; None where the table has no such column
    columns  the field of each column, empty for none
    """

    source: Source
    cell: Callable[[str], Span | None]
    columns: Sequence[str]

    @property
    def file(self) -> str:
        """The file."""
        return self.source.path

    def written(self, field: str) -> str:
        """What is in the cell of a field, without quotes; empty where there is no such cell."""
        span = self.cell(field)
        cell = self.source.text[span[0] : span[1]].strip() if span else ""
        return cell.strip('"').replace('""', '"').strip()


@dataclass(frozen=True, slots=True, eq=False)
class ForeignText:
    """A position that cannot be edited where it is written, and why."""

    file: str
    reason: str


Key = TypeVar("Key")
Found = TypeVar("Found")


class KnownKeys(Mapping[Key, Found]):
    """A mapping whose keys are known, and whose values are found when they are first read."""

    def __init__(self, keys: Iterable[Key], find: Callable[[Key], Found]) -> None:
        self._keys, self._find = dict.fromkeys(keys), cache(find)

    def __getitem__(self, key: Key) -> Found:
        if key not in self._keys:
            raise KeyError(key)
        return self._find(key)

    def __iter__(self) -> Iterator[Key]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


@dataclass(frozen=True, slots=True, eq=False)
class SeatTexts:
    """All positions of an organisation by their ids, the first of each.

    roots   the lists of positions of files in YAML and JSON: file -> tree and slot
    heads   the entries of departments of each file: tree and slot
    called  how the rows of tables name managers, by their ids; those it lacks, by ids
    """

    seats: Mapping[str, EntryText | RowText | ForeignText]
    roots: Mapping[str, tuple[TextTree, int] | None]
    heads: Mapping[str, Sequence[tuple[TextTree, int]]]
    called: Mapping[str, str] = field(default_factory=dict)

    def of(self, id: str) -> EntryText | RowText:
        """Where a position is written. Raises RefusedEdit where it cannot be edited there."""
        seat_text = self.seats.get(id)
        if seat_text is None:
            raise RefusedEdit(f"there is no position `{id}`")
        if isinstance(seat_text, ForeignText):
            raise RefusedEdit(f"`{id}` cannot be edited in {seat_text.file}: {seat_text.reason}")
        return seat_text
