"""A table of figures: headings, rows of texts and numbers, and a total."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table of figures.

    heading  the columns; the first `labels` of them are texts, the others numbers
    total    a last row of all together
    depths   how far the label of each row is set in
    left     how many rows are not shown
    spare    the columns that are left out first where there is no room, by their numbers
    signed   whether the last column is a difference
    single   whether it has one figure in each row, each with decimals of its own
    """

    title: str
    heading: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    total: Sequence[Cell] | None = None
    labels: int = 1
    depths: Sequence[int] = ()
    left: int = 0
    signed: bool = False
    spare: Sequence[int] = ()
    single: bool = False


def without_empty(table: FigureTable, keep: int) -> FigureTable:
    """The table without the columns in which every number is nothing or zero.

    keep  how many of the first columns are shown all the same
    """
    rows = [*table.rows, *([table.total] if table.total else [])]
    columns = range(keep, len(table.heading))
    return without_columns(table, {at for at in columns if not any(row[at] for row in rows)})


def without_columns(table: FigureTable, left_out: Collection[int]) -> FigureTable:
    """The table without some of its columns."""
    shown = [at for at in range(len(table.heading)) if at not in left_out]
    return replace(
        table,
        heading=[table.heading[at] for at in shown],
        rows=[[row[at] for at in shown] for row in table.rows],
        total=[table.total[at] for at in shown] if table.total else None,
        spare=[shown.index(at) for at in table.spare if at in shown],
    )


def net(was: Cell, now: Cell) -> Cell:
    """The difference of two numbers; None where one of them is none."""
    if isinstance(was, int | float) and isinstance(now, int | float):
        return round(now - was, 4)
    return None
