"""Decides which dotted lines the eye could not follow: too long, too crowded, too roundabout."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from orgcli.chart.dotted.gutters import Stroke, strokes_of
from orgcli.chart.dotted.strands import APART
from orgcli.chart.layout.layout import Box
from orgcli.chart.layout.tree import Point

MOST_BESIDE = 6
"""Lines in one gutter."""
DETOUR = 3
"""How many times as long as the straight way between the middles of two cards a line may be."""
FAR = 7
"""How many cards' widths long a line may be: a longer one is a thread across the sheet."""
BENDS = 4
"""How often a line may turn."""
_NEIGHBOURS = 12
"""Lines so near to the next one share a gutter."""
_TOUCH = 2
"""So far two lines may run nearer to each other than APART, as they do at corners."""
_LEAST = 120
"""A line that is no longer can be followed, whatever it goes around."""
_CELL = 64


def too_far(boxes: Sequence[Box], card: int, to: int) -> bool:
    """Whether every line between two cards is too long."""
    start, end = boxes[card], boxes[to]
    gaps = (_gap(start.span(axis), end.span(axis)) for axis in (0, 1))
    return sum(gaps) > FAR * max(start.width, end.width)


def _gap(span: tuple[int, int], other: tuple[int, int]) -> int:
    return max(0, span[0] - other[1], other[0] - span[1])


def illegible(
    boxes: Sequence[Box],
    pairs: Mapping[int, tuple[int, int]],
    ways: Mapping[int, Sequence[Point]],
) -> set[int]:
    """The numbers of the lines that nobody could follow; short ones stay before long ones.

    pairs  the cards at the ends of each line, by its number
    ways   the corners of each
    """
    lengths = {at: length(points) for at, points in ways.items()}
    kept = _KeptStrokes()
    dropped: set[int] = set()
    for at in sorted(lengths, key=lambda at: (lengths[at], at)):
        strokes = list(strokes_of(ways[at]))
        start, end = (boxes[card] for card in pairs[at])
        most = min(FAR * max(start.width, end.width), DETOUR * _straight(start, end))
        if (
            lengths[at] > max(most, _LEAST)
            or len(strokes) > BENDS + 1
            or any(kept.crowded(stroke) for stroke in strokes)
        ):
            dropped.add(at)
        else:
            kept.add(strokes)
    return dropped


def length(points: Sequence[Point]) -> int:
    """Of a line with these corners, in points."""
    return sum(abs(x - end_x) + abs(y - end_y) for (x, y), (end_x, end_y) in pairwise(points))


def _straight(box: Box, other: Box) -> int:
    """The way from middle to middle along both axes."""
    return sum(abs(sum(box.span(axis)) - sum(other.span(axis))) // 2 for axis in (0, 1))


class _KeptStrokes:
    """Strokes of the lines that are drawn, found by where they are."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Stroke]] = defaultdict(list)

    def add(self, strokes: Sequence[Stroke]) -> None:
        for stroke in strokes:
            self._cells[stroke.axis, stroke.at // _CELL].append(stroke)

    def crowded(self, stroke: Stroke) -> bool:
        """Whether a stroke lies nearly upon another, or is one too many in its gutter."""
        beside = [
            other
            for cell in range(
                (stroke.at - MOST_BESIDE * _NEIGHBOURS) // _CELL,
                (stroke.at + MOST_BESIDE * _NEIGHBOURS) // _CELL + 1,
            )
            for other in self._cells.get((stroke.axis, cell), ())
            if min(other.high, stroke.high) - max(other.low, stroke.low) > _TOUCH
        ]
        if any(abs(other.at - stroke.at) < APART for other in beside):
            return True
        if len(beside) < MOST_BESIDE:
            return False
        # Strokes that all run beside each other somewhere do so where one of them begins.
        return any(
            _bundle(stroke.at, [other.at for other in beside if other.low <= along < other.high])
            > MOST_BESIDE
            for along in {max(other.low, stroke.low) for other in beside}
        )


def _bundle(at: int, others: Sequence[int]) -> int:
    """How many strokes run together with one at this place, itself included."""
    count = 1
    for side in (-1, 1):
        last = 0
        for away in sorted((place - at) * side for place in others):
            if away > 0:
                if away - last > _NEIGHBOURS:
                    break
                count, last = count + 1, away
    return count
