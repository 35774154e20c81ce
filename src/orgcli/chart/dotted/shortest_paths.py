"""The shortest ways around the cards of a chart: A* where the gutters between them cross."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from heapq import heappop, heappush
from itertools import pairwise

from orgcli.chart.dotted.gutters import CLEAR, FreeSpace, Stroke, corners_only
from orgcli.chart.dotted.tracks import DottedPair, Track, crossings, tracks
from orgcli.chart.layout.tree import Point

_BEND = 40
"""What a bend costs, in points of a longer way."""
_PATIENT, _IMPATIENT = 4, 8
"""Quarters of what is still to go: with more than four, a way is found much sooner that may not be
the cheapest; that is for many lines in a large net.
"""
_LARGE = 800_000
_OVER_REPORTING = 8
_OVER_DOTTED = 40
"""What it costs to cross another line."""
_AIR, _NARROW = 4, 3
"""Where there is not so much air on both sides, what part of its length a way costs more."""
_SHARED = 4
"""What part a way costs more for each line that runs there already."""
_FULL = 80
"""What it costs to enter a gutter in which there is no room for one more."""
_ROOM = 4
"""What a line takes in a gutter."""
_STEPS = 1_500_000
"""So many are looked at for all lines of a net together; only among cards like a long staircase is
it more that they need.
"""


class RouteGraph:
    """Tracks and where they cross: nodes, each with up to four neighbours.

    A state is a node and the axis of the stroke that leads to it: twice the node, and one more
    for an upright one.
    """

    def __init__(self, ground: FreeSpace, pairs: Sequence[DottedPair]) -> None:
        self.ground = ground
        self.at: list[Point] = []
        self.owner: list[int] = []
        self.ports: dict[int, list[int]] = defaultdict(list)
        self.steps: list[list[tuple[int, int]]] = []
        self._price: list[int] = []
        self._crossing: tuple[list[int], list[int]] = ([], [])
        self._steps_left = _STEPS
        self._used: dict[int, int] = {}
        self._room: dict[int, int] = {}
        for track, crossed in crossings(ground, tracks(ground, pairs), self._node):
            self._join(track, crossed)
        self._patience = _PATIENT if len(pairs) * len(self.at) < _LARGE else _IMPATIENT

    def _node(self, x: int, y: int) -> int:
        self.at.append((x, y))
        self.owner.append(-1)
        self.steps += [], []
        for crossing in self._crossing:
            crossing.append(0)
        return len(self.at) - 1

    def _join(self, track: Track, crossed: Sequence[int]) -> None:
        """Link the nodes of a track, and the cards at its ends; -1 is a reporting line."""
        stroke = track.stroke
        ends = [
            self._port(stroke, card, side) for card, side in ((track.before, 0), (track.after, 1))
        ]
        axis, before, over = stroke.axis, -1, 0
        for node in (ends[0], *crossed, ends[1]):
            if node == -1:
                over += 1
            elif node >= 0:
                if before >= 0:
                    low, high = self.at[before][axis], self.at[node][axis]
                    length = high - low + over * _OVER_REPORTING
                    if not self._wide(axis, stroke.at, low, high):
                        length += (high - low) // _NARROW
                    self.steps[before * 2 + axis].append((node * 2 + axis, len(self._price)))
                    self.steps[node * 2 + axis].append((before * 2 + axis, len(self._price)))
                    self._price.append(length)
                before, over = node, 0

    def _wide(self, axis: int, at: int, low: int, high: int) -> bool:
        """Whether a line there has some air on both sides."""
        clear = self.ground.clear
        return clear(axis, at - _AIR, low, high) and clear(axis, at + _AIR, low, high)

    def _port(self, stroke: Stroke, card: int, side: int) -> int:
        if card < 0:
            return -2
        along = stroke.low - CLEAR if side == 0 else stroke.high + CLEAR
        node = self._node(*((along, stroke.at) if stroke.axis == 0 else (stroke.at, along)))
        self.owner[node] = card
        self.ports[card].append(node * 2 + stroke.axis)
        return node

    def way(self, card: int, to: int) -> list[int] | None:
        """The cheapest way between two cards as states, None where there is none or no time."""
        if self._steps_left <= 0:
            return None
        owner, steps, price, far = self.owner, self.steps, self._price, self._far(to)
        cost = dict.fromkeys(self.ports.get(card, ()), 0)
        came: dict[int, int] = {}
        queue = [(far(state), 0, state) for state in sorted(cost)]
        done: set[int] = set()
        while queue:
            _, _, state = heappop(queue)
            if state in done:
                continue
            done.add(state)
            self._steps_left -= 1
            if owner[state >> 1] == to:
                return _back(state, came)
            for turn, paid in ((state, cost[state]), (state ^ 1, cost[state] + _BEND)):
                crossing = self._crossing[1 - (turn & 1)]
                for other, edge in steps[turn]:
                    if other in done or owner[other >> 1] not in (-1, to):
                        continue
                    total = paid + price[edge] + crossing[other >> 1]
                    if total < cost.get(other, total + 1):
                        cost[other], came[other] = total, state
                        heappush(queue, (total + far(other), -total, other))
        return None

    def _far(self, to: int) -> Callable[[int], int]:
        """What it costs at least from a state to a card, but for the impatience."""
        patience = self._patience
        left, top, width, height = self.ground.boxes[to]
        right, bottom, at = left + width, top + height, self.at

        def far(state: int) -> int:
            x, y = at[state >> 1]
            dx = left - x if x < left else x - right if x > right else 0
            dy = top - y if y < top else y - bottom if y > bottom else 0
            bend = _BEND if (dx if state & 1 else dy) else 0
            return (dx + dy + bend) * patience // 4

        return far

    def take(self, states: Sequence[int]) -> tuple[Point, ...]:
        """Let the lines after this one keep off its way; returns the corners of the way."""
        before = -1
        for state, after in pairwise(states):
            axis = after & 1
            start = state >> 1 << 1 | axis
            self._use(
                next(edge for other, edge in self.steps[start] if other == after), start, after
            )
            if before == axis:
                self._crossing[axis][state >> 1] += _OVER_DOTTED
            before = axis
        return corners_only([self.at[state >> 1] for state in states])

    def _use(self, edge: int, state: int, after: int) -> None:
        """Once a gutter is full, it is dear."""
        self._used[edge] = self._used.get(edge, 0) + 1
        if edge not in self._room:
            self._room[edge] = self._lanes(state >> 1, after >> 1, after & 1)
        if self._used[edge] == self._room[edge]:
            self._price[edge] = _FULL + 3 * self._price[edge]
        else:
            self._price[edge] += self._price[edge] // _SHARED

    def _lanes(self, node: int, after: int, axis: int) -> int:
        """How many lines may run beside each other from a node to the next."""
        low, high = sorted((self.at[node][axis], self.at[after][axis]))
        if self.owner[node] >= 0 or self.owner[after] >= 0:
            low, high = (low + high) // 2, (low + high) // 2
        at, width = self.at[node][1 - axis], 0
        for side in (-1, 1):
            away = 1
            while away < 8 * _ROOM and self.ground.clear(axis, at + side * away, low, high):
                away += 1
            width += away - 1
        return width // _ROOM + 1


def _back(state: int, came: dict[int, int]) -> list[int]:
    states = [state]
    while state in came:
        state = came[state]
        states.append(state)
    states.reverse()
    return states
