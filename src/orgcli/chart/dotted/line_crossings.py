"""Finds where dotted lines cross reporting lines and each other, in one sweep."""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from orgcli.chart.dotted.gutters import Stroke, strokes_of
from orgcli.chart.layout.tree import Point

_REPORTING = -1
_START, _UPRIGHT, _END = 2, 1, 0
"""At the same x, level strokes end before upright ones, and begin after them: lines that only touch
do not cross.
"""


class _LineStroke(NamedTuple):
    """A stroke of a line, with the number of the line, and its own number within that.

    rising  whether the line runs along it to the right or downwards
    """

    stroke: Stroke
    line: int
    part: int = 0
    rising: bool = True


class _Crossing(NamedTuple):
    """Where on a line a crossing is: which of its strokes, and how far along that."""

    part: int
    along: int
    point: Point


def line_crossings(
    reporting: Iterable[Stroke], routes: Mapping[int, Sequence[Point]]
) -> dict[int, tuple[Point, ...]]:
    """Where each dotted line crosses reporting lines and dotted lines with lower numbers.

    reporting  the strokes of reporting lines, none covering another
    routes     the corners of dotted lines by number
    The points are in the order in which the line passes them. Reporting lines are not compared with
    each other, so that the time is linear in their number, but for sorting.
    """
    strokes = [_LineStroke(stroke, _REPORTING) for stroke in reporting]
    for number, points in routes.items():
        strokes.extend(_strokes(number, points))
    crossings_of: dict[int, set[_Crossing]] = defaultdict(set)
    for level, upright in _crossed(strokes):
        if level.line != upright.line:
            later = max(level, upright, key=lambda piece: piece.line)
            point = upright.stroke.at, level.stroke.at
            along = point[later.stroke.axis] * (1 if later.rising else -1)
            crossings_of[later.line].add(_Crossing(later.part, along, point))
    return {
        line: tuple([crossing.point for crossing in sorted(met)])
        for line, met in crossings_of.items()
    }


def _strokes(number: int, points: Sequence[Point]) -> Iterator[_LineStroke]:
    for part, (start, stroke) in enumerate(zip(points, strokes_of(points), strict=False)):
        yield _LineStroke(stroke, number, part, start[stroke.axis] == stroke.low)


def _crossed(strokes: Sequence[_LineStroke]) -> Iterator[tuple[_LineStroke, _LineStroke]]:
    """Pairs of a level and an upright stroke that cross, of which at least one is dotted.

    A sweep from left to right: level strokes are kept by their y while they last.
    """
    reporting: list[tuple[int, int]] = []
    dotted: list[tuple[int, int]] = []
    for _, event, number in sorted(_events(strokes)):
        piece = strokes[number]
        own_levels = reporting if piece.line == _REPORTING else dotted
        if event == _START:
            insort(own_levels, (piece.stroke.at, number))
        elif event == _END:
            del own_levels[bisect_left(own_levels, (piece.stroke.at, number))]
        else:
            for levels in (dotted,) if own_levels is reporting else (dotted, reporting):
                first = bisect_right(levels, (piece.stroke.low, len(strokes)))
                for _, met in levels[first : bisect_left(levels, (piece.stroke.high, -1))]:
                    yield strokes[met], piece


def _events(strokes: Sequence[_LineStroke]) -> Iterator[tuple[int, int, int]]:
    """What happens at which x: a level stroke begins or ends, or an upright one is there."""
    for number, (stroke, *_) in enumerate(strokes):
        if stroke.axis == 1:
            yield stroke.at, _UPRIGHT, number
        elif stroke.low < stroke.high:
            yield stroke.low, _START, number
            yield stroke.high, _END, number
