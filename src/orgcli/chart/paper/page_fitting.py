"""A chart is fitted to its page: how dense the cards, how the page lies, how large all is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from orgcli.chart.deck.cards import Deck
from orgcli.chart.layout.layout import SCREEN, Layout, Target, place
from orgcli.chart.layout.shapes import Shaper
from orgcli.chart.paper.card_text import COMPACT, NAME_SIZE, ROOMY, CardText, Density
from orgcli.chart.paper.deck_texts import card_texts, card_tree
from orgcli.chart.paper.dotted_lines import DottedPath, lay_out_with_dotted
from orgcli.chart.paper.heading import NO_LEGEND, Heading, Legend, heading, legend
from orgcli.chart.paper.page_sizes import PageSize
from orgcli.model.request.chart_request import USUAL, ChartRequest

COMFORTABLE = 8.0
"""Points of a name, in which cards keep all their room; below it they give some for the size."""
_LARGEST = 1.65
"""Of the usual size: a team of five on a poster has names of 16 points, not of 100."""
BELOW_HEADING, ABOVE_LEGEND = 18, 14
"""Between the title block and the cards, and between these and the legend, in points on paper."""
_FEW = 400
"""Cards up to which a place beside the title block is looked for, in a few rounds."""
_ROUNDS = 3
_SCREEN_ROOM = 480
"""How wide a title block may be at least where there is no page."""


@dataclass(frozen=True, eq=False)
class FittedChart:
    """The cards of a chart with their places, and the page where they are for one.

    scale   points on the page to a point of the layout; 1 without a page
    dotted  the dotted lines that are drawn
    beside  whether the first cards stand beside the title block
    """

    contents: Sequence[CardText]
    layout: Layout
    head: Heading
    legend: Legend = NO_LEGEND
    page: PageSize | None = None
    scale: float = 1.0
    dotted: Sequence[DottedPath] = ()
    beside: bool = False

    def text_of(self, card: int) -> CardText:
        """The text of a card as it is drawn: as a row where it stands in a panel."""
        content = self.contents[card]
        return content.as_row if content.as_row and card in self.rows else content

    @cached_property
    def rows(self) -> frozenset[int]:
        """The cards that stand in panels."""
        return frozenset(card for panel in self.layout.panels for card in panel.cards)

    @property
    def name_size(self) -> float:
        """The size of a name on the page, in points."""
        return NAME_SIZE * self.scale


class CardShapes:
    """The shapes that the cards of a chart can stand in, worked out once for texts of one size."""

    def __init__(self, deck: Deck, request: ChartRequest) -> None:
        self.deck = deck
        self._request = request
        self._shapers: dict[tuple[Sequence[int], ...], Shaper] = {}

    def of(self, contents: Sequence[CardText]) -> Shaper:
        """The shapes with these texts on the cards."""
        tree = card_tree(self.deck, contents, self._request.leaves_first)
        sizes = (tree.width,), tuple(tree.heights), tuple(tree.rows), tuple(tree.heads)
        if sizes not in self._shapers:
            self._shapers[sizes] = Shaper(tree, self._request.top_layers)
        return self._shapers[sizes]


def fit_to_screen(deck: Deck, request: ChartRequest = USUAL) -> FittedChart:
    """The chart as large as it comes out, in the shape of a screen."""
    contents = card_texts(deck, ROOMY, request.density)
    laid_out = lay_out_with_dotted(deck, contents, partial(lay_out, deck, request, [SCREEN]))
    room = max(_SCREEN_ROOM, laid_out.layout.width)
    head, foot = heading(deck, room), legend(deck, room, laid_out.dotted)
    return FittedChart(laid_out.contents, laid_out.layout, head, foot, dotted=laid_out.dotted)


def fit_to_page(deck: Deck, request: ChartRequest, pages: Sequence[PageSize]) -> FittedChart:
    """The chart as large as one of these pages takes it, which may be too small to read.

    Where it would be, its upper layers need not stand side by side.
    """

    def at(density: Density, request: ChartRequest) -> FittedChart:
        contents = card_texts(deck, density, request.density)
        return fit_card_texts(deck, contents, request, pages)

    usual = at(ROOMY, request)
    if usual.name_size >= max(COMFORTABLE, request.least_name):
        return usual
    fitted = max(usual, at(COMPACT, request), key=lambda chart: chart.scale)
    if fitted.name_size >= request.least_name or not request.top_layers:
        return fitted
    free = replace(request, top_layers=0)
    return max(fitted, at(ROOMY, free), at(COMPACT, free), key=lambda chart: chart.scale)


def fit_card_texts(
    deck: Deck,
    contents: Sequence[CardText],
    request: ChartRequest,
    pages: Sequence[PageSize],
    largest: float = _LARGEST,
) -> FittedChart:
    """The chart as large as one of these pages takes it, with these texts on cards.

    largest  at most so much of the usual size
    """
    shapes = CardShapes(deck, request)
    best = _below_title(shapes, contents, pages, largest)
    if len(deck.cards) <= _FEW:
        beside = _beside_title(shapes, contents, pages, largest)
        best = max(best, beside, key=lambda chart: chart.scale)
    return best


def _below_title(
    shapes: CardShapes, contents: Sequence[CardText], pages: Sequence[PageSize], largest: float
) -> FittedChart:
    """The cards between the title block and the legend."""
    targets = [page_target(shapes.deck, page) for page in pages]
    fitted = _fitted(shapes, contents, pages, targets)
    layout = fitted.layout
    scale = _page_target(fitted).scale(layout.width, layout.height)
    return replace(fitted, scale=min(scale, largest))


def _beside_title(
    shapes: CardShapes, contents: Sequence[CardText], pages: Sequence[PageSize], largest: float
) -> FittedChart:
    """The first cards beside the title block, all below it clear of it."""
    deck = shapes.deck
    taller = [
        (target := page_target(deck, page))._replace(
            height=target.height + _title_height(deck, page)
        )
        for page in pages
    ]
    fitted = _fitted(shapes, contents, pages, taller)
    layout, page = fitted.layout, fitted.page
    assert page
    width, height = page.room[0], _page_target(fitted).height + _title_height(deck, page)
    scale = min(width / layout.width, height / layout.height, largest)
    for _ in range(_ROUNDS):
        free = free_above(fitted, scale)
        scale = min(scale, (height - _title_height(deck, page)) / max(1, layout.height - free))
    return replace(fitted, scale=scale, beside=True)


def free_above(fitted: FittedChart, scale: float) -> int:
    """How far down, in points of the layout, nothing stands below the title block of a page.

    scale  at which the chart is drawn
    """
    page, layout = fitted.page, fitted.layout
    assert page
    reach = (fitted.head.width + BELOW_HEADING) * page.lettering / scale
    left = (page.room[0] / scale - layout.width) / 2
    corners = [box[:2] for box in layout.boxes]
    for line in layout.lines:
        corners += line.points
    for dotted in fitted.dotted:
        corners += dotted.points
    return min([y for x, y in corners if x + left < reach], default=layout.height)


def _fitted(
    shapes: CardShapes,
    contents: Sequence[CardText],
    pages: Sequence[PageSize],
    targets: Sequence[Target],
) -> FittedChart:
    deck = shapes.deck
    laid_out = lay_out_with_dotted(deck, contents, lambda texts: place(shapes.of(texts), targets))
    page = pages[targets.index(laid_out.layout.target)]
    room = page.room[0] / page.lettering
    around = heading(deck, room), legend(deck, room, laid_out.dotted)
    return FittedChart(laid_out.contents, laid_out.layout, *around, page, dotted=laid_out.dotted)


def page_target(deck: Deck, page: PageSize) -> Target:
    """The room that a page has for the cards, between the title block and the legend."""
    foot = legend(deck, page.room[0] / page.lettering)
    return _target(page, heading(deck, page.room[0] / page.lettering), foot)


def _page_target(fitted: FittedChart) -> Target:
    """The same for a chart with the legend that it has."""
    assert fitted.page
    return _target(fitted.page, fitted.head, fitted.legend)


def _target(page: PageSize, head: Heading, foot: Legend) -> Target:
    width, height = page.room
    furniture_height = (
        head.height + BELOW_HEADING + (foot.height + ABOVE_LEGEND if foot.items else 0)
    )
    return Target(width, max(1.0, height - furniture_height * page.lettering))


def _title_height(deck: Deck, page: PageSize) -> float:
    """What the title block takes, in points on paper."""
    head = heading(deck, page.room[0] / page.lettering)
    return (head.height + BELOW_HEADING) * page.lettering


def lay_out(
    deck: Deck, request: ChartRequest, targets: Sequence[Target], contents: Sequence[CardText]
) -> Layout:
    """The cards in the shape that fills one of these best."""
    return place(CardShapes(deck, request).of(contents), targets)
