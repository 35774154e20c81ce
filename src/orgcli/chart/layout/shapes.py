"""Computes the possible shapes of every subtree, from wide and low to narrow and tall.

Stockmeyer, "Optimal orientations of cells in slicing floorplan designs" (1983), carried over to
trees: from the leaves up each subtree keeps the shapes that no other beats in width and height,
and a shape remembers only how it was made, so that the parts of the chosen one are made once.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import TypeVar

from orgcli.chart.layout.rows import (
    SiblingGroup,
    Unit,
    columns,
    reports_below_bus,
    sibling_groups,
    spread,
    stacks,
)
from orgcli.chart.layout.tree import (
    BRANCH,
    DROP,
    INDENT,
    LIST_GAP,
    STACKED,
    SUBLIST_GAP,
    Extent,
    PlacedReport,
    Shape,
    ShapeKind,
    Tree,
    split,
)

_FINE, _COARSE, _COARSEST = 64, 6, 4
_MANY, _VERY_MANY = 1_500, 60_000
"""Shapes that a subtree keeps, and limits that it tries; few where there are many cards."""
_PEERS = 9
"""So many reports of the top always stand side by side."""
_TIERS = (1, 2, 3, 5, 8, 13, 21, 34, 55)
"""Rows below each other that are tried, with about two reports or columns in each."""
_SIBLINGS = 3
_RAGGED = 1.15
"""How much wider a subtree may be to look like its siblings, where there are at least so many."""
_STACKS = (2, 3, 4, 5, 6, 7, 8, 9)
_STACKS_OF_MANY = (4, 6)
"""Twelfths of the height of one column at which reports are stacked in several."""
_T = TypeVar("_T")


class Shaper:
    """The shapes of all subtrees of a tree, and what each is made of.

    upright  layers from the top whose reports stand side by side in any case
    """

    def __init__(self, tree: Tree, upright: int = 1) -> None:
        self.tree = tree
        self._half = tree.width // 2
        cards = len(tree.order)
        self._most = _FINE if cards <= _MANY else _COARSE if cards <= _VERY_MANY else _COARSEST
        leaves = {h: (Shape(self._half, self._half, h, ShapeKind.CARD),) for h in set(tree.heights)}
        self.shapes: list[Sequence[Shape]] = [leaves[height] for height in tree.heights]
        self._groups: dict[int, Sequence[SiblingGroup]] = {}
        layer = [0] * cards
        for card in tree.order:
            layer[card] = layer[tree.manager[card]] + 1 if tree.manager[card] >= 0 else 1
        for card in reversed(tree.order):
            if tree.reports[card]:
                self.shapes[card] = self._shapes_of(card, layer[card] <= upright)

    def _shapes_of(self, card: int, upright: bool) -> Sequence[Shape]:
        assistants, others = split(card, self.tree)
        peers = upright and len(others) <= _PEERS
        self._groups[card] = (
            [SiblingGroup([one]) for one in others] if peers else sibling_groups(others, self.tree)
        )
        beside = self.beside(card, assistants)
        offered = list(self._rows(card, beside, peers))
        chain = len(others) == 1 and bool(self.tree.reports[others[0]])
        if (not upright and not chain) or not others:
            offered.extend(self._lists(card))
        if not upright and len(self._groups[card]) > 1:
            offered.extend(self._stacks(card, beside))
        return _best(offered, self._most)

    def narrowest(self, card: int, height: int) -> Shape:
        """The narrowest shape of a subtree no higher than this, else its lowest."""
        shapes = self.shapes[card]
        return shapes[max(0, bisect_right(shapes, height, key=attrgetter("height")) - 1)]

    def lowest(self, card: int, width: int) -> Shape:
        """The lowest shape of a subtree no wider than this, else its narrowest."""
        shapes = self.shapes[card]
        at = bisect_left(shapes, -width, key=lambda shape: -shape.width)
        return shapes[min(at, len(shapes) - 1)]

    def _lists(self, card: int) -> Iterator[Shape]:
        tree = self.tree
        subtrees = [one for one in tree.reports[card] if tree.reports[one]]
        least = max((self.shapes[one][-1].width for one in subtrees), default=tree.width)
        widths = {shape.width for one in subtrees for shape in self.shapes[one]}
        for limit in self._limits(least, widths):
            reach = height = 0
            for _, dx, dy, shape in self.listed(card, limit):
                reach = max(reach, dx + shape.right)
                height = dy + shape.height
            yield Shape(self._half, max(self._half, reach), height, ShapeKind.LIST, limit)

    def listed(self, card: int, limit: int) -> Iterator[tuple[int, int, int, Shape]]:
        """The reports of a list: each with the middle of its card's top edge, and its shape."""
        tree = self.tree
        assistants, others = split(card, tree)
        y = tree.heights[card]
        for report in (*assistants, *others):
            shape = self.lowest(report, limit) if tree.reports[report] else self.shapes[report][0]
            indent = 2 * INDENT if report in assistants else INDENT
            y += LIST_GAP
            yield report, indent + shape.left - self._half, y, shape
            y += shape.height + (SUBLIST_GAP - LIST_GAP if tree.reports[report] else 0)

    def _rows(self, card: int, beside: Extent, peers: bool) -> Iterator[Shape]:
        """One row; several as well, unless they are to stand side by side as peers."""
        if not self._groups[card]:
            yield self._row_shape((), 0, 1, beside)
            return
        for limit in self._heights(card):
            units = self.units(card, limit)
            most = 1 if peers else (len(units) + 1) // 2
            for tiers in [one for one in _TIERS if one <= most]:
                yield self._row_shape(units, limit, tiers, beside)

    def _stacks(self, card: int, beside: Extent) -> Iterator[Shape]:
        """Rows of columns about as high as each other, of two columns and more."""
        reports = [report for group in self._groups[card] for report in group.cards]
        lowest = max(self.shapes[one][0].height for one in reports)
        gaps = LIST_GAP * len(reports)
        total = sum(self.shapes[one][-1].height for one in reports) + gaps
        parts = _STACKS if self._most == _FINE else _STACKS_OF_MANY
        tried = {max(lowest, total * part // 12) for part in parts}
        if self._most == _FINE:
            tried.update(self._heights(card))
        for limit in evenly_chosen(sorted(tried), self._most):
            units = self.units(card, limit, stacked=True)
            if 1 < len(units) < len(reports):
                yield self._row_shape(units, limit, STACKED, beside)

    def _row_shape(self, units: Sequence[Unit], limit: int, tiers: int, beside: Extent) -> Shape:
        rows = list(spread(units, tiers, self._half)) if units else []
        left = max(self._half, beside.left, *(row.left for row in rows))
        right = max(self._half, beside.right, *(row.right for row in rows))
        height = beside.height + sum(row.height for row in rows)
        return Shape(left, right, height, ShapeKind.ROW, limit, tiers)

    def _heights(self, card: int) -> Sequence[int]:
        """The heights that make a difference to the reports of a card, some of them."""
        least, heights = 0, set[int]()
        for group in self._groups[card]:
            if group.columns:
                least = max(least, group.columns[0][1])
                heights.update(height for _, height in group.columns)
            else:
                shapes = self.shapes[group.cards[0]]
                least = max(least, shapes[0].height)
                heights.update(shape.height for shape in shapes)
        return self._limits(least, heights)

    def _limits(self, least: int, sizes: set[int]) -> Sequence[int]:
        """The sizes that are not below the least, and the least itself; some of many."""
        tried = {least, *(size for size in sizes if size > least)}
        return evenly_chosen(sorted(tried), self._most)

    def units(self, card: int, limit: int, stacked: bool = False) -> list[Unit]:
        """The reports of a card as they stand side by side, none higher than the limit.

        stacked  as many of them below each other as the limit takes
        """
        if stacked:
            listed = (report for group in self._groups[card] for report in group.cards)
            pairs = ((report, self.narrowest(report, limit)) for report in listed)
            return list(stacks(pairs, self.tree, limit))
        units: list[Unit] = []
        chosen = self._alike(card, limit)
        for group in self._groups[card]:
            if group.columns:
                units.extend(columns(group, self.tree, limit))
            else:
                report = group.cards[0]
                shape = chosen.get(report) or self.narrowest(report, limit)
                over = self.tree.heights[report] if shape.kind is ShapeKind.ROW else 0
                members = ((report, 0, 0, 0),)
                units.append(Unit(shape.left, shape.right, shape.height, members, over))
        return units

    def _alike(self, card: int, limit: int) -> dict[int, Shape]:
        """Subtrees in a row that stand as most siblings do, each a little wider than it could.

        Siblings laid out each in its own way look ragged. None where there are too many cards to
        look at all.
        """
        if self._most != _FINE or len(self._groups[card]) < _SIBLINGS:
            return {}
        subtrees = [group.cards[0] for group in self._groups[card] if not group.columns]
        narrowest = {one: self.narrowest(one, limit) for one in subtrees}
        ways = [shape.kind for shape in narrowest.values() if shape.kind is not ShapeKind.CARD]
        if len(ways) < _SIBLINGS or len(set(ways)) == 1:
            return {}
        usual = max(sorted(set(ways)), key=ways.count)
        chosen = {}
        for one, shape in narrowest.items():
            if shape.kind not in (ShapeKind.CARD, usual):
                fitting = [it for it in self.shapes[one] if it.kind is usual and it.height <= limit]
                if fitting and fitting[-1].width <= shape.width * _RAGGED:
                    chosen[one] = fitting[-1]
        return chosen

    def beside(self, card: int, assistants: Sequence[int]) -> Extent:
        """How far a card with its assistants, in pairs beside the stem, reaches."""
        y = self.tree.heights[card]
        reach = BRANCH + self.tree.width
        for first in range(0, len(assistants), 2):
            y += LIST_GAP + max(self.tree.heights[one] for one in assistants[first : first + 2])
        return Extent(reach if len(assistants) > 1 else 0, reach if assistants else 0, y)

    def parts(self, card: int, shape: Shape) -> Iterator[tuple[PlacedReport, Shape]]:
        """The reports of a card in one of its shapes, each with a shape of its own."""
        if shape.kind is ShapeKind.LIST:
            yield from self._listed_parts(card, shape.limit)
        elif shape.kind is ShapeKind.ROW:
            yield from self._row_parts(card, shape)

    def _listed_parts(self, card: int, limit: int) -> Iterator[tuple[PlacedReport, Shape]]:
        bottom, trunk = self.tree.heights[card], INDENT // 2 - self._half
        for report, dx, dy, shape in self.listed(card, limit):
            middle = dy + self.tree.heights[report] // 2
            path = ((trunk, bottom), (trunk, middle), (dx - self._half, middle))
            yield PlacedReport(report, dx, dy, path), shape

    def _row_parts(self, card: int, shape: Shape) -> Iterator[tuple[PlacedReport, Shape]]:
        assistants, _ = split(card, self.tree)
        yield from self._assistants(card, assistants)
        bottom = self.beside(card, assistants).height
        stem = (0, self.tree.heights[card])
        stacked = shape.tiers == STACKED
        units = self.units(card, shape.limit, stacked)
        alike = {} if stacked else self._alike(card, shape.limit)
        rows = spread(units, shape.tiers, self._half) if units else ()
        for number, row in enumerate(rows):
            bus = bottom + DROP * (1 if number == 0 else 2)
            bottom += row.height
            for unit, x in zip(row.units, row.ways, strict=True):
                for part in reports_below_bus(unit, x, stem, bus, self.tree):
                    own = alike.get(part.report)
                    yield part, own or self.narrowest(part.report, shape.limit)

    def _assistants(
        self, card: int, assistants: Sequence[int]
    ) -> Iterator[tuple[PlacedReport, Shape]]:
        tree = self.tree
        bottom = y = tree.heights[card]
        for first in range(0, len(assistants), 2):
            y += LIST_GAP
            pair = assistants[first : first + 2]
            for report, side in zip(pair, (1, -1), strict=False):
                middle = y + tree.heights[report] // 2
                path = ((0, bottom), (0, middle), (side * BRANCH, middle))
                dx = side * (BRANCH + tree.width // 2)
                yield PlacedReport(report, dx, y, path), self.shapes[report][0]
            y += max(tree.heights[report] for report in pair)


def evenly_chosen(ordered: Sequence[_T], most: int) -> Sequence[_T]:
    """At most so many of a sequence, the first and the last among them, evenly chosen."""
    if len(ordered) <= most:
        return ordered
    last = len(ordered) - 1
    return [ordered[at * last // (most - 1)] for at in range(most)]


def _best(offered: Iterable[Shape], most: int) -> Sequence[Shape]:
    """The shapes that no other beats, from low and wide to high and narrow; some of many."""
    kept: list[Shape] = []
    for shape in sorted(offered, key=lambda one: (one.height, one.width, one.kind, one.tiers)):
        if not kept or shape.width < kept[-1].width:
            kept.append(shape)
    return evenly_chosen(kept, most)
