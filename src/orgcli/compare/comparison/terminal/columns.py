"""Rows of a facet set into columns: what belongs together begins on one line."""

from collections import deque
from collections.abc import Sequence

from orgcli.compare.comparison.comparison import Group, Row
from orgcli.compare.parts.statement_lines import Marks, statement_lines
from orgcli.render.lines import Line, pad

Slot = Line | None
"""A line of a column; None where a line that began further left runs on."""


def flow(group: Group, marks: Marks, width: int, gap: int) -> list[list[Slot]]:
    """The columns of a group, top down.

    Rows of several roles begin on one line in all their columns; where one column is ahead of
    another, the gap takes what is said in that column alone, as far as it fits. The same words
    of neighbouring roles are written once, across their columns.
    """
    columns: list[list[Slot]] = [[] for _ in group.hidden]
    alone: list[deque[list[Line]]] = [deque() for _ in columns]
    for row in group.rows:
        if len(row.columns) == 1:
            alone[row.columns[0]].append(_lines(row, row.columns[0], marks, width))
    for row in group.rows:
        if len(row.columns) > 1:
            top = max(len(columns[number]) for number in row.columns)
            for number in row.columns:
                _fill(columns[number], alone[number], top)
            _set(row, columns, marks, width, gap)
    for column, waiting in zip(columns, alone, strict=True):
        for lines in waiting:
            column.extend(lines)
    return columns


def beside(columns: Sequence[Sequence[Slot]], width: int, gap: int) -> list[Line]:
    """Columns of `width` cells side by side, as whole lines."""
    height = max(map(len, columns), default=0)
    return [_across([_slot(column, at) for column in columns], width, gap) for at in range(height)]


def _slot(column: Sequence[Slot], at: int) -> Slot:
    return column[at] if at < len(column) else []


def _across(slots: Sequence[Slot], width: int, gap: int) -> Line:
    line: Line = []
    for number, slot in enumerate(slots):
        if slot is None:
            continue
        spanned = 1
        while number + spanned < len(slots) and slots[number + spanned] is None:
            spanned += 1
        line.extend(pad(slot, spanned * (width + gap)))
    return line


def _lines(row: Row, column: int, marks: Marks, width: int) -> list[Line]:
    return [line for said in row.cells[column] for line in statement_lines(said, marks, width)]


def _fill(column: list[Slot], waiting: deque[list[Line]], top: int) -> None:
    while waiting and len(column) + len(waiting[0]) <= top:
        column.extend(waiting.popleft())
    column.extend([] for _ in range(top - len(column)))


def _set(row: Row, columns: list[list[Slot]], marks: Marks, width: int, gap: int) -> None:
    """Put a row into its columns, all of which are equally long there."""
    for first, *others in _runs(row):
        across = (1 + len(others)) * (width + gap) - gap
        lines = _lines(row, first, marks, across)
        columns[first].extend(lines)
        for number in others:
            columns[number].extend(None for _ in lines)


def _runs(row: Row) -> list[list[int]]:
    """Columns of a row; neighbours that say the same in the same words go together."""
    runs: list[list[int]] = []
    for number in row.columns:
        same = (
            runs and runs[-1][-1] == number - 1 and _words(row, number) == _words(row, number - 1)
        )
        if same:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _words(row: Row, column: int) -> list[tuple[object, ...]]:
    return [
        (said.text, said.qualifier, said.works, said.mark, said.statement.dispute)
        for said in row.cells[column]
    ]
