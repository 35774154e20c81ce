"""Comma-separated text becomes position entries, with the place of every cell found on demand."""

import csv
import re
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from io import StringIO
from itertools import chain

from orgcli.model.findings.finding import Finding, Place
from orgcli.model.source.source import Source
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.tables.columns.headings import core_fields
from orgcli.read.tables.grid import Cells, Table, collector_off, distinct, too_large
from orgcli.read.tables.table import table_entries

DELIMITERS = ",;\t|"
"""What may stand between cells; where the header has none, there is one column."""

# Excel names the delimiter in a line of its own; draw.io puts its drawing rules above the table;
# other lines that begin with `#` are comments where no delimiter says that they are headings.
_SEPARATOR = re.compile(
    r'\ufeff?(?:"?sep=([^\w\s"])"?[ ]*|sep=(\t))(?:\r\n|\r|\n|\Z)', re.IGNORECASE
)
_DRAWING_RULES = re.compile(
    r'(?:#(?:#[^\r\n]*|[ ]*(?:\w+:|")[^\r\n]*|[^\r\n,;\t|]*)(?:\r\n|\r|\n|\Z)'
    r"|[ ]*(?:\r\n|\r|\n))++"
)
_HEADER = re.compile(r'(?:[^"\r\n]++|"[^"]*+(?:"|\Z))*+')
_QUOTED = re.compile(r'"[^"]*+"')
# str.splitlines ends lines at these too, which the csv module and editors do not.
_OTHER_LINE_ENDS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_MOST_TITLES = 20  # rows above the headings, blank ones among them
_MOST_OF_A_TITLE = 50_000  # characters

TableReader = Callable[[Table, TableOptions], Entries]
HeadingTest = Callable[[Sequence[str]], bool]


@collector_off()
def csv_entries(
    source: Source,
    options: TableOptions,
    read: TableReader = table_entries,
    are_headings: HeadingTest | None = None,
) -> Entries:
    """The entries of a table whose first row that is not blank holds the headings.

    read          what makes entries of the table
    are_headings  knows them below other rows; without it, rows of one cell may stand above them

    Quoting is that of RFC 4180 as the csv module reads it; lines end at LF, CRLF or CR; the
    delimiter is the one of DELIMITERS that the header has most of, or what `sep=` says.
    Findings: ORG001 at a quote that is never closed (nothing is read then) and at cells beyond
    the last heading; ORG009 for too many cells; those of table_entries.
    """
    text = source.text
    start, delimiter = _opening(text, are_headings)
    rows, lines, closed = _read(text[start:], delimiter)
    places = _CsvPlaces(source, start, delimiter, len(rows) == lines)
    if not closed:
        return Entries([], findings=[places.open_quote(len(rows) - 1)])
    header = next((number for number, row in enumerate(rows) if any(map(str.strip, row))), None)
    if header is None:
        return Entries([])
    headings = rows[header]
    places.header_row = header
    places.rows = range(header + 1, len(rows))
    del rows[: header + 1]
    _drop_blank(rows, places)
    if large := too_large(len(rows), len(headings), places):
        return Entries([], findings=[large])
    findings = _trim(rows, len(headings), places)
    columns: list[Cells] = [*zip(*rows, strict=True)] if rows else [()] * len(headings)
    table = Table(distinct(headings), columns, places, findings)
    return replace(read(table, options), headings=table.headings)


def _opening(text: str, are_headings: HeadingTest | None) -> tuple[int, str]:
    """Where the table begins, and what stands between its cells."""
    start = int(text.startswith("\ufeff"))
    named = _SEPARATOR.match(text)
    rules = _DRAWING_RULES.match(text, named.end() if named else start)
    begin = rules.end() if rules else named.end() if named else start
    if named:
        return begin, named[1] or named[2]
    return _below_titles(text, begin, are_headings) or (begin, _delimiter(_line(text, begin)))


def _line(text: str, at: int) -> str:
    """The row that begins at an offset, as it is written."""
    found = _HEADER.match(text, at)
    return found[0] if found else ""


def _delimiter(header: str) -> str:
    return max(DELIMITERS, key=_QUOTED.sub("", header).count)


def _below_titles(
    text: str, begin: int, are_headings: HeadingTest | None
) -> tuple[int, str] | None:
    """The headings below a title, such as `Posts in September 2013`, if they are known there."""
    at = begin
    for _ in range(_MOST_TITLES):
        line = _line(text, at)
        delimiter = _delimiter(line)
        start = StringIO(line[:_MOST_OF_A_TITLE], newline="")
        cells = next(csv.reader(start, delimiter=delimiter), [])
        if (are_headings or _are_headings)(cells):
            return at, delimiter
        several = sum(map(bool, map(str.strip, cells))) > 1
        if several and are_headings is None:
            return None
        at += len(line)
        at += 2 if text[at : at + 2] == "\r\n" else 1
        if at >= len(text):
            return None
    return None


