"""Paints all views of a difference into one SVG, in which each part says where it is shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from orgcli.chart.color.palette import NEUTRAL
from orgcli.chart.deck.cards import Card, Deck
from orgcli.chart.difference.svg_elements import InkTable, elements
from orgcli.chart.difference.view_cards import VIEWS, ViewName
from orgcli.chart.difference.view_lines import ViewLines, bridge_lines, drawn_lines, view_lines
from orgcli.chart.difference.view_texts import Views, view_texts
from orgcli.chart.graphviz.sheet import description
from orgcli.chart.layout.layout import SCREEN, Box, DrawnLine, Layout, Panel
from orgcli.chart.paint.card_painting import RADIUS, paint_card
from orgcli.chart.paint.chart_painting import LINE_RADIUS, LINE_WEIGHT, stems_of
from orgcli.chart.paint.connectors import joined_strokes
from orgcli.chart.paint.items import Item, PaintedPath, mirrored
from orgcli.chart.paint.panel_painting import paint_panel
from orgcli.chart.paper.card_text import CardText
from orgcli.chart.paper.mirroring import is_mirrored
from orgcli.chart.paper.page_fitting import lay_out
from orgcli.chart.paper.themes import DARK, LIGHT, Theme
from orgcli.chart.web.colors import stripe_of
from orgcli.model.request.chart_request import ChartRequest
from orgcli.render.html import Html

MARGIN = 16
"""Around the cards, in points."""
_DARK = replace(DARK, shadow=DARK.page, stripe=lambda color: stripe_of(color, DARK))
"""With as many items as the light theme paints."""
_LETTERS: Mapping[ViewName, str] = MappingProxyType({"before": "b", "changes": "c", "after": "a"})
"""The classes of what is shown in a view."""
_SVG = Html(
    '<svg id="chart" viewBox="{left} {left} {width} {height}" data-width="{width}"'
    ' data-height="{height}" role="group" aria-label="{title}">\n{body}\n</svg>'
)
_PART = Html('<g class="v {views}"{role}>{title}{shapes}</g>')
_TITLE = Html("<title>{}</title>")
_ROLE = Html(' role="img"')
_CARD = Html('<g id="c{at}" class="{kind}">{parts}</g>')
_PANEL = Html('<g class="{kind}">{parts}</g>')
_MARK = '<rect class="mark" x="{x}" y="{y}" width="{wide}" height="{high}" rx="{radius}"/>'
_AROUND = 3
"""Between a card and the frame around one that is chosen."""

_Paint = Callable[[ViewName, Theme], Sequence[Item]]


@dataclass(frozen=True, eq=False)
class _ViewSheet:
    """What is painted, and where it stands.

    deck   the changes; plain, the same without colours
    views  what of it is drawn in each view; texts, what is printed there
    """

    deck: Deck
    plain: Deck
    views: Mapping[ViewName, ViewLines]
    texts: Mapping[ViewName, Sequence[CardText]]
    layout: Layout
    inks: InkTable
    right_to_left: bool

    def part(self, paint: _Paint, view: ViewName) -> Html:
        """What a view shows, in both themes."""
        light, dark = (self._turned(paint(view, theme)) for theme in (LIGHT, _DARK))
        return elements(light, dark, self.inks)

    def _turned(self, items: Sequence[Item]) -> Sequence[Item]:
        if not self.right_to_left:
            return items
        return [mirrored(item, self.layout.width) for item in items]


def painted_views(
    deck: Deck, views: Views, linked: Collection[int], request: ChartRequest, inks: InkTable
) -> Html:
    """The SVG of a difference.

    deck    the changes; views, what its cards are in each view
    linked  the cards that an entry of the list is about
    inks    takes the colours
    """
    texts = view_texts(deck, views, request.density)
    layout = lay_out(deck, request, [SCREEN], texts["changes"])
    lines = {view: _lines_of(deck, views[view], view) for view in VIEWS}
    plain = replace(deck, cards=[replace(card, color="") for card in deck.cards])
    sheet = _ViewSheet(deck, plain, lines, texts, layout, inks, is_mirrored(deck))
    body = [*_lines(sheet), *_panels(sheet), *_cards(sheet, linked)]
    return _SVG.format(
        left=-MARGIN,
        width=layout.width + 2 * MARGIN,
        height=layout.height + 2 * MARGIN,
        title=deck.words.organisation_chart,
        body=Html("\n").join(body),
    )


def _lines_of(deck: Deck, cards: Sequence[Card | None], view: ViewName) -> ViewLines:
    if view != "changes":
        return view_lines(deck.manager, cards)
    count = len(cards)
    return ViewLines(cards, [above >= 0 for above in deck.manager], [False] * count)


def _lines(sheet: _ViewSheet) -> Iterator[Html]:
    """The lines of a manager that the same views show, in one element."""
    views_of: dict[DrawnLine, list[ViewName]] = defaultdict(list)
    for view in VIEWS:
        card_lines = drawn_lines(sheet.layout, sheet.views[view])
        for line in (*card_lines, *bridge_lines(sheet.layout, sheet.views[view])):
            views_of[line].append(view)
    together: dict[tuple[int, str], list[DrawnLine]] = defaultdict(list)
    for line, views in views_of.items():
        together[line.manager, _letters(views)].append(line)
    for (_, letters), lines in together.items():
        shapes = sheet.part(_lines_paint(lines), "changes")
        yield _PART.format(views=letters, role="", title="", shapes=shapes)


def _lines_paint(lines: Sequence[DrawnLine]) -> _Paint:
    paths = joined_strokes(line.points for line in lines)
    return lambda _, theme: [
        PaintedPath(points, theme.connector, LINE_WEIGHT, LINE_RADIUS) for points in paths
    ]


def _letters(views: Sequence[ViewName]) -> str:
    return " ".join(_LETTERS[view] for view in views)


def _panels(sheet: _ViewSheet) -> Iterator[Html]:
    for panel in sheet.layout.panels:
        paint = _panel_paint(sheet, panel)
        views = [view for view in VIEWS if any(sheet.views[view].cards[at] for at in panel.cards)]
        faint = all(sheet.deck.cards[at].dimmed for at in panel.cards)
        parts = _parts(sheet, paint, dict.fromkeys(views, ""))
        yield _PANEL.format(kind="panel faint" if faint else "panel", parts=parts)


def _panel_paint(sheet: _ViewSheet, panel: Panel) -> _Paint:
    def paint(view: ViewName, theme: Theme) -> Sequence[Item]:
        rows = [sheet.texts[view][at].as_row for at in panel.cards if sheet.views[view].cards[at]]
        heading = next((row.heading for row in rows if row and row.heading), ())
        deck = sheet.deck if view == "changes" else sheet.plain
        return [*paint_panel(deck, panel, sheet.layout.boxes, heading, theme)]

    return paint


def _cards(sheet: _ViewSheet, linked: Collection[int]) -> Iterator[Html]:
    rows = {at for panel in sheet.layout.panels for at in panel.cards}
    stems = stems_of(sheet.layout)
    for at, card in enumerate(sheet.deck.cards):
        paint = _card_paint(sheet, at, at in rows, stems.get(at))
        titles = {view: _in_words(sheet, view, at) for view in VIEWS if sheet.views[view].cards[at]}
        mark = _mark(sheet, sheet.layout.boxes[at], at in rows) if at in linked else Html("")
        # One text in all views is one card, unless it has a colour among the changes.
        once = not card.color and sheet.texts["before"][at] is sheet.texts["after"][at]
        parts = _parts(sheet, paint, titles, mark, once)
        kinds = ("card", _kind(card), "linked" if at in linked else "")
        yield _CARD.format(at=at, kind=" ".join(filter(None, kinds)), parts=parts)


def _kind(card: Card) -> str:
    return "faint" if card.dimmed else "gone" if card.ghost and card.color == NEUTRAL else ""


def _card_paint(sheet: _ViewSheet, at: int, in_row: bool, stem: float | None) -> _Paint:
    box = sheet.layout.boxes[at]

    def paint(view: ViewName, theme: Theme) -> Sequence[Item]:
        card, text = sheet.views[view].cards[at], sheet.texts[view][at]
        if card is None:
            return ()
        if in_row and text.as_row:
            text = text.as_row
        accented = view == "changes" and bool(sheet.deck.legend)
        return [*paint_card(card, text, box, theme, stem, accented)]

    return paint


def _parts(
    sheet: _ViewSheet,
    paint: _Paint,
    titles: Mapping[ViewName, str],
    mark: Html = Html(""),
    once: bool = False,
) -> Html:
    """A part for all views that show the same; `titles`, what each says in words.

    mark  what stands upon each part
    once  whether all views are known to show the same
    """
    shapes = Html("")
    alike: dict[tuple[Html, str], list[ViewName]] = defaultdict(list)
    for number, (view, title) in enumerate(titles.items()):
        shapes = shapes if once and number else sheet.part(paint, view)
        alike[shapes, title].append(view)
    return Html("").join(
        _PART.format(
            views=_letters(views),
            role=_ROLE if title else "",
            title=_TITLE.format(title) if title else "",
            shapes=part_shapes + mark,
        )
        for (part_shapes, title), views in alike.items()
    )


def _in_words(sheet: _ViewSheet, view: ViewName, at: int) -> str:
    """A card in words, for tooltips and screen readers."""
    current = sheet.deck.cards[at]
    if view == "changes" and not current.dimmed:
        return ", ".join((description(sheet.deck, at), *current.notes))
    card = sheet.views[view].cards[at] or current
    return ", ".join(filter(None, (card.name, card.title, *card.notes)))


def _mark(sheet: _ViewSheet, box: Box, in_row: bool) -> Html:
    """The frame of a card, which is seen when it is chosen; within it the card can be clicked."""
    around = 1 if in_row else _AROUND
    x = sheet.layout.width - box.x - box.width if sheet.right_to_left else box.x
    return Html(
        _MARK.format(
            x=x - around,
            y=box.y - around,
            wide=box.width + 2 * around,
            high=box.height + 2 * around,
            radius=RADIUS + around,
        )
    )
