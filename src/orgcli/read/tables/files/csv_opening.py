"""Finds where the table of a CSV file begins, and what stands between its cells.

Titles, periods and merged group headings may stand above the headings: of the first rows, the
headings are the one that names most fields.
"""

import csv
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from orgcli.read.entries import TableOptions
from orgcli.read.tables.columns.headings import RANK, core_fields, fold

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
_NUMBER = re.compile(r"[-+]?[0-9][0-9.,:/ -]*")
_ROWS_TRIED = 30  # blank ones among them
_MOST_OF_A_ROW = 50_000  # characters
_LONGEST_HEADING = 60
_OF_A_HEADING = 100  # a heading that the user names counts as many known ones
_BLANK = " \t\r\n,;|\"'"

HeadingTest = Callable[[Sequence[str]], bool]


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a table begins.

    start      offset of the row of headings, or of what is read for it
    delimiter  what stands between cells
    titles     spans of the rows with text above it
    groups     the cells of the row above, where one of them stands for several headings
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
    score: int

    @property
    def filled(self) -> int:
        return sum(map(bool, map(str.strip, self.cells)))


def find_opening(text: str, options: TableOptions, are_headings: HeadingTest | None) -> Opening:
    """Where the table begins.

    are_headings  knows them; None to take the row that names most fields
    """
    start = int(text.startswith("\ufeff"))
    named = _SEPARATOR.match(text)
    begin = named.end() if named else start
    if options.skip is not None:
        begin = max(_line_offset(text, options.skip), start)
    elif rules := _DRAWING_RULES.match(text, begin):
        begin = rules.end()
    said = options.delimiter or (named and (named[1] or named[2]))
    delimiters = [said] if said else [*DELIMITERS, *RARE_DELIMITERS]
    mapped = {fold(heading) for _, heading in options.columns} - {""}
    rows = [_row(text, span, delimiters, mapped) for span in _first_rows(text, begin)]
    if not rows:
        return Opening(begin, said or DELIMITERS[0])
    is_first = named is not None or options.skip is not None
    at = 0 if is_first else _heading_row(rows, are_headings)
    lines = [text[row.start : row.end][:_MOST_OF_A_ROW] for row in rows[at:]]
    delimiter = said or _delimiter(lines, mapped)
    above, groups = rows[:at], [""]
    if above and not are_headings and _are_groups(above[-1], rows[at]):
        groups = [*above.pop().cells]
    return Opening(rows[at].start, delimiter, [(one.start, one.end) for one in above], groups)


def grouped(headings: Sequence[str], groups: Sequence[str]) -> Sequence[str]:
    """Headings that stand twice, with the one above them that stands for several of them."""
    count = Counter(map(fold, headings))
    named, group = [], ""
    for at, heading in enumerate(headings):
        group = (groups[at].strip() if at < len(groups) else "") or group
        named.append(f"{group} {heading.strip()}" if count[fold(heading)] > 1 else heading)
    return named


def _line_offset(text: str, lines: int) -> int:
    """The offset of what stands below so many lines."""
    at = 0
    for _ in range(lines):
        if at >= len(text):
            break
        found = _LINE.match(text, at)
        at = found.end() if found else len(text)
    return at


def _first_rows(text: str, at: int) -> Iterator[tuple[int, int]]:
    """The spans of the first rows that hold any text."""
    for _ in range(_ROWS_TRIED):
        if at >= len(text):
            return
        found = _ROW.match(text, at)
        end = found.end() if found else len(text)
        if text[at : min(end, at + _MOST_OF_A_ROW)].strip(_BLANK):
            yield at, end
        at = end + (2 if text[end : end + 2] == "\r\n" else 1)


def _row(
    text: str, span: tuple[int, int], delimiters: Sequence[str], mapped: Collection[str]
) -> _FirstRow:
    start, end = span
    line = text[start : min(end, start + _MOST_OF_A_ROW)]
    _, cells, score = max(
        _readings(line, delimiters, mapped), key=lambda one: (one[2], len(one[1]))
    )
    return _FirstRow(start, end, cells, score)


def _cells(line: str, delimiter: str) -> list[str]:
    """The cells of a row, up to its first line end that is in no quotes by this delimiter."""
    stream = StringIO(line, newline="")
    return next(csv.reader(stream, delimiter=delimiter, skipinitialspace=True), [])


def _readings(
    line: str, delimiters: Sequence[str], mapped: Collection[str]
) -> list[tuple[str, list[str], int]]:
    """A row by each delimiter that stands in it: the cells, and how many of them are headings."""
    bare = _QUOTED.sub("", line)
    several = [one for one in delimiters if one in bare] or [delimiters[0]]
    found = []
    for delimiter in several:
        cells = _cells(line, delimiter)
        score = _score(cells, mapped)
        if score > 1 or delimiter not in RARE_DELIMITERS or len(delimiters) == 1:
            found.append((delimiter, cells, score))
    return found or [(delimiters[0], [line], 0)]


def _score(cells: Sequence[str], mapped: Collection[str]) -> int:
    """How many of the cells are known as headings; those that the user names count above all."""
    filled = [cell for cell in map(str.strip, cells) if cell]
    words = {fold(cell) for cell in filled if len(cell) <= _LONGEST_HEADING}
    named = _OF_A_HEADING * len(words.intersection(mapped))
    if 4 * sum(1 for cell in filled if "@" in cell or _NUMBER.fullmatch(cell)) > len(filled):
        return named
    return named + sum(1 for word in words if any(word in ranks for ranks in RANK.values()))


def _heading_row(rows: Sequence[_FirstRow], are_headings: HeadingTest | None) -> int:
    """The number of the row of headings; the first one where none of them is known."""
    if are_headings is not None:
        return next((at for at, row in enumerate(rows) if are_headings(row.cells)), 0)
    best = max(rows, key=lambda row: row.score)
    at = rows.index(best)
    if at + 1 < len(rows) and rows[at + 1].score == best.score and _are_groups(best, rows[at + 1]):
        return at + 1
    return at if len(core_fields(best.cells)) > 1 or best.score >= _OF_A_HEADING else 0


def _are_groups(above: _FirstRow, row: _FirstRow) -> bool:
    """Whether the cells above headings stand for several of them: some of those are alike."""
    words = [fold(cell) for cell in row.cells if cell.strip()]
    return 1 < above.filled < row.filled and len(set(words)) < len(words)


def _delimiter(lines: Sequence[str], mapped: Collection[str]) -> str:
    """The delimiter by which most headings are known; else that by which most rows are as long.

    lines  the first rows, that of the headings before the others
    """
    readings = _readings(lines[0], [*DELIMITERS, *RARE_DELIMITERS], mapped)
    if len(readings) == 1:
        return readings[0][0]

    def share(delimiter: str, size: int) -> float:
        others = [len(_cells(line, delimiter)) for line in lines[1:]]
        return sum(one == size for one in others) / max(len(others), 1)

    return max(readings, key=lambda one: (one[2], share(one[0], len(one[1])), len(one[1])))[0]
