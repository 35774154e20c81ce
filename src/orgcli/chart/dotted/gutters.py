"""Computes the gutters between cards in which dotted lines can be routed."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from orgcli.chart.layout.layout import Box, DrawnLine
from orgcli.chart.layout.tree import Point

CLEAR = 4
"""The least distance to a card, and to a reporting line that runs the same way."""
_CORNER = 7
"""How far from the corners of a card, which are rounded, lines may start and end."""
_WIDE, _BESIDE = 48, 16
"""In gutters up to so wide lines run in the middle, in wider ones so far from the card."""
_SAME = 7
"""Gutters so near to each other are one; with a reporting line between them they are further."""
_CELL = 64

Span = tuple[int, int]
_Block = tuple[int, int, int, int]
"""What is in the way: from where to where along an axis, and from where to where across it."""


class Stroke(NamedTuple):
    """A level (axis 0) or upright (axis 1) stroke: its y or x, and from where to where."""

    axis: int
    at: int
    low: int
    high: int


class FreeSpace:
    """What is in the way of lines, by axis: 0 for level strokes, 1 for upright ones.

    boxes    the cards; one that is a row of a panel is as wide as that
    rows     the numbers of those that are: lines leave them at their left and right only
    bounds   from left to right, and from top to bottom: nothing runs outside of them
    strokes  the reporting lines, none covering another
    """

    def __init__(
        self,
        boxes: Sequence[Box],
        lines: Sequence[DrawnLine],
        margin: int = 0,
        obstacles: Sequence[Box] = (),
    ) -> None:
        """margin: how far lines may run outside of the rectangle around all cards.

        obstacles  what else nothing runs through; a panel if there are cards inside of it
        """
        rows = panel_rows(boxes, obstacles)
        self.boxes = [rows.get(card, box) for card, box in enumerate(boxes)] if rows else boxes
        self.rows = rows.keys()
        self._obstacles = obstacles
        self.bounds = bounds_of([*boxes, *obstacles], margin)
        strokes = {
            stroke
            for line in lines
            for stroke in strokes_of(line.points)
            if stroke.low < stroke.high
        }
        self.strokes = tuple(
            _merged(stroke for stroke in strokes if stroke.axis == axis) for axis in (0, 1)
        )
        self._free: dict[tuple[int, int], list[Span]] = {}
        self._blocks = tuple(self._blocked(axis) for axis in (0, 1))
        self._gutter_bounds = tuple(self._crossed(axis) for axis in (0, 1))

    def free(self, axis: int, at: int) -> list[Span]:
        """Between where and where a stroke may run at this y (axis 0) or x (axis 1)."""
        if (axis, at) not in self._free:
            first, last = self.bounds[1 - axis]
            blocks = self._blocks[axis].get(at // _CELL, ())
            met = (block for block in blocks if block[2] < at < block[3])
            within = first <= at <= last
            self._free[axis, at] = _between(met, *self.bounds[axis]) if within else []
        return self._free[axis, at]

    def stretch(self, axis: int, at: int, along: int) -> Span | None:
        """The free stretch there in which a point lies."""
        spans = self.free(axis, at)
        place = bisect_right(spans, (along, self.bounds[axis][1] + 1)) - 1
        if place >= 0 and spans[place][0] <= along <= spans[place][1]:
            return spans[place]
        return None

    def clear(self, axis: int, at: int, low: int, high: int) -> bool:
        """Whether a stroke may run there from low to high."""
        span = self.stretch(axis, at, low)
        return span is not None and high <= span[1]

    def gutters(self, reach: int) -> list[Stroke]:
        """Strokes in the middle of the gutters around all cards, so far beyond the cards; the
        longest of those that are near each other.
        """
        strokes: set[Stroke] = set()
        for number, box in enumerate((*self.boxes, *self._obstacles)):
            for axis in (1,) if number in self.rows else (0, 1):
                middle = box[axis] + box[2 + axis] // 2
                strokes.update(self._beside(axis, middle, *box.span(1 - axis), reach))
        return list(_apart(strokes))

    def _beside(self, axis: int, along: int, near: int, far: int, reach: int) -> Iterator[Stroke]:
        """Strokes on both sides of near and far, which may lie on what is seen there."""
        first, last = self.bounds[1 - axis]
        before, after = first, last
        for low, high, start, end in self._gutter_bounds[axis].get(along // _CELL, ()):
            if start <= along <= end:
                if high <= near:
                    before = max(before, high)
                if low >= far:
                    after = min(after, low)
        for at in _lanes(before, near, before > first) + _lanes(far, after, after < last):
            span = self.stretch(axis, at, along)
            if span:
                yield Stroke(axis, at, max(span[0], along - reach), min(span[1], along + reach))

    def _blocked(self, axis: int) -> dict[int, list[_Block]]:
        """What strokes of an axis must not enter: along and across it, by cells across."""
        strokes = [(stroke.low, stroke.high, stroke.at, stroke.at) for stroke in self.strokes[axis]]
        areas = [*_areas(self.boxes, axis), *_areas(self._obstacles, axis), *strokes]
        return _by_cell(
            [
                (low - CLEAR, high + CLEAR, near - CLEAR, far + CLEAR)
                for low, high, near, far in areas
            ]
        )

    def _crossed(self, axis: int) -> dict[int, list[_Block]]:
        """What bounds the gutters of an axis: from where to where across and along, by cells."""
        strokes = [(stroke.at, stroke.at, stroke.low, stroke.high) for stroke in self.strokes[axis]]
        areas = [*_areas(self.boxes, 1 - axis), *_areas(self._obstacles, 1 - axis)]
        return _by_cell([*areas, *strokes])


def _areas(boxes: Sequence[Box], axis: int) -> Iterator[_Block]:
    """The boxes from where to where along an axis, and from where to where across it."""
    for box in boxes:
        yield (*box.span(axis), *box.span(1 - axis))


def _lanes(low: int, high: int, bounded: bool) -> tuple[int, ...]:
    """Where lines run between two edges."""
    if high - low < 2 * CLEAR and bounded:
        return ()
    if high - low <= _WIDE:
        return ((low + high) // 2,)
    return (low + _BESIDE, high - _BESIDE)


def _apart(strokes: Iterable[Stroke]) -> Iterator[Stroke]:
    """Without those that run all along beside a longer one."""
    longest: dict[tuple[int, int], list[Stroke]] = defaultdict(list)
    for stroke in sorted(strokes, key=lambda stroke: (stroke.low - stroke.high, stroke)):
        cell = stroke.at // _CELL
        near = longest[stroke.axis, cell]
        if not any(
            abs(stroke.at - other.at) <= _SAME
            and other.low <= stroke.low
            and stroke.high <= other.high
            for other in near
        ):
            for beside in {(stroke.at - _SAME) // _CELL, (stroke.at + _SAME) // _CELL}:
                longest[stroke.axis, beside].append(stroke)
            yield stroke


def panel_rows(boxes: Sequence[Box], panels: Sequence[Box]) -> dict[int, Box]:
    """The cards that lie in a panel, by number: each reaches to the sides of its panel.

    Of cards side by side in a panel only the first reaches to its left, and the last to its right.
    """
    beside: dict[tuple[Box, int], list[int]] = defaultdict(list)
    for card, panel in _in_panels(boxes, panels):
        beside[panel, boxes[card].y].append(card)
    rows = {}
    for (panel, _), cards in beside.items():
        first = min(boxes[card].x for card in cards)
        last = max(boxes[card].x for card in cards)
        for card in cards:
            left, right = boxes[card].span(0)
            if left == last:
                right = panel.span(0)[1]
            if left == first:
                left = panel.x
            rows[card] = boxes[card]._replace(x=left, width=right - left)
    return rows


def _in_panels(boxes: Sequence[Box], panels: Sequence[Box]) -> Iterator[tuple[int, Box]]:
    """Cards by number, each with a panel in which it lies."""
    around: dict[int, list[Box]] = defaultdict(list)
    for panel in panels:
        top, bottom = panel.span(1)
        for cell in range(top // _CELL, bottom // _CELL + 1):
            around[cell].append(panel)
    for card, box in enumerate(boxes):
        for panel in around.get(box.y // _CELL, ()):
            if all(_within(box.span(axis), panel.span(axis)) for axis in (0, 1)):
                yield card, panel


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def side_of(box: Box, axis: int) -> Span:
    """Between where and where strokes of an axis may meet the side of a card."""
    low, high = box.span(1 - axis)
    corner = min(_CORNER, (high - low) // 4)
    return low + corner, high - corner


def strokes_of(points: Sequence[Point]) -> Iterator[Stroke]:
    """The level and upright strokes between the corners of a line."""
    for start, end in pairwise(points):
        axis = 0 if start[1] == end[1] else 1
        low, high = sorted((start[axis], end[axis]))
        yield Stroke(axis, start[1 - axis], low, high)


def bounds_of(boxes: Sequence[Box], margin: int = 0) -> tuple[Span, Span]:
    """From left to right, and from top to bottom, of all boxes and a margin around them."""
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = (max(box.span(axis)[1] for box in boxes) for axis in (0, 1))
    return (left - margin, right + margin), (top - margin, bottom + margin)


def _merged(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Strokes of one axis; those that cover each other become one."""
    merged: list[Stroke] = []
    for stroke in sorted(strokes):
        if merged and merged[-1].at == stroke.at and stroke.low <= merged[-1].high:
            merged[-1] = merged[-1]._replace(high=max(stroke.high, merged[-1].high))
        else:
            merged.append(stroke)
    return merged


def _by_cell(blocks: Sequence[_Block]) -> dict[int, list[_Block]]:
    cells: dict[int, list[_Block]] = defaultdict(list)
    for block in sorted(blocks):
        for cell in range(block[2] // _CELL, block[3] // _CELL + 1):
            cells[cell].append(block)
    return dict(cells)


def _between(blocks: Iterator[_Block], first: int, last: int) -> list[Span]:
    """What blocks, in order, leave from first to last; their edges are free."""
    spans: list[Span] = []
    start = first
    for low, high, _, _ in blocks:
        if low >= start:
            spans.append((start, min(low, last)))
        start = max(start, high)
        if start > last:
            return spans
    spans.append((start, last))
    return spans


def corners_only(points: Sequence[Point]) -> tuple[Point, ...]:
    """The corners of a line alone: without points that lie between two others on a stroke."""
    corners: list[Point] = []
    for point in points:
        if corners and corners[-1] == point:
            continue
        if len(corners) > 1 and any(
            corners[-2][axis] == corners[-1][axis] == point[axis] for axis in (0, 1)
        ):
            corners.pop()
        corners.append(point)
    return tuple(corners)
