"""Paints cards and the rows of panels: box, accent, face, texts, pills."""

from collections.abc import Iterator

from orgcli.chart.deck.cards import Card
from orgcli.chart.layout.layout import Box
from orgcli.chart.paint.items import Item, PaintedBox, PaintedImage, PaintedText
from orgcli.chart.paint.paths import dashed_outline
from orgcli.chart.paper.card_text import (
    MARK_LINE,
    MARK_SIZE,
    PILL_HEIGHT,
    PILL_LINE,
    PILL_SIZE,
    ROW_MARGINS,
    CardText,
    pill_width,
)
from orgcli.chart.paper.themes import Look, Theme

RADIUS = 6
_ACCENT = 4
_ASCENT = 0.905
"""Of Liberation Sans, in ems; a line is 1.149 ems high."""
_LINE = 1.149
_ROW_INSET = 8


def paint_card(
    card: Card, content: CardText, box: Box, theme: Theme, stem: float | None = None
) -> Iterator[Item]:
    """A card, from its ground to its notes.

    stem  the x at which the line to its reports leaves its lower edge; None where none does
    """
    look = theme.looks[card.look]
    if content.row:
        left, y = box.x + _ROW_INSET, box.y + ROW_MARGINS / 2
    else:
        yield from _ground(card, box, look, theme)
        left, y = box.x + content.density.margin, box.y + content.density.above
    if card.picture:
        face = content.density.face
        upper = box.y + (box.height - face) / 2 + (0 if content.row else 1)
        yield PaintedImage(left, upper, face, card.picture.file)
        left += face + content.density.margin
    yield from _lines(card, content, left, y, look, theme)
    if content.count and stem is not None:
        lower, half = box.y + box.height, pill_width(content.count) / 2
        yield from pill(content.count, stem - half, lower, look.title, theme.page, look.color)
    elif content.count:
        middle = y + len(content.names) * content.rank.name_line + content.rank.title_line / 2
        right = left + content.room - pill_width(content.count)
        yield from pill(content.count, right, middle, look.title, theme.page, look.color)


def _ground(card: Card, box: Box, look: Look, theme: Theme) -> Iterator[Item]:
    edge, weight = look.color, 1.0
    fill = look.fill
    if card.chain:
        edge, weight, fill = theme.chain, theme.weight, theme.lit
    if card.marks:
        edge, weight = theme.trouble, max(weight, 1.25)
    plain = PaintedBox(*box, RADIUS, fill, edge, weight)
    solid = look.border == "solid"
    yield plain if solid else plain._replace(edge="")
    if card.color:
        color = theme.stripe(card.color)
        yield PaintedBox(box.x, box.y, box.width, _ACCENT, RADIUS, color, top=True)
    if not solid:
        yield from dashed_outline(box, RADIUS, edge, 1.1)


def _lines(
    card: Card, content: CardText, left: float, y: float, look: Look, theme: Theme
) -> Iterator[Item]:
    rank, room = content.rank, content.room
    if content.badge:
        base = y + rank.name_line / 2 + (_ASCENT - _LINE / 2) * rank.title_size
        yield PaintedText(
            left + room, base, content.badge, rank.title_size, look.title, True, "right"
        )
    for line in content.names:
        yield _text(left, y, rank.name_line, line, rank.name_size, look.name, room, bold=True)
        y += rank.name_line
    for line in content.titles:
        yield _text(left, y, rank.title_line, line, rank.title_size, look.title, room)
        y += rank.title_line
    if content.state:
        yield from pill(content.state, left, y + PILL_LINE / 2, look.title, "", look.color)
        y += PILL_LINE
    for color, lines in ((theme.trouble, content.marks), (look.title, content.notes)):
        for line in lines:
            yield _text(left, y, MARK_LINE, line, MARK_SIZE, color, room)
            y += MARK_LINE


def pill(
    text: str, start: float, middle: float, color: str, fill: str, edge: str
) -> Iterator[Item]:
    """A word in a small outlined pill, from its left end."""
    wide = pill_width(text)
    upper = middle - PILL_HEIGHT / 2
    yield PaintedBox(start, upper, wide, PILL_HEIGHT, PILL_HEIGHT / 2, fill, edge, 0.75)
    base = middle + (_ASCENT - _LINE / 2) * PILL_SIZE
    yield PaintedText(start + wide / 2, base, text, PILL_SIZE, color, True, "middle", wide)


def _text(
    x: float,
    y: float,
    line: int,
    text: str,
    size: float,
    color: str,
    room: float,
    bold: bool = False,
) -> PaintedText:
    """Text in the middle of its line."""
    base = y + line / 2 + (_ASCENT - _LINE / 2) * size
    return PaintedText(x, round(base, 2), text, size, color, bold, "left", room)
