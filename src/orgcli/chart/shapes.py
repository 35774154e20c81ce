"""The shape of each subtree, from the leaves up: how far it reaches and where its cards go."""

from collections.abc import Iterator, Sequence

from orgcli.chart.tree import BRANCH, DROP, INDENT, LIST_GAP, SUBLIST_GAP, Part, Point, Shapes, Tree
from orgcli.chart.units import Unit, around_trunk, rows_of, side_by_side, tiers, units_below

_LONGEST_LIST = 30
"""Cards of an indented list, or of a column where the team is not much larger."""


def shapes(tree: Tree) -> Shapes:
    """Give every subtree its shape, bottom-up; linear and without recursion.

    Small subtrees below the top are lists indented under their manager, as tall as a page of
    this many cards can take; everything larger stands side by side. Teams without managers
    stand in columns at both sides of a trunk.
    """
    tallest = min(_LONGEST_LIST, max(4, rows_of(len(tree.order))))
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
    rows = tiers(list(units_below(card, others, tree, made, tallest)))
    stem = (0, tree.heights[card])
    for number, units in enumerate(rows, 1):
        bus = bottom + DROP * (1 if number == 1 else 2)
        bottom = bus + DROP + max(unit.height for unit in units)
        last = number == len(rows)
        at, left, right = side_by_side(units) if last else around_trunk(units)
        made.left[card] = max(made.left[card], left)
        made.right[card] = max(made.right[card], right)
        for unit, x in zip(units, at, strict=True):
            parts.extend(_from_bus(unit, x, stem, bus, tree))
    made.height[card] = bottom
    made.parts[card] = parts


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


def _from_bus(unit: Unit, x: int, stem: Point, bus: int, tree: Tree) -> Iterator[Part]:
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
