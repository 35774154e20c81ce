"""Cards become boxes and lines on a page: the positions of a chart, before any drawing.

This is the seam for other layouts: whatever fills a `Layout` can be drawn.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from orgcli.chart.layout.panels import row_places
from orgcli.chart.layout.report_places import report_places
from orgcli.chart.layout.shape_choice import evenly_chosen, narrowest
from orgcli.chart.layout.shapes import Shaper
from orgcli.chart.layout.tree import PanelShape, Point, Shape, Tree, tree_of

TREE_GAP = 44
"""Between trees side by side or below each other."""
_MOST_TRIES, _MOST_PLACED = 400, 400_000
"""Heights that are tried for several trees, and how many trees are put into rows for that."""
_IN_LINE, _LINE_SCALE = 9, 0.9
"""So many trees and single cards stand in one row, if that is drawn so large at least."""
LONE_GAP_X, LONE_GAP_Y = 20, 12
"""Between cards that neither report nor have reports."""


class Box(NamedTuple):
    """A card's place: left, top, width and height in points, y downwards."""

    x: int
    y: int
    width: int
    height: int

    def moved(self, dx: int, dy: int) -> "Box":
        """The same box at another place."""
        return Box(self.x + dx, self.y + dy, self.width, self.height)

    def span(self, axis: int) -> tuple[int, int]:
        """From its left to its right (axis 0), or from its top to its bottom (axis 1)."""
        return self[axis], self[axis] + self[2 + axis]


class DrawnLine(NamedTuple):
    """A reporting line: horizontal and vertical strokes from the manager's box to the report's.

    To a panel it leads to the edge of the panel, and `report` is the first of its cards.
    """

    manager: int
    report: int
    points: tuple[Point, ...]


class Panel(NamedTuple):
    """Reports of one manager as rows below each other in one box.

    cards  in order; their boxes lie within this one, without gaps, in columns of the same width
    """

    manager: int
    box: Box
    cards: Sequence[int]


class Target(NamedTuple):
    """What a chart is to fill, in any unit: a page without its margins, or the shape of a screen.

    above  points above the cards that are drawn at the same scale, such as a title's
    """

    width: float
    height: float
    above: int = 0

    def scale(self, width: int, height: int) -> float:
        """How large cards that need so much room can be drawn, in this unit to the point."""
        return min(self.width / max(width, 1), self.height / max(height + self.above, 1))


SCREEN = Target(1.5, 1)
"""For a chart that is for no page: a screen with its windows."""


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """Positions in points, y downwards, from (0, 0) to (width, height) without a margin.

    boxes   one per card, in the order of the cards; they never overlap
    lines   one per card that is drawn under another, but one per panel for its cards, and none
            where a panel stands directly under the card of its manager; they cross no third box
    target  what it fills best, of the requested ones
    panels  of reports that are drawn as rows
    """

    width: int
    height: int
    boxes: Sequence[Box]
    lines: Sequence[DrawnLine]
    target: Target = SCREEN
    panels: Sequence[Panel] = ()


class _Arranged(NamedTuple):
    """The shape of each tree by its top, its left upper corner, and the size of all together."""

    shapes: dict[int, Shape]
    corners: dict[int, Point]
    width: int
    height: int


def layout(
    manager: Sequence[int],
    heights: Sequence[int],
    assistant: Sequence[bool],
    width: int,
    targets: Sequence[Target] = (SCREEN,),
    upright: int = 1,
    leaves_first: bool = False,
    row_heights: Sequence[int] = (),
    panel_heads: Sequence[int] = (),
) -> Layout:
    """Place cards as trees, in the shape that a page or a screen shows largest.

    manager    per card the card it is drawn under, or -1; without rings
    heights    of the cards in points; even, so that lines arrive on whole points
    assistant  per card whether it stands beside the stem
    width      of all cards in points; even
    targets    what the chart is to fill: the one that shows it largest, the first of equal ones
    upright    layers from the top whose reports stand side by side in any case
    leaves_first  whether reports without reports stand before those who have some
    row_heights  of the cards as rows of a panel, in points; even, and 0 or missing where a card
                 cannot be one. Three and more neighbours without reports stand as a panel then.
    panel_heads  per card how much is kept free above the rows of a panel that begins with it
    Linear in the number of cards, without recursion.
    """
    tree = tree_of(manager, heights, assistant, width, leaves_first, row_heights, panel_heads)
    return place(Shaper(tree, upright), targets)


def place(shaper: Shaper, targets: Sequence[Target]) -> Layout:
    """Place cards whose shapes are known, as `layout` does."""
    tree = shaper.tree
    tops = [card for card in tree.order if tree.manager[card] < 0]
    arranged = [_arranged(tops, shaper, target) for target in targets]
    target, best = max(
        zip(targets, arranged, strict=True),
        key=lambda pair: pair[0].scale(pair[1].width, pair[1].height),
    )
    return _placed(shaper, best, target)


