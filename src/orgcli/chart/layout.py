"""Cards become boxes and lines on a page: the positions of a chart, before any drawing.

This is the seam for other layouts: whatever fills a `Layout` can be drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from orgcli.chart.shapes import shapes
from orgcli.chart.tree import Point, Shapes, Tree, order_from_top

TREE_GAP = 44
"""Between trees side by side or below each other."""
LONE_GAP_X, LONE_GAP_Y = 20, 12
"""Between cards that neither report nor have reports."""
_ASPECT = 1.5
"""Width to height that rows of many trees aim at: a page in landscape."""


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
    manager: Sequence[int], heights: Sequence[int], assistant: Sequence[bool], width: int
) -> Layout:
    """Place cards as tidy trees, several of them in rows.

    manager    per card the card it is drawn under, or -1; without rings
    heights    of the cards in points; even, so that lines arrive on whole points
    assistant  per card whether it stands beside the stem
    width      of all cards in points; even
    Linear in the number of cards, without recursion.
    """
    order, reports = order_from_top(manager)
    tree = Tree(order, manager, reports, heights, assistant, width)
    shaped = shapes(tree)
    tops = [card for card in order if manager[card] < 0]
    corners, right, bottom = _rows(tops, reports, shaped)
    x, y = [0] * len(order), [0] * len(order)
    for top, (left, up) in corners.items():
        x[top], y[top] = left + shaped.left[top], up
    lines = []
    for card in order:
        dx, dy = x[card], y[card]
        for part in shaped.parts[card]:
            x[part.report], y[part.report] = dx + part.dx, dy + part.dy
            points = tuple([(dx + px, dy + py) for px, py in part.path])
            lines.append(Line(card, part.report, points))
    half = width // 2
    boxes = [Box(x[card] - half, y[card], width, heights[card]) for card in range(len(order))]
    return Layout(right, bottom, boxes, lines)


def _rows(
    tops: Sequence[int], reports: Sequence[Sequence[int]], shaped: Shapes
) -> tuple[dict[int, Point], int, int]:
    """The left upper corner of each tree, and the width and height of all.

    Trees stand in file order, in as many rows as make the page a landscape one; single cards
    follow in rows of their own.
    """
    trees = [top for top in tops if reports[top]]
    lone = [top for top in tops if not reports[top]]
    size = {top: (shaped.left[top] + shaped.right[top], shaped.height[top]) for top in tops}
    area = sum((w + TREE_GAP) * (h + TREE_GAP) for w, h in map(size.__getitem__, trees))
    area += sum((w + LONE_GAP_X) * (h + LONE_GAP_Y) for w, h in map(size.__getitem__, lone))
    aim = max([round((area * _ASPECT) ** 0.5), *(size[top][0] for top in trees)])
    corners: dict[int, Point] = {}
    right, bottom = _shelves(trees, size, aim, (TREE_GAP, TREE_GAP), 0, corners)
    if lone:
        start = bottom + TREE_GAP if trees else 0
        gaps = (LONE_GAP_X, LONE_GAP_Y)
        lone_right, bottom = _shelves(lone, size, aim, gaps, start, corners)
        right = max(right, lone_right)
    return corners, right, bottom


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
