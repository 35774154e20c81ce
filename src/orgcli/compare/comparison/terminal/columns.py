"""Rows of a facet set into columns: what belongs together begins on one line."""

from collections import deque
from itertools import pairwise

from orgcli.compare.comparison.comparison import Comparison, FacetRows, Row
from orgcli.compare.comparison.terminal.sharing import sharing_roles
from orgcli.compare.parts.citations import Citations
from orgcli.compare.parts.terminal import statement_lines
from orgcli.render.columns import GAP
from orgcli.render.lines import Line


def facet_columns(
    comparison: Comparison, group: FacetRows, citations: Citations, width: int
) -> list[list[Line]]:
    """The columns of a facet of a comparison, top down.

    Rows of several roles begin on one line in all their columns; where one column is ahead of
    another, the gap takes the statements of that column alone, as far as they fit. The same words
    of neighbouring roles are written once, across their columns.
    """
    columns: list[list[Line]] = [[] for _ in group.hidden]
    alone: list[deque[list[Line]]] = [deque() for _ in columns]
    for row in group.rows:
        if len(row.columns) == 1:
            alone[row.columns[0]].append(_lone_lines(comparison, row, citations, width))
    for row in group.rows:
        if len(row.columns) > 1:
            top = max(len(columns[number]) for number in row.columns)
            for number in row.columns:
                _fill(columns[number], alone[number], top)
            _add_row(row, columns, citations, width)
    for column, waiting in zip(columns, alone, strict=True):
        column.extend(line for lines in waiting for line in lines)
    return columns


def _lone_lines(comparison: Comparison, row: Row, citations: Citations, width: int) -> list[Line]:
    """Statements without a neighbour: words name the roles that share one, for no sign can."""
    column = row.columns[0]
    lines: list[Line] = []
    for wording in row.cells[column]:
        others = sharing_roles(comparison, row, wording, column)
        note = citations.words.also.format(names=others) if others else ""
        lines += statement_lines(wording, citations, width, note, signed=not others)
    return lines


def _lines(row: Row, column: int, citations: Citations, width: int) -> list[Line]:
    return [
        line for wording in row.cells[column] for line in statement_lines(wording, citations, width)
    ]


def _fill(column: list[Line], waiting: deque[list[Line]], top: int) -> None:
    while waiting and len(column) + len(waiting[0]) <= top:
        column.extend(waiting.popleft())
    column.extend([] for _ in range(top - len(column)))


def _add_row(row: Row, columns: list[list[Line]], citations: Citations, width: int) -> None:
    """Put a row into its columns, all of which are equally long there."""
    for first, *others in _runs(row):
        across = (1 + len(others)) * (width + GAP) - GAP
        lines = _lines(row, first, citations, across)
        columns[first].extend(lines)
        for number in others:
            columns[number].extend([] for _ in lines)


def _runs(row: Row) -> list[list[int]]:
    """Columns of a row; neighbours that say the same in the same words go together."""
    runs = [[row.columns[0]]]
    for left, right in pairwise(row.columns):
        if right == left + 1 and _compared(row, left) == _compared(row, right):
            runs[-1].append(right)
        else:
            runs.append([right])
    return runs


def _compared(row: Row, column: int) -> list[tuple[object, ...]]:
    return [
        (
            wording.text,
            wording.qualifier,
            wording.works,
            wording.agreement,
            wording.statement.dispute,
        )
        for wording in row.cells[column]
    ]