def _placed(shaper: Shaper, trees: _Arranged, target: Target) -> Layout:
    """Every card where the shapes chosen for the tops put it, and its line."""
    tree, shape_of = shaper.tree, dict(trees.shapes)
    at = [(0, 0)] * len(tree.order)
    for top, (left, up) in trees.corners.items():
        at[top] = left + trees.shapes[top].left, up
    lines: list[DrawnLine] = []
    panel_places: list[tuple[int, int, int, PanelShape]] = []
    for card in tree.order:
        if not tree.reports[card]:
            continue
        x, y = at[card]
        for part, shape in report_places(shaper, card, shape_of.pop(card)):
            if part.path:
                points = tuple([(x + dx, y + dy) for dx, dy in part.path])
                lines.append(DrawnLine(card, part.report, points))
            if part.panel:
                panel_places.append(
                    (card, x + part.dx - part.panel.width // 2, y + part.dy, part.panel)
                )
                continue
            shape_of[part.report] = shape
            at[part.report] = x + part.dx, y + part.dy
    sizes = zip(at, tree.heights, strict=True)
    boxes = [Box(x - tree.width // 2, y, tree.width, height) for (x, y), height in sizes]
    panels = [_panel(tree, boxes, *panel_place) for panel_place in panel_places]
    return Layout(trees.width, trees.height, boxes, lines, target, panels)


def _panel(
    tree: Tree, boxes: list[Box], manager: int, left: int, top: int, shape: PanelShape
) -> Panel:
    """The panel at a place; its rows are put among the boxes."""
    for card, dx, dy in row_places(shape, tree):
        boxes[card] = Box(left + dx, top + dy, tree.panel_width, tree.rows[card])
    return Panel(manager, Box(left, top, shape.width, shape.height), shape.cards)


def _arranged(tops: Sequence[int], shaper: Shaper, target: Target) -> _Arranged:
    """The shapes with which all trees together fill what they are drawn on best.

    One tree: each of its shapes is tried. Several: for each height that any of them may have, all
    as narrow as they can be within it, in rows as wide as the page wants them, or some cards wider;
    a few in one row where that is hardly smaller.
    """
    trees = [top for top in tops if shaper.tree.reports[top]]
    heights = {shape.height for top in trees for shape in shaper.shapes[top].hanging}
    column = shaper.tree.width + LONE_GAP_X
    more = 0 if len(trees) == len(tops) else 1 if trees else 5
    most = max(2, min(_MOST_TRIES, _MOST_PLACED // max(1, len(tops))))
    shapes_by_height = [
        {top: narrowest(shaper.shapes[top].hanging, height) for top in tops}
        for height in evenly_chosen(sorted(heights), most) or [0]
    ]
    rows = (
        _rows(shaper.tree, shapes, target, wider)
        for shapes in shapes_by_height
        for wider in range(0, column * more + 1, column)
    )

    def largest(tries: Iterable[_Arranged]) -> _Arranged:
        return max(
            tries,
            key=lambda arranged: (target.scale(arranged.width, arranged.height), -arranged.height),
        )

    best = largest(rows)
    if 1 < len(tops) <= _IN_LINE:
        line = largest(_in_line(shapes) for shapes in shapes_by_height)
        smallest = target.scale(best.width, best.height) * _LINE_SCALE
        best = line if target.scale(line.width, line.height) >= smallest else best
    return best


def _in_line(shapes: dict[int, Shape]) -> _Arranged:
    """All trees and single cards in one row, in file order."""
    size = {top: (shape.width, shape.height) for top, shape in shapes.items()}
    corners: dict[int, Point] = {}
    wide = sum(width + TREE_GAP for width, _ in size.values())
    right, bottom = _shelves(list(shapes), size, wide, (TREE_GAP, 0), 0, corners)
    return _Arranged(shapes, corners, right, bottom)


def _rows(tree: Tree, shapes: dict[int, Shape], target: Target, wider: int) -> _Arranged:
    """Trees stand in file order, in rows; single cards follow in rows of their own.

    wider  points by which rows are wider than the proportions of the target ask for
    """
    trees = [top for top in shapes if tree.reports[top]]
    lone = [top for top in shapes if not tree.reports[top]]
    size = {top: (shape.width, shape.height) for top, shape in shapes.items()}
    area = sum(
        (width + TREE_GAP) * (height + TREE_GAP) for width, height in map(size.__getitem__, trees)
    )
    area += sum(
        (width + LONE_GAP_X) * (height + LONE_GAP_Y)
        for width, height in map(size.__getitem__, lone)
    )
    aspect = target.width / target.height
    aim = max([round((area * aspect) ** 0.5) + wider, *(size[top][0] for top in trees)])
    corners: dict[int, Point] = {}
    right, bottom = _shelves(trees, size, aim, (TREE_GAP, TREE_GAP), 0, corners)
    if lone:
        start = bottom + TREE_GAP if trees else 0
        gaps = (LONE_GAP_X, LONE_GAP_Y)
        lone_right, bottom = _shelves(lone, size, aim, gaps, start, corners)
        right = max(right, lone_right)
    return _Arranged(shapes, corners, right, bottom)


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
