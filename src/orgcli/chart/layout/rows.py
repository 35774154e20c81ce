"""The reports of one manager side by side: subtrees and columns, in one row or several."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from orgcli.chart.layout.tree import (
    BRANCH,
    DROP,
    LIST_GAP,
    SUBLIST_GAP,
    UNIT_GAP,
    PlacedReport,
    Point,
    Shape,
    Tree,
)

_ROWS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40)
"""How many cards a column may hold; longer ones no page takes."""


class Unit(NamedTuple):
    """Reports that share one way down from the bus: a subtree, or columns beside a trunk.

    members  (report, dx, dy, side): side 0 enters the top of the card, 1 its left, -1 its right
    over     how high a subtree is no wider than its card: what is no higher may stand beside the
             card, above the rest; 0 where nothing may
    """

    left: int
    right: int
    height: int
    members: Sequence[tuple[int, int, int, int]]
    over: int = 0

    @property
    def step(self) -> int:
        """Its width with the gap behind it."""
        return self.left + self.right + UNIT_GAP


class SiblingGroup(NamedTuple):
    """Neighbours without reports, in file order; or one report that has reports.

    columns  of neighbours: how high columns of so many are, from short ones to long ones
    """

    cards: Sequence[int]
    columns: Sequence[tuple[int, int]] = ()


def sibling_groups(others: Sequence[int], tree: Tree) -> Sequence[SiblingGroup]:
    """Neighbours without reports together; a report with reports alone."""
    groups: list[SiblingGroup] = []
    for leading, cards in groupby(others, key=lambda one: bool(tree.reports[one])):
        if leading:
            groups.extend(SiblingGroup([one]) for one in cards)
        else:
            leaves = list(cards)
            groups.append(SiblingGroup(leaves, tuple(_columns_of(leaves, tree))))
    return groups


def _columns_of(cards: Sequence[int], tree: Tree) -> Iterator[tuple[int, int]]:
    for rows in _ROWS:
        if rows > len(cards) and rows > 1:
            break
        columns = (cards[first : first + rows] for first in range(0, len(cards), rows))
        yield (
            rows,
            max(
                sum(tree.heights[one] for one in column) + LIST_GAP * (len(column) - 1)
                for column in columns
            ),
        )


def columns(group: SiblingGroup, tree: Tree, limit: int) -> Iterator[Unit]:
    """Cards in columns no higher than the limit, two to a trunk, filled from the left.

    Where a column could hold one card only, each has its own way down from the bus.
    """
    cards = group.cards
    rows = _longest(group, limit)
    if rows == 1:
        half = tree.width // 2
        for one in cards:
            yield Unit(half, half, tree.heights[one], ((one, 0, 0, 0),))
        return
    parts = [cards[first : first + rows] for first in range(0, len(cards), rows)]
    reach = BRANCH + tree.width
    for first in range(0, len(parts), 2):
        pair = parts[first : first + 2]
        members = []
        height = 0
        for column, side in zip(pair, (-1, 1) if len(pair) == 2 else (1,), strict=True):
            y = 0
            for report in column:
                members.append((report, side * (BRANCH + tree.width // 2), y, side))
                y += tree.heights[report] + LIST_GAP
            height = max(height, y - LIST_GAP)
        yield Unit(reach if len(pair) == 2 else 0, reach, height, members)


def stacks(reports: Iterable[tuple[int, Shape]], tree: Tree, limit: int) -> Iterator[Unit]:
    """Reports with all below them in columns no higher than the limit, each beside a trunk."""
    members: list[tuple[int, int, int, int]] = []
    y = reach = gap = 0
    for report, shape in reports:
        if members and y + shape.height > limit:
            yield Unit(0, reach, y - gap, members)
            members, y, reach = [], 0, 0
        members.append((report, BRANCH + shape.left, y, 1))
        reach = max(reach, BRANCH + shape.left + shape.right)
        gap = SUBLIST_GAP if tree.reports[report] else LIST_GAP
        y += shape.height + gap
    if members:
        yield Unit(0, reach, y - gap, members)


def _longest(group: SiblingGroup, limit: int) -> int:
    """The most cards that columns of equal length hold within the limit, evened out."""
    fitting = max((rows for rows, height in group.columns if height <= limit), default=1)
    count = -(-len(group.cards) // fitting)
    return -(-len(group.cards) // count)


class UnitRow(NamedTuple):
    """Units side by side: where the way down to each is, and how far all reach left and right.

    height  with the lines above them
    """

    units: Sequence[Unit]
    ways: Sequence[int]
    left: int
    right: int
    height: int


def spread(units: Sequence[Unit], tiers: int, half: int) -> Iterator[UnitRow]:
    """Units in rows of about the same width; all but the last stand around a trunk.

    half  of the width of a card
    """
    rows = _tiers(units, tiers)
    for number, row in enumerate(rows, 1):
        last = number == len(rows)
        ways, left, right = _side_by_side(row, half) if last else _around_trunk(row)
        height = DROP * (2 if number == 1 else 3) + max(unit.height for unit in row)
        yield UnitRow(row, ways, left, right, height)


def _tiers(units: Sequence[Unit], wanted: int) -> Sequence[Sequence[Unit]]:
    if wanted <= 1:
        return [units]
    wide = sum(unit.step for unit in units) - UNIT_GAP
    rows: list[list[Unit]] = [[] for _ in range(wanted)]
    x = 0
    for unit in units:
        middle = x + (unit.left + unit.right) / 2
        rows[min(wanted - 1, int(middle * wanted / wide))].append(unit)
        x += unit.step
    return [row for row in rows if row]


def _side_by_side(units: Sequence[Unit], half: int) -> tuple[list[int], int, int]:
    """Where the way down to each unit is, and how far all reach to the left and to the right.

    All from the middle of their manager, which is between the first and the last way down.
    What is below the card of a subtree may reach under low neighbours of the card.
    """
    low = min((unit.over for unit in units if unit.over), default=0)
    at = []
    beside = below = 0  # the first free x beside the cards, and below them
    for unit in units:
        if unit.over:
            x = max(beside + half, below + unit.left)
            beside, below = x + half + UNIT_GAP, x + unit.right + UNIT_GAP
        elif unit.height <= low:
            x = beside + unit.left
            beside = x + unit.right + UNIT_GAP
        else:
            x = max(beside, below) + unit.left
            beside = below = x + unit.right + UNIT_GAP
        at.append(x)
    middle = (at[0] + at[-1]) // 2
    return [one - middle for one in at], middle, max(beside, below) - UNIT_GAP - middle


def _around_trunk(units: Sequence[Unit]) -> tuple[list[int], int, int]:
    """The same for a row with a trunk to the next row in its middle, half of it on each side."""
    *starts, end = accumulate((unit.step for unit in units), initial=0)
    at = [start + unit.left for start, unit in zip(starts, units, strict=True)]
    before = max(1, sum(way < (end - UNIT_GAP) / 2 for way in at))
    trunk = [*starts, end][before]
    ways = [way - trunk for way in at[:before]] + [way - trunk + UNIT_GAP for way in at[before:]]
    return ways, trunk, end - trunk


def reports_below_bus(
    unit: Unit, x: int, stem: Point, bus: int, tree: Tree
) -> Iterator[PlacedReport]:
    """The reports of a unit, with the lines from their manager by way of the bus."""
    start = (stem,) if x == 0 else (stem, (0, bus), (x, bus))
    top = bus + DROP
    for report, dx, dy, side in unit.members:
        y = top + dy
        if side:
            middle = y + tree.heights[report] // 2
            path = (*start, (x, middle), (x + dx - side * tree.width // 2, middle))
        else:
            path = (*start, (x, y))
        yield PlacedReport(report, x + dx, y, path)
