"""The captions of dotted lines stand beside their strokes, or on them, where nothing else is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from orgcli.chart.dotted.gutters import bounds_of
from orgcli.chart.layout.layout import Box, DrawnLine
from orgcli.chart.layout.tree import Point

_AIR = 1
"""Between a caption and what is beside it."""
_PLACES = 12
"""Parts into which a stroke is divided for the middles that are tried."""
_TAG_STEP = 4
"""Between the places that are tried for a tag."""
_CELL = 128


class _Area(NamedTuple):
    """What is taken: a rectangle, and the dotted line that it belongs to or -1."""

    left: int
    top: int
    right: int
    bottom: int
    line: int


class CaptionObstacles:
    """Everything on a chart that captions keep off, found by where it is."""

    def __init__(
        self,
        boxes: Sequence[Box],
        lines: Sequence[DrawnLine],
        routes: Mapping[int, Sequence[Point]],
    ) -> None:
        """routes: the corners of dotted lines by their numbers."""
        self._cells: dict[Point, list[_Area]] = defaultdict(list)
        (self.left, self.right), (self.top, self.bottom) = bounds_of(boxes)
        for box in boxes:
            self._add(_Area(box.x, box.y, box.x + box.width, box.y + box.height, -1))
        for area in {area for line in lines for area in _areas(line.points, -1)}:
            self._add(area)
        for number, points in routes.items():
            for area in _areas(points, number):
                self._add(area)

    def _add(self, area: _Area) -> None:
        for cell in _cells(area):
            self._cells[cell].append(area)

    def caption(self, line: int, points: Sequence[Point], size: tuple[int, int]) -> Point | None:
        """The middle of a caption of this size for a dotted line, which is then taken, or None."""
        if min(size) <= 0:
            return None
        return self._take(line, _middles(points, *size), size, _AIR)

    def tag(self, line: int, points: Sequence[Point], size: tuple[int, int]) -> Point | None:
        """The middle of a tag of this size upon a dotted line, near its start, or None."""
        places = ((point, True) for point in _from_start(points, max(size)))
        return self._take(line, places, size, 0)

    def _take(
        self, line: int, places: Iterable[tuple[Point, bool]], size: tuple[int, int], air: int
    ) -> Point | None:
        """The first place with room, which is then taken; each with whether it is upon its line."""
        for point, own in places:
            area = _around(point, size, line)
            if self._inside(area) and self._empty(area, own, air):
                # No line is -2: its own line keeps off it as others do.
                self._add(area._replace(line=-2))
                return point
        return None

    def _inside(self, area: _Area) -> bool:
        across = self.left <= area.left and area.right <= self.right
        return across and self.top <= area.top and area.bottom <= self.bottom

    def _empty(self, area: _Area, own: bool, air: int) -> bool:
        """Whether nothing is there; its own line may be, where a caption stands on it."""
        return not any(
            other.left < area.right + air
            and area.left - air < other.right
            and other.top < area.bottom + air
            and area.top - air < other.bottom
            and not (own and other.line == area.line)
            for cell in _cells(area)
            for other in self._cells.get(cell, ())
        )


def _around(middle: Point, size: tuple[int, int], line: int) -> _Area:
    """What a caption of this size takes there."""
    (x, y), dx, dy = middle, (size[0] + 1) // 2, (size[1] + 1) // 2
    return _Area(x - dx, y - dy, x + dx, y + dy, line)


def _from_start(points: Sequence[Point], away: int) -> Iterator[Point]:
    """Points of a line from its start, so far from its ends and its corners."""
    for (x, y), (end_x, end_y) in pairwise(points):
        length = _length(((x, y), (end_x, end_y)))
        for along in range(away, length - away + 1, _TAG_STEP):
            yield x + (end_x - x) * along // length, y + (end_y - y) * along // length


def _areas(points: Sequence[Point], line: int) -> Iterator[_Area]:
    """The strokes of a line, each a point thick."""
    for (x, y), (end_x, end_y) in pairwise(points):
        left, right = sorted((x, end_x))
        top, bottom = sorted((y, end_y))
        yield _Area(left - 1, top - 1, right + 1, bottom + 1, line)


def _cells(area: _Area) -> Iterator[Point]:
    """The cells that an area or the air around it reaches into."""
    for x in range((area.left - _AIR) // _CELL, (area.right + _AIR) // _CELL + 1):
        for y in range((area.top - _AIR) // _CELL, (area.bottom + _AIR) // _CELL + 1):
            yield x, y


def _middles(points: Sequence[Point], width: int, height: int) -> Iterator[tuple[Point, bool]]:
    """Where a caption may stand, the best first, and whether that is upon its line.

    Above or below level strokes, the longest first; beside upright ones; then upon them. From the
    middle of the stroke to its ends.
    """
    strokes = sorted(pairwise(points), key=lambda stroke: -_length(stroke))
    strokes.sort(key=lambda stroke: stroke[0][1] != stroke[1][1])
    for own in (False, True):
        for stroke in strokes:
            level = stroke[0][1] == stroke[1][1]
            if _length(stroke) < (width if level else height):
                continue
            away = 0 if own else 2 + ((height if level else width) + 1) // 2
            for x, y in _along(stroke):
                for side in (0,) if own else (-away, away):
                    yield ((x, y + side) if level else (x + side, y)), own


def _along(stroke: tuple[Point, Point]) -> Iterator[Point]:
    """Points of a stroke, from its middle to both ends in turn."""
    (x, y), (end_x, end_y) = stroke
    for part in sorted(range(1, _PLACES), key=lambda part: abs(2 * part - _PLACES)):
        yield x + (end_x - x) * part // _PLACES, y + (end_y - y) * part // _PLACES


def _length(stroke: tuple[Point, Point]) -> int:
    (x, y), (end_x, end_y) = stroke
    return abs(x - end_x) + abs(y - end_y)
