"""The words beside a line: its hedge, the marks of the works, the key of a dispute."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from orgcli.chart.paint.card_painting import pill
from orgcli.chart.paint.items import Item, PaintedText
from orgcli.chart.paper.card_text import MARK_SIZE, PILL_LINE, pill_width
from orgcli.chart.paper.text_width import REGULAR, cut, width
from orgcli.chart.paper.themes import Theme
from orgcli.chart.role_lines.line_statement import LineStatement

_GAP = 3
_BESIDE = 5
"""From the line to its words."""
_AROUND = 6
"""Above and below the words, together."""
_MOST_LINES = 6
_BASE = 2.8
"""From the middle of a line of text down to its baseline."""


@dataclass(frozen=True, slots=True)
class LabelPart:
    """A word, or a mark in a pill, at its place in the label."""

    text: str
    x: float
    y: float
    is_mark: bool = False
    is_dispute: bool = False


@dataclass(frozen=True, slots=True)
class LineLabel:
    """All parts, and the height that they take."""

    parts: tuple[LabelPart, ...] = ()
    height: int = 0


def line_label(statement: LineStatement | None, room: float) -> LineLabel:
    """The words of a statement in lines no wider than `room`, words and marks never parted.

    Of a hedge as long as a page only the beginning is shown.
    """
    if statement is None:
        return LineLabel()
    room -= _BESIDE
    parts: list[LabelPart] = []
    x = y = 0.0
    for text, is_mark, is_dispute in _words(statement):
        short = cut(text, room, MARK_SIZE, REGULAR) if not is_mark else text
        wide = pill_width(short) if is_mark else width(short, MARK_SIZE)
        if x and x + wide > room:
            x, y = 0.0, y + PILL_LINE
        if y >= _MOST_LINES * PILL_LINE:
            break
        parts.append(LabelPart(short, x, y, is_mark, is_dispute))
        x += wide + _GAP
    return LineLabel(tuple(parts), _even(y + PILL_LINE + _AROUND) if parts else 0)


def _words(statement: LineStatement) -> Iterator[tuple[str, bool, bool]]:
    for word in statement.hedge.split():
        yield word, False, False
    for mark in statement.marks:
        yield mark, True, False
    if statement.dispute:
        yield statement.dispute, False, True


def _even(points: float) -> int:
    return 2 * -(-int(points) // 2)


def paint_label(label: LineLabel, x: float, y: float, theme: Theme) -> Iterator[Item]:
    """The label at the right of an upright line; `x` is the line, `y` the top of the label."""
    for part in label.parts:
        left, middle = x + _BESIDE + part.x, y + _AROUND / 2 + part.y + PILL_LINE / 2
        if part.is_mark:
            yield from pill(part.text, left, middle, theme.pill_ink, theme.pill, theme.pill_edge)
            continue
        color = theme.trouble if part.is_dispute else theme.quiet
        yield PaintedText(left, middle + _BASE, part.text, MARK_SIZE, color, part.is_dispute)
