"""Cuts a dotted line into dashes that cover its corners, and a solid stub where it ends."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from orgcli.chart.layout.strokes import PlacedPoint, along, length

RADIUS = 5
"""Of the rounded corners of dotted lines, in points; no dash ends nearer to a corner."""
STUB = 8
"""How long the solid end of a dotted line is, in points: more where a corner is near."""

Polyline = tuple[PlacedPoint, ...]


def dashes(points: Sequence[PlacedPoint], dash: float, gap: float) -> tuple[Polyline, ...]:
    """The dashes of a line, from its start to its end; both its ends are in a dash.

    points  its ends and the corners between them: level and upright strokes by turns
    dash    the least length of a straight dash in points, above 0
    gap     the length of every gap, above 0
    A dash across corners has them as inner points, to be rounded by at most RADIUS: other dashes
    end at least so far from every corner. A stroke without room for a gap is solid.
    """
    if len(points) < 2:
        return ()
    done: list[Polyline] = []
    current = [points[0]]
    last = len(points) - 2
    for number, (start, end) in enumerate(pairwise(points)):
        corner = max(RADIUS, dash / 2)
        first, final = (corner if number else dash), (corner if number < last else dash)
        for low, high in _gaps(length(start, end), first, final, dash, gap):
            current.append(along(start, end, low))
            done.append(tuple(current))
            current = [along(start, end, high)]
        current.append(end)
    return (*done, tuple(current))


def _gaps(
    stroke: float, first: float, final: float, dash: float, gap: float
) -> Iterator[tuple[float, float]]:
    """From where to where the gaps of a stroke so long are.

    first, final  the least lengths of its first and its last dash
    """
    room = stroke - first - final
    if room < gap:
        return
    between = int((room - gap) / (dash + gap))
    stretch = (stroke - (between + 1) * gap) / (first + between * dash + final)
    at = first * stretch
    for _ in range(between + 1):
        yield at, at + gap
        at += gap + dash * stretch


def split_stub(points: Sequence[PlacedPoint], least: float = STUB) -> tuple[Polyline, Polyline]:
    """A line without its solid end, and that end; the first is () where all of it is the end.

    The end is at least so long, and begins at least RADIUS from every corner.
    """
    passed = 0.0
    for number in range(len(points) - 1, 0, -1):
        start, end = points[number - 1], points[number]
        stroke = length(start, end)
        at_end = 0 if number == len(points) - 1 else RADIUS
        at_start = RADIUS if number > 1 else 0
        back = max(least - passed, at_end)
        if stroke - back > at_start:
            cut = along(end, start, back)
            return (*points[:number], cut), (cut, *points[number:])
        passed += stroke
    return (), tuple(points)
