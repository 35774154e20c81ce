"""The maximal straight segments that dotted lines can use, and their crossings."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from orgcli.chart.dotted.gutters import CLEAR, FreeSpace, Stroke, side_of

_ANY = 1_000_000
_REACHES = ((_ANY, _ANY), (_ANY, 120), (2_000, 120), (500, 120))
_CROSSED = 30_000
"""How far beyond the cards gutters and ports go, the first pair with not too many crossings."""
_PORTS = (1, 3)
"""Quarters of a side at which lines leave it; reporting lines leave in its middle."""


class DottedPair(NamedTuple):
    """A dotted line: its number, and the cards at its ends."""

    number: int
    card: int
    to: int


class Track(NamedTuple):
    """A stroke on which lines may run, and the cards that it ends at or -1."""

    stroke: Stroke
    before: int
    after: int


def tracks(ground: FreeSpace, pairs: Sequence[DottedPair]) -> list[Track]:
    """The gutters, and where the cards of the pairs have their ports; each once, in order.

    As long as they can be, unless they would cross too often, as they do beside a long staircase.
    """
    ports = sorted(set(_ports(ground, pairs)))
    listed: list[Track] = []
    for reach in _REACHES:
        listed = _tracks(ground, ports, *reach)
        crossed = accumulate(len(met) for _, _, met in _met([track.stroke for track in listed]))
        if all(count <= _CROSSED for count in crossed):
            break
    return listed


def _tracks(
    ground: FreeSpace, ports: Sequence[tuple[int, int, int]], reach: int, port_reach: int
) -> list[Track]:
    ends = {stroke: [-1, -1] for stroke in ground.gutters(reach)}
    gutters = set(ends)
    for card, axis, at in ports:
        low, high = ground.boxes[card].span(axis)
        for span in ground.free(axis, at):
            for side, edge in enumerate((high + CLEAR, low - CLEAR)):
                if span[side] == edge:
                    ends.setdefault(Stroke(axis, at, *span), [-1, -1])[side] = card
    listed = [Track(stroke, *cards) for stroke, cards in sorted(ends.items())]
    return [track if track.stroke in gutters else _short(track, port_reach) for track in listed]


def _short(track: Track, reach: int) -> Track:
    """A track that is no gutter, as far as from a card to the gutters around it."""
    stroke = track.stroke
    if track.before < 0:
        stroke = stroke._replace(low=max(stroke.low, stroke.high - reach))
    elif track.after < 0:
        stroke = stroke._replace(high=min(stroke.high, stroke.low + reach))
    return track._replace(stroke=stroke)


def _ports(ground: FreeSpace, pairs: Sequence[DottedPair]) -> Iterator[tuple[int, int, int]]:
    """Where lines may leave their cards: the card, the axis of the stroke, its y or x."""
    for pair in pairs:
        boxes = ground.boxes[pair.card], ground.boxes[pair.to]
        for axis in (0, 1):
            across = 1 - axis
            sides = [side_of(box, axis) for box in boxes]
            low, high = max(low for low, _ in sides), min(high for _, high in sides)
            for card, box in zip(pair[1:], boxes, strict=True):
                if axis == 1 and card in ground.rows:
                    continue
                for quarter in _PORTS:
                    yield card, axis, box[across] + box[2 + across] * quarter // 4
                if low <= high:
                    yield card, axis, (low + high) // 2


def crossings(
    ground: FreeSpace, listed: Sequence[Track], node: Callable[[int, int], int]
) -> Iterable[tuple[Track, list[int]]]:
    """What crosses each track, in order: nodes, made by `node`, or -1 for reporting lines."""
    lines = len(listed)
    strokes = [track.stroke for track in listed] + [*ground.strokes[0], *ground.strokes[1]]
    crossed: list[list[int]] = [[] for _ in strokes]
    for number, x, met in _met(strokes):
        for y, other in met:
            if other < lines or number < lines:
                crossed_node = node(x, y) if other < lines and number < lines else -1
                crossed[number].append(crossed_node)
                crossed[other].append(crossed_node)
    return zip(listed, crossed, strict=False)


def _met(strokes: Sequence[Stroke]) -> Iterator[tuple[int, int, list[tuple[int, int]]]]:
    """Each upright stroke with its x, and the y and the number of all that it crosses.

    One sweep from left to right: level strokes are kept by y while they last.
    """
    events: list[tuple[int, int, int]] = []
    for number, stroke in enumerate(strokes):
        if stroke.axis == 0:
            events += [(stroke.low, 0, number), (stroke.high, 2, number)]
        else:
            events.append((stroke.at, 1, number))
    level: list[tuple[int, int]] = []
    for x, event, number in sorted(events):
        stroke = strokes[number]
        if event == 0:
            insort(level, (stroke.at, number))
        elif event == 2:
            del level[bisect_left(level, (stroke.at, number))]
        else:
            first = bisect_left(level, (stroke.low, -1))
            yield number, x, level[first : bisect_right(level, (stroke.high, len(strokes)))]