def _are_headings(cells: Sequence[str]) -> bool:
    return len(core_fields(cells)) > 1


def _lines(text: str) -> Iterator[str]:
    """The lines with their ends, cut where Source cuts them."""
    if any(end in text for end in _OTHER_LINE_ENDS):
        return iter(StringIO(text, newline=""))
    return iter(text.splitlines(keepends=True))


def _read(text: str, delimiter: str) -> tuple[list[list[str]], int, bool]:
    """The rows, how many lines they take, and whether the last quote is closed.

    A quote left open swallows the line of marks put behind the end: that is how it shows, for
    the csv module says nothing of it.
    """
    marks = ["\0", "\0"]
    limit = csv.field_size_limit(len(text) + 8)
    try:
        reader = csv.reader(chain(_lines(text), [delimiter.join(marks)]), delimiter=delimiter)
        rows = list(reader)
    finally:
        csv.field_size_limit(limit)
    closed = rows[-1] == marks
    if closed:
        rows.pop()
    return rows, reader.line_num - 1, closed


def _drop_blank(rows: list[list[str]], places: "_CsvPlaces") -> None:
    """Leave out rows without text; only those with a blank first cell are looked at whole."""
    if all(rows) and all(map(str.strip, [row[0] for row in rows])):
        return
    blank = {
        number
        for number, row in enumerate(rows)
        if not row or (not row[0].strip() and not any(map(str.strip, row)))
    }
    places.rows = [row for number, row in enumerate(places.rows) if number not in blank]
    rows[:] = [row for number, row in enumerate(rows) if number not in blank]


def _trim(rows: list[list[str]], width: int, places: "_CsvPlaces") -> list[Finding]:
    """Make every row as wide as the header; says where that would lose text."""
    findings: list[Finding] = []
    if set(map(len, rows)) <= {width}:
        return findings
    for number, row in enumerate(rows):
        missing = width - len(row)
        if missing > 0:
            row.extend([""] * missing)
        elif missing < 0:
            extra = next((at for at in range(width, len(row)) if row[at].strip()), None)
            if extra is not None:
                findings.append(_beyond(len(row), width, places.cell(number, extra)))
            del row[width:]
    return findings


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
    """Where rows and cells are written: a row is scanned again when its place is asked for.

    start    offset of the table in the text
    plain    whether every row is one line, so that its number is that of its line
    rows     the row of the file, counted from the table's start, of each row of the table
    """

    source: Source
    start: int
    delimiter: str
    plain: bool
    header_row: int = 0
    rows: Sequence[int] = ()

    @cached_property
    def _first_line(self) -> int:
        return self.source.line_column(self.start)[0]

    @cached_property
    def _line_of(self) -> Sequence[int]:
        """The line of each row, by reading the text once more."""
        text = self.source.text[self.start :]
        lines = array("I")
        limit = csv.field_size_limit(len(text) + 8)
        try:
            reader = csv.reader(_lines(text), delimiter=self.delimiter)
            before = 0
            for _ in reader:
                lines.append(self._first_line + before)
                before = reader.line_num
        finally:
            csv.field_size_limit(limit)
        return lines

    @cached_property
    def _cell(self) -> re.Pattern[str]:
        other = rf"[^{re.escape(self.delimiter)}\r\n]*+"
        return re.compile(rf'"[^"]*+(?:""[^"]*+)*+(?:"{other}|\Z)|{other}')

    def _begin(self, file_row: int) -> int:
        line = self._first_line + file_row if self.plain else self._line_of[file_row]
        return max(self.source.line_start(line), self.start)

    def _spans(self, file_row: int) -> Iterator[tuple[int, int]]:
        text, at = self.source.text, self._begin(file_row)
        while True:
            found = self._cell.match(text, at)
            if not found:
                return
            yield found.span()
            at = found.end()
            if text[at : at + 1] != self.delimiter:
                return
            at += 1

    def _whole(self, file_row: int) -> Place:
        start = self._begin(file_row)
        line, column = self.source.line_column(start)
        return self.source.place(start, start + len(self.source.line(line)) - column + 1)

    def _span(self, file_row: int, column: int) -> Place:
        for number, span in enumerate(self._spans(file_row)):
            if number == column:
                return self.source.place(*span)
        return self._whole(file_row)

    def row(self, row: int) -> Place:
        return self._whole(self.rows[row])

    def cell(self, row: int, column: int) -> Place:
        return self._span(self.rows[row], column)

    def heading(self, column: int, _row: int | None = None) -> Place:
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
