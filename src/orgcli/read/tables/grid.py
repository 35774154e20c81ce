"""Headings and cells of a table, before any of them means something, and where they are written."""

import gc
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from orgcli.model.findings.finding import Finding, Place

MAX_CELLS = 100_000_000
"""Rows times columns; a few bytes of a hostile file can ask for any number of empty cells."""


class TablePlaces(Protocol):
    """Where the parts of a table are written; rows and columns count from 0."""

    def row(self, row: int) -> Place:
        """The first line of a row."""

    def cell(self, row: int, column: int) -> Place:
        """A cell, else its row."""

    def heading(self, column: int, row: int | None) -> Place:
        """The heading of a column; in a list of records, the key in that record."""

    def header(self) -> Place:
        """The line of all headings, or what stands for it."""


@dataclass(frozen=True, slots=True)
class Table:
    """Cells by column, with the headings made distinct by `distinct`.

    columns   one sequence per heading, all of one length; an empty cell is ""
    skipped   how many rows `places` counts before the first one of `columns`
    """

    headings: Sequence[str]
    columns: Sequence[Sequence[str]]
    places: TablePlaces
    findings: Sequence[Finding] = ()
    skipped: int = 0

    def cell(self, row: int, column: int) -> Place:
        """Where a cell is written, else its row."""
        return self.places.cell(row + self.skipped, column)


def distinct(headings: Sequence[str]) -> list[str]:
    """Headings that each name one column: `Notes (2)` the second time, `column 3` where empty."""
    headings = [heading.strip("\ufeff").strip() for heading in headings]
    written = set(headings)
    taken: set[str] = set()
    count: Counter[str] = Counter()
    names = []
    for number, heading in enumerate(headings, 1):
        base = name = heading or f"column {number}"
        while name in taken or (name != heading and name in written):
            count[base] += 1
            name = f"{base} ({count[base] + 1})"
        taken.add(name)
        names.append(name)
    return names


def too_large(rows: int, columns: int, places: TablePlaces) -> Finding | None:
    """ORG009 where a table has more cells than MAX_CELLS."""
    if rows * columns <= MAX_CELLS:
        return None
    message = f"{rows:,} rows of {columns:,} columns; the limit is {MAX_CELLS:,} cells"
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
