"""The HTML-like label of a card: stripe, name, title, badge and counts, marks."""

from collections.abc import Iterator

from orgcli.chart.deck.card_photos import picture_cell
from orgcli.chart.deck.cards import Card
from orgcli.chart.paper.card_text import (
    MARK_SIZE,
    STRIPE,
    TITLE_SIZE,
    Face,
)
from orgcli.chart.paper.dot_markup import label_text
from orgcli.chart.paper.themes import LIGHT, Theme

_PLAIN = 'BORDER="0" CELLSPACING="0" CELLPADDING="0"'
_Row = tuple[int, str, str]
"""Its height, and the markup at its left and at its right."""


def card_label(card: Card, face: Face, theme: Theme = LIGHT, striped: bool = True) -> str:
    """The label, exactly as large as the card: one row for each line of text.

    Rows of our own keep lines apart by our measure (Graphviz sets them solid), and fixed sizes
    keep text at its place even where a font is wider than our table. Tables inside tables
    take half the time of cells that span rows and columns, which Graphviz solves as a network;
    the one in the middle of its cell leaves the margins.
    """
    rows = [*_names(card, face, theme), *_titles(card, face, theme), *_marks(card, face, theme)]
    room = face.room
    lines = "".join([_row(*row, room, face.side) for row in rows])
    stripe = f' BGCOLOR="{theme.stripe(card.color)}"' if striped else ""
    return (
        f'<<TABLE {_PLAIN} WIDTH="{face.density.width}" HEIGHT="{face.height}"><TR>'
        f'<TD WIDTH="{STRIPE}" HEIGHT="{face.height}"{stripe}></TD>'
        f'{_photo(card, face)}<TD WIDTH="{room + 2 * face.density.margin}">'
        f'<TABLE {_PLAIN} FIXEDSIZE="TRUE" WIDTH="{room}" HEIGHT="{face.lines}">{lines}'
        "</TABLE></TD></TR></TABLE>>"
    )


def _photo(card: Card, face: Face) -> str:
    """The photo in a square at the left of the text, as far from the stripe as text is."""
    if not card.picture:
        return ""
    side = face.density.photo
    cell = picture_cell(card.picture, side)
    return (
        f'<TD WIDTH="{side + face.density.margin}" ALIGN="RIGHT">'
        f"<TABLE {_PLAIN}><TR>{cell}</TR></TABLE></TD>"
    )


def _names(card: Card, face: Face, theme: Theme) -> Iterator[_Row]:
    emphasis = "I" if not card.holders and card.state != "filled" else "B"
    badge = _small(face.badge, theme.looks[card.state].title, TITLE_SIZE)
    for line in face.names:
        text = f"<{emphasis}>{label_text(line)}</{emphasis}>" if line else ""
        yield face.density.name_line, text, badge
        badge = ""


def _titles(card: Card, face: Face, theme: Theme) -> Iterator[_Row]:
    color = theme.looks[card.state].title
    counts = _small(face.counts, color, TITLE_SIZE)
    for line in face.titles:
        yield face.density.title_line, _small(line, color, TITLE_SIZE), counts
        counts = ""


def _marks(card: Card, face: Face, theme: Theme) -> Iterator[_Row]:
    for line in face.marks:
        yield face.density.mark_line, _small(line, theme.trouble, MARK_SIZE), ""
    for line in face.notes:
        quiet = theme.looks[card.state].title
        yield face.density.mark_line, _small(line, quiet, MARK_SIZE), ""


def _row(height: int, left: str, right: str, room: int, side: int) -> str:
    """Text at the left, and what stands beside it at the right where this row has that."""
    if not right:
        return f"<TR>{_cell(room, height, 'LEFT', left)}</TR>"
    cells = _cell(room - side, height, "LEFT", left) + _cell(side, height, "RIGHT", right)
    return f"<TR><TD><TABLE {_PLAIN}><TR>{cells}</TR></TABLE></TD></TR>"


def _cell(width: int, height: int, align: str, text: str) -> str:
    return f'<TD WIDTH="{width}" HEIGHT="{height}" FIXEDSIZE="TRUE" ALIGN="{align}">{text}</TD>'


def _small(text: str, color: str, size: int) -> str:
    """Small text; nothing for no text, as an empty element is an error."""
    if not text:
        return ""
    return f'<FONT POINT-SIZE="{size}" COLOR="{color}">{label_text(text)}</FONT>'
