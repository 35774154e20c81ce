"""The reports of one manager side by side: subtrees and columns, in one row or several."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from math import sqrt

from orgcli.chart.tree import BRANCH, DROP, LIST_GAP, UNIT_GAP, Shapes, Tree

PEERS = 7
"""So many reports of the top always stand side by side."""

_WIDEST_ASPECT, _ASPECT = 4.0, 1.6
"""Width to height of a row that is broken up, and what its parts then aim at together."""
_TOO_WIDE = 4000
"""Points, from which even a row of few subtrees is broken up."""


@dataclass(slots=True)
class Unit:
    """Reports that share one way down from the bus: a subtree, or columns beside a trunk."""

    left: int
    right: int
    height: int
    members: list[tuple[int, int, int, int]] = field(default_factory=list)
    """(report, dx, dy, side): side 0 enters the top of the card, 1 its left, -1 its right."""


def rows_of(cards: int) -> int:
    """How many rows make a page of this many cards a landscape one."""
    return round(1.6 * sqrt(cards))


def units_below(
    card: int, others: Sequence[int], tree: Tree, made: Shapes, tallest: int
) -> Iterator[Unit]:
    """The reports in file order; neighbours without reports share columns where there are many."""
    peers = tree.manager[card] < 0 and len(others) <= PEERS
    for run in _runs(others, tree):
        if len(run) == 1 or peers:
            for one in run:
                yield Unit(made.left[one], made.right[one], made.height[one], [(one, 0, 0, 0)])
        else:
            yield from _columns(run, tree, tallest)


def _runs(others: Sequence[int], tree: Tree) -> Iterator[list[int]]:
    """Neighbours without reports together; a report with reports alone."""
    run: list[int] = []
    for one in others:
        if tree.reports[one]:
            if run:
                yield run
            yield [one]
            run = []
        else:
            run.append(one)
    if run:
        yield run


def _columns(run: Sequence[int], tree: Tree, tallest: int) -> Iterator[Unit]:
    """Columns no longer than `tallest`, two to a trunk; filled from the top, left to right."""
    count = -(-len(run) // max(tallest, rows_of(len(run))))
    rows = -(-len(run) // count)
    columns = [run[first : first + rows] for first in range(0, len(run), rows)]
    reach = BRANCH + tree.width
    for first in range(0, len(columns), 2):
        pair = columns[first : first + 2]
        sides = (-1, 1) if len(pair) == 2 else (1,)
        unit = Unit(reach if len(pair) == 2 else 0, reach, 0)
        for column, side in zip(pair, sides, strict=True):
            y = 0
            for report in column:
                unit.members.append((report, side * (BRANCH + tree.width // 2), y, side))
                y += tree.heights[report] + LIST_GAP
            unit.height = max(unit.height, y - LIST_GAP)
        yield unit


def tiers(units: list[Unit]) -> list[list[Unit]]:
    """One row, or several of about the same width where one would fit no page."""
    wide = _wide(units)
    tall = max((unit.height for unit in units), default=0) + 3 * DROP
    many = len(units) > PEERS or wide > _TOO_WIDE
    if wide <= _WIDEST_ASPECT * tall or not many:
        return [units] if units else []
    wanted = max(2, round((wide / (_ASPECT * tall)) ** 0.5))
    rows: list[list[Unit]] = [[] for _ in range(wanted)]
    x = 0
    for unit in units:
        middle = x + (unit.left + unit.right) / 2
        rows[min(wanted - 1, int(middle * wanted / wide))].append(unit)
        x += unit.left + unit.right + UNIT_GAP
    return [row for row in rows if row]


def _wide(units: Sequence[Unit]) -> int:
    return sum(unit.left + unit.right + UNIT_GAP for unit in units) - UNIT_GAP


def side_by_side(units: Sequence[Unit]) -> tuple[list[int], int, int]:
    """Where the way down to each unit is, and how far all reach to the left and to the right.

    All from the middle of their manager, which is between the first and the last way down.
    """
    at = []
    x = 0
    for unit in units:
        at.append(x + unit.left)
        x += unit.left + unit.right + UNIT_GAP
    middle = (at[0] + at[-1]) // 2
    return [one - middle for one in at], middle, x - UNIT_GAP - middle


def around_trunk(units: Sequence[Unit]) -> tuple[list[int], int, int]:
    """The same for a row with a trunk to the next row in its middle, half of it on each side."""
    middle = _wide(units) / 2
    starts = accumulate((unit.left + unit.right + UNIT_GAP for unit in units), initial=0)
    before = [start + unit.left < middle for start, unit in zip(starts, units, strict=False)]
    left = max(1, sum(before))
    x = -_wide(units[:left]) - UNIT_GAP
    reach = -x
    at = []
    for number, unit in enumerate(units):
        if number == left:
            x = UNIT_GAP
        at.append(x + unit.left)
        x += unit.left + unit.right + UNIT_GAP
    return at, reach, max(0, x - UNIT_GAP)
