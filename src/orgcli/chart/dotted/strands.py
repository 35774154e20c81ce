"""A dotted line during routing: its strokes can be moved, and do not touch cards."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from orgcli.chart.dotted.gutters import CLEAR, FreeSpace, Span, side_of
from orgcli.chart.layout.layout import Box
from orgcli.chart.layout.tree import Point

APART = 4
"""Nearer to each other, two lines look like one."""
_JOG = 12
"""Up to so far apart, two strokes may meet between them."""


@dataclass(slots=True, eq=False)
class RoutedLine:
    """A dotted line while it is being laid.

    at    where it starts along its first stroke, the y or x of each stroke, and where it ends
    axis  of the first stroke, 0 for level; the others take turns
    ends  the y or x at which the first and the last stroke meet their cards
    """

    ground: FreeSpace
    axis: int
    at: list[int]
    ends: tuple[Span, Span]

    @property
    def last(self) -> int:
        """The number of the last stroke; the first is 1."""
        return len(self.at) - 2

    def turned(self, stroke: int) -> int:
        """The axis of a stroke."""
        return (self.axis + stroke - 1) % 2

    def span(self, stroke: int) -> Span:
        """From where to where a stroke runs."""
        before, after = self.at[stroke - 1], self.at[stroke + 1]
        return (before, after) if before < after else (after, before)

    def points(self) -> tuple[Point, ...]:
        """The corners, from the first card to the last."""
        return tuple(
            (first, second) if (self.axis + number) % 2 == 0 else (second, first)
            for number, (first, second) in enumerate(pairwise(self.at))
        )

    def fits(self, stroke: int, at: int) -> bool:
        """Whether a stroke may run there, together with those before and after it."""
        was, self.at[stroke] = self.at[stroke], at
        around = range(max(1, stroke - 1), min(self.last, stroke + 1) + 1)
        fine = self.holds(stroke) and all(
            self._keeps_direction(number, stroke, was) for number in around
        )
        self.at[stroke] = was
        return fine

    def holds(self, stroke: int) -> bool:
        """Whether a stroke and those before and after it are clear where they are."""
        return all(
            self._clear(number)
            for number in range(max(1, stroke - 1), min(self.last, stroke + 1) + 1)
        )

    def _keeps_direction(self, stroke: int, moved: int, was: int) -> bool:
        """Whether a stroke still runs the same way, and is no tiny jog that it was not."""
        if stroke == moved:
            return True
        now = self.at[stroke + 1] - self.at[stroke - 1]
        before = was - self.at[stroke - 1] if moved == stroke + 1 else self.at[stroke + 1] - was
        return now * before > 0 and abs(now) >= min(APART, abs(before))

    def _clear(self, stroke: int) -> bool:
        """Whether a stroke is clear of everything but the cards that it starts and ends at."""
        at, (low, high) = self.at, self.span(stroke)
        for end, number, card in ((0, 1, at[0]), (1, self.last, at[-1])):
            if stroke == number:
                if not self.ends[end][0] <= at[stroke] <= self.ends[end][1]:
                    return False
                low, high = (low + CLEAR, high) if low == card else (low, high - CLEAR)
        return (
            self.at[stroke - 1] != self.at[stroke + 1]
            and low <= high
            and self.ground.clear(self.turned(stroke), at[stroke], low, high)
        )


def strand(ground: FreeSpace, points: Sequence[Point], boxes: tuple[Box, Box]) -> RoutedLine:
    """The line with these corners from the first box to the second."""
    axis = 0 if points[0][1] == points[1][1] else 1
    turns = [axis ^ (number % 2) for number in range(len(points))]
    at = [point[turn] for point, turn in zip(points, turns, strict=True)]
    last = axis ^ (len(points) % 2)
    at.append(points[-1][1 - turns[-1]])
    return RoutedLine(ground, axis, at, (side_of(boxes[0], axis), side_of(boxes[1], last)))


def straighten(line: RoutedLine) -> None:
    """Take jogs out of a line where a stroke can go on as the one before or after the jog."""
    stroke = 1
    while stroke + 2 <= line.last:
        if _merged(line, stroke):
            stroke = max(1, stroke - 2)
        else:
            stroke += 1


def _merged(line: RoutedLine, stroke: int) -> bool:
    before = line.at[:]
    low, high = sorted((before[stroke], before[stroke + 2]))
    between = range(low + 1, high) if high - low <= _JOG else ()
    for at in (before[stroke], before[stroke + 2], *between):
        line.at[stroke : stroke + 3] = [at]
        if line.holds(stroke):
            return True
        line.at[:] = before
    return False
