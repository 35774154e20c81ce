"""Paints cards and the rows of panels: ground, accent, photo, texts, pills."""

from collections.abc import Iterator

from orgcli.chart.color.palette import NEUTRAL
from orgcli.chart.deck.cards import Card
from orgcli.chart.layout.layout import Box
from orgcli.chart.paint.items import Item, PaintedBox, PaintedDisc, PaintedImage, PaintedText
from orgcli.chart.paint.outlines import dashed_outline
from orgcli.chart.paper.card_text import (
    MARK_LINE,
    MARK_SIZE,
    PILL_HEIGHT,
    PILL_LINE,
    PILL_SIZE,
    ROW_INSET,
    CardText,
    pill_width,
)
from orgcli.chart.paper.heading import CODE_SIZE, code_width
from orgcli.chart.paper.themes import Look, Theme, ink_of, tint

RADIUS = 6
_ACCENT = 4
_FLAG_HEIGHT = 9
_ASCENT, _LINE = 0.905, 1.149
"""Of Liberation Sans, in ems: from the baseline up, and the height of a line."""
_SHADOW = 1.2
_INITIALS = 0.34
"""The size of initials to the diameter of their disc."""


def paint_card(
    card: Card,
    content: CardText,
    box: Box,
    theme: Theme,
    stem: float | None = None,
    accented: bool = True,
) -> Iterator[Item]:
    """A card, from its ground to its notes.

    stem      the x at which the line to its reports leaves its lower edge; None where none does
    accented  whether colours have a meaning on this chart
    """
    look = theme.looks[card.look]
    if content.row:
        yield from _row_ground(card, box, theme)
    else:
        yield from _ground(card, box, look, theme, accented)
    left = box.x + (ROW_INSET if content.row else content.density.margin)
    y = box.y + content.top
    if content.face:
        upper = box.y + (box.height - content.face) / 2 + (0 if content.row else 1)
        yield from _face(card, left, upper, content, theme)
        left += content.face + content.density.margin
    if content.titles_alone and stem is not None:
        content = content._replace(titles=content.titles_alone)
    yield from _texts(content, left, y, look, theme)
    if content.total:
        middle = y + len(content.names) * content.rank.name_line + content.rank.title_line / 2
        start = left + content.room - pill_width(content.total)
        if stem is not None:
            start, middle = stem - pill_width(content.total) / 2, box.y + box.height
        elif not card.rank:
            middle = box.y + box.height
        colors = theme.pill_ink, theme.pill, theme.pill_edge
        yield from pill(content.total, start, middle, *colors)


def _face(card: Card, left: float, upper: float, content: CardText, theme: Theme) -> Iterator[Item]:
    """The photo, a disc with initials, or an empty one of a vacancy."""
    side = content.face
    if card.picture:
        yield PaintedImage(left, upper, side, side, card.picture.file)
        return
    x, y, color = left + side / 2, upper + side / 2, card.color or NEUTRAL
    if not card.initials:
        yield PaintedDisc(x, y, side / 2, theme.card, theme.vacancy_edge)
        return
    yield PaintedDisc(x, y, side / 2, theme.card if content.row else tint(color, theme))
    size = round(side * _INITIALS, 1)
    base = round(y + size * 0.36, 2)
    yield PaintedText(x, base, card.initials, size, ink_of(color, theme), True, "middle", side)


def _row_ground(card: Card, box: Box, theme: Theme) -> Iterator[Item]:
    """What tells a row from others: that its line stands out, or that something is wrong."""
    if card.chain:
        yield PaintedBox(box.x, box.y, box.width, box.height, 0, theme.lit)
    if card.marks or card.chain:
        color = theme.trouble if card.marks else theme.chain
        yield PaintedBox(box.x, box.y + 2, 2, box.height - 4, 1, color)


def _ground(card: Card, box: Box, look: Look, theme: Theme, accented: bool) -> Iterator[Item]:
    edge, weight, fill = look.color, 1.0, look.fill
    if card.look == "filled":
        edge, fill = theme.edge, theme.card
    if card.chain:
        edge, weight, fill = theme.chain, theme.weight, theme.lit
    if card.marks:
        edge, weight = theme.trouble, max(weight, 1.25)
    solid = look.border == "solid"
    plain = PaintedBox(box.x, box.y, box.width, box.height, RADIUS, fill, edge, weight)
    if theme.shadow and solid:
        yield plain._replace(y=box.y + _SHADOW, fill=theme.shadow, edge="")
    yield plain if solid else plain._replace(edge="")
    accent = _ACCENT if card.color and accented else 0
    if accent:
        color = theme.stripe(card.color)
        yield PaintedBox(box.x, box.y, box.width, _ACCENT, RADIUS, color, top=True)
        if card.group_code and theme.coded:
            left = box.x + box.width - RADIUS - code_width(card.group_code)
            yield from group_flag(card.group_code, left, box.y, color, theme)
    if not solid:
        yield from dashed_outline(box, RADIUS, theme.vacancy_edge, 1.1, look.border, accent)


def group_flag(code: str, left: float, upper: float, color: str, theme: Theme) -> Iterator[Item]:
    """The letters of a group in its colour."""
    wide = code_width(code)
    yield PaintedBox(left, upper, wide, _FLAG_HEIGHT, 2, color)
    base, middle = upper + 7, left + wide / 2
    yield PaintedText(middle, base, code, CODE_SIZE, theme.page, True, "middle", wide)


def _texts(content: CardText, left: float, y: float, look: Look, theme: Theme) -> Iterator[Item]:
    rank, room = content.rank, content.room
    if content.badge:
        badge = _text(left + room, y, rank.name_line, content.badge, rank.title_size, look.title, 0)
        yield badge._replace(bold=True, align="right")
    for line in content.names:
        yield _text(left, y, rank.name_line, line, rank.name_size, look.name, room, bold=True)
        y += rank.name_line
    for line in content.titles:
        yield _text(left, y, rank.title_line, line, rank.title_size, look.title, room)
        y += rank.title_line
    if not content.titles and content.total:
        y += rank.title_line
    if content.state:
        colors = theme.vacancy_ink, "", theme.vacancy_edge
        yield from pill(content.state, left, y + PILL_LINE / 2, *colors)
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
    base = round(middle + (_ASCENT - _LINE / 2) * PILL_SIZE, 2)
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
