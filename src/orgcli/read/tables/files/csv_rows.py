"""Reads the rows of comma-separated text into columns, a part at a time.

Lines without quotes are cut into cells all at once; the csv module reads the others. No more than
a part of the rows exists at once, and a text that a column repeats is kept once.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import chain

from orgcli.read.tables.column import TableColumn, repeats_texts
from orgcli.read.tables.grid import MAX_CELLS

# str.splitlines ends lines at these too, which the csv module and editors do not.
_OTHER_LINE_ENDS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_CHARACTERS = 1 << 16
"""Of a part, about: so many cells stay in the cache of a processor."""
_MARKS = ["\0", "\0"]


@dataclass(frozen=True, slots=True)
class CsvRows:
    """What comma-separated text holds below its headings.

    header    the cells of the first row that is not blank; None where there is none
    columns   the cells below it by column, as many columns as the header has
    numbers   of each of these rows, counted from the beginning of the text with all others
    overlong  rows with text beyond the header: place in `numbers`, first column of it, cells
    rows      how many rows there are in all
    plain     whether every row is one line
    closed    whether the last quote is closed
    """

    header: Sequence[str] | None
    header_row: int
    columns: Sequence[TableColumn]
    numbers: Sequence[int]
    overlong: Sequence[tuple[int, int, int]]
    rows: int
    plain: bool
    closed: bool


def read_rows(
    text: str, start: int, delimiter: str, is_spaced: bool, characters: int = _CHARACTERS
) -> CsvRows:
    """The rows of a text from an offset on. What is more than MAX_CELLS is not kept.

    is_spaced   whether a quoted cell may begin with spaces
    characters  the least size of a part
    """
    collected = _Columns()
    is_plain = is_closed = True
    # Lines that end at CR alone are of old programs, which wrote no LF at all.
    line_end = "\n" if text.find("\n", start) >= 0 else "\r"
    limit = csv.field_size_limit(len(text) + 8)
    try:
        while start < len(text):
            end = text.find(line_end, start + characters) + 1 or len(text)
            cut = None if is_spaced else _cut(text[start:end], delimiter, collected.width)
            if cut is not None:
                collected.add_columns(cut)
            else:
                part = _parsed(text, start, end, line_end, delimiter, is_spaced)
                collected.add_rows(part.rows)
                is_plain = is_plain and len(part.rows) == part.lines
                end, is_closed = part.end, part.is_closed
            start = end
    finally:
        csv.field_size_limit(limit)
    return CsvRows(
        collected.header,
        collected.header_row,
        collected.columns,
        collected.numbers if collected.has_blanks else range(*collected.span),
        collected.overlong,
        collected.count,
        is_plain,
        is_closed,
    )


def _cut(part: str, delimiter: str, width: int) -> list[list[str]] | None:
    """The columns of lines without quotes of which each has `width` cells; else None."""
    if not width or '"' in part:
        return None
    if "\r" in part:
        part = part.replace("\r\n", "\n")
        if "\r" in part:
            return None
    if not part.endswith("\n"):
        part += "\n"
    lines, step = part.count("\n"), width + 1
    cells = part.replace("\n", f"{delimiter}\n{delimiter}").split(delimiter)
    size = lines * step
    if len(cells) != size + 1 or cells[width::step].count("\n") != lines:
        return None
    columns = [cells[at:size:step] for at in range(width)]
    return columns if all(map(str.strip, columns[0])) else None  # some row may be blank


@dataclass(frozen=True, slots=True)
class _Part:
    """The rows of a part of a text, which ends at an offset and has so many lines."""

    rows: list[list[str]]
    end: int
    lines: int
    is_closed: bool


def _parsed(
    text: str, start: int, end: int, line_end: str, delimiter: str, is_spaced: bool
) -> _Part:
    """The rows from an offset to another, or to a later one that is not in a quoted cell.

    A quote left open swallows the line of marks put behind the end: that is how it shows, for
    the csv module says nothing of it.
    """
    while True:
        lines = chain(lines_of(text[start:end], 0), [delimiter.join(_MARKS)])
        reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=is_spaced)
        rows = list(reader)
        is_closed = rows[-1] == _MARKS
        if is_closed or end == len(text):
            return _Part(rows[:-1] if is_closed else rows, end, reader.line_num - 1, is_closed)
        end = text.find(line_end, 2 * end - start) + 1 or len(text)


def lines_of(text: str, start: int) -> Iterator[str]:
    """The lines from an offset on, with their ends, cut where Source cuts them."""
    if any(end in text for end in _OTHER_LINE_ENDS):
        yield from StringIO(text[start:], newline="")
        return
    while start < len(text):
        end = text.find("\n", start + _CHARACTERS) + 1 or len(text)
        yield from text[start:end].splitlines(keepends=True)
        start = end


class _Columns:
    """The columns of the parts of a table that were added so far."""

    def __init__(self) -> None:
        self.header: Sequence[str] | None = None
        self.header_row = 0
        self.columns: Sequence[TableColumn] = ()
        self.numbers: list[int] = []
        self.overlong: list[tuple[int, int, int]] = []
        self.has_blanks = False
        self.count = 0

    @property
    def span(self) -> tuple[int, int]:
        """The numbers of the first row below the header, and of the row behind the last one."""
        return self.header_row + 1, self.count

    @property
    def width(self) -> int:
        """How many columns there are; 0 before the headings are found."""
        return len(self.columns)

    def add_columns(self, columns: Sequence[Sequence[str]]) -> None:
        """Take the rows that follow those added before, each cell of a column; none is blank."""
        first, self.count = self.count, self.count + len(columns[0])
        if self.has_blanks:
            self.numbers += range(first, self.count)
        if not self._is_full:
            self._extend(columns)

    def add_rows(self, rows: list[list[str]]) -> None:
        """Take the rows that follow those added before."""
        first, self.count = self.count, self.count + len(rows)
        if self.header is None:
            at = next((at for at, row in enumerate(rows) if any(map(str.strip, row))), None)
            if at is None:
                return
            self.header, self.header_row = rows[at], first + at
            self.columns = [TableColumn() for _ in self.header]
            rows, first = rows[at + 1 :], first + at + 1
        if not rows or self._is_full:
            return
        rows = self._without_blank(rows, first)
        self._fit(rows)
        if rows and self.header:
            self._extend([*zip(*rows, strict=True)])

    def _extend(self, columns: Sequence[Sequence[str]]) -> None:
        if not self.columns[0]:
            for column, cells in zip(self.columns, columns, strict=True):
                column.few = {} if repeats_texts(cells) else None
        for column, cells in zip(self.columns, columns, strict=True):
            texts = column.few
            column += cells if texts is None else map(texts.setdefault, cells, cells)

    @property
    def _is_full(self) -> bool:
        return len(self.columns) * (self.count - self.header_row - 1) > MAX_CELLS

    def _without_blank(self, rows: list[list[str]], first: int) -> list[list[str]]:
        """The rows with text; only those with a blank first cell are looked at whole."""
        blank: set[int] = set()
        if not (all(rows) and all(map(str.strip, [row[0] for row in rows]))):
            blank = {
                at
                for at, row in enumerate(rows)
                if not row or (not row[0].strip() and not any(map(str.strip, row)))
            }
        if blank and not self.has_blanks:
            self.has_blanks = True
            self.numbers = list(range(self.header_row + 1, first))
        if self.has_blanks:
            self.numbers += (first + at for at in range(len(rows)) if at not in blank)
        return [row for at, row in enumerate(rows) if at not in blank] if blank else rows

    def _fit(self, rows: list[list[str]]) -> None:
        """Make every row as wide as the header; remember where that loses text."""
        width = len(self.columns)
        if set(map(len, rows)) <= {width}:
            return
        before = len(self.columns[0]) if self.columns else 0
        for number, row in enumerate(rows, before):
            size = len(row)
            if size < width:
                row.extend([""] * (width - size))
            elif size > width:
                extra = next((at for at in range(width, size) if row[at].strip()), None)
                if extra is not None:
                    self.overlong.append((number, extra, size))
                del row[width:]
