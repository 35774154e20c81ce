"""Finds where the table of a CSV file begins, and what stands between its cells.

Titles, periods and merged group headings may stand above the headings: of the first rows, the
headings are the one that names most fields.
"""

import csv
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from orgcli.read.entries import TableOptions
from orgcli.read.tables.columns.headings import fold
from orgcli.read.tables.files.heading_row import (
    ROWS_TRIED,
    HeadingRow,
    HeadingTest,
    find_heading_row,
    heading_score,
)

DELIMITERS = ",;\t|"
"""What may stand between cells; where the header has none, there is one column."""
RARE_DELIMITERS = "^~¦\x1f"
"""Others, which are taken only where the header then names fields."""

# Excel names the delimiter in a line of its own; draw.io puts its drawing rules above the table;
# other lines that begin with `#` are comments where no delimiter says that they are headings.
_SEPARATOR = re.compile(
    r'\ufeff?(?:"?sep=([^\w\s"])"?[ ]*|sep=(\t))(?:\r\n|\r|\n|\Z)', re.IGNORECASE
)
_DRAWING_RULES = re.compile(
    r'(?:#(?:#[^\r\n]*|[ ]*(?:\w+:|")[^\r\n]*|[^\r\n,;\t|]*)(?:\r\n|\r|\n|\Z)'
    r"|[ ]*(?:\r\n|\r|\n))++"
)
_ROW = re.compile(r'(?:[^"\r\n]++|"[^"]*+(?:"|\Z))*+')
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_QUOTED = re.compile(r'"[^"]*+"')
_MOST_OF_A_ROW = 50_000  # characters
_BLANK = " \t\r\n,;|\"'"


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a table begins.

    start      offset of the row of headings, or of what is read for it
    delimiter  what stands between cells
    titles     spans of the rows with text above it
    groups     the cells of the row above, where they are a part of the headings
    """

    start: int
    delimiter: str
    titles: Sequence[tuple[int, int]] = ()
    groups: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class _FirstRow:
    """One of the first rows: its span, and its cells by the delimiter that fits it best."""

    start: int
    end: int
    cells: Sequence[str]


def find_opening(text: str, options: TableOptions, are_headings: HeadingTest | None) -> Opening:
    """Where the table begins.

    are_headings  knows them; None to take the row that names most fields
    """
    start = int(text.startswith("\ufeff"))
    separator = _SEPARATOR.match(text)
    begin = separator.end() if separator else start
    if options.skip is not None:
        begin = max(_line_offset(text, options.skip), start)
    elif rules := _DRAWING_RULES.match(text, begin):
        begin = rules.end()
    declared = options.delimiter or (separator and (separator[1] or separator[2]))
    delimiters = [declared] if declared else [*DELIMITERS, *RARE_DELIMITERS]
    mapped = {fold(heading) for _, heading in options.columns} - {""}
    rows = [_row(text, span, delimiters, mapped) for span in _first_rows(text, begin)]
    if not rows:
        return Opening(begin, declared or DELIMITERS[0])
    is_first = separator is not None or options.skip is not None
    heading_row = HeadingRow(0)
    if not is_first:
        heading_row = find_heading_row([row.cells for row in rows], mapped, are_headings)
    at = heading_row.number
    lines = [text[row.start : row.end][:_MOST_OF_A_ROW] for row in rows[at:]]
    delimiter = declared or _delimiter(lines, mapped)
    titles = rows[: at - bool(heading_row.groups)]
    return Opening(
        rows[at].start,
        delimiter,
        [(title.start, title.end) for title in titles],
        heading_row.groups,
    )


def _line_offset(text: str, lines: int) -> int:
    """The offset of what stands below so many lines."""
    at = 0
    for _ in range(lines):
        if at >= len(text):
            break
        match = _LINE.match(text, at)
        at = match.end() if match else len(text)
    return at


def _first_rows(text: str, at: int) -> Iterator[tuple[int, int]]:
    """The spans of the first rows that hold any text."""
    for _ in range(ROWS_TRIED):
        if at >= len(text):
            return
        match = _ROW.match(text, at)
        end = match.end() if match else len(text)
        if text[at : min(end, at + _MOST_OF_A_ROW)].strip(_BLANK):
            yield at, end
        at = end + (2 if text[end : end + 2] == "\r\n" else 1)


def _row(
    text: str, span: tuple[int, int], delimiters: Sequence[str], mapped: Collection[str]
) -> _FirstRow:
    start, end = span
    line = text[start : min(end, start + _MOST_OF_A_ROW)]
    _, cells, _ = max(
        _readings(line, delimiters, mapped), key=lambda reading: (reading[2], len(reading[1]))
    )
    return _FirstRow(start, end, cells)


def _cells(line: str, delimiter: str) -> list[str]:
    """The cells of a row, up to its first line end that is in no quotes by this delimiter."""
    stream = StringIO(line, newline="")
    return next(csv.reader(stream, delimiter=delimiter, skipinitialspace=True), [])


def _readings(
    line: str, delimiters: Sequence[str], mapped: Collection[str]
) -> list[tuple[str, list[str], int]]:
    """A row by each delimiter that stands in it: the cells, and how many of them are headings."""
    bare = _QUOTED.sub("", line)
    several = [mark for mark in delimiters if mark in bare] or [delimiters[0]]
    readings = []
    for delimiter in several:
        cells = _cells(line, delimiter)
        score = heading_score(cells, mapped)
        if score > 1 or delimiter not in RARE_DELIMITERS or len(delimiters) == 1:
            readings.append((delimiter, cells, score))
    return readings or [(delimiters[0], [line], 0)]


def _delimiter(lines: Sequence[str], mapped: Collection[str]) -> str:
    """The delimiter by which most headings are known; else that by which most rows are as long.

    lines  the first rows, that of the headings before the others
    """
    readings = _readings(lines[0], [*DELIMITERS, *RARE_DELIMITERS], mapped)
    if len(readings) == 1:
        return readings[0][0]

    def share(delimiter: str, size: int) -> float:
        others = [len(_cells(line, delimiter)) for line in lines[1:]]
        return sum(length == size for length in others) / max(len(others), 1)

    return max(
        readings,
        key=lambda reading: (reading[2], share(reading[0], len(reading[1])), len(reading[1])),
    )[0]
