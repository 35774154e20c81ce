"""Every subtree offers a few shapes, from wide and low to narrow and tall; the page chooses.

Stockmeyer, "Optimal orientations of cells in slicing floorplan designs" (1983), carried over to
trees: from the leaves up each subtree keeps the shapes that no other beats in width and height,
and a shape remembers only how it was made, so that the parts of the chosen one are made once.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from operator import attrgetter
from typing import NamedTuple, TypeVar

from orgcli.chart.layout.rows import Run, Unit, columns, from_bus, leaf_runs, spread, stacks
from orgcli.chart.layout.tree import BRANCH, DROP, INDENT, LIST_GAP, SUBLIST_GAP, Part, Tree, split

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
STACKED = 0
_STACKS = (2, 3, 4, 5, 6, 7, 8, 9)
_STACKS_OF_MANY = (4, 6)
"""Twelfths of the height of one column at which reports are stacked in several."""
T = TypeVar("T")


class How(IntEnum):
    """How a manager's reports stand."""

    CARD = 0  # there are none
    LIST = 1  # below each other, indented, on a trunk at the left
    ROW = 2  # side by side under a shared line, or in several such rows


class Shape(NamedTuple):
    """One way to place a card with all below it; left and right of the middle of the card.

    limit  of a list: how wide its reports may be; of rows: how high
    tiers  rows below each other; STACKED for one row in which reports also stand below each other
    """

    left: int
    right: int
    height: int
    how: How
    limit: int = 0
    tiers: int = 1

    @property
    def width(self) -> int:
        """From the leftmost card to the rightmost."""
        return self.left + self.right


