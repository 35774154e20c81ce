"""Finds the row of headings among the first rows of a table, whatever file they stand in.

Titles, periods and merged group headings may stand above the headings: of the first rows, the
headings are the one that names most fields.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from orgcli.read.entries import Entries, TableOptions
from orgcli.read.tables.columns.headings import core_fields, fold, is_field_word
from orgcli.read.tables.grid import Table
from orgcli.read.tables.table import table_entries

ROWS_TRIED = 30
"""The first rows, blank ones among them, of which one is the headings."""
OF_A_HEADING = 100
"""A heading that the user names counts as many known ones."""

_NUMBER = re.compile(r"[-+]?[0-9][0-9.,:/ -]*")
_LONGEST_HEADING = 60

HeadingTest = Callable[[Sequence[str]], bool]


@dataclass(frozen=True, slots=True)
class TableKind:
    """What a table is of.

    read          what makes entries of it
    are_headings  knows its headings below other rows; None to take the row that names most fields
    """

    read: Callable[[Table, TableOptions], Entries] = table_entries
    are_headings: HeadingTest | None = None


PEOPLE = TableKind()
"""A row for each position."""


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """The row of headings among some rows.

    number  of the row
    groups  the cells of the row above, where they stand for several headings or for those that the
            row leaves empty; that row is then no title
    """

    number: int
    groups: Sequence[str] = ()


def find_heading_row(
    rows: Sequence[Sequence[str]],
    mapped: Collection[str],
    are_headings: HeadingTest | None,
) -> HeadingRow:
    """The row of headings among rows that hold text; the first one where none is known.

    mapped        folded headings that the user names
    are_headings  knows them; None to take the row that names most fields
    """
    if are_headings is not None:
        return HeadingRow(next((at for at, row in enumerate(rows) if are_headings(row)), 0))
    scores = [heading_score(row, mapped) for row in rows]
    best = max(scores, default=0)
    at = scores.index(best) if best else 0
    for lower in (at, at + 1):
        if 0 < lower < len(rows) and _is_continued(rows[lower - 1], rows[lower], mapped):
            return HeadingRow(lower, rows[lower - 1])
    if at + 1 < len(rows) and scores[at + 1] == best and _are_groups(rows[at], rows[at + 1]):
        at += 1
    if len(core_fields(rows[at])) < 2 and scores[at] < OF_A_HEADING:
        return HeadingRow(0)
    groups = rows[at - 1] if at and _are_groups(rows[at - 1], rows[at]) else ()
    return HeadingRow(at, groups)


def heading_score(cells: Sequence[str], mapped: Collection[str] = ()) -> int:
    """How many of the cells are known as headings; those that the user names count above all."""
    filled = [cell for cell in map(str.strip, cells) if cell]
    words = {fold(cell) for cell in filled if len(cell) <= _LONGEST_HEADING}
    score = OF_A_HEADING * len(words.intersection(mapped))
    if 4 * sum(1 for cell in filled if "@" in cell or _NUMBER.fullmatch(cell)) > len(filled):
        return score
    return score + sum(1 for word in words if is_field_word(word))


def grouped(headings: Sequence[str], groups: Sequence[str]) -> list[str]:
    """Headings with what the row above says: it names those left empty, and parts equal ones."""
    if not groups:
        return list(headings)
    count = Counter(map(fold, headings))
    names, group = [], ""
    for at, heading in enumerate(headings):
        above = groups[at].strip() if at < len(groups) else ""
        group = above or group
        is_twice = heading.strip() and count[fold(heading)] > 1
        names.append(f"{group} {heading.strip()}" if is_twice else heading.strip() or above)
    return names


def _are_groups(above: Sequence[str], row: Sequence[str]) -> bool:
    """Whether the cells above headings stand for several of them: some of those are alike."""
    words = [fold(cell) for cell in row if cell.strip()]
    return 1 < _filled(above) < _filled(row) and len(set(words)) < len(words)


def _is_continued(above: Sequence[str], row: Sequence[str], mapped: Collection[str]) -> bool:
    """Whether a row of nothing but headings parts some of those above, and leaves others empty.

    `ID | Name |       | Manager`
    `   | First name | Last name | `
    """
    words = [fold(cell) for cell in row if cell.strip()]
    if len(words) < 2 or not all(is_field_word(word) or word in mapped for word in words):
        return False
    left_empty = [
        fold(cell)
        for at, cell in enumerate(above)
        if cell.strip() and not (at < len(row) and row[at].strip())
    ]
    return any(map(is_field_word, left_empty))


def _filled(cells: Sequence[str]) -> int:
    return sum(map(bool, map(str.strip, cells)))
