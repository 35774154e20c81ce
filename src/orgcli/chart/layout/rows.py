"""The reports of one manager side by side: subtrees and columns, in one row or several."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby, zip_longest
from typing import NamedTuple

from orgcli.chart.layout.panels import LEAST, entry, several_panels
from orgcli.chart.layout.tree import (
    BRANCH,
    DROP,
    INDENT,
    LIST_GAP,
    PANEL_PADDING,
    SUBLIST_GAP,
    UNIT_GAP,
    PanelShape,
    PlacedReport,
    Point,
    Tree,
)

_ROWS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40)
"""How many cards a column may hold; longer ones no page takes."""


_JOG = 16
"""Points by which a line does not turn aside: the next card stands straight below."""
_GRID_COST = 103
"""Per cent of its width at which a row stands in the columns of another."""
_Extents = tuple[list[int], int, int]
"""Where the ways down of a row are, and how far it reaches to the left and to the right."""
NO_PANELS: Mapping[int, PanelShape] = {}


class Unit(NamedTuple):
    """Reports that share one way down from the bus: a subtree, a panel, or columns beside a trunk.

    members  (report, dx, dy, side): side 0 enters the top of the card, 1 its left, -1 its right
    over     how high a subtree is no wider than its card: what is no higher may stand beside the
             card, above the rest; 0 where nothing may
    panels   those of its members that are panels, by their first card
    """

    left: int
    right: int
    height: int
    members: Sequence[tuple[int, int, int, int]]
    over: int = 0
    panels: Mapping[int, PanelShape] = NO_PANELS

    @property
    def step(self) -> int:
        """Its width with the gap behind it."""
        return self.left + self.right + UNIT_GAP


class SiblingGroup(NamedTuple):
    """Neighbours without reports, in file order; or one report that has reports.

    columns  of neighbours: how high columns of so many are, from short ones to long ones
    panel    whether they stand as rows of a panel
    """

    cards: Sequence[int]
    columns: Sequence[tuple[int, int]] = ()
    panel: bool = False


def sibling_groups(others: Sequence[int], tree: Tree) -> Sequence[SiblingGroup]:
    """Neighbours without reports together; a report with reports alone."""
    groups: list[SiblingGroup] = []
    for leading, cards in groupby(others, key=lambda card: bool(tree.reports[card])):
        if leading:
            groups.extend(SiblingGroup([card]) for card in cards)
        elif tree.rows:
            groups.extend(_with_panels(list(cards), tree))
        else:
            groups.append(_group(list(cards), tree))
    return groups


def _with_panels(leaves: Sequence[int], tree: Tree) -> Iterator[SiblingGroup]:
    """Enough neighbours that may be rows as a panel; those between panels as cards."""
    cards: list[int] = []
    for may, run in groupby(leaves, key=tree.may_be_row):
        neighbours = list(run)
        if not may or len(neighbours) < LEAST:
            cards.extend(neighbours)
            continue
        if cards:
            yield _group(cards, tree)
            cards = []
        yield _group(neighbours, tree, panel=True)
    if cards:
        yield _group(cards, tree)


def _group(cards: Sequence[int], tree: Tree, panel: bool = False) -> SiblingGroup:
    return SiblingGroup(cards, tuple(_columns_of(cards, tree, panel)), panel)


def _columns_of(cards: Sequence[int], tree: Tree, panel: bool) -> Iterator[tuple[int, int]]:
    heights, gap, padding = tree.heights, LIST_GAP, 0
    if panel:
        heights, gap, padding = tree.rows, 0, tree.above_rows(cards[0]) + PANEL_PADDING
    least = LEAST if panel else 1
    for rows in _ROWS:
        if rows > len(cards):
            break
        if rows < least:
            continue
        columns = (cards[first : first + rows] for first in range(0, len(cards), rows))
        yield (
            rows,
            padding
            + max(
                sum(heights[card] for card in column) + gap * (len(column) - 1)
                for column in columns
            ),
        )


def columns(group: SiblingGroup, tree: Tree, limit: int) -> Iterator[Unit]:
    """Cards in columns no higher than the limit, two to a trunk, filled from the left.

    Where a column could hold one card only, each has its own way down from the bus.
    """
    cards = group.cards
    rows = _longest(group, limit)
    if group.panel:
        for panel in several_panels(cards, rows, tree):
            half, first = panel.width // 2, panel.cards[0]
            yield Unit(half, half, panel.height, ((first, 0, 0, 0),), panels={first: panel})
        return
    if rows == 1:
        half = tree.width // 2
        for card in cards:
            yield Unit(half, half, tree.heights[card], ((card, 0, 0, 0),))
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


class Stacked(NamedTuple):
    """What stands in a column beside a trunk: a report with all below it, or a panel."""

    report: int
    left: int
    right: int
    height: int
    panel: PanelShape | None = None


def stacks(stacked: Iterable[Stacked], tree: Tree, limit: int) -> Iterator[Unit]:
    """Reports with all below them in columns no higher than the limit, each beside a trunk."""
    members: list[tuple[int, int, int, int]] = []
    panels: dict[int, PanelShape] = {}
    y = reach = gap = 0
    for report, left, right, height, panel in stacked:
        if members and y + height > limit:
            yield Unit(0, reach, y - gap, members, panels=panels)
            members, panels, y, reach = [], {}, 0, 0
        members.append((report, BRANCH + left, y, 1))
        if panel:
            panels[report] = panel
        reach = max(reach, BRANCH + left + right)
        gap = SUBLIST_GAP if panel or tree.reports[report] else LIST_GAP
        y += height + gap
    if members:
        yield Unit(0, reach, y - gap, members, panels=panels)


def stacked_panels(group: SiblingGroup, tree: Tree, limit: int) -> Iterator[Stacked]:
    """The panels of neighbours, no higher than the limit, for a column beside a trunk."""
    for panel in several_panels(group.cards, _longest(group, limit), tree):
        yield Stacked(panel.cards[0], panel.width // 2, panel.width // 2, panel.height, panel)


def _longest(group: SiblingGroup, limit: int) -> int:
    """The most cards that columns of equal length hold within the limit, evened out."""
    shortest, _ = group.columns[0]
    fitting = max((rows for rows, height in group.columns if height <= limit), default=shortest)
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


def spread(units: Sequence[Unit], tiers: int, half: int, grid: bool) -> Iterator[UnitRow]:
    """Units in rows of about the same width; all but the last stand around a trunk.

    half  of the width of a card
    grid  whether rows share their columns where that is hardly wider
    """
    rows = _tiers(units, tiers)
    extents = [*map(_around_trunk, rows[:-1]), _side_by_side(rows[-1], half)]
    if grid and len(rows) > 1:
        extents = _on_grid(rows, extents)
    for number, (row, (ways, left, right)) in enumerate(zip(rows, extents, strict=True), 1):
        height = DROP * (2 if number == 1 else 3) + max(unit.height for unit in row)
        yield UnitRow(row, ways, left, right, height)


def _tiers(units: Sequence[Unit], count: int) -> Sequence[Sequence[Unit]]:
    if count <= 1:
        return [units]
    wide = sum(unit.step for unit in units) - UNIT_GAP
    rows: list[list[Unit]] = [[] for _ in range(count)]
    x = 0
    for unit in units:
        middle = x + (unit.left + unit.right) / 2
        rows[min(count - 1, int(middle * count / wide))].append(unit)
        x += unit.step
    return [row for row in rows if row]


def _side_by_side(units: Sequence[Unit], half: int) -> _Extents:
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
    after = bisect_left(at, middle)
    nearest = min(at[max(0, after - 1) : after + 1], key=lambda way: abs(way - middle))
    if abs(nearest - middle) < _JOG:
        middle = nearest
    return [way - middle for way in at], middle, max(beside, below) - UNIT_GAP - middle


def _around_trunk(units: Sequence[Unit]) -> _Extents:
    """The same for a row with a trunk to the next row in its middle, half of it on each side."""
    *starts, end = accumulate((unit.step for unit in units), initial=0)
    at = [start + unit.left for start, unit in zip(starts, units, strict=True)]
    before = _before_trunk(at, end)
    trunk = [*starts, end][before]
    ways = [way - trunk for way in at[:before]] + [way - trunk + UNIT_GAP for way in at[before:]]
    return ways, trunk, end - trunk


def _before_trunk(ways: Sequence[int], end: int) -> int:
    """How many of a row stand to the left of the trunk."""
    return max(1, sum(way < (end - UNIT_GAP) / 2 for way in ways))


def _on_grid(rows: Sequence[Sequence[Unit]], extents: list[_Extents]) -> list[_Extents]:
    """All rows around a trunk in columns that they share, unless that is much wider.

    A unit that is alone in the last row stays at the end of the trunk.
    """
    many = len(rows) - (len(rows[-1]) == 1)
    halves = [_halves(row) for row in rows[:many]]
    most = max(max(len(before), len(after)) for before, after in halves)
    if most * len(halves) > sum(len(row) for row in rows):
        return extents
    before = _columns_outward([[(unit.right, unit.left) for unit in row] for row, _ in halves])
    after = _columns_outward([[(unit.left, unit.right) for unit in row] for _, row in halves])
    left, right = before[-1], after[-1] if len(after) > 1 else 0
    wide = max(left for _, left, _ in extents) + max(right for _, _, right in extents)
    if (left + right) * 100 > wide * _GRID_COST:
        return extents
    shared: list[_Extents] = []
    for left_units, right_units in halves:
        ways = [-way for way in reversed(before[: len(left_units)])] + after[: len(right_units)]
        shared.append((ways, left, right))
    return [*shared, *extents[many:]]


def _halves(row: Sequence[Unit]) -> tuple[Sequence[Unit], Sequence[Unit]]:
    """What stands to the left and to the right of a trunk, from there outwards."""
    *starts, end = accumulate((unit.step for unit in row), initial=0)
    at = [start + unit.left for start, unit in zip(starts, row, strict=True)]
    before = _before_trunk(at, end)
    return row[:before][::-1], row[before:]


def _columns_outward(rows: Sequence[Sequence[tuple[int, int]]]) -> list[int]:
    """How far from the trunk the way down in each column is, and last where all end.

    rows  how far each unit reaches towards the trunk and away from it
    """
    ways, x = [], 0
    for column in zip_longest(*rows, fillvalue=(0, 0)):
        x += UNIT_GAP + max(inner for inner, _ in column)
        ways.append(x)
        x += max(outer for _, outer in column)
    return [*ways, x]


def indent_of(row: UnitRow, half: int) -> int:
    """How far a row is moved to begin at the indent of the list of its manager.

    Columns at the left of the row stand on the trunk of the list.
    """
    first = row.units[0]
    start = INDENT - half + first.left
    if not first.left and not any(unit.over for unit in row.units):
        start = INDENT // 2 - half
    return start - row.ways[0]


def reports_below_bus(
    unit: Unit, x: int, stem: Point, bus: int, tree: Tree
) -> Iterator[PlacedReport]:
    """The reports of a unit, with the lines from their manager by way of the bus."""
    start = (stem,) if x == stem[0] else (stem, (stem[0], bus), (x, bus))
    top = bus + DROP
    for report, dx, dy, side in unit.members:
        y = top + dy
        panel = unit.panels.get(report)
        if side:
            half = (panel.width if panel else tree.width) // 2
            middle = y + (entry(panel, tree) if panel else tree.heights[report] // 2)
            path = (*start, (x, middle), (x + dx - side * half, middle))
        else:
            path = (*start, (x, y))
        yield PlacedReport(report, x + dx, y, path, panel)
