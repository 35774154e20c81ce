"""Assigns dotted lines in one gutter to parallel lanes, in the order with the fewest crossings."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from orgcli.chart.dotted.gutters import Span
from orgcli.chart.dotted.strands import APART, RoutedLine

_STEPS = (6, 5, 4, 3, 2, 1)
"""Distances between lines that share a gutter, the first that there is room for."""
_REACH = 24
"""How far a line may move to make room for others."""
_ROUNDS = (1, 0, 1, 0)
"""Moving upright strokes makes level ones longer or shorter, so that each is looked at twice."""


class _MovableStroke(NamedTuple):
    """A stroke that may move: its line, its number, where it is, from where to where it runs.

    number  of the line; strokes are compared by it, never by the line
    """

    number: int
    stroke: int
    at: int
    low: int
    high: int
    line: RoutedLine


def spread(strands: Sequence[RoutedLine]) -> None:
    """Move strokes that run too near to each other apart, as far as there is room."""
    for axis in _ROUNDS:
        pieces = sorted(_pieces(strands, axis), key=lambda piece: (piece.at, piece))
        for group in _groups(pieces):
            _place(group, _around(group, pieces))


def _pieces(strands: Sequence[RoutedLine], axis: int) -> Iterator[_MovableStroke]:
    for number, line in enumerate(strands):
        for stroke in range(1, line.last + 1):
            if line.turned(stroke) == axis:
                yield _MovableStroke(number, stroke, line.at[stroke], *line.span(stroke), line)


def _beside(piece: _MovableStroke, other: _MovableStroke, gap: int = APART) -> bool:
    """Whether two strokes run beside each other somewhere."""
    return piece.low < other.high + gap and other.low < piece.high + gap


def _groups(pieces: Sequence[_MovableStroke]) -> list[list[_MovableStroke]]:
    """Strokes that are to make room for each other; a stroke that has all it needs is in none."""
    group = list(range(len(pieces)))
    for number, piece in enumerate(pieces):
        for later in range(number + 1, len(pieces)):
            if pieces[later].at - piece.at >= APART:
                break
            if _beside(piece, pieces[later]) and group[number] != group[later]:
                old, new = sorted((group[number], group[later]), reverse=True)
                group = [new if current == old else current for current in group]
    members_of: dict[int, list[_MovableStroke]] = {}
    for number, piece in enumerate(pieces):
        members_of.setdefault(group[number], []).append(piece)
    return [members for members in members_of.values() if len(members) > 1]


def _around(
    group: Sequence[_MovableStroke], pieces: Sequence[_MovableStroke]
) -> list[_MovableStroke]:
    """The strokes that a group could come near to, where they are by now."""
    far = 2 * _REACH + APART
    first = bisect_left(pieces, group[0].at - far, key=lambda piece: piece.at)
    behind = bisect_left(pieces, group[-1].at + far, key=lambda piece: piece.at)
    mine = set(group)
    near = (piece for piece in pieces[first:behind] if piece not in mine)
    return [piece._replace(at=piece.line.at[piece.stroke]) for piece in near]


def _place(group: Sequence[_MovableStroke], others: Sequence[_MovableStroke]) -> None:
    """Give the strokes of a group their places, from left to right or from top to bottom."""
    ordered = _ordered(group)
    ranges = [_range(piece, others) for piece in ordered]
    attempts = (_packed(ordered, ranges, step) for step in _STEPS)
    places = next(filter(None, attempts), None) or _strewn(ranges)
    for piece, place in zip(ordered, places, strict=True):
        if piece.line.fits(piece.stroke, place):
            piece.line.at[piece.stroke] = place


def _range(piece: _MovableStroke, others: Sequence[_MovableStroke]) -> Span:
    """How far a stroke may move without leaving its gutter or coming near to other lines."""
    near = [
        other.at
        for other in others
        if abs(other.at - piece.at) < _REACH + APART and _beside(piece, other)
    ]
    reach = []
    for side in (-1, 1):
        away = 0
        while away < _REACH and piece.line.fits(piece.stroke, piece.at + side * (away + 1)):
            if any(abs(piece.at + side * (away + 1) - at) < APART for at in near):
                break
            away += 1
        reach.append(piece.at + side * away)
    return reach[0], reach[1]


def _packed(
    ordered: Sequence[_MovableStroke], ranges: Sequence[Span], step: int
) -> list[int] | None:
    """Places in this order, within the ranges, so far apart, in the middle of what is possible."""
    count = len(ordered)
    least = [low for low, _ in ranges]
    most = [high for _, high in ranges]
    for number in range(count):
        for before in range(number):
            if least[before] + step > least[number] and _beside(ordered[before], ordered[number]):
                least[number] = least[before] + step
    for number in reversed(range(count)):
        for after in range(number + 1, count):
            if most[after] - step < most[number] and _beside(ordered[number], ordered[after]):
                most[number] = most[after] - step
    if any(low > high for low, high in zip(least, most, strict=True)):
        return None
    return [(low + high) // 2 for low, high in zip(least, most, strict=True)]


def _strewn(ranges: Sequence[Span]) -> list[int]:
    """Places for strokes for which there is no room: a few of them lie upon each other."""
    last = len(ranges) - 1
    return [low + (high - low) * place // last for place, (low, high) in enumerate(ranges)]


def _ordered(group: Sequence[_MovableStroke]) -> list[_MovableStroke]:
    """Strokes in the order in which the fewest of them cross, each put where it fits best."""
    ordered: list[_MovableStroke] = []
    for piece in sorted(group, key=lambda piece: (piece.at, piece.low - piece.high, piece)):
        wrong = [0]
        for other in ordered:
            wrong.append(wrong[-1] - (_wish(piece, other) if _beside(piece, other) else 0))
        # `wrong` sums up, per place, the strokes that belong on the other side of it.
        best = min(range(len(wrong)), key=lambda place: (wrong[place], -place))
        ordered.insert(best, piece)
    return ordered


def _wish(piece: _MovableStroke, other: _MovableStroke) -> int:
    """-1 where a stroke should lie before (left of, above) another, 1 for behind, 0 for either."""
    if piece.at != other.at:
        return 2 if piece.at > other.at else -2
    ends = [_parting(piece, other, side) for side in (-1, 1)]
    return max(-1, min(1, sum(ends))) or ends[0]


def _parting(first: _MovableStroke, second: _MovableStroke, side: int) -> int:
    """The same as `_wish`, seen at one end: where the two lines part after they turn together."""
    ends = []
    for piece in (first, second):
        at = piece.line.at
        rising = at[piece.stroke - 1] < at[piece.stroke + 1]
        ends.append((at, piece.stroke, side if rising else -side))
    sign = 1
    while True:
        (end, turn), (its_end, its_turn) = (_turn(*end_state) for end_state in ends)
        if end != its_end:
            return sign * (turn if side * end < side * its_end else -its_turn)
        if turn != its_turn:
            return sign * (1 if turn > its_turn else -1)
        if not turn:
            return 0
        # The stroke nearer to where both turn is the first to turn.
        sign *= -turn * side
        side = turn
        ends = [(at, stroke + step, step) for at, stroke, step in ends]


def _turn(at: Sequence[int], stroke: int, step: int) -> Span:
    """Where a stroke ends, followed by rising or falling numbers, and to which side it turns."""
    end = at[stroke + step]
    if not 0 <= stroke + 2 * step < len(at):
        return end, 0
    return end, 1 if at[stroke + 2 * step] > at[stroke] else -1
