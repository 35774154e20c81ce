"""The cells of a table of figures as texts, the numbers of a column with the same decimals."""

from __future__ import annotations

from collections.abc import Sequence

from orgcli.figures.tables.figure_table import Cell, FigureTable
from orgcli.figures.tables.phrases import FigurePhrases

_MOST_PLACES = 2


def cell_texts(table: FigureTable, say: FigurePhrases) -> list[list[str]]:
    """The rows, and the total as the last one where there is one."""
    rows = [*table.rows, *([table.total] if table.total else [])]
    places = [_places([row[at] for row in rows], table) for at in range(len(table.heading))]
    return [
        [_text(cell, table, at, places[at], say) for at, cell in enumerate(row)] for row in rows
    ]


def _places(cells: Sequence[Cell], table: FigureTable) -> int:
    """The decimals of a column, as few as say its numbers; figures in a list have their own."""
    numbers = [cell for cell in cells if isinstance(cell, float)]
    if table.single or not any(numbers):
        return 0
    exact = (
        places for places in (1, 2) if all(round(number, places) == number for number in numbers)
    )
    return next(exact, _MOST_PLACES)


def _text(cell: Cell, table: FigureTable, at: int, places: int, say: FigurePhrases) -> str:
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if table.signed and table.heading[at] == say.words.net:
        return say.signed(cell)
    if isinstance(cell, int):
        return say.count(cell)
    return say.decimal(cell, places) if places else say.number(cell, _MOST_PLACES)
