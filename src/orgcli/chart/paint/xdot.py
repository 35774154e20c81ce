"""Writes a painting in xdot, the drawing language of Graphviz, as it takes it for `_background`.

Each item becomes exactly one operation that draws, and so one element of an SVG; but images,
which Graphviz draws of nodes only.
"""

from collections.abc import Iterator, Sequence

from orgcli.chart.layout.strokes import PlacedPoint, along, length
from orgcli.chart.paint.items import (
    Item,
    PaintedBox,
    PaintedDisc,
    PaintedImage,
    PaintedPath,
    PaintedText,
    Painting,
    moved,
)

TYPEFACE = "Liberation Sans"
"""As wide as Arial and Helvetica; it comes with this package, so that widths are exact."""
BACKSLASH, DRAWN_BACKSLASH = "\\", "\u2216"
"""Versions of Graphviz count a backslash in xdot differently: a sign like it is drawn."""
_ARC = 0.5523
"""How far the control points of a quarter of a circle are from its ends, in radii."""
_ALIGN = {"left": -1, "middle": 0, "right": 1}
_BOLD = 1


def xdot(
    painting: Painting, floor: float, plain: bool = False, finer: int = 1, texts: bool = True
) -> str:
    """The operations of all items but images, in order.

    floor  the y of the painting, downwards, that becomes 0, upwards
    plain  whether corners are not rounded, which takes less than half of the time
    finer  units of the drawing to each point of the painting
    texts  whether texts are among them
    """
    writer = _XdotWriter(floor * finer, plain)
    items = (item for group in painting for item in group.items)
    if not texts:
        items = (item for item in items if not isinstance(item, PaintedText))
    if finer != 1:
        items = (moved(item, 0, 0, finer) for item in items)
    return " ".join([part for item in items for part in writer.of(item)])


def image_node(number: int, image: PaintedImage, floor: float, finer: int = 1) -> str:
    """A node in DOT that is an image and no more; `floor` and `finer` as for `xdot`."""
    x = (image.x + image.width / 2) * finer
    y = (floor - image.y - image.height / 2) * finer
    width, height = image.width * finer / 72, image.height * finer / 72
    return (
        f'image{number} [shape=none label="" fixedsize=true imagescale=both image="{image.file}"'
        f' pos="{x:.6g},{y:.6g}" width={width:.6g} height={height:.6g}];\n'
    )


class _XdotWriter:
    """Writes items; what stays the same from one item to the next is written once."""

    def __init__(self, floor: float, plain: bool) -> None:
        self._floor, self._plain = floor, plain
        self._set: dict[str, str] = {}

    def of(self, item: Item) -> Iterator[str]:
        """The operations of one item."""
        if isinstance(item, PaintedText):
            yield from self._text(item)
        elif isinstance(item, PaintedBox):
            yield from self._box(item)
        elif isinstance(item, PaintedPath):
            yield from self._pen(item.color, item.weight)
            yield self._line(item)
        elif isinstance(item, PaintedDisc):
            yield from self._pen(item.edge or item.fill, item.weight if item.edge else 0)
            yield from self._changed("C", _string(item.fill))
            yield f"E {item.x:g} {self._floor - item.y:g} {item.radius:g} {item.radius:g}"

    def _text(self, item: PaintedText) -> Iterator[str]:
        yield from self._changed("F", f"{item.size:g} {_string(TYPEFACE)}")
        yield from self._changed("t", str(_BOLD if item.bold else 0))
        yield from self._changed("c", _string(item.color))
        text = _string(item.text.replace(BACKSLASH, DRAWN_BACKSLASH))
        yield f"T {item.x:g} {self._floor - item.y:g} {_ALIGN[item.align]} {item.room:g} {text}"

    def _box(self, item: PaintedBox) -> Iterator[str]:
        yield from self._pen(item.edge or item.fill, item.weight if item.edge else 0)
        if item.fill:
            yield from self._changed("C", _string(item.fill))
        if item.radius and not self._plain:
            yield self._shape("b" if item.fill else "B", _outline(item))
            return
        right, bottom = item.x + item.width, item.y + item.height
        corners = ((item.x, item.y), (right, item.y), (right, bottom), (item.x, bottom))
        yield self._shape("P" if item.fill else "p", corners)

    def _line(self, item: PaintedPath) -> str:
        if item.radius and len(item.points) > 2 and not self._plain:
            return self._shape("B", _rounded(item.points, item.radius))
        return self._shape("L", item.points)

    def _pen(self, color: str, weight: float) -> Iterator[str]:
        yield from self._changed("c", _string(color))
        yield from self._changed("S", _string(f"setlinewidth({weight:g})"))

    def _changed(self, operation: str, value: str) -> Iterator[str]:
        if self._set.get(operation) != value:
            self._set[operation] = value
            yield f"{operation} {value}"

    def _shape(self, operation: str, points: Sequence[PlacedPoint]) -> str:
        floor = self._floor
        corners = " ".join([f"{x:.6g} {floor - y:.6g}" for x, y in points])
        return f"{operation} {len(points)} {corners}"


def _string(text: str) -> str:
    return f"{len(text.encode())} -{text}"


def _outline(box: PaintedBox) -> list[PlacedPoint]:
    """The control points around a box, from the left end of its upper edge clockwise."""
    left, top, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
    upper = min(box.radius, box.width / 2, box.height)
    lower = 0 if box.top else min(box.radius, box.width / 2, box.height / 2)
    curve = _Curve((left + upper, top))
    curve.line((right - upper, top))
    curve.arc((right, top), (right, top + upper), upper)
    curve.line((right, bottom - lower))
    curve.arc((right, bottom), (right - lower, bottom), lower)
    curve.line((left + lower, bottom))
    curve.arc((left, bottom), (left, bottom - lower), lower)
    curve.line((left, top + upper))
    curve.arc((left, top), (left + upper, top), upper)
    return curve.points


def _rounded(points: Sequence[PlacedPoint], radius: float) -> list[PlacedPoint]:
    """The control points of a line whose corners are rounded, as far as its strokes allow."""
    curve = _Curve(points[0])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        room = min(length(before, corner) / 2, length(corner, after) / 2, radius)
        if not room:
            curve.line(corner)
            continue
        curve.line(along(corner, before, room))
        curve.arc(corner, along(corner, after, room), room)
    curve.line(points[-1])
    return curve.points


class _Curve:
    """Cubic Bézier curves behind each other: the control points so far."""

    def __init__(self, start: PlacedPoint) -> None:
        self.points = [start]

    def line(self, end: PlacedPoint) -> None:
        """A straight stroke; its control points lie on its ends."""
        start = self.points[-1]
        if start != end or len(self.points) == 1:
            self.points += [start, end, end]

    def arc(self, corner: PlacedPoint, end: PlacedPoint, radius: float) -> None:
        """A quarter of a circle around a corner."""
        if radius:
            start = self.points[-1]
            self.points += [_part(start, corner), _part(end, corner), end]


def _part(start: PlacedPoint, corner: PlacedPoint) -> PlacedPoint:
    return (
        start[0] + (corner[0] - start[0]) * _ARC,
        start[1] + (corner[1] - start[1]) * _ARC,
    )
