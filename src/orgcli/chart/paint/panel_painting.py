"""Paints the grounds of panels: a tint of the team's colour, hairlines between the rows."""

from collections.abc import Iterator, Sequence

from orgcli.chart.color.palette import NEUTRAL
from orgcli.chart.deck.cards import Deck
from orgcli.chart.layout.layout import Box, Panel
from orgcli.chart.layout.tree import PANEL_PADDING
from orgcli.chart.paint.items import Item, PaintedBox, PaintedPath, PaintedText
from orgcli.chart.paper.card_text import ROW_INSET, TEAM_TITLE_LINE, TEAM_TITLE_SIZE
from orgcli.chart.paper.themes import Theme, ink_of, tint

_RADIUS = 6
_HAIRLINE = 0.6
_BAR = 3


def paint_panel(
    deck: Deck, panel: Panel, boxes: Sequence[Box], heading: Sequence[str], theme: Theme
) -> Iterator[Item]:
    """The ground of a panel in the colour that most of its rows have, others beside their rows.

    heading  the lines of the title that all rows share
    """
    colors = [deck.cards[card].color for card in panel.cards]
    usual = max(sorted(set(colors)), key=colors.count)
    box = panel.box
    fill = tint(usual, theme) if usual else theme.looks["closed"].fill
    yield PaintedBox(box.x, box.y, box.width, box.height, _RADIUS, fill)
    ink = ink_of(usual or NEUTRAL, theme)
    base = box.y + PANEL_PADDING + TEAM_TITLE_SIZE
    for number, line in enumerate(heading):
        x, y = box.x + ROW_INSET, base + number * TEAM_TITLE_LINE
        yield PaintedText(x, y, line, TEAM_TITLE_SIZE, ink, bold=True)
    columns: set[int] = set()
    for card, color in zip(panel.cards, colors, strict=True):
        row = boxes[card]
        if row.x in columns:
            ends = (row.x + ROW_INSET, row.y), (row.x + row.width - ROW_INSET, row.y)
            yield PaintedPath(ends, theme.hairline, _HAIRLINE)
        columns.add(row.x)
        if color and color != usual:
            yield PaintedBox(row.x, row.y + 3, _BAR, row.height - 6, 1, theme.stripe(color))
