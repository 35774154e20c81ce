"""DOT read back by rules of its own: where cards, lines and the head are on the page."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

MARGIN = 24
_NAME = r'"((?:[^"\\]|\\.)*)"'
_NODE = re.compile(rf'(?m)^{_NAME} \[pos="(-?[\d.]+),(-?[\d.]+)!" width=([\d.]+) height=([\d.]+)')
_EDGE = re.compile(rf'(?m)^{_NAME} -> {_NAME} \[(?:pos="([^"]+)"|style=invis)(.*)\];$')
_PANEL = re.compile(r'panel="([^"]+)"')
_HEAD = re.compile(r'lp="([\d.-]+),([\d.-]+)" lwidth=([\d.]+) lheight=([\d.]+)')
_SHEET = re.compile(r'sheet="([\d.]+),([\d.]+),([\d.]+),([\d.-]+),([\d.-]+)"')
_CELL = 200
_ROUNDED = 0.75
"""Pages have whole points, and cards stand on whole points of the layout."""


class Rectangle(NamedTuple):
    """Points, y upwards."""

    left: float
    low: float
    right: float
    high: float

    def enters(self, other: "Rectangle", by: float) -> bool:
        """Whether they share a room that is deeper than so much in both directions."""
        across = min(self.right, other.right) - max(self.left, other.left)
        return across > by and min(self.high, other.high) - max(self.low, other.low) > by

    def holds(self, other: "Rectangle") -> bool:
        """Whether another lies within it."""
        near = 0.01
        across = self.left - near <= other.left and other.right <= self.right + near
        return across and self.low - near <= other.low and other.high <= self.high + near


class Drawn(NamedTuple):
    """A page as DOT says it, in points of the page from its left lower corner, y upwards.

    lines  the manager's card, the report's card and the corners; none for most rows of a panel
    panels  per row of a panel where that is
    """

    width: float
    height: float
    scale: float
    head: Rectangle
    names: Sequence[str]
    cards: Sequence[Rectangle]
    lines: Sequence[tuple[int, int, Sequence[tuple[float, float]]]]
    panels: Mapping[int, Rectangle]

    def end_of(self, card: int) -> Rectangle:
        """What a line to a card ends at: its panel, if it stands in one."""
        return self.panels.get(card, self.cards[card])


def drawn(dot: str) -> Drawn:
    """What a page shows."""
    found, head = _SHEET.search(dot), _HEAD.search(dot)
    assert found and head
    width, height, scale, x, y = map(float, found.groups())

    def shown(at: float, up: float) -> tuple[float, float]:
        return width / 2 + (at - x) * scale, height / 2 + (up - y) * scale

    def around(at: float, up: float, wide: float, tall: float) -> Rectangle:
        return Rectangle(*shown(at - wide / 2, up - tall / 2), *shown(at + wide / 2, up + tall / 2))

    names, cards = [], []
    for name, at, up, wide, tall in _NODE.findall(dot):
        names.append(name)
        cards.append(around(float(at), float(up), float(wide) * 72, float(tall) * 72))
    number = {name: at for at, name in enumerate(names)}
    lines, panels = [], {}
    for above, name, spline, looks in _EDGE.findall(dot):
        if "constraint=false" in looks:
            continue
        points = [shown(*point) for point in _corners(spline)] if spline else []
        lines.append((number[above], number[name], points))
        if panel := _PANEL.search(looks):
            left, low, right, high = map(float, panel[1].split(","))
            panels[number[name]] = Rectangle(*shown(left, low), *shown(right, high))
        assert spline or panel
    at, up, wide, tall = map(float, head.groups())
    return Drawn(
        width, height, scale, around(at, up, wide * 72, tall * 72), names, cards, lines, panels
    )


def _corners(spline: str) -> Sequence[tuple[float, float]]:
    """The ends of the pieces of a B-spline, whose other points lie on them."""
    points = [(float(x), float(y)) for x, y in (one.split(",") for one in spline.split())]
    assert len(points) % 3 == 1
    for first in range(0, len(points) - 1, 3):
        start, one, other, end = points[first : first + 4]
        assert {one, other} <= {start, end}
    return points[::3]


def cells(area: Rectangle) -> Iterator[tuple[int, int]]:
    """Squares of a coarse grid that an area may touch."""
    for column in range(int(area.left // _CELL), int(area.right // _CELL) + 1):
        for row in range(int(area.low // _CELL), int(area.high // _CELL) + 1):
            yield column, row


def faults(page: Drawn) -> Iterator[str]:
    """What is wrong with where things are on a page, one phrase each."""
    near = 0.01
    edge = MARGIN - _ROUNDED
    inside = Rectangle(edge, edge, page.width - edge, page.height - edge)
    for name, area in [("head", page.head), *zip(page.names, page.cards, strict=True)]:
        out = area.left < inside.left or area.right > inside.right
        if out or area.low < inside.low or area.high > inside.high:
            yield f"{name} is outside of the margins"
    grid: Grid = {}
    for at, card in enumerate(page.cards):
        if card.enters(page.head, near):
            yield f"the head covers {page.names[at]}"
        touched = {other for cell in cells(card) for other in grid.get(cell, ())}
        for other in touched:
            if card.enters(page.cards[other], near):
                yield f"{page.names[at]} covers {page.names[other]}"
        for cell in cells(card):
            grid.setdefault(cell, []).append(at)
    yield from _faults_of_panels(page, grid)
    yield from _faults_of_lines(page, grid)


Grid = dict[tuple[int, int], list[int]]
Stroke = tuple[tuple[float, float], tuple[float, float]]


def _faults_of_panels(page: Drawn, grid: Grid) -> Iterator[str]:
    for at, panel in page.panels.items():
        if not panel.holds(page.cards[at]):
            yield f"{page.names[at]} is outside of its panel"
    for panel in set(page.panels.values()):
        touched = {other for cell in cells(panel) for other in grid.get(cell, ())}
        for other in touched:
            if page.panels.get(other) != panel and panel.enters(page.cards[other], 0.01):
                yield f"a panel covers {page.names[other]}"


def _faults_of_lines(page: Drawn, grid: Grid) -> Iterator[str]:
    touched: dict[Stroke, set[int]] = {}
    for above, card, points in page.lines:
        said = f"the line from {page.names[above]} to {page.names[card]}"
        if not points:
            continue
        if not _on_border(points[0], page.cards[above]):
            yield f"{said} begins elsewhere"
        if not _on_border(points[-1], page.end_of(card)):
            yield f"{said} ends elsewhere"
        for stroke in pairwise(points):
            if stroke not in touched:
                touched[stroke] = set(_touched(stroke, page, grid))
            if fault := _fault_of(stroke, page, touched[stroke], {above, card}):
                yield f"{said} {fault}"


def _fault_of(stroke: Stroke, page: Drawn, touched: set[int], own: set[int]) -> str:
    (x, y), (to_x, to_y) = stroke
    if (x == to_x) == (y == to_y):
        return "is askew, or a point"
    if others := touched - own:
        return f"crosses {[page.names[at] for at in others]}"
    area = _area(stroke)
    over = [at for at in own if _within(area, page.cards[at], page.scale)]
    return f"runs over {[page.names[at] for at in over]}" if over else ""


def _area(stroke: Stroke) -> Rectangle:
    (x, y), (to_x, to_y) = stroke
    return Rectangle(min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y))


def _touched(
    stroke: Stroke,
    page: Drawn,
    grid: Grid,
) -> Iterator[int]:
    area = _area(stroke)
    near = 2 * page.scale
    for at in {at for cell in cells(area) for at in grid.get(cell, ())}:
        card = page.cards[at]
        across = area.left < card.right + near and area.right > card.left - near
        if across and area.low < card.high + near and area.high > card.low - near:
            yield at


def _within(area: Rectangle, card: Rectangle, scale: float) -> bool:
    """Whether a stroke runs over the inside of a card."""
    near = 0.6 * scale
    across = area.left < card.right - near and area.right > card.left + near
    return across and area.low < card.high - near and area.high > card.low + near


def _on_border(point: tuple[float, float], card: Rectangle) -> bool:
    """Whether a point is on an edge of a card; sizes in inches are rounded."""
    near = 0.01
    x, y = point
    beside = min(abs(x - card.left), abs(x - card.right)) <= near
    above = min(abs(y - card.low), abs(y - card.high)) <= near
    in_x = card.left - near <= x <= card.right + near
    return (beside and card.low - near <= y <= card.high + near) or (above and in_x)
