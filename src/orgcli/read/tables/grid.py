"""What a table holds: headings and cells, which columns are fields, and where all is written."""

import gc
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Protocol

from orgcli.model.findings.finding import Finding, Place

MAX_CELLS = 100_000_000
"""Rows times columns; a few bytes of a hostile file can ask for any number of empty cells."""
_MANY_CELLS = 1_000_000
_MOST_BLANK = 50
"""Cells of a large table for each one that is written."""

Cells = Sequence[str]


class TablePlaces(Protocol):
    """Where the parts of a table are written; rows and columns count from 0."""

    def row(self, row: int) -> Place:
        """The first line of a row."""

    def cell(self, row: int, column: int) -> Place:
        """A cell, else its row."""

    def heading(self, column: int, row: int | None = None) -> Place:
        """The heading of a column; in a list of records, the key in that record."""

    def header(self) -> Place:
        """The line of all headings, or what stands for it."""


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    """A row of a file that is no row of its table.

    kind  `title`, `footer`, `total`, `repeated heading` and the like, as messages call it; `sheet`
          for a sheet of a workbook that is not read, its name the text
    text  what the row holds, shortened
    """

    place: Place
    kind: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Cells by column, with the headings made distinct by `distinct`.

    columns   one sequence per heading, all of one length; an empty cell is ""
    parents   the row of each row's manager, -1 for nobody, where the structure of the file says
              it (nesting, levels, edges); empty where a column does
    left_out  the rows of the file above, between and below those of the table that are none
    format    what the file is, as people call it: `CSV`, `Excel sheet "People"`
    """

    headings: Sequence[str]
    columns: Sequence[Cells]
    places: TablePlaces
    findings: Sequence[Finding] = ()
    parents: Sequence[int] = ()
    left_out: Sequence[LeftOutRow] = ()
    format: str = "CSV"

    def cell(self, row: int, column: int) -> Place:
        """Where a cell is written, else its row."""
        return self.places.cell(row, column)


@dataclass(frozen=True, slots=True)
class Fields:
    """Which columns of a table are fields, and the cells of each; a change gives another value.

    column      field -> number of its column, or of the first of those that it is made of
    cells       field -> its cells, as text that the field takes
    unresolved  those of `id` and `reports_to` that must not be guessed: nothing can be read
    misfits     field -> rows, in order, whose cells do not fit it and are not read as it
    kept        field -> rows, in order, whose cells say more than it, and are attributes besides
    reasons     column -> why it is not the field that its heading means
    """

    column: Mapping[str, int] = field(default_factory=dict)
    cells: Mapping[str, Cells] = field(default_factory=dict)
    unresolved: frozenset[str] = frozenset()
    misfits: Mapping[str, Sequence[int]] = field(default_factory=dict)
    reasons: Mapping[int, str] = field(default_factory=dict)
    kept: Mapping[str, Sequence[int]] = field(default_factory=dict)

    @property
    def used(self) -> frozenset[int]:
        """The columns that are fields; the others are attributes."""
        return frozenset(self.column.values())

    def assign(self, name: str, column: int, cells: Cells) -> "Fields":
        """Let a column be a field."""
        return replace(
            self, column={**self.column, name: column}, cells={**self.cells, name: cells}
        )

    def with_cells(self, name: str, cells: Cells) -> "Fields":
        """The same column of a field with other cells."""
        return replace(self, cells={**self.cells, name: cells})

    def without(self, *names: str) -> "Fields":
        """Let the columns of fields be attributes after all."""
        column = {name: at for name, at in self.column.items() if name not in names}
        cells = {
            name: column_cells for name, column_cells in self.cells.items() if name not in names
        }
        return replace(self, column=column, cells=cells)


def only_rows(cells: Cells, rows: Sequence[int]) -> Cells:
    """The cells of some rows, those of all others made empty."""
    kept = [""] * len(cells)
    for row in rows:
        kept[row] = cells[row]
    return kept


def distinct(headings: Sequence[str]) -> list[str]:
    """Headings that each name one column: `Notes (2)` the second time, `column 3` where empty."""
    headings = [heading.strip("\ufeff").strip() for heading in headings]
    originals = set(headings)
    taken: set[str] = set()
    count: Counter[str] = Counter()
    names = []
    for number, heading in enumerate(headings, 1):
        base = name = heading or f"column {number}"
        while name in taken or (name != heading and name in originals):
            count[base] += 1
            name = f"{base} ({count[base] + 1})"
        taken.add(name)
        names.append(name)
    return names


def too_large(
    rows: int, columns: int, places: TablePlaces, written: int = MAX_CELLS
) -> Finding | None:
    """ORG009 where a table has more cells than MAX_CELLS, or nearly all of very many are blank.

    written  how many of its cells, or of their characters, stand in the file
    """
    limit = min(MAX_CELLS, max(_MANY_CELLS, _MOST_BLANK * written))
    if rows * columns <= limit:
        return None
    message = f"{rows:,} rows of {columns:,} columns; the limit is {limit:,} cells"
    return Finding(
        "ORG009", message, places.header(), help="remove the columns that are not needed"
    )


@contextmanager
def collector_off() -> Iterator[None]:
    """Rows are acyclic; the collector would walk the millions of them again and again."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
