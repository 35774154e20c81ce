"""Painted items as elements of SVG, each colour as a class, so that a page can be light or dark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from orgcli.chart.layout.strokes import PlacedPoint, along, length
from orgcli.chart.paint.items import (
    Item,
    PaintedBox,
    PaintedDisc,
    PaintedPath,
    PaintedText,
)
from orgcli.render.html import Html

_ANCHORS = {"middle": "middle", "right": "end"}


class InkTable:
    """The colours of a page: of the light theme and of the dark one in the same place."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}

    def number(self, light: str, dark: str) -> int:
        """The number of a colour, which its classes carry: `f0` fills, `s0` strokes."""
        return self._numbers.setdefault((light, dark), len(self._numbers))

    def styles(self) -> str:
        """Rules for all colours so far."""
        sides = [
            ";".join(f"--k{at}:{pair[side]}" for pair, at in self._numbers.items())
            for side in (0, 1)
        ]
        rules = "".join(
            f".f{at}{{fill:var(--k{at})}}.s{at}{{stroke:var(--k{at})}}\n"
            for at in self._numbers.values()
        )
        return both_themes(*sides) + rules


def both_themes(light: str, dark: str) -> str:
    """Rules that declare variables for the light theme and for the dark one, which is for screens.

    The light one is dark for readers whose system is, until they ask for the other.
    """
    return (
        f":root{{{light}}}\n@media screen{{\n"
        f':root[data-theme="dark"]{{{dark}}}\n'
        f'@media (prefers-color-scheme:dark){{:root[data-theme="system"]{{{dark}}}}}\n'
        "}\n"
    )


def elements(light: Sequence[Item], dark: Sequence[Item], inks: InkTable) -> Html:
    """The elements of items that were painted in both themes; pictures are left out."""
    return Html("".join(_elements(light, dark, inks)))


def _elements(light: Sequence[Item], dark: Sequence[Item], inks: InkTable) -> Iterator[str]:
    pairs = zip(light, dark, strict=True)
    for kind, items in groupby(pairs, key=lambda pair: _stroke(pair[0], pair[1], inks)):
        if kind:
            lines = " ".join(path_of(item) for item, _ in items if isinstance(item, PaintedPath))
            name, weight = kind
            yield f'<path class="{name}" fill="none" stroke-width="{weight}" d="{lines}"/>'
            continue
        for item, dark_item in items:
            yield _element(item, dark_item, inks)


def _stroke(item: Item, dark_item: Item, inks: InkTable) -> tuple[str, str] | None:
    """The class and the weight of a path; paths that have the same are one element."""
    if isinstance(item, PaintedPath) and isinstance(dark_item, PaintedPath):
        return f"s{inks.number(item.color, dark_item.color)}", _number(item.weight)
    return None


def _element(item: Item, dark_item: Item, inks: InkTable) -> str:
    if isinstance(item, PaintedText) and isinstance(dark_item, PaintedText):
        return _text(item, inks.number(item.color, dark_item.color))
    if isinstance(item, PaintedBox) and isinstance(dark_item, PaintedBox):
        return _box(item, _colors(item, dark_item, inks))
    if isinstance(item, PaintedDisc) and isinstance(dark_item, PaintedDisc):
        x, y, radius = map(_number, (item.x, item.y, item.radius))
        return f'<circle{_colors(item, dark_item, inks)} cx="{x}" cy="{y}" r="{radius}"/>'
    return ""


def _text(text: PaintedText, ink: int) -> str:
    """A line of text, which alone comes from users; its room is for a script that measures it."""
    bold = " bold" if text.bold else ""
    align = f' text-anchor="{_ANCHORS[text.align]}"' if text.align != "left" else ""
    room = f' data-room="{_number(text.room)}"' if text.room else ""
    return (
        f'<text class="f{ink}{bold}" x="{_number(text.x)}" y="{_number(text.y)}"'
        f' font-size="{_number(text.size)}"{align}{room}>{Html.escape(text.text)}</text>'
    )


def _box(box: PaintedBox, colors: str) -> str:
    if box.top:
        return f'<path{colors} d="{_upper_corners(box)}"/>'
    x, y, wide, high, radius = map(_number, box[:5])
    round = f' rx="{radius}"' if box.radius else ""
    return f'<rect{colors} x="{x}" y="{y}" width="{wide}" height="{high}"{round}/>'


def _colors(
    shape: PaintedBox | PaintedDisc, dark_shape: PaintedBox | PaintedDisc, inks: InkTable
) -> str:
    classes = [f"f{inks.number(shape.fill, dark_shape.fill)}"] if shape.fill else []
    classes += [f"s{inks.number(shape.edge, dark_shape.edge)}"] if shape.edge else []
    class_attribute = f' class="{" ".join(classes)}"' if classes else ""
    weight = f' stroke-width="{_number(shape.weight)}"' if shape.edge and shape.weight != 1 else ""
    return class_attribute + ("" if shape.fill else ' fill="none"') + weight


def _upper_corners(box: PaintedBox) -> str:
    """A band along the upper edge of a card, round where the card is."""
    left, right = _number(box.x), _number(box.x + box.width)
    low, top, radius = _number(box.y + box.height), _number(box.y), min(box.radius, box.height)
    inner = _number(box.x + radius), _number(box.x + box.width - radius)
    side = _number(box.y + radius)
    return (
        f"M{left} {low}V{side}Q{left} {top} {inner[0]} {top}H{inner[1]}"
        f"Q{right} {top} {right} {side}V{low}Z"
    )


def path_of(path: PaintedPath) -> str:
    """The commands of a line through its corners, each rounded as far as its strokes are long."""
    points = [
        path.points[0],
        *(following for point, following in pairwise(path.points) if point != following),
    ]
    parts = [f"M{_point(points[0])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        reach = min(path.radius, length(before, corner) / 2, length(corner, after) / 2)
        start, end = along(corner, before, reach), along(corner, after, reach)
        parts.append(f"L{_point(start)}Q{_point(corner)} {_point(end)}")
    if len(points) > 1:
        parts.append(f"L{_point(points[-1])}")
    return "".join(parts)


def _point(place: PlacedPoint) -> str:
    return f"{_number(place[0])} {_number(place[1])}"


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
