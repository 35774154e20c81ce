"""Where lines are interrupted for a dotted line that crosses them."""

from collections import defaultdict
from collections.abc import Sequence

from orgcli.chart.dotted.gutters import strokes_of
from orgcli.chart.layout.layout import DrawnLine
from orgcli.chart.layout.tree import Point

_SHORT = 12
"""Points of a stroke of which an interruption would leave next to nothing."""


class Interruptions:
    """Tells crossings apart by what is crossed: a long stroke is interrupted, a short one is not.

    Short are the ways from a trunk to the cards beside it, and from a card down to the line that
    its reports share: without them, cards would seem to report to nobody.
    """

    def __init__(self, lines: Sequence[DrawnLine]) -> None:
        self._strokes: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        for line in lines:
            for axis, at, low, high in strokes_of(line.points):
                self._strokes[axis, at].append((low, high))

    def among(self, crossings: Sequence[Point]) -> tuple[Point, ...]:
        """The crossings with dotted lines, and with strokes that are long."""
        return tuple(point for point in crossings if self._longest(point) > _SHORT)

    def _longest(self, point: Point) -> float:
        """The longest stroke of reporting lines through a point; infinite where there is none."""
        x, y = point
        lengths = [
            high - low
            for axis, at, along in ((0, y, x), (1, x, y))
            for low, high in self._strokes.get((axis, at), ())
            if low <= along <= high
        ]
        return max(lengths, default=float("inf"))
