"""The HTML-like label of a card: stripe, name, title, badge and counts, marks."""

from collections.abc import Iterator

from orgcli.chart.deck.card_photos import picture_cell
from orgcli.chart.deck.cards import Card
from orgcli.chart.paper.card_text import MARK_SIZE, STRIPE, TITLE_SIZE, CardText
from orgcli.chart.paper.dot_markup import label_text, small
from orgcli.chart.paper.themes import LIGHT, Theme

_PLAIN = 'BORDER="0" CELLSPACING="0" CELLPADDING="0"'
_Row = tuple[int, str, str]
"""Its height, and the markup at its left and at its right."""


def card_label(card: Card, content: CardText, theme: Theme = LIGHT, striped: bool = True) -> str:
    """The label, exactly as large as the card: one row for each line of text.

    Rows of our own keep lines apart by our measure (Graphviz sets them solid), and fixed sizes
    keep text at its place even where a font is wider than our table. Tables inside tables
    take half the time of cells that span rows and columns, which Graphviz solves as a network;
    the one in the middle of its cell leaves the margins.
    """
    room = content.room
    rows = _rows(card, content, theme)
    lines = "".join([_row(*row, room, content.side) for row in rows])
    stripe = f' BGCOLOR="{theme.stripe(card.color)}"' if striped else ""
    return (
        f'<<TABLE {_PLAIN} WIDTH="{content.density.width}" HEIGHT="{content.height}"><TR>'
        f'<TD WIDTH="{STRIPE}" HEIGHT="{content.height}"{stripe}></TD>'
        f'{_photo(card, content)}<TD WIDTH="{room + 2 * content.density.margin}">'
        f'<TABLE {_PLAIN} FIXEDSIZE="TRUE" WIDTH="{room}" HEIGHT="{content.lines}">{lines}'
        "</TABLE></TD></TR></TABLE>>"
    )


def _photo(card: Card, content: CardText) -> str:
    """The photo in a square at the left of the text, as far from the stripe as text is."""
    if not card.picture:
        return ""
    side = content.density.photo
    cell = picture_cell(card.picture, side)
    return (
        f'<TD WIDTH="{side + content.density.margin}" ALIGN="RIGHT">'
        f"<TABLE {_PLAIN}><TR>{cell}</TR></TABLE></TD>"
    )


def _rows(card: Card, content: CardText, theme: Theme) -> Iterator[_Row]:
    """Names with the badge, titles with the counts, then marks and notes."""
    density, quiet = content.density, theme.looks[card.look].title
    emphasis = "I" if not card.holders and card.state != "filled" else "B"
    badge = small(content.badge, TITLE_SIZE, quiet)
    for line in content.names:
        text = f"<{emphasis}>{label_text(line)}</{emphasis}>" if line else ""
        yield density.name_line, text, badge
        badge = ""
    counts = small(content.counts, TITLE_SIZE, quiet)
    for line in content.titles:
        yield density.title_line, small(line, TITLE_SIZE, quiet), counts
        counts = ""
    for line in content.marks:
        yield density.mark_line, small(line, MARK_SIZE, theme.trouble), ""
    for line in content.notes:
        yield density.mark_line, small(line, MARK_SIZE, quiet), ""


def _row(height: int, left: str, right: str, room: int, side: int) -> str:
    """Text at the left, and what stands beside it at the right where this row has that."""
    if not right:
        return f"<TR>{_cell(room, height, 'LEFT', left)}</TR>"
    cells = _cell(room - side, height, "LEFT", left) + _cell(side, height, "RIGHT", right)
    return f"<TR><TD><TABLE {_PLAIN}><TR>{cells}</TR></TABLE></TD></TR>"


def _cell(width: int, height: int, align: str, text: str) -> str:
    return f'<TD WIDTH="{width}" HEIGHT="{height}" FIXEDSIZE="TRUE" ALIGN="{align}">{text}</TD>'
