"""Paints a chart on its sheet: lines, cards, dotted lines, title block and legend."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from orgcli.chart.deck.cards import Deck
from orgcli.chart.layout.layout import DrawnLine, Layout
from orgcli.chart.paint.card_painting import paint_card
from orgcli.chart.paint.connectors import joined_strokes
from orgcli.chart.paint.dotted_painting import paint_dotted
from orgcli.chart.paint.furniture import paint_heading, paint_legend, paint_logo
from orgcli.chart.paint.items import Item, PaintedGroup, PaintedPath, PaintedText, faded, moved
from orgcli.chart.paint.panel_painting import paint_panel
from orgcli.chart.paper.frame import Placement
from orgcli.chart.paper.page_fitting import FittedChart
from orgcli.chart.paper.themes import Theme

MANY = 3000
"""Cards from which on nobody sees rounded corners and shadows, which take time."""
LINE_WEIGHT, LINE_RADIUS = 1.25, 6
"""Of reporting lines and of their corners."""


def paint_chart(
    deck: Deck, fitted: FittedChart, place: Placement, theme: Theme
) -> Iterator[PaintedGroup]:
    """All groups of a sheet, those behind first; every card is one group, in file order."""
    if len(deck.cards) > MANY:
        theme = replace(theme, shadow="")
    for lines in _by_manager(fitted.layout.lines):
        paths = joined_strokes(line.points for line in lines)
        connectors = [
            PaintedPath(points, theme.connector, LINE_WEIGHT, LINE_RADIUS) for points in paths
        ]
        yield PaintedGroup("edge", _placed(connectors, place))
    lit = [line for line in fitted.layout.lines if deck.cards[line.report].chain]
    for line in lit:
        item = PaintedPath(line.points, theme.chain, theme.weight, LINE_RADIUS)
        yield PaintedGroup("edge", _placed([item], place))
    for panel in fitted.layout.panels:
        heading = fitted.text_of(panel.cards[0]).heading
        ground = paint_panel(deck, panel, fitted.layout.boxes, heading, theme)
        if all(deck.cards[card].dimmed for card in panel.cards):
            ground = (faded(item, theme.page) for item in ground)
        yield PaintedGroup("ground", _placed(ground, place))
    stems = stems_of(fitted.layout)
    for at, card in enumerate(deck.cards):
        box = fitted.layout.boxes[at]
        text, stem = fitted.text_of(at), stems.get(at)
        items = paint_card(card, text, box, theme, stem, bool(deck.legend))
        if card.dimmed:
            items = (faded(item, theme.page) for item in items)
        yield PaintedGroup("node", _placed(items, place), at)
    for dotted in fitted.dotted:
        yield PaintedGroup("dotted", _placed(paint_dotted(dotted, theme), place))
    yield PaintedGroup("head", _on_paper(paint_heading(fitted.head, theme), 0, place))
    if deck.logo:
        logo = paint_logo(deck.logo, place.width / place.furniture)
        yield PaintedGroup("head", _on_paper(logo, 0, place))
    foot = paint_legend(fitted.legend, theme)
    yield PaintedGroup("head", _on_paper(foot, place.foot, place))


def stems_of(layout: Layout) -> Mapping[int, float]:
    """Where lines leave the middle of the lower edge of a card, by the card."""
    stem_of: dict[int, float] = {}
    for line in layout.lines:
        box, start = layout.boxes[line.manager], line.points[0]
        if start == (box.x + box.width // 2, box.y + box.height):
            stem_of[line.manager] = start[0]
    return stem_of


def _by_manager(lines: Iterable[DrawnLine]) -> Iterable[list[DrawnLine]]:
    lines_of: dict[int, list[DrawnLine]] = defaultdict(list)
    for line in lines:
        lines_of[line.manager].append(line)
    return lines_of.values()


def _placed(items: Iterable[Item], place: Placement) -> list[Item]:
    return [moved(item, place.left, place.top) for item in items if _has_content(item)]


def _on_paper(items: Iterable[Item], top: float, place: Placement) -> list[Item]:
    return [moved(item, 0, top, place.furniture) for item in items if _has_content(item)]


def _has_content(item: Item) -> bool:
    """Graphviz reads on from a text without letters as if it were no text."""
    return not isinstance(item, PaintedText) or bool(item.text)
