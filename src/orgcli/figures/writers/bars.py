"""Bars for a terminal, in eighths of a cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from orgcli.figures.tables.plot_rows import PlotRow, PlotRows
from orgcli.model.text import cells
from orgcli.render.columns import GAP
from orgcli.render.lines import Line, one_line

FILLS = ("█", "▒", "░")
"""What the parts of a bar are filled with; their order tells them apart without colour."""
STYLES = ("work", "changed", "moved")
"""The styles of the parts."""
_LONGEST = 50
_LEAST = 8
_WIDEST_LABEL = 30


def bar_lines(plot: PlotRows, width: int, count: Callable[[int], str]) -> Iterator[Line]:
    """The bars of a plot with their labels before and their numbers behind.

    width  cells there are
    count  writes a number
    """
    labels = [_cut(one_line(row.label), _WIDEST_LABEL) for row in plot.rows]
    numbers = [_numbers(row, count) for row in plot.rows]
    before = max(map(cells, labels), default=0) + GAP
    behind = max(map(cells, numbers), default=0) + 1
    room = max(_LEAST, min(_LONGEST, width - before - behind))
    for row, label, number in zip(plot.rows, labels, numbers, strict=True):
        lengths = _lengths(row.parts, plot.largest, room)
        bar: Line = [(FILLS[at] * length, STYLES[at]) for at, length in enumerate(lengths)]
        left = (room - sum(lengths)) // 2 if plot.centred else 0
        pad = " " * (before - cells(label) + left)
        yield [(label, ""), (pad, ""), *bar, (f" {number}", "quiet")]


def _numbers(row: PlotRow, count: Callable[[int], str]) -> str:
    shown = [count(part) for part in row.parts]
    return " + ".join(shown) if len(shown) > 1 and any(row.parts[1:]) else shown[0]


def _lengths(parts: Sequence[int], largest: int, room: int) -> list[int]:
    """The cells of each part: in proportion, at least one for what is not nothing."""
    return [max(1, round(part * room / largest)) if part else 0 for part in parts]


def _cut(text: str, width: int) -> str:
    """The text in so many cells, with a mark where it is cut."""
    if cells(text) <= width:
        return text
    while cells(text) > width - 1:
        text = text[:-1]
    return f"{text}…"
