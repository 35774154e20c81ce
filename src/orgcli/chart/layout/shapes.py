"""Computes the possible shapes of every subtree, from wide and low to narrow and tall.

Stockmeyer, "Optimal orientations of cells in slicing floorplan designs" (1983), carried over to
trees: from the leaves up each subtree keeps the shapes that no other beats in width and height,
and a shape remembers only how it was made, so that the parts of the chosen one are made once.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from orgcli.chart.layout.panels import panel_within
from orgcli.chart.layout.rows import (
    SiblingGroup,
    Stacked,
    Unit,
    UnitRow,
    columns,
    indent_of,
    sibling_groups,
    spread,
    stacked_panels,
    stacks,
)
from orgcli.chart.layout.shape_choice import best_shapes, evenly_chosen, lowest, narrowest
from orgcli.chart.layout.subtree_kinds import subtree_kinds, upright_cards
from orgcli.chart.layout.tree import (
    BRANCH,
    INDENT,
    LIST_GAP,
    PANEL_GAP,
    STACKED,
    SUBLIST_GAP,
    Extent,
    PanelShape,
    Shape,
    ShapeKind,
    Shapes,
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


class ListItem(NamedTuple):
    """A report in a list, or a panel that begins with it: the middle of its top edge."""

    report: int
    dx: int
    dy: int
    shape: Shape
    panel: PanelShape | None = None


class Shaper:
    """The shapes of all subtrees of a tree, and what each is made of.

    upright  layers from the top whose reports stand side by side in any case
    """

    def __init__(self, tree: Tree, upright: int = 1) -> None:
        self.tree = tree
        self.half = tree.width // 2
        cards = len(tree.order)
        self._most = _FINE if cards <= _MANY else _COARSE if cards <= _VERY_MANY else _COARSEST
        self.fine = self._most == _FINE
        cards_of = {height: self.card_shapes(height) for height in set(tree.heights)}
        self.shapes: list[Shapes] = [cards_of[height] for height in tree.heights]
        self._upright = upright_cards(tree, upright)
        self._groups: dict[int, Sequence[SiblingGroup]] = {}
        self._shape_subtrees()

    def _shape_subtrees(self) -> None:
        """From the leaves up; those of the same sizes have the same shapes."""
        kinds, shapes_of_kind = subtree_kinds(self.tree, self._upright), dict[int, Shapes]()
        for card in reversed(self.tree.order):
            if self.tree.reports[card]:
                if kinds[card] not in shapes_of_kind:
                    shapes_of_kind[kinds[card]] = self._shapes_of(card)
                self.shapes[card] = shapes_of_kind[kinds[card]]

    def card_shapes(self, height: int) -> Shapes:
        """The shapes of a card that nothing is below."""
        shapes = (Shape(self.half, self.half, height, ShapeKind.CARD),)
        return Shapes(shapes, shapes)

    def _groups_of(self, card: int) -> Sequence[SiblingGroup]:
        """The reports of a card in groups, without the assistants."""
        if card not in self._groups:
            _, others = split(card, self.tree)
            self._groups[card] = (
                [SiblingGroup([other]) for other in others]
                if self._are_peers(card, others)
                else sibling_groups(others, self.tree)
            )
        return self._groups[card]

    def _are_peers(self, card: int, reports: Sequence[int]) -> bool:
        return card in self._upright and len(reports) <= _PEERS

    def _shapes_of(self, card: int) -> Shapes:
        self._groups.pop(card, None)
        assistants, others = split(card, self.tree)
        upright, peers = card in self._upright, self._are_peers(card, others)
        beside = self.beside(card, assistants)
        hanging: list[Shape] = []
        indented: list[Shape] = []
        if not others:
            hanging.append(self._row_shape((), 0, 1, beside))
        listed = Extent(
            self.half,
            self.half + (2 * INDENT if assistants else 0),
            self.below_listed(card, assistants),
        )
        for units, limit, tiers in self._side_by_side(card, peers, upright):
            rows = list(spread(units, tiers, self.half, self.fine))
            hanging.append(self._row_shape(rows, limit, tiers, beside))
            if len(rows) == 1 and not upright:
                indented.append(self._indented_shape(rows[0], limit, tiers, listed))
        if not upright or not others:
            lists = list(self._lists(card))
            hanging.extend(lists)
            indented.extend(lists)
        return Shapes(best_shapes(hanging, self._most), best_shapes(indented, self._most))

    def _lists(self, card: int) -> Iterator[Shape]:
        tree = self.tree
        subtrees = [report for report in tree.reports[card] if tree.reports[report]]
        shapes = [self.shapes[subtree].indented for subtree in subtrees]
        least = max((options[-1].width for options in shapes), default=tree.width)
        widths = {shape.width for options in shapes for shape in options}
        for group in self._groups_of(card):
            if group.panel:
                count = len(group.cards)
                widths.update(-(-count // rows) * tree.panel_width for rows, _ in group.columns)
        for limit in self._limits(least, widths):
            reach = height = 0
            for item in self.listed(card, limit):
                panel = item.panel
                right, high = (
                    (panel.width // 2, panel.height)
                    if panel
                    else (item.shape.right, item.shape.height)
                )
                reach = max(reach, item.dx + right)
                height = item.dy + high
            yield Shape(self.half, max(self.half, reach), height, ShapeKind.LIST, limit)

    def listed(self, card: int, limit: int) -> Iterator[ListItem]:
        """The reports of a list, each no wider than the limit where it can be."""
        tree = self.tree
        assistants, _ = split(card, tree)
        yield from self.listed_assistants(card, assistants)
        y = self.below_listed(card, assistants)
        for group in self._groups_of(card):
            if group.panel:
                panel = panel_within(group.cards, limit, tree)
                dx = INDENT - self.half + panel.width // 2
                y += LIST_GAP if y > tree.heights[card] else PANEL_GAP
                first = group.cards[0]
                yield ListItem(first, dx, y, self.shapes[first].indented[0], panel)
                y += panel.height + SUBLIST_GAP - LIST_GAP
                continue
            for report in group.cards:
                shapes = self.shapes[report].indented
                shape = lowest(shapes, limit) if tree.reports[report] else shapes[0]
                y += LIST_GAP
                yield ListItem(report, INDENT, y, shape)
                y += shape.height + (SUBLIST_GAP - LIST_GAP if tree.reports[report] else 0)

    def listed_assistants(self, card: int, assistants: Sequence[int]) -> Iterator[ListItem]:
        """Assistants in a list: first, and further to the right than the reports."""
        y = self.tree.heights[card]
        for report in assistants:
            y += LIST_GAP
            yield ListItem(report, 2 * INDENT, y, self.shapes[report].indented[0])
            y += self.tree.heights[report]

    def below_listed(self, card: int, assistants: Sequence[int]) -> int:
        """How far down a card with its assistants in a list reaches."""
        own = self.tree.heights[card]
        return own + sum(LIST_GAP + self.tree.heights[assistant] for assistant in assistants)

    def _side_by_side(
        self, card: int, peers: bool, upright: bool
    ) -> Iterator[tuple[Sequence[Unit], int, int]]:
        """The ways in which reports stand in rows: the units, their limit, and how many rows.

        One row; several as well, unless they are to stand side by side as peers.
        """
        if not self._groups_of(card):
            return
        for limit in self._heights(card):
            units = self.units(card, limit)
            if not upright and _is_lone(units):
                continue
            most = 1 if peers else (len(units) + 1) // 2
            yield from ((units, limit, tiers) for tiers in _TIERS if tiers <= most)
        if not upright and len(self._groups_of(card)) > 1:
            yield from self._stacks(card)

    def _stacks(self, card: int) -> Iterator[tuple[Sequence[Unit], int, int]]:
        """Rows of columns about as high as each other, of two columns and more."""
        least = total = count = 0
        for group in self._groups_of(card):
            if group.panel:
                count += 1
                least = max(least, group.columns[0][1])
                total += group.columns[-1][1] + LIST_GAP
                continue
            for report in group.cards:
                shapes = self.shapes[report].indented
                count += 1
                least = max(least, shapes[0].height)
                total += shapes[-1].height + LIST_GAP
        parts = _STACKS if self.fine else _STACKS_OF_MANY
        limits = {max(least, total * part // 12) for part in parts}
        if self.fine:
            limits.update(height for height in self._heights(card) if height >= least)
        for limit in evenly_chosen(sorted(limits), self._most):
            units = self.units(card, limit, stacked=True)
            if 1 < len(units) < count:
                yield units, limit, STACKED

    def _row_shape(self, rows: Sequence[UnitRow], limit: int, tiers: int, beside: Extent) -> Shape:
        left = max(self.half, beside.left, *(row.left for row in rows))
        right = max(self.half, beside.right, *(row.right for row in rows))
        height = beside.height + sum(row.height for row in rows)
        return Shape(left, right, height, ShapeKind.ROW, limit, tiers)

    def _indented_shape(self, row: UnitRow, limit: int, tiers: int, listed: Extent) -> Shape:
        reach = row.right + indent_of(row, self.half)
        right, height = max(listed.right, reach), listed.height + row.height
        return Shape(self.half, right, height, ShapeKind.INDENTED, limit, tiers)

    def _heights(self, card: int) -> Sequence[int]:
        """The heights that make a difference to the reports of a card, some of them."""
        least, heights = 0, set[int]()
        for group in self._groups_of(card):
            if group.columns:
                least = max(least, group.columns[0][1])
                heights.update(height for _, height in group.columns)
            else:
                shapes = self.shapes[group.cards[0]].hanging
                least = max(least, shapes[0].height)
                heights.update(shape.height for shape in shapes)
        return self._limits(least, heights)

    def _limits(self, least: int, sizes: set[int]) -> Sequence[int]:
        """The sizes that are not below the least, and the least itself; some of many."""
        limits = {least, *(size for size in sizes if size > least)}
        return evenly_chosen(sorted(limits), self._most)

    def units(self, card: int, limit: int, stacked: bool = False) -> list[Unit]:
        """The reports of a card as they stand side by side, none higher than the limit.

        stacked  as many of them below each other as the limit takes
        """
        if stacked:
            return list(stacks(self._stacked(card, limit), self.tree, limit))
        units: list[Unit] = []
        shape_of = self.alike(card, limit)
        for group in self._groups_of(card):
            if group.columns:
                units.extend(columns(group, self.tree, limit))
            else:
                report = group.cards[0]
                shape = shape_of.get(report) or narrowest(self.shapes[report].hanging, limit)
                over = self.tree.heights[report] if shape.kind is ShapeKind.ROW else 0
                members = ((report, 0, 0, 0),)
                units.append(Unit(shape.left, shape.right, shape.height, members, over))
        return units

    def _stacked(self, card: int, limit: int) -> Iterator[Stacked]:
        for group in self._groups_of(card):
            if group.panel:
                yield from stacked_panels(group, self.tree, limit)
                continue
            for report in group.cards:
                shape = narrowest(self.shapes[report].indented, limit)
                yield Stacked(report, shape.left, shape.right, shape.height)

    def alike(self, card: int, limit: int) -> dict[int, Shape]:
        """Subtrees in a row that stand as most siblings do, each a little wider than it could.

        Siblings laid out each in its own way look ragged. None where there are too many cards to
        look at all.
        """
        if not self.fine or len(self._groups_of(card)) < _SIBLINGS:
            return {}
        subtrees = [group.cards[0] for group in self._groups_of(card) if not group.columns]
        usually = {subtree: narrowest(self.shapes[subtree].hanging, limit) for subtree in subtrees}
        ways = [shape.kind for shape in usually.values() if shape.kind is not ShapeKind.CARD]
        if len(ways) < _SIBLINGS or len(set(ways)) == 1:
            return {}
        usual = max(sorted(set(ways)), key=ways.count)
        shape_of = {}
        for subtree, shape in usually.items():
            if shape.kind not in (ShapeKind.CARD, usual):
                fitting = [
                    candidate
                    for candidate in self.shapes[subtree].hanging
                    if candidate.kind is usual and candidate.height <= limit
                ]
                if fitting and fitting[-1].width <= shape.width * _RAGGED:
                    shape_of[subtree] = fitting[-1]
        return shape_of

    def beside(self, card: int, assistants: Sequence[int]) -> Extent:
        """How far a card with its assistants, in pairs beside the stem, reaches."""
        y = self.tree.heights[card]
        reach = BRANCH + self.tree.width
        for first in range(0, len(assistants), 2):
            y += LIST_GAP + max(
                self.tree.heights[assistant] for assistant in assistants[first : first + 2]
            )
        return Extent(reach if len(assistants) > 1 else 0, reach if assistants else 0, y)


def _is_lone(units: Sequence[Unit]) -> bool:
    """Whether one report, or one panel, is all that stands in a row."""
    return len(units) == 1 and len(units[0].members) == 1
