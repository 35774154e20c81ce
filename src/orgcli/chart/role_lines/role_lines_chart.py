"""Draws reporting lines between roles, as works state them, on one page: SVG, PNG and PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from orgcli.chart.chart import Chart
from orgcli.chart.color.palette import PALETTE, Swatch
from orgcli.chart.deck.cards import Card, Deck
from orgcli.chart.deck.heading_text import LegendEntry
from orgcli.chart.dotted.dashes import dashes
from orgcli.chart.drawing import Drawing
from orgcli.chart.graphviz.pictures import pdf, png, svg
from orgcli.chart.graphviz.sheet import Sheet, sheet
from orgcli.chart.layout.layout import DrawnLine, Target
from orgcli.chart.layout.tree import DROP
from orgcli.chart.paint.chart_painting import LINE_RADIUS, LINE_WEIGHT
from orgcli.chart.paint.items import (
    Item,
    PaintedBox,
    PaintedGroup,
    PaintedPath,
    PaintedText,
    mirrored,
    moved,
)
from orgcli.chart.paper.card_text import pill_width
from orgcli.chart.paper.frame import Placement, placement
from orgcli.chart.paper.heading import (
    SAMPLE_GAP,
    Heading,
    Legend,
    Sample,
    legend_lines,
    title_block,
)
from orgcli.chart.paper.mirroring import is_mirrored
from orgcli.chart.paper.page_fitting import ABOVE_LEGEND, BELOW_HEADING, FittedChart
from orgcli.chart.paper.page_sizes import PageSize
from orgcli.chart.role_lines.line_label import paint_label
from orgcli.chart.role_lines.line_statement import LineCard, RoleLinesPage
from orgcli.chart.role_lines.panel_layout import (
    PADDING,
    TITLE_LINE,
    TITLE_SIZE,
    PanelPlaces,
    arranged,
    sized,
)
from orgcli.model.request.chart_request import ChartRequest, settled

_SCREEN = Target(16, 9)
"""What is filled where there is no page."""
_LARGEST = 1.25
"""Of the usual size, on a page."""
_NARROWEST = 480
"""How wide a title block may be at least where there is no page."""
_PAPERS = ("a4", "a3", "a2", "a1", "a0")
_DASH, _GAP = 3, 3
_RADIUS = 8


@dataclass(frozen=True, eq=False)
class RoleLinesChart(Chart):
    """A page of panels as a chart that every format of pictures can draw."""

    content: RoleLinesPage = field(default_factory=RoleLinesPage)

    @cached_property
    def places(self) -> PanelPlaces:
        """All panels on their page."""
        panels = [sized(panel) for panel in self.content.panels]
        return arranged(panels, [self._target(page) for page in self.pages] or [_SCREEN])

    def _target(self, page: PageSize) -> Target:
        """What a page has left between the title block and the legend."""
        width, height = page.room
        head, foot = self._around(width / page.lettering)
        furniture_height = head.height + BELOW_HEADING + foot.height + ABOVE_LEGEND
        return Target(width, max(1.0, height - furniture_height * page.lettering))

    def _around(self, room: float) -> tuple[Heading, Legend]:
        content = self.content
        return (
            title_block(content.title, content.subtitle, room),
            legend_lines(_samples(content), room),
        )

    @cached_property
    def fitted(self) -> FittedChart:
        """Every card placed; lines that nothing states are left out."""
        layout = self.places.layout
        texts = [text for panel in self.places.panels for text in panel.texts]
        stated = replace(layout, lines=[line for line in layout.lines if self._is_stated(line)])
        if not self.pages:
            around = self._around(max(_NARROWEST, layout.width))
            return FittedChart(texts, stated, *around)
        page = next(page for page in self.pages if self._target(page) == layout.target)
        around = self._around(page.room[0] / page.lettering)
        scale = min(layout.target.scale(layout.width, layout.height), _LARGEST)
        return FittedChart(texts, stated, *around, page, scale)

    def _is_stated(self, line: DrawnLine) -> bool:
        cards = self.content.cards
        return cards[line.report].statement is not None and cards[line.manager].is_known

    @cached_property
    def book(self) -> None:
        """It is on one page."""

    @cached_property
    def sheet(self) -> Sheet:
        """The cards as on any chart, with grounds behind them and words beside their lines."""
        cards_sheet = sheet(self.deck, self.fitted, self.theme)
        place = placement(self.fitted)
        behind = PaintedGroup("ground", self._placed(self._grounds(), place))
        beside = PaintedGroup("dotted", self._placed(self.beside_lines(), place))
        return replace(cards_sheet, painting=[behind, *cards_sheet.painting, beside])

    def _placed(self, items: Iterable[Item], place: Placement) -> list[Item]:
        items_on_page = [moved(item, place.left, place.top) for item in items]
        if is_mirrored(self.deck):
            return [mirrored(item, place.width) for item in items_on_page]
        return items_on_page

    def _grounds(self) -> Iterator[Item]:
        """The ground of each panel with its title."""
        theme = self.theme
        for panel, box in zip(self.places.panels, self.places.grounds, strict=True):
            yield PaintedBox(*box, _RADIUS, theme.looks["unfit"].fill, theme.hairline, 0.75)
            base = box.y + PADDING + TITLE_SIZE
            for number, line in enumerate(panel.title):
                y = base + number * TITLE_LINE
                yield PaintedText(box.x + PADDING, y, line, TITLE_SIZE, theme.ink, bold=True)

    def beside_lines(self) -> Iterator[Item]:
        """Lines that nothing states, in dashes, and the words beside the others."""
        theme = self.theme
        labels = [label for panel in self.places.panels for label in panel.labels]
        for line in self.places.layout.lines:
            if not self._is_stated(line):
                for part in dashes(line.points, _DASH, _GAP):
                    yield PaintedPath(part, theme.connector, LINE_WEIGHT, LINE_RADIUS)
            label, (x, y) = labels[line.report], line.points[-1]
            is_straight = len({x for x, _ in line.points}) == 1
            up = label.height + (DROP if is_straight else DROP / 2)
            yield from paint_label(label, x, y - up, theme)


def role_lines_drawing(content: RoleLinesPage, format: str) -> Drawing:
    """The picture of a page of panels.

    format  svg or png, as large as they come out; pdf, on the first of the pages from A4 up on
        which names can be read
    Raises EngineError where the engine fails, and TooLarge for too many pixels.
    """
    draw = {"svg": svg, "png": png, "pdf": pdf}[format]
    return draw(lines_chart(content.harmless(), format))


def lines_chart(content: RoleLinesPage, format: str) -> RoleLinesChart:
    """The chart of a page of panels whose texts are harmless, on its page if it is for one."""
    request = settled(ChartRequest(format=format, language=content.language))
    for page in _PAPERS if format == "pdf" else ():
        chart = _chart(content, replace(request, page=page, orientation="landscape"))
        if chart.fitted.name_size >= request.least_name:
            return chart
    return _chart(content, request)


def _chart(content: RoleLinesPage, request: ChartRequest) -> RoleLinesChart:
    """The cards of all panels, not placed yet."""
    manager: list[int] = []
    for panel in content.panels:
        first = len(manager)
        manager += [card.above + first if card.above >= 0 else -1 for card in panel.cards]
    names = {card.role: card.name for card in content.cards if card.role >= 0}
    legend = tuple(Swatch(name, _color(role)) for role, name in names.items())
    cards = [_card(card, number) for number, card in enumerate(content.cards)]
    deck = Deck(content.title, cards, manager, legend, 0, words=content.words)
    return RoleLinesChart(deck, request, content=content)


def _color(role: int) -> str:
    """Of a role in all panels; the colours begin again where there are more roles."""
    return PALETTE[role % len(PALETTE)] if role >= 0 else ""


def _card(card: LineCard, number: int) -> Card:
    description = card.statement.description if card.statement else ""
    lines = tuple(("line", text) for text in (card.note, description) if text)
    return Card(
        key=f"{number}",
        holders=(),
        name=card.name,
        title="",
        department="",
        color=_color(card.role),
        state="filled" if card.is_known else "open",
        assistant=False,
        headcount=1,
        direct=0,
        total=0,
        marks=(),
        lines=lines,
        ghost=not card.is_known,
    )


def _samples(content: RoleLinesPage) -> Iterator[Sample]:
    """What the marks and keys stand for."""
    for mark, label in content.legend:
        wide = int(pill_width(mark)) + 1 + SAMPLE_GAP
        yield Sample("pill", wide, LegendEntry(label, sample=mark))
