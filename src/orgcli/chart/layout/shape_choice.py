"""Chooses among shapes: those that no other beats, and the one that fits."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import TypeVar

from orgcli.chart.layout.tree import Shape

_T = TypeVar("_T")


def narrowest(shapes: Sequence[Shape], height: int) -> Shape:
    """The narrowest of the shapes of a subtree no higher than this, else its lowest."""
    if len(shapes) == 1:
        return shapes[0]
    return shapes[max(0, bisect_right(shapes, height, key=attrgetter("height")) - 1)]


def lowest(shapes: Sequence[Shape], width: int) -> Shape:
    """The lowest of the shapes of a subtree no wider than this, else its narrowest."""
    if len(shapes) == 1:
        return shapes[0]
    at = bisect_left(shapes, -width, key=lambda shape: -shape.width)
    return shapes[min(at, len(shapes) - 1)]


def best_shapes(offered: Iterable[Shape], most: int) -> Sequence[Shape]:
    """The shapes that no other beats, from low and wide to high and narrow; some of many."""
    kept: list[Shape] = []
    for shape in sorted(
        offered, key=lambda shape: (shape.height, shape.width, shape.kind, shape.tiers)
    ):
        if not kept or shape.width < kept[-1].width:
            kept.append(shape)
    return evenly_chosen(kept, most)


def evenly_chosen(ordered: Sequence[_T], most: int) -> Sequence[_T]:
    """At most so many of a sequence, the first and the last among them, evenly chosen."""
    if len(ordered) <= most:
        return ordered
    last = len(ordered) - 1
    return [ordered[at * last // (most - 1)] for at in range(most)]
