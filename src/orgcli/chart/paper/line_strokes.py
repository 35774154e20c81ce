"""Removes from reporting lines the strokes that a highlighted line covers.

Graphviz draws the lines of a manager in the order of the reports, whatever the order of its input,
so that a thin line would be drawn upon a thick one.
"""

from collections.abc import Iterator, Sequence

from orgcli.chart.deck.cards import Deck
from orgcli.chart.layout.layout import DrawnLine
from orgcli.chart.layout.tree import Point


def without_overlap(deck: Deck, lines: Sequence[DrawnLine]) -> Iterator[DrawnLine]:
    """The lines of a chart without what the line that stands out covers of them."""
    covering = {line.manager: line.points for line in lines if deck.cards[line.report].chain}
    for line in lines:
        over = covering.get(line.manager)
        if over is None or deck.cards[line.report].chain:
            yield line
        else:
            yield line._replace(points=_after_shared_strokes(line.points, over))


def _after_shared_strokes(points: Sequence[Point], over: Sequence[Point]) -> tuple[Point, ...]:
    """What is left of a line after the strokes that it begins with as another does."""
    mine, other = list(points), list(over)
    while len(mine) > 1 and len(other) > 1 and mine[0] == other[0]:
        if mine[0] == mine[1] or other[0] == other[1]:
            (mine if mine[0] == mine[1] else other).pop(0)
            continue
        shared = _shared(mine[0], mine[1], other[1])
        if shared == mine[0]:
            break
        mine[0] = other[0] = shared
    return tuple(mine) if len(mine) > 1 else tuple(points)


def _shared(start: Point, end: Point, other: Point) -> Point:
    """How far two level or upright strokes from one point go together."""
    for axis in (0, 1):
        mine, its = end[axis] - start[axis], other[axis] - start[axis]
        if mine * its > 0:
            return end if abs(mine) <= abs(its) else other
    return start
