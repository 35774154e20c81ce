"""The items of a painting: frozen shapes in points of the layout, y downwards."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from orgcli.chart.color.palette import mixed
from orgcli.chart.layout.strokes import PlacedPoint

Align = Literal["left", "middle", "right"]
GroupKind = Literal["ground", "edge", "node", "head", "dotted", "entry"]


class PaintedBox(NamedTuple):
    """A rectangle; `radius` rounds its corners, only the upper two where `top` is true.

    fill, edge  colours, empty for none; weight of the edge in points
    """

    x: float
    y: float
    width: float
    height: float
    radius: float = 0
    fill: str = ""
    edge: str = ""
    weight: float = 1
    top: bool = False


class PaintedText(NamedTuple):
    """One line of text from its baseline: x is its left end, its middle or its right end.

    room  how wide it may be, 0 for any width
    """

    x: float
    y: float
    text: str
    size: float
    color: str
    bold: bool = False
    align: Align = "left"
    room: float = 0


class PaintedDisc(NamedTuple):
    """A filled circle around its middle."""

    x: float
    y: float
    radius: float
    fill: str
    edge: str = ""
    weight: float = 1


class PaintedPath(NamedTuple):
    """An open line through its corners, which `radius` rounds."""

    points: Sequence[PlacedPoint]
    color: str
    weight: float
    radius: float = 0


class PaintedImage(NamedTuple):
    """A picture that fills a rectangle: the name of its file, as `Picture.file`."""

    x: float
    y: float
    width: float
    height: float
    file: str


Item = PaintedBox | PaintedText | PaintedDisc | PaintedPath | PaintedImage


class PaintedGroup(NamedTuple):
    """Items that belong together; `card` is the number of the card that a node shows, else -1."""

    kind: GroupKind
    items: Sequence[Item]
    card: int = -1


_FADED = 0.65
"""How much of the page's colour is in what is not highlighted."""
Painting = Sequence[PaintedGroup]
"""All groups of a sheet, those behind first."""


def moved(item: Item, dx: float, dy: float, scale: float = 1) -> Item:
    """The item `scale` times as large from the point (0, 0), then moved."""
    if scale == 1:
        return _shifted(item, dx, dy)
    if isinstance(item, PaintedPath):
        points = [(x * scale + dx, y * scale + dy) for x, y in item.points]
        return PaintedPath(points, item.color, item.weight * scale, item.radius * scale)
    placed = item._replace(x=item.x * scale + dx, y=item.y * scale + dy)
    if isinstance(placed, PaintedBox):
        return placed._replace(
            width=placed.width * scale,
            height=placed.height * scale,
            radius=placed.radius * scale,
            weight=placed.weight * scale,
        )
    if isinstance(placed, PaintedText):
        return placed._replace(size=placed.size * scale, room=placed.room * scale)
    if isinstance(placed, PaintedDisc):
        return placed._replace(radius=placed.radius * scale, weight=placed.weight * scale)
    return placed._replace(width=placed.width * scale, height=placed.height * scale)


def _shifted(item: Item, dx: float, dy: float) -> Item:
    """The item moved: `_replace` takes four times as long, and charts have 100,000 of them."""
    if isinstance(item, PaintedPath):
        points = [(x + dx, y + dy) for x, y in item.points]
        return PaintedPath(points, item.color, item.weight, item.radius)
    return type(item)._make((item[0] + dx, item[1] + dy, *item[2:]))


_OPPOSITE: Mapping[Align, Align] = {"left": "right", "middle": "middle", "right": "left"}


def mirrored(item: Item, axis: float) -> Item:
    """The item as it stands in a painting from right to left; `axis` is the sum of both places."""
    if isinstance(item, PaintedPath):
        return item._replace(points=[(axis - x, y) for x, y in item.points])
    if isinstance(item, PaintedText):
        return item._replace(x=axis - item.x, align=_OPPOSITE[item.align])
    if isinstance(item, PaintedDisc):
        return item._replace(x=axis - item.x)
    return item._replace(x=axis - item.x - item.width)


def mirrored_painting(painting: Painting, axis: float) -> Painting:
    """All groups as they stand from right to left; `axis` as for `mirrored`."""
    return [
        group._replace(items=[mirrored(item, axis) for item in group.items]) for group in painting
    ]


def faded(item: Item, page: str) -> Item:
    """The item in colours that are mostly the page's."""
    if isinstance(item, PaintedText | PaintedPath):
        return item._replace(color=_faded(item.color, page))
    if isinstance(item, PaintedBox | PaintedDisc):
        return item._replace(fill=_faded(item.fill, page), edge=_faded(item.edge, page))
    return item


def _faded(color: str, page: str) -> str:
    return mixed(color, page, _FADED) if color else ""
