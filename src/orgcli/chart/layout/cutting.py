"""A chart too large for one page is cut into parts that fit a page each.

From the leaves up, as Kundu and Misra partition trees ("A linear tree partitioning algorithm",
1977): where what is below a card does not fit, its heaviest subtrees become parts of their own
until the rest does. A part that is left half empty takes in the upper cards of those below it.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from orgcli.chart.layout.layout import LONE_GAP_X, LONE_GAP_Y
from orgcli.chart.layout.shapes import Shaper
from orgcli.chart.layout.tree import Shapes, Tree

NOTE = 12
"""Points that a note on a card takes: on which page its reports are."""
_HALF = 0.5

_State = tuple[int, list[int], int, Shapes]
"""A card with its reports, its height and its shapes."""


class Room(NamedTuple):
    """The room of a page for cards, in points of the layout."""

    width: float
    height: float


class ChartPart(NamedTuple):
    """Cards that stand together on a page.

    head   the card at the top; the first of several who neither report nor have reports
    cards  all of them, the head first, managers before their reports
    fill   how much of a page they take, from 0 to 1
    """

    head: int
    cards: Sequence[int]
    fill: float


def cut(tree: Tree, room: Room, branches: bool = False) -> list[ChartPart]:
    """The parts of a forest: every card stands with each of its reports in just one of them.

    A card whose reports are in another part is in both: as one without reports in the part of
    its manager, and as the head of its own. One with more reports than a page takes is the head
    of several. Each such card has room for a note.

    branches  whether every report of the top with reports has a part of its own in any case
    """
    cutter = _Cutter(tree, room, branches)
    tops = [card for card in tree.order if tree.manager[card] < 0]
    for top in tops:
        if tree.reports[top]:
            cutter.end(top)
    lone = [top for top in tops if not tree.reports[top]]
    return [*cutter.every(), *_alone(lone, tree, room)]


def _alone(cards: Sequence[int], tree: Tree, room: Room) -> Iterator[ChartPart]:
    """Those who neither report nor have reports, as many together as a page takes."""
    if not cards:
        return
    highest = max(tree.heights[card] for card in cards) + LONE_GAP_Y
    per_page = max(1, int(room.width // (tree.width + LONE_GAP_X)) * int(room.height // highest))
    for first in range(0, len(cards), per_page):
        part_cards = cards[first : first + per_page]
        yield ChartPart(part_cards[0], part_cards, min(1.0, len(part_cards) / per_page))


class _Below(NamedTuple):
    """What a head has in one of its parts: reports, and how much of a page the part takes."""

    reports: list[int]
    fill: float


class _Cutter(Shaper):
    """The shapes of a forest from which everything that is too large for a page is cut off."""

    def __init__(self, tree: Tree, room: Room, branches: bool) -> None:
        self._room, self._branches = room, branches
        self._reports = [list(reports) for reports in tree.reports]
        self._high = list(tree.heights)
        self._below: dict[int, list[_Below]] = defaultdict(list)
        # Who has reports stays a card where these are cut off.
        rows = [
            0 if reports else height
            for height, reports in zip(tree.rows, tree.reports, strict=bool(tree.rows))
        ]
        own = replace(tree, reports=self._reports, heights=self._high, rows=rows)
        super().__init__(own, upright=0)

    def _shape_subtrees(self) -> None:
        """Each by itself: what is cut off changes the tree, and later its other subtrees."""
        for card in reversed(self.tree.order):
            if self._reports[card]:
                self.shapes[card] = self._shapes_of(card)

    def every(self) -> Iterator[ChartPart]:
        """All parts, managers' before their reports'."""
        for head in self.tree.order:
            for below in self._below.get(head, ()):
                yield ChartPart(head, [head, *self._all(below.reports)], below.fill)

    def _all(self, cards: Iterable[int]) -> list[int]:
        """Cards with all that is below them in their part."""
        subtree = list(cards)
        for at in subtree:
            subtree.extend(self._reports[at])
        return subtree

    def end(self, head: int) -> None:
        """Let a part begin at this card, with what is still below it."""
        if self._fill(head) < _HALF and not self._branches:
            self._fill_up(head)
        self._below[head].insert(0, self._part_below(head))

    def _part_below(self, head: int) -> _Below:
        return _Below(self._reports[head], self._fill(head))

    def _shapes_of(self, card: int) -> Shapes:
        if self._branches and self.tree.manager[card] < 0:
            subtrees = [report for report in self._reports[card] if self._reports[report]]
            for subtree in subtrees:
                self.end(subtree)
            self._stub(subtrees)
        shapes = super()._shapes_of(card)
        if self._fits(shapes):
            return shapes
        shapes = self._lightened(card)
        return shapes if self._fits(shapes) else self._continued(card)

    def _shaped(self, card: int) -> Shapes:
        return super()._shapes_of(card)

    def _fits(self, shapes: Shapes) -> bool:
        width, height = self._room.width, self._room.height - NOTE
        return any(shape.width <= width and shape.height <= height for shape in shapes.hanging)

    def _area(self, card: int) -> int:
        return min(shape.width * shape.height for shape in self.shapes[card].hanging)

    def _fill(self, card: int) -> float:
        return self._area(card) / (self._room.width * self._room.height)

    def _lightened(self, card: int) -> Shapes:
        """The shapes of a card without the fewest of its heaviest subtrees."""
        subtrees = [report for report in self._reports[card] if self._reports[report]]
        subtrees.sort(key=self._area, reverse=True)

        def fits_without(count: int) -> bool:
            before = self._state(subtrees[:count])
            self._stub(subtrees[:count])
            fits = self._fits(self._shaped(card))
            self._restore(before)
            return fits

        count = bisect_left(range(len(subtrees)), True, key=fits_without)
        for subtree in subtrees[:count]:
            self.end(subtree)
        self._stub(subtrees[:count])
        return self._shaped(card)

    def _continued(self, card: int) -> Shapes:
        """The shapes of a card with as many of its reports as fit; the others follow on pages."""
        reports = self._reports[card]
        first: tuple[list[int], Shapes] | None = None
        at = 0
        while at < len(reports):
            remaining = len(reports) - at
            pages = -(-remaining // self._fitting(card, reports, at))
            self._reports[card] = reports[at : at - (-remaining // pages)]
            self.shapes[card] = self._shaped(card)
            if first is None:
                first = self._reports[card], self.shapes[card]
            else:
                self._below[card].append(self._part_below(card))
            at += len(self._reports[card])
        assert first is not None
        self._reports[card], self.shapes[card] = first
        return first[1]

    def _fitting(self, card: int, reports: Sequence[int], at: int) -> int:
        """How many of a card's reports fit a page, from this one on; one in any case.

        Twice as many are tried each time, so that many pages take no longer than they hold.
        """

        def too_many(count: int) -> bool:
            self._reports[card] = list(reports[at : at + count])
            return not self._fits(self._shaped(card))

        remaining, most = len(reports) - at, 1
        while most < remaining and not too_many(most):
            most *= 2
        counts = range(min(most, remaining) + 1)
        return max(1, bisect_left(counts, True, max(1, most // 2), key=too_many) - 1)

    def _stub(self, cards: Sequence[int]) -> None:
        """Let cards be without their reports, with a note that says where those are."""
        for card in cards:
            self._reports[card] = []
            self._high[card] += NOTE
            self.shapes[card] = self.card_shapes(self._high[card])

    def _state(self, cards: Iterable[int]) -> list[_State]:
        return [(card, self._reports[card], self._high[card], self.shapes[card]) for card in cards]

    def _restore(self, state: Iterable[_State]) -> None:
        for card, reports, height, shapes in state:
            self._reports[card], self._high[card], self.shapes[card] = reports, height, shapes

    def _fill_up(self, head: int) -> None:
        """Take in the upper cards of parts below, the lightest first, until half a page is full."""
        tried_stubs: set[int] = set()
        while self._fill(head) < _HALF:
            inner = self._all(self._reports[head])
            ended = (card for card in inner if card not in tried_stubs and not self._reports[card])
            stubs = [card for card in ended if len(self._below.get(card, ())) == 1]
            if not stubs:
                return
            lightest = min(stubs, key=lambda card: self._below[card][0].fill)
            tried_stubs.add(lightest)
            self._take_in(head, lightest)

    def _take_in(self, head: int, stub: int) -> None:
        """Put a card's reports where the card is, if they fit; what is below those stays apart."""
        reports = self._below[stub][0].reports
        inner = [report for report in reports if self._reports[report]]
        way = [stub]
        while way[-1] != head:
            way.append(self.tree.manager[way[-1]])
        before = self._state([*inner, *way])
        apart = {report: self._part_below(report) for report in inner}
        self._stub(inner)
        self._reports[stub] = reports
        self._high[stub] -= NOTE
        for card in way:
            self.shapes[card] = self._shaped(card)
        if not self._fits(self.shapes[head]):
            self._restore(before)
            return
        del self._below[stub]
        for report, below in apart.items():
            self._below[report].insert(0, below)
