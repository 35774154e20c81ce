"""Dashes along the outline of a box, whose corners are never broken."""

from collections.abc import Iterator

from orgcli.chart.layout.layout import Box
from orgcli.chart.paint.items import PaintedPath, Place

_DASH, _GAP = 5.0, 3.5


def dashed_outline(box: Box, radius: float, color: str, weight: float) -> Iterator[PaintedPath]:
    """The outline of a box in dashes: each corner lies inside one, all gaps of a side are alike."""
    left, top, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    reach = radius + 2
    for at, corner in enumerate(corners):
        before, after = corners[at - 1], corners[(at + 1) % 4]
        bend = (_along(corner, before, reach), corner, _along(corner, after, reach))
        yield PaintedPath(bend, color, weight, radius)
        yield from _dashes(bend[2], _along(after, corner, reach), color, weight)


def _dashes(start: Place, end: Place, color: str, weight: float) -> Iterator[PaintedPath]:
    """Dashes between two ends that are dashes themselves."""
    length = abs(end[0] - start[0]) + abs(end[1] - start[1])
    count = max(0, round((length - _GAP) / (_DASH + _GAP)))
    gap = (length - count * _DASH) / (count + 1)
    for number in range(count):
        low = gap + number * (_DASH + gap)
        ends = (_along(start, end, low), _along(start, end, low + _DASH))
        yield PaintedPath(ends, color, weight)


def _along(start: Place, end: Place, far: float) -> Place:
    length = abs(end[0] - start[0]) + abs(end[1] - start[1]) or 1
    share = far / length
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
