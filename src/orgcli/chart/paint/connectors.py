"""Paints reporting lines: the strokes that several reports share once, corners rounded."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from orgcli.chart.layout.tree import Point

_Stroke = tuple[Point, Point]


def joined_strokes(paths: Iterable[Sequence[Point]]) -> list[list[Point]]:
    """The lines of one manager, level and upright strokes, as lines that nowhere lie on each other.

    Strokes that only touch at their ends, two of them, become one line with a corner there; where
    three meet, two that lie on one straight line go through.
    """
    strokes = list(_merged(paths))
    at: dict[Point, list[int]] = defaultdict(list)
    for number, ends in enumerate(strokes):
        for end in ends:
            at[end].append(number)
    through = _inside(strokes, at)
    remaining = dict.fromkeys(range(len(strokes)))
    lines = []
    while remaining:
        first = next(iter(remaining))
        del remaining[first]
        line = list(strokes[first])
        for _ in range(2):
            line.reverse()
            while len(at[line[-1]]) == 2 and line[-1] not in through:
                following = [number for number in at[line[-1]] if number in remaining]
                if not following:
                    break
                del remaining[following[0]]
                start, end = strokes[following[0]]
                line.append(end if start == line[-1] else start)
        lines.append(line)
    return lines


def _merged(paths: Iterable[Sequence[Point]]) -> Iterator[_Stroke]:
    """Strokes as long as they go on, each part of them once; level ones first."""
    spans: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for path in paths:
        for start, end in pairwise(path):
            if start == end:
                continue
            axis = 0 if start[1] == end[1] else 1
            low, high = sorted((start[axis], end[axis]))
            spans[axis, start[1 - axis]].append((low, high))
    for (axis, across), stretches in sorted(spans.items()):
        for low, high in _joined(sorted(stretches)):
            yield ((low, across), (high, across)) if axis == 0 else ((across, low), (across, high))


def _joined(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    low, high = spans[0]
    for start, end in spans[1:]:
        if start > high:
            yield low, high
            low = start
        high = max(high, end)
    yield low, high


def _inside(strokes: Sequence[_Stroke], ends: Iterable[Point]) -> set[Point]:
    """The ends of strokes that lie inside another stroke, which goes on there."""
    level: dict[int, list[tuple[int, int]]] = defaultdict(list)
    upright: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for (x, y), (to_x, to_y) in strokes:
        if y == to_y:
            level[y].append((x, to_x))
        else:
            upright[x].append((y, to_y))
    return {
        (x, y) for x, y in ends if _covers(level.get(y, ()), x) or _covers(upright.get(x, ()), y)
    }


def _covers(spans: Sequence[tuple[int, int]], at: int) -> bool:
    return any(low < at < high for low, high in spans)
