"""Cards become boxes and lines on a page: the positions of a chart, before any drawing.

This is the seam for other layouts: whatever fills a `Layout` can be drawn.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from orgcli.chart.shapes import Shape, Shaper, some
from orgcli.chart.tree import Point, Tree, order_from_top

TREE_GAP = 44
"""Between trees side by side or below each other."""
SCREEN = 1.5
"""Width to height of a chart that is for no page: a screen with its windows."""
_MOST_TRIES = 400
LONE_GAP_X, LONE_GAP_Y = 20, 12
"""Between cards that neither report nor have reports."""


class Box(NamedTuple):
    """A card's place: left, top, width and height in points, y downwards."""

    x: int
    y: int
    width: int
    height: int


class Line(NamedTuple):
    """A reporting line: horizontal and vertical strokes from the manager's box to the report's."""

    manager: int
    report: int
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """Positions in points, y downwards, from (0, 0) to (width, height) without a margin.

    boxes  one per card, in the order of the cards; they never overlap
    lines  one per card that is drawn under another; they cross no third box
    """

    width: int
    height: int
    boxes: Sequence[Box]
    lines: Sequence[Line]


def layout(
    manager: Sequence[int],
    heights: Sequence[int],
    assistant: Sequence[bool],
    width: int,
    aspect: float = SCREEN,
    upright: int = 1,
) -> Layout:
    """Place cards as trees, in the shape that a page or a screen shows largest.

    manager    per card the card it is drawn under, or -1; without rings
    heights    of the cards in points; even, so that lines arrive on whole points
    assistant  per card whether it stands beside the stem
    width      of all cards in points; even
    aspect     width to height of what the chart is to fill
    upright    layers from the top whose reports stand side by side in any case
    Linear in the number of cards, without recursion.
    """
    order, reports = order_from_top(manager)
    shaper = Shaper(Tree(order, manager, reports, heights, assistant, width), upright)
    tops = [card for card in order if manager[card] < 0]
    chosen, corners, right, bottom = _fitted(tops, reports, shaper, aspect)
    x, y = [0] * len(order), [0] * len(order)
    shape_of = dict(chosen)
    for top, (left, up) in corners.items():
        x[top], y[top] = left + chosen[top].left, up
    lines = []
    for card in order:
        dx, dy = x[card], y[card]
        for part, shape in shaper.parts(card, shape_of.pop(card)):
            shape_of[part.report] = shape
            x[part.report], y[part.report] = dx + part.dx, dy + part.dy
            points = tuple([(dx + px, dy + py) for px, py in part.path])
            lines.append(Line(card, part.report, points))
    half = width // 2
    boxes = [Box(x[card] - half, y[card], width, heights[card]) for card in range(len(order))]
    return Layout(right, bottom, boxes, lines)


_Fitted = tuple[dict[int, Shape], dict[int, Point], int, int]
"""The shape of each tree, its left upper corner, and the width and height of all."""


def _fitted(
    tops: Sequence[int], reports: Sequence[Sequence[int]], shaper: Shaper, aspect: float
) -> _Fitted:
    """The shapes with which all trees together fill what they are drawn on best.

    One tree: each of its shapes is tried. Several: for each height that any of them may have, all
    as narrow as they can be within it, in rows as wide as the page wants them.
    """
    trees = [top for top in tops if reports[top]]
    heights = {shape.height for top in trees for shape in shaper.shapes[top]}
    tries: Iterable[_Fitted] = (
        _rows(tops, reports, {top: shaper.narrowest(top, height) for top in tops}, aspect)
        for height in some(sorted(heights), _MOST_TRIES) or [0]
    )
    return max(tries, key=lambda one: (_scale(one[2], one[3], aspect), -one[3]))


def _scale(width: int, height: int, aspect: float) -> float:
    """How large it is drawn on a page of this aspect and of height 1."""
    return min(aspect / max(width, 1), 1 / max(height, 1))


def _rows(
    tops: Sequence[int],
    reports: Sequence[Sequence[int]],
    chosen: dict[int, Shape],
    aspect: float,
) -> _Fitted:
    """Trees stand in file order, in rows; single cards follow in rows of their own."""
    trees = [top for top in tops if reports[top]]
    lone = [top for top in tops if not reports[top]]
    size = {top: (chosen[top].width, chosen[top].height) for top in tops}
    area = sum((w + TREE_GAP) * (h + TREE_GAP) for w, h in map(size.__getitem__, trees))
    area += sum((w + LONE_GAP_X) * (h + LONE_GAP_Y) for w, h in map(size.__getitem__, lone))
    aim = max([round((area * aspect) ** 0.5), *(size[top][0] for top in trees)])
    corners: dict[int, Point] = {}
    right, bottom = _shelves(trees, size, aim, (TREE_GAP, TREE_GAP), 0, corners)
    if lone:
        start = bottom + TREE_GAP if trees else 0
        gaps = (LONE_GAP_X, LONE_GAP_Y)
        lone_right, bottom = _shelves(lone, size, aim, gaps, start, corners)
        right = max(right, lone_right)
    return chosen, corners, right, bottom


def _shelves(
    tops: Sequence[int],
    size: dict[int, Point],
    aim: int,
    gaps: Point,
    y: int,
    corners: dict[int, Point],
) -> Point:
    """Fill rows up to the width aimed at; returns how far right and down they reach."""
    x = right = tallest = 0
    for top in tops:
        width, height = size[top]
        if x and x + width > aim:
            y += tallest + gaps[1]
            x = tallest = 0
        corners[top] = (x, y)
        tallest = max(tallest, height)
        right = max(right, x + width)
        x += width + gaps[0]
    return right, y + tallest
