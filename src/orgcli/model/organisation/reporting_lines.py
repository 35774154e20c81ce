"""Reporting lines as integer arrays: who reports to whom, layers, spans, rings, roots."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, repeat
from typing import Any

TOP = -1
"""In `manager`: the position reports to nobody."""
UNKNOWN = -2
"""In `manager`: the position names a manager that is not here."""

_WALKING = -1
_RINGED = -2


@dataclass(frozen=True, slots=True, eq=False)
class ReportingLines:
    """The solid lines of one organisation; every number is an index into its positions.

    index    position of an id; the first entry wins where an id stands twice
    manager  per position: its manager, or TOP, or UNKNOWN
    layer    per position: 1 for a position without a manager here, 2 below it and so on;
             0 for positions in a ring or below one
    span     per position: how many report to it directly
    rings    each reporting cycle once, following the lines upward from its smallest index;
             a position that reports to itself is a ring of one
    roots    positions that report to nobody, in file order
    """

    index: dict[str, int]
    manager: list[int]
    layer: list[int]
    span: list[int]
    rings: tuple[tuple[int, ...], ...]
    roots: tuple[int, ...]

    @property
    def layers(self) -> int:
        """How many layers there are; rings count for none."""
        return max(self.layer, default=0)

    def without_rings(self) -> list[int]:
        """Per position its manager, or TOP where that is not here; rings are broken.

        The first of a ring, by file order, is at the top of a tree.
        """
        manager = [max(above, TOP) for above in self.manager]
        for ring in self.rings:
            manager[ring[0]] = TOP
        return manager

    def reports(self) -> tuple[list[int], list[int]]:
        """Direct reports in file order: those of `i` are `reports[start[i]:start[i + 1]]`."""
        start = [0, *accumulate(self.span)]
        free = start[:-1]
        reports = [0] * start[-1]
        for position, manager in enumerate(self.manager):
            if manager >= 0:
                reports[free[manager]] = position
                free[manager] += 1
        return start, reports

    def below(self, tops: Sequence[int]) -> dict[int, int]:
        """How many positions stand below each of some positions, itself not counted.

        Linear where the positions stand in different trees, as tops and rings do.
        """
        if not tops:
            return {}
        if len(self.rings) == 1 and list(tops) == [self.rings[0][0]]:
            return {tops[0]: self.layer.count(0) - 1}  # all without a layer hang there
        trees = zip(tops, self.subtrees(tops), strict=True)
        return {top: len(tree) - 1 for top, tree in trees}

    def subtrees(self, tops: Sequence[int]) -> Iterator[set[int]]:
        """Each of some positions with all that stand below it."""
        start, reports = self.reports()
        for top in tops:
            tree, queue = {top}, [top]
            while queue:
                at = queue.pop()
                for report in reports[start[at] : start[at + 1]]:
                    if report not in tree:
                        tree.add(report)
                        queue.append(report)
            yield tree


def reporting_lines(ids: Sequence[str], managers: Sequence[str | None]) -> ReportingLines:
    """Resolve the manager of every position and walk each line once.

    ids       the id of each position, in file order; may repeat
    managers  the id that each position reports to, or None at the top
    Linear in the number of positions, without recursion: each line is walked upward until
    it meets a place already walked (the three-colour walk of a functional graph).
    """
    index: dict[Any, int] = dict(zip(ids, range(len(ids)), strict=True))
    if len(index) < len(ids):
        index = {}
        for at, name in enumerate(ids):
            index.setdefault(name, at)
    index[None] = TOP  # while the managers are looked up
    # An array lies closer in memory than a list of numbers: written in no order, a third as long.
    manager = array("i", map(index.get, managers, repeat(UNKNOWN)))
    del index[None]
    span = [0] * len(manager)
    for above in manager:
        if above >= 0:
            span[above] += 1
    layer, rings = _walk(manager)
    roots = tuple(_roots(manager))
    return ReportingLines(index, manager.tolist(), layer, span, rings, roots)


def _roots(manager: "array[int]") -> Iterator[int]:
    at = -1
    for _ in range(manager.count(TOP)):  # few of many
        at = manager.index(TOP, at + 1)
        yield at


def _walk(manager: "array[int]") -> tuple[list[int], tuple[tuple[int, ...], ...]]:
    layer = [0] * len(manager)
    rings: list[tuple[int, ...]] = []
    for start, above in enumerate(manager):
        if layer[start]:
            continue
        if above < 0 or layer[above] > 0:  # in most files managers stand before their reports
            layer[start] = layer[above] + 1 if above >= 0 else 1
            continue
        path = []
        at = start
        while at >= 0 and layer[at] == 0:
            layer[at] = _WALKING
            path.append(at)
            at = manager[at]
        depth = 0 if at < 0 else layer[at]
        if depth == _WALKING:
            rings.append(_canonical(path[path.index(at) :]))
            depth = _RINGED
        if depth == _RINGED:
            for member in path:
                layer[member] = _RINGED
            continue
        for member in reversed(path):
            depth += 1
            layer[member] = depth
    if rings:
        layer = [max(depth, 0) for depth in layer]
    return layer, tuple(sorted(rings))


def _canonical(ring: list[int]) -> tuple[int, ...]:
    first = ring.index(min(ring))
    return tuple(ring[first:] + ring[:first])
