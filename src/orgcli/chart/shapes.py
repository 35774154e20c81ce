"""The shape of each subtree, from the leaves up: how far it reaches and where its cards go."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from math import sqrt
from typing import NamedTuple

Point = tuple[int, int]

INDENT = 18
"""How far the reports in a list stand to the right of their manager."""
LIST_GAP = 8
"""Between cards in a list or a column; SUBLIST_GAP after a card with reports of its own."""
SUBLIST_GAP = 14
UNIT_GAP = 20
"""Between subtrees side by side."""
DROP = 14
"""From a card down to the shared line, and from that down to the next cards."""
BRANCH = 11
"""From a trunk to the cards at its sides."""
PEERS = 7
"""So many reports of the top always stand side by side."""

_LONGEST_LIST = 30
"""Cards of an indented list, or of a column where the team is not much larger."""
_WIDEST_ASPECT, _ASPECT = 4.0, 1.6
"""Width to height of a row that is broken up, and what its parts then aim at together."""
_TOO_WIDE = 4000
"""Points, from which even a row of few subtrees is broken up."""


class Part(NamedTuple):
    """One report of a manager, relative to the middle of the top edge of the manager's card.

    dx, dy  the middle of the top edge of the report's card
    path    the corners of the line from the manager's card to the report's
    """

    report: int
    dx: int
    dy: int
    path: tuple[Point, ...]


@dataclass(slots=True, eq=False)
class Shapes:
    """One shape per card with all that is below it; all lists are indexed by card.

    left, right  how far it reaches from the middle of the card
    height       from the top of the card
    parts        its direct reports
    """

    left: list[int]
    right: list[int]
    height: list[int]
    parts: list[Sequence[Part]]


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """What is to be shaped; all lists are indexed by card.

    order      managers before their reports
    manager    -1 at the top of a tree
    reports    in file order
    heights    of the cards; their width is the same for all
    assistant  drawn beside the stem if nobody reports to them
    """

    order: Sequence[int]
    manager: Sequence[int]
    reports: Sequence[Sequence[int]]
    heights: Sequence[int]
    assistant: Sequence[bool]
    width: int


@dataclass(slots=True)
class _Unit:
    """Reports that share one way down from the bus: a subtree, or columns beside a trunk."""

    left: int
    right: int
    height: int
    members: list[tuple[int, int, int, int]] = field(default_factory=list)
    """(report, dx, dy, side): side 0 enters the top of the card, 1 its left, -1 its right."""


def shapes(tree: Tree) -> Shapes:
    """Give every subtree its shape, bottom-up; linear and without recursion.

    Small subtrees below the top are lists indented under their manager, as tall as a page of
    this many cards can take; everything larger stands side by side. Teams without managers
    stand in columns at both sides of a trunk.
    """
    tallest = min(_LONGEST_LIST, max(4, _rows_of(len(tree.order))))
    listed = _listed(tree, tallest)
    half = tree.width // 2
    count = len(tree.order)
    made = Shapes([half] * count, [half] * count, list(tree.heights), [()] * count)
    for card in reversed(tree.order):
        if not tree.reports[card]:
            continue
        if listed[card]:
            _list(card, tree, made)
        else:
            _row(card, tree, made, tallest)
    return made


def _rows_of(cards: int) -> int:
    """How many rows make a page of this many cards a landscape one."""
    return round(1.6 * sqrt(cards))


def _listed(tree: Tree, tallest: int) -> list[bool]:
    """Which managers have their reports in an indented list: small ones, and all below them.

    A manager a third larger than that follows colleagues of whom one is small: departments of
    about the same size should look alike.
    """
    below = [0] * len(tree.order)
    for card in reversed(tree.order):
        if tree.manager[card] >= 0:
            below[tree.manager[card]] += below[card] + 1
    listed = [False] * len(tree.order)
    for card in tree.order:
        several = [one for one in tree.reports[card] if len(tree.reports[one]) > 1]
        deep = any(len(tree.reports[one]) < below[one] <= tallest for one in several)
        limit = tallest * 4 // 3 if deep else tallest
        for one in several:
            listed[one] = below[one] <= limit
        if listed[card]:
            for one in tree.reports[card]:
                listed[one] = True
    return listed


def _split(card: int, tree: Tree) -> tuple[list[int], list[int]]:
    """Assistants who have no reports, and all other reports."""
    beside = {one for one in tree.reports[card] if tree.assistant[one] and not tree.reports[one]}
    return (
        [one for one in tree.reports[card] if one in beside],
        [one for one in tree.reports[card] if one not in beside],
    )


def _list(card: int, tree: Tree, made: Shapes) -> None:
    half = tree.width // 2
    bottom = tree.heights[card]
    trunk = INDENT // 2 - half
    assistants, others = _split(card, tree)
    parts = []
    y = bottom
    for report, dx in [(one, 2 * INDENT) for one in assistants] + [(one, INDENT) for one in others]:
        y += LIST_GAP
        middle = y + tree.heights[report] // 2
        path = ((trunk, bottom), (trunk, middle), (dx - half, middle))
        parts.append(Part(report, dx, y, path))
        made.right[card] = max(made.right[card], dx + made.right[report])
        y += made.height[report]
        if tree.reports[report]:
            y += SUBLIST_GAP - LIST_GAP
    made.height[card] = max(part.dy + made.height[part.report] for part in parts)
    made.parts[card] = parts


def _row(card: int, tree: Tree, made: Shapes, tallest: int) -> None:
    assistants, others = _split(card, tree)
    parts, bottom = _beside_stem(card, assistants, tree, made)
    tiers = _tiers(list(_units(card, others, tree, made, tallest)))
    stem = (0, tree.heights[card])
    for number, units in enumerate(tiers, 1):
        bus = bottom + DROP * (1 if number == 1 else 2)
        bottom = bus + DROP + max(unit.height for unit in units)
        last = number == len(tiers)
        at, left, right = _side_by_side(units) if last else _around_trunk(units)
        made.left[card] = max(made.left[card], left)
        made.right[card] = max(made.right[card], right)
        for unit, x in zip(units, at, strict=True):
            parts.extend(_from_bus(unit, x, stem, bus, tree))
    made.height[card] = bottom
    made.parts[card] = parts


def _tiers(units: list[_Unit]) -> list[list[_Unit]]:
    """One row, or several of about the same width where one would fit no page."""
    wide = _wide(units)
    tall = max((unit.height for unit in units), default=0) + 3 * DROP
    many = len(units) > PEERS or wide > _TOO_WIDE
    if wide <= _WIDEST_ASPECT * tall or not many:
        return [units] if units else []
    wanted = max(2, round((wide / (_ASPECT * tall)) ** 0.5))
    tiers: list[list[_Unit]] = [[] for _ in range(wanted)]
    x = 0
    for unit in units:
        middle = x + (unit.left + unit.right) / 2
        tiers[min(wanted - 1, int(middle * wanted / wide))].append(unit)
        x += unit.left + unit.right + UNIT_GAP
    return [tier for tier in tiers if tier]


def _wide(units: Sequence[_Unit]) -> int:
    return sum(unit.left + unit.right + UNIT_GAP for unit in units) - UNIT_GAP


def _beside_stem(
    card: int, assistants: Sequence[int], tree: Tree, made: Shapes
) -> tuple[list[Part], int]:
    """Assistants in pairs right and left of the stem; and where the last pair ends."""
    bottom = y = tree.heights[card]
    parts = []
    reach = BRANCH + tree.width
    for first in range(0, len(assistants), 2):
        y += LIST_GAP
        pair = assistants[first : first + 2]
        for report, side in zip(pair, (1, -1), strict=False):
            middle = y + tree.heights[report] // 2
            path = ((0, bottom), (0, middle), (side * BRANCH, middle))
            parts.append(Part(report, side * (BRANCH + tree.width // 2), y, path))
        y += max(tree.heights[report] for report in pair)
    if assistants:
        made.right[card] = max(made.right[card], reach)
    if len(assistants) > 1:
        made.left[card] = max(made.left[card], reach)
    return parts, y


def _units(
    card: int, others: Sequence[int], tree: Tree, made: Shapes, tallest: int
) -> Iterator[_Unit]:
    """The reports in file order; neighbours without reports share columns where there are many."""
    peers = tree.manager[card] < 0 and len(others) <= PEERS
    for run in _runs(others, tree):
        if len(run) == 1 or peers:
            for one in run:
                yield _Unit(made.left[one], made.right[one], made.height[one], [(one, 0, 0, 0)])
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


def _columns(run: Sequence[int], tree: Tree, tallest: int) -> Iterator[_Unit]:
    """Columns no longer than `tallest`, two to a trunk; filled from the top, left to right."""
    count = -(-len(run) // max(tallest, _rows_of(len(run))))
    rows = -(-len(run) // count)
    columns = [run[first : first + rows] for first in range(0, len(run), rows)]
    reach = BRANCH + tree.width
    for first in range(0, len(columns), 2):
        pair = columns[first : first + 2]
        sides = (-1, 1) if len(pair) == 2 else (1,)
        unit = _Unit(reach if len(pair) == 2 else 0, reach, 0)
        for column, side in zip(pair, sides, strict=True):
            y = 0
            for report in column:
                unit.members.append((report, side * (BRANCH + tree.width // 2), y, side))
                y += tree.heights[report] + LIST_GAP
            unit.height = max(unit.height, y - LIST_GAP)
        yield unit


def _side_by_side(units: Sequence[_Unit]) -> tuple[list[int], int, int]:
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


def _around_trunk(units: Sequence[_Unit]) -> tuple[list[int], int, int]:
    """The same for a row with a trunk to the next row in its middle, half of it on each side."""
    half = _wide(units) // 2
    ends = accumulate(unit.left + unit.right + UNIT_GAP for unit in units)
    left = max(1, sum(end - UNIT_GAP // 2 <= half + UNIT_GAP for end in ends))
    x = -_wide(units[:left]) - UNIT_GAP
    reach = -x
    at = []
    for number, unit in enumerate(units):
        if number == left:
            x = UNIT_GAP
        at.append(x + unit.left)
        x += unit.left + unit.right + UNIT_GAP
    return at, reach, max(0, x - UNIT_GAP)


def _from_bus(unit: _Unit, x: int, stem: Point, bus: int, tree: Tree) -> Iterator[Part]:
    start = (stem,) if x == 0 else (stem, (0, bus), (x, bus))
    top = bus + DROP
    for report, dx, dy, side in unit.members:
        y = top + dy
        if side:
            middle = y + tree.heights[report] // 2
            path = (*start, (x, middle), (x + side * BRANCH, middle))
        else:
            path = (*start, (x, y))
        yield Part(report, x + dx, y, path)