class Shaper:
    """The shapes of all subtrees of a tree, and what each is made of.

    upright  layers from the top whose reports stand side by side in any case
    """

    def __init__(self, tree: Tree, upright: int = 1) -> None:
        self.tree = tree
        self._half = tree.width // 2
        cards = len(tree.order)
        self._most = _FINE if cards <= _MANY else _COARSE if cards <= _VERY_MANY else _COARSEST
        leaves = {h: (Shape(self._half, self._half, h, How.CARD),) for h in set(tree.heights)}
        self.shapes: list[Sequence[Shape]] = [leaves[height] for height in tree.heights]
        self._runs: dict[int, Sequence[Run]] = {}
        layer = [0] * len(tree.order)
        for card in tree.order:
            layer[card] = layer[tree.manager[card]] + 1 if tree.manager[card] >= 0 else 1
        for card in reversed(tree.order):
            if tree.reports[card]:
                self.shapes[card] = self._offered(card, layer[card] <= upright)

    def _offered(self, card: int, upright: bool) -> Sequence[Shape]:
        assistants, others = split(card, self.tree)
        peers = upright and len(others) <= _PEERS
        self._runs[card] = [Run([one]) for one in others] if peers else leaf_runs(others, self.tree)
        offered = list(self._rows(card, assistants, peers))
        chain = len(others) == 1 and bool(self.tree.reports[others[0]])
        if (not upright and not chain) or not others:
            offered.extend(self._lists(card))
        if not upright and len(self._runs[card]) > 1:
            offered.extend(self._stacks(card, assistants))
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
        wider = [width for width in {least, *widths} if width >= least]
        for limit in some(sorted(wider), self._most):
            reach = height = 0
            for _, dx, dy, shape in self.listed(card, limit):
                reach = max(reach, dx + shape.right)
                height = dy + shape.height
            yield Shape(self._half, max(self._half, reach), height, How.LIST, limit)

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

    def _rows(self, card: int, assistants: Sequence[int], peers: bool) -> Iterator[Shape]:
        """One row; several as well, unless they are to stand side by side as peers."""
        top, aside_left, aside_right = self.beside(card, assistants)
        if not self._runs[card]:
            yield Shape(max(self._half, aside_left), max(self._half, aside_right), top, How.ROW)
            return
        for limit in self._heights(card):
            units = self.units(card, limit)
            most = 1 if peers else (len(units) + 1) // 2
            for tiers in [one for one in _TIERS if one <= most]:
                yield self._row_shape(units, limit, tiers, (top, aside_left, aside_right))

    def _stacks(self, card: int, assistants: Sequence[int]) -> Iterator[Shape]:
        """Rows of columns about as high as each other, of two columns and more."""
        reports = [report for run in self._runs[card] for report in run.cards]
        lowest = max(self.shapes[one][0].height for one in reports)
        gaps = LIST_GAP * len(reports)
        total = sum(self.shapes[one][-1].height for one in reports) + gaps
        parts = _STACKS if self._most == _FINE else _STACKS_OF_MANY
        tried = {max(lowest, total * part // 12) for part in parts}
        if self._most == _FINE:
            tried.update(self._heights(card))
        for limit in some(sorted(tried), self._most):
            units = self.units(card, limit, stacked=True)
            if 1 < len(units) < len(reports):
                yield self._row_shape(units, limit, STACKED, self.beside(card, assistants))

    def _row_shape(
        self, units: Sequence[Unit], limit: int, tiers: int, aside: tuple[int, int, int]
    ) -> Shape:
        height, left, right = aside
        for _, _, row_left, row_right, row_height in spread(units, tiers, self._half):
            left, right = max(left, row_left), max(right, row_right)
            height += row_height
        left, right = max(left, self._half), max(right, self._half)
        return Shape(left, right, height, How.ROW, limit, tiers)

    def _heights(self, card: int) -> Sequence[int]:
        """The heights that make a difference to the reports of a card, some of them."""
        least, heights = 0, set[int]()
        for run in self._runs[card]:
            if run.columns:
                least = max(least, run.columns[0][1])
                heights.update(height for _, height in run.columns)
            else:
                shapes = self.shapes[run.cards[0]]
                least = max(least, shapes[0].height)
                heights.update(shape.height for shape in shapes)
        higher = [height for height in {least, *heights} if height >= least]
        return some(sorted(higher), self._most)

    def units(self, card: int, limit: int, stacked: bool = False) -> list[Unit]:
        """The reports of a card as they stand side by side, none higher than the limit.

        stacked  as many of them below each other as the limit takes
        """
        if stacked:
            listed = (report for run in self._runs[card] for report in run.cards)
            pairs = ((report, self.narrowest(report, limit)) for report in listed)
            return list(stacks(pairs, self.tree, limit))
        units: list[Unit] = []
        chosen = self._alike(card, limit)
        for run in self._runs[card]:
            if run.columns:
                units.extend(columns(run, self.tree, limit))
            else:
                report = run.cards[0]
                shape = chosen.get(report) or self.narrowest(report, limit)
                over = self.tree.heights[report] if shape.how is How.ROW else 0
                members = ((report, 0, 0, 0),)
                units.append(Unit(shape.left, shape.right, shape.height, members, over))
        return units

    def _alike(self, card: int, limit: int) -> dict[int, Shape]:
        """Subtrees in a row that stand as most siblings do, each a little wider than it could.

        Siblings laid out each in its own way look ragged. None where there are too many cards to
        look at all.
        """
        if self._most != _FINE or len(self._runs[card]) < _SIBLINGS:
            return {}
        subtrees = [run.cards[0] for run in self._runs[card] if not run.columns]
        narrowest = {one: self.narrowest(one, limit) for one in subtrees}
        ways = [shape.how for shape in narrowest.values() if shape.how is not How.CARD]
        if len(ways) < _SIBLINGS or len(set(ways)) == 1:
            return {}
        usual = max(sorted(set(ways)), key=ways.count)
        chosen = {}
        for one, shape in narrowest.items():
            if shape.how not in (How.CARD, usual):
                fitting = [it for it in self.shapes[one] if it.how is usual and it.height <= limit]
                if fitting and fitting[-1].width <= shape.width * _RAGGED:
                    chosen[one] = fitting[-1]
        return chosen

    def beside(self, card: int, assistants: Sequence[int]) -> tuple[int, int, int]:
        """Where assistants in pairs beside the stem end, and how far they reach left and right."""
        y = self.tree.heights[card]
        reach = BRANCH + self.tree.width
        for first in range(0, len(assistants), 2):
            y += LIST_GAP + max(self.tree.heights[one] for one in assistants[first : first + 2])
        return y, reach if len(assistants) > 1 else 0, reach if assistants else 0

    def parts(self, card: int, shape: Shape) -> Iterator[tuple[Part, Shape]]:
        """The reports of a card in one of its shapes, each with a shape of its own."""
        if shape.how is How.LIST:
            yield from self._listed_parts(card, shape.limit)
        elif shape.how is How.ROW:
            yield from self._row_parts(card, shape)

    def _listed_parts(self, card: int, limit: int) -> Iterator[tuple[Part, Shape]]:
        bottom, trunk = self.tree.heights[card], INDENT // 2 - self._half
        for report, dx, dy, shape in self.listed(card, limit):
            middle = dy + self.tree.heights[report] // 2
            path = ((trunk, bottom), (trunk, middle), (dx - self._half, middle))
            yield Part(report, dx, dy, path), shape

    def _row_parts(self, card: int, shape: Shape) -> Iterator[tuple[Part, Shape]]:
        assistants, _ = split(card, self.tree)
        yield from self._assistants(card, assistants)
        bottom, *_ = self.beside(card, assistants)
        stem = (0, self.tree.heights[card])
        stacked = shape.tiers == STACKED
        units = self.units(card, shape.limit, stacked)
        alike = {} if stacked else self._alike(card, shape.limit)
        rows = spread(units, shape.tiers, self._half) if units else ()
        for number, (row, at, _, _, height) in enumerate(rows):
            bus = bottom + DROP * (1 if number == 0 else 2)
            bottom += height
            for unit, x in zip(row, at, strict=True):
                for part in from_bus(unit, x, stem, bus, self.tree):
                    own = alike.get(part.report)
                    yield part, own or self.narrowest(part.report, shape.limit)

    def _assistants(self, card: int, assistants: Sequence[int]) -> Iterator[tuple[Part, Shape]]:
        tree = self.tree
        bottom = y = tree.heights[card]
        for first in range(0, len(assistants), 2):
            y += LIST_GAP
            pair = assistants[first : first + 2]
            for report, side in zip(pair, (1, -1), strict=False):
                middle = y + tree.heights[report] // 2
                path = ((0, bottom), (0, middle), (side * BRANCH, middle))
                dx = side * (BRANCH + tree.width // 2)
                yield Part(report, dx, y, path), self.shapes[report][0]
            y += max(tree.heights[report] for report in pair)


def some(ordered: Sequence[T], most: int) -> Sequence[T]:
    """At most so many of a sequence, the first and the last among them, evenly chosen."""
    if len(ordered) <= most:
        return ordered
    last = len(ordered) - 1
    return [ordered[at * last // (most - 1)] for at in range(most)]


def _best(offered: Iterable[Shape], most: int) -> Sequence[Shape]:
    """The shapes that no other beats, from low and wide to high and narrow; some of many."""
    kept: list[Shape] = []
    for shape in sorted(offered, key=lambda one: (one.height, one.width, one.how, one.tiers)):
        if not kept or shape.width < kept[-1].width:
            kept.append(shape)
    return some(kept, most)
