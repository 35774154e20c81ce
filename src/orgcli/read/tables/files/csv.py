"""Comma-separated text becomes position entries, with the place of every cell found on demand."""

import csv
import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from orgcli.model.findings.finding import Finding, Place
from orgcli.model.source.source import Source
from orgcli.model.text import shortened
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.tables.files.csv_opening import find_opening
from orgcli.read.tables.files.csv_rows import lines_of, read_rows
from orgcli.read.tables.files.heading_row import PEOPLE, TableKind, grouped
from orgcli.read.tables.grid import Cells, LeftOutRow, Table, collector_off, distinct, too_large

_SPACED_QUOTE = r'(?:^|{mark}) +"(?:[^"]|"(?={mark}|$))'
"""A quote behind spaces, which begins a quoted cell all the same."""


@collector_off()
def csv_entries(source: Source, options: TableOptions, kind: TableKind = PEOPLE) -> Entries:
    """The entries of a table; rows of one cell may stand above its headings.

    Quoting is that of RFC 4180 as the csv module reads it, also with spaces before a quote; lines
    end at LF, CRLF or CR; `find_opening` says where the headings are and what parts the cells.
    Findings: ORG001 at a quote that is never closed (nothing is read then) and at cells beyond
    the last heading; ORG009 for too many cells; those of table_entries.
    """
    text = source.text
    opening = find_opening(text, options, kind.are_headings)
    start, delimiter = opening.start, opening.delimiter
    is_spaced = _is_spaced(text, start, delimiter)
    rows = read_rows(text, start, delimiter, is_spaced)
    places = _CsvPlaces(source, start, delimiter, rows.plain, is_spaced)
    if not rows.closed:
        return Entries([], findings=[places.open_quote(rows.rows - 1)])
    if rows.header is None:
        return Entries([])
    # As databases and Markdown draw tables, with spaces around every cell.
    is_drawn = delimiter == "|" and any(cell != cell.strip() for cell in rows.header)
    headings = distinct(grouped(rows.header, opening.groups))
    places.header_row, places.rows = rows.header_row, rows.numbers
    if large := too_large(len(rows.numbers), len(headings), places, len(text)):
        return Entries([], findings=[large])
    findings = [
        _beyond(size, len(headings), places.cell(row, column))
        for row, column, size in rows.overlong
    ]
    columns: Sequence[Cells] = rows.columns
    if is_drawn:
        headings, columns = _without_borders(headings, columns, places)
    titles = [_title(source, *span) for span in opening.titles]
    table = Table(headings, columns, places, findings, left_out=titles)
    del text
    source.put_away()  # the positions need the room
    return replace(kind.read(table, options), headings=headings)


def _without_borders(
    headings: Sequence[str], columns: Sequence[Cells], places: "_CsvPlaces"
) -> tuple[list[str], list[Cells]]:
    """The columns of a drawn table without the spaces around, and without what its borders part."""
    cells: list[Cells] = [[*map(str.strip, column)] for column in columns]
    inner = [
        at
        for at, column in enumerate(cells)
        if 0 < at < len(cells) - 1 or any(column) or not headings[at].startswith("column ")
    ]
    places.shift = inner[0] if inner else 0
    return [headings[at] for at in inner], [cells[at] for at in inner]


def _title(source: Source, start: int, end: int) -> LeftOutRow:
    text = " ".join(source.text[start:end].split())
    return LeftOutRow(source.place(start, end), "title", shortened(text.strip('",;|')))


def _is_spaced(text: str, start: int, delimiter: str) -> bool:
    if '"' not in text or ' "' not in text:  # most tables: a quick search
        return False
    mark = re.escape(delimiter)
    pattern = re.compile(_SPACED_QUOTE.format(mark=mark), re.MULTILINE)
    return pattern.search(text, start) is not None


def _beyond(size: int, width: int, place: Place) -> Finding:
    cells = f"{width} cell{'s' * (width != 1)}"
    return Finding(
        "ORG001",
        f"this row has {size} cells, the header only {width}",
        place,
        help=f"put cells with a delimiter or a line end in them in quotes, or keep to {cells}",
        group="ORG001 cells beyond the header",
    )


@dataclass
class _CsvPlaces:
    """Where rows and cells are written: a row is scanned again when its place is needed.

    start    offset of the table in the text
    plain    whether every row is one line, so that its number is that of its line
    is_spaced  whether a quoted cell may begin with spaces
    shift    cells before the first column
    rows     the row of the file, counted from the table's start, of each row of the table
    """

    source: Source
    start: int
    delimiter: str
    plain: bool
    is_spaced: bool = False
    shift: int = 0
    header_row: int = 0
    rows: Sequence[int] = ()

    @cached_property
    def _first_line(self) -> int:
        return self.source.line_column(self.start)[0]

    @cached_property
    def _line_of(self) -> Sequence[int]:
        """The line of each row, by reading the text once more."""
        lines = array("I")
        limit = csv.field_size_limit(len(self.source.text) + 8)
        try:
            reader = csv.reader(
                lines_of(self.source.text, self.start),
                delimiter=self.delimiter,
                skipinitialspace=self.is_spaced,
            )
            before = 0
            for _ in reader:
                lines.append(self._first_line + before)
                before = reader.line_num
        finally:
            csv.field_size_limit(limit)
        return lines

    @cached_property
    def _cell(self) -> re.Pattern[str]:
        unquoted = rf"[^{re.escape(self.delimiter)}\r\n]*+"
        space = " *+" if self.is_spaced else ""
        return re.compile(rf'{space}("[^"]*+(?:""[^"]*+)*+(?:"{unquoted}|\Z)|{unquoted})')

    def _begin(self, file_row: int) -> int:
        line = self._first_line + file_row if self.plain else self._line_of[file_row]
        return max(self.source.line_start(line), self.start)

    def _spans(self, file_row: int) -> Iterator[tuple[int, int]]:
        text, at = self.source.text, self._begin(file_row)
        while True:
            match = self._cell.match(text, at)
            if not match:
                return
            yield match.span(1)
            at = match.end()
            if text[at : at + 1] != self.delimiter:
                return
            at += 1

    def _whole(self, file_row: int) -> Place:
        start = self._begin(file_row)
        line, column = self.source.line_column(start)
        return self.source.place(start, start + len(self.source.line(line)) - column + 1)

    def _span(self, file_row: int, column: int) -> Place:
        for number, span in enumerate(self._spans(file_row)):
            if number == column + self.shift:
                return self.source.place(*span)
        return self._whole(file_row)

    def row(self, row: int) -> Place:
        return self._whole(self.rows[row])

    def cell(self, row: int, column: int) -> Place:
        return self._span(self.rows[row], column)

    def heading(self, column: int, row: int | None = None) -> Place:
        return self._span(self.header_row, column)

    def header(self) -> Place:
        return self._whole(self.header_row)

    def open_quote(self, file_row: int) -> Finding:
        """ORG001 at the quote that opens the last cell."""
        *_, (start, _) = self._spans(file_row)
        return Finding(
            "ORG001",
            "this quote is never closed",
            self.source.place(start, start + 1),
            help='put a `"` behind the cell, or write `""` for a quote in a text',
        )
