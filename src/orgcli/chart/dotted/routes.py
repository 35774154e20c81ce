"""Routes the dotted lines of a chart around its cards."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from orgcli.chart.dotted.captions import CaptionObstacles
from orgcli.chart.dotted.gutters import FreeSpace
from orgcli.chart.dotted.lanes import spread
from orgcli.chart.dotted.line_crossings import line_crossings
from orgcli.chart.dotted.shortest_paths import RouteGraph
from orgcli.chart.dotted.strands import RoutedLine, straighten, strand
from orgcli.chart.dotted.tracks import DottedPair
from orgcli.chart.layout.layout import Box, DrawnLine
from orgcli.chart.layout.tree import Point

MOST_ROUTED = 300
MOST_CARDS = 1_500
"""Of more lines, or among more cards, nobody could follow any."""
TAG = (10, 10)
"""Width and height of a numbered tag."""
OUTSIDE = 12
"""How far outside of the rectangle around all cards a line may run where no other way is."""


class RouteRequest(NamedTuple):
    """A dotted line to be drawn: from a card to a card, and how large its caption is.

    caption  width and height in points, (0, 0) for none
    """

    card: int
    to: int
    caption: tuple[int, int] = (0, 0)


class Route(NamedTuple):
    """Where a dotted line runs.

    points   its corners, from the edge of its card to the edge of the other; of a row of a panel,
             from the edge of the panel
    caption  the middle of its caption; None where there is no room for it, or none to be placed
    tag      the middle of a tag upon it in place of the caption; None where that has its room
    crossings  where it crosses reporting lines and the dotted lines before it, in its direction
    """

    points: tuple[Point, ...]
    caption: Point | None
    tag: Point | None = None
    crossings: tuple[Point, ...] = ()


def routable(cards: int, lines: int) -> bool:
    """Whether so many dotted lines among so many cards are drawn as lines."""
    return cards <= MOST_CARDS and lines <= MOST_ROUTED


def routes(
    boxes: Sequence[Box],
    lines: Sequence[DrawnLine],
    requests: Sequence[RouteRequest],
    obstacles: Sequence[Box] = (),
) -> list[Route | None]:
    """A route per request, in their order; None where there is none, or from a card to itself.

    boxes, lines  of a `Layout`: the cards and the reporting lines
    obstacles     what else nothing may run through: panels around cards that are their rows
    A route leaves its card and reaches the other at a right angle. It keeps CLEAR off all cards and
    off reporting lines that run its way, and crosses others at right angles. Two dotted lines lie
    upon each other only where a gutter is full. It stays inside of the rectangle around all cards
    unless there is no other way. The same input gives the same routes.
    """
    pairs = [
        DottedPair(number, request.card, request.to)
        for number, request in enumerate(requests)
        if request.card != request.to
    ]
    line_of: dict[int, RoutedLine] = {}
    for margin in (0, OUTSIDE):
        missing = [pair for pair in pairs if pair.number not in line_of]
        if missing:
            line_of.update(_laid(FreeSpace(boxes, lines, margin, obstacles), missing))
    strands = [line_of[number] for number in sorted(line_of)]
    spread(strands)
    by_request: list[Route | None] = [None] * len(requests)
    if not line_of:
        return by_request
    points = {number: line_of[number].points() for number in sorted(line_of)}
    captions = CaptionObstacles((*boxes, *obstacles), lines, points)
    reporting = line_of[min(line_of)].ground.strokes
    crossed = line_crossings((*reporting[0], *reporting[1]), points)
    for number, corners in points.items():
        caption = captions.caption(number, corners, requests[number].caption)
        by_request[number] = Route(corners, caption, None, crossed.get(number, ()))
    for number, route in enumerate(by_request):
        if route and not route.caption and requests[number].caption != (0, 0):
            by_request[number] = route._replace(tag=captions.tag(number, route.points, TAG))
    return by_request


def _laid(ground: FreeSpace, pairs: Sequence[DottedPair]) -> Iterator[tuple[int, RoutedLine]]:
    """Those that have a way, the shortest first: long ones can go around the others."""
    net = RouteGraph(ground, pairs)
    boxes = ground.boxes
    for pair in sorted(pairs, key=lambda pair: (_distance(boxes[pair.card], boxes[pair.to]), pair)):
        way = net.way(pair.card, pair.to)
        if way:
            line = strand(ground, net.take(way), (boxes[pair.card], boxes[pair.to]))
            straighten(line)
            yield pair.number, line


def _distance(box: Box, other: Box) -> int:
    return abs(box.x - other.x) + abs(box.y - other.y)
