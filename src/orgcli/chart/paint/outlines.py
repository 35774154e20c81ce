"""Dashes along the outline of a box, whose corners are never broken."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType

from orgcli.chart.layout.layout import Box
from orgcli.chart.layout.strokes import PlacedPoint, along, length
from orgcli.chart.paint.items import PaintedPath

DASHES: Mapping[str, tuple[float, float]] = MappingProxyType(
    {"dashed": (5.0, 3.5), "dotted": (2.0, 2.5)}
)
"""How long dashes are and about how far apart, by the border of a look; web/view/card.js has them
too."""
_BEYOND = 2
"""How much longer a dash is than the round of its corner, at both ends."""


def dashed_outline(
    box: Box, radius: float, color: str, weight: float, border: str = "dashed", accent: float = 0
) -> Iterator[PaintedPath]:
    """The outline of a box in dashes: each corner lies inside one, all gaps of a side are alike.

    border  a key of DASHES
    accent  how much of the box, from the top, has an edge of its own; 0 for a whole outline
    """
    left, top, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
    lower = ((right, bottom), (left, bottom))
    reach = radius + _BEYOND
    if accent:
        corners: list[PlacedPoint] = [(right, top + accent), *lower, (left, top + accent)]
        bends = [_end(*corners[:2]), *_bends(corners, reach), _end(*corners[:1:-1])[::-1]]
    else:
        corners = [(left, top), (right, top), *lower]
        bends = list(_bends([corners[-1], *corners, corners[0]], reach))
        bends.append(bends[0])
    for bend, following in pairwise(bends):
        yield PaintedPath(bend, color, weight, radius)
        for ends in _dashes(bend[-1], following[0], *DASHES[border]):
            yield PaintedPath(ends, color, weight)
    if accent:
        yield PaintedPath(bends[-1], color, weight, radius)


def _bends(corners: list[PlacedPoint], reach: float) -> Iterator[tuple[PlacedPoint, ...]]:
    """Around each corner but the first and the last."""
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        yield along(corner, before, reach), corner, along(corner, after, reach)


def _end(start: PlacedPoint, to: PlacedPoint) -> tuple[PlacedPoint, ...]:
    return start, along(start, to, _BEYOND)


def _dashes(
    start: PlacedPoint, end: PlacedPoint, dash: float, usual: float
) -> Iterator[tuple[PlacedPoint, PlacedPoint]]:
    """Dashes between two ends that are dashes themselves; gaps are about as wide as usual."""
    whole = length(start, end)
    count = max(0, round((whole - usual) / (dash + usual)))
    gap = (whole - count * dash) / (count + 1)
    for number in range(count):
        low = gap + number * (dash + gap)
        yield along(start, end, low), along(start, end, low + dash)
