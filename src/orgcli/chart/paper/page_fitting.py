"""A chart is fitted to its page: how dense the cards, how the page lies, how large all is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from orgcli.chart.deck.cards import Deck
from orgcli.chart.layout.layout import SCREEN, Layout, Target, layout
from orgcli.chart.paper.card_text import COMPACT, NAME_SIZE, ROOMY, CardText, Density, card_text
from orgcli.chart.paper.dotted_lines import DottedPath, lay_out_with_dotted
from orgcli.chart.paper.heading import Heading, heading
from orgcli.chart.paper.page_sizes import PageSize
from orgcli.chart.paper.themes import Theme
from orgcli.model.request.chart_request import USUAL, ChartRequest

COMFORTABLE = 8.0
"""Points of a name, in which cards keep all their room; below it they give some for the size."""
_LARGEST = 1.5
"""Of the usual size: a team of five on a poster has names of 16 points, not of 100."""
BELOW_HEADING = 22
"""Between the head of a chart and its cards."""


@dataclass(frozen=True, slots=True, eq=False)
class FittedChart:
    """The cards of a chart with their places, and the page where they are for one.

    scale   points on the page to a point of the layout; 1 without a page
    dotted  the dotted lines that are drawn
    """

    contents: Sequence[CardText]
    layout: Layout
    head: Heading
    page: PageSize | None = None
    scale: float = 1.0
    dotted: Sequence[DottedPath] = ()

    @property
    def name_size(self) -> float:
        """The size of a name on the page, in points."""
        return NAME_SIZE * self.scale


def fit_to_screen(deck: Deck, theme: Theme, request: ChartRequest = USUAL) -> FittedChart:
    """The chart as large as it comes out, in the shape of a screen."""
    contents = [card_text(card, ROOMY, deck.words) for card in deck.cards]
    placed = lay_out_with_dotted(deck, contents, partial(lay_out, deck, request, [SCREEN]))
    head = heading(deck, placed.layout.width, theme)
    return FittedChart(placed.contents, placed.layout, head, dotted=placed.dotted)


def fit_to_page(
    deck: Deck, theme: Theme, request: ChartRequest, pages: Sequence[PageSize]
) -> FittedChart:
    """The chart as large as one of these pages takes it, which may be too small to read.

    Where it would be, its upper layers need not stand side by side.
    """

    def at(density: Density, request: ChartRequest) -> FittedChart:
        contents = [card_text(card, density, deck.words) for card in deck.cards]
        return fit_card_texts(deck, contents, theme, request, pages)

    usual = at(ROOMY, request)
    if usual.name_size >= COMFORTABLE:
        return usual
    fitted = max(usual, at(COMPACT, request), key=lambda one: one.scale)
    if fitted.name_size >= request.min_font or not request.top_layers:
        return fitted
    free = replace(request, top_layers=0)
    return max(fitted, at(ROOMY, free), at(COMPACT, free), key=lambda one: one.scale)


def fit_card_texts(
    deck: Deck,
    contents: Sequence[CardText],
    theme: Theme,
    request: ChartRequest,
    pages: Sequence[PageSize],
    largest: float = _LARGEST,
) -> FittedChart:
    """The chart as large as one of these pages takes it, with these texts on cards.

    largest  at most so much of the usual size
    """
    targets = [page_target(deck, theme, page) for page in pages]
    placed = lay_out_with_dotted(deck, contents, partial(lay_out, deck, request, targets))
    layout, page = placed.layout, pages[targets.index(placed.layout.target)]
    width, height = page.room
    first = min(layout.target.scale(layout.width, layout.height), largest)
    # No higher than the target reckoned with, unless the chart is drawn larger than usual.
    head = _head(deck, theme, int(width / first))
    below = height / (layout.height + BELOW_HEADING + head.height)
    scale = min(first, width / max(layout.width, head.width), below)
    return FittedChart(placed.contents, layout, head, page, scale, placed.dotted)


def page_target(deck: Deck, theme: Theme, page: PageSize, scale: float = 1.0) -> Target:
    """The room that a page has for a chart below a head of its width.

    scale  at which the head is drawn: a larger one has less on a line
    """
    width, height = page.room
    return Target(width, height, _head(deck, theme, int(width / scale)).height + BELOW_HEADING)


def _head(deck: Deck, theme: Theme, room: int) -> Heading:
    """The head as wide as the page: if it were wider, it would make all else smaller."""
    return heading(deck, room, theme, room)


def lay_out(
    deck: Deck, request: ChartRequest, targets: Sequence[Target], contents: Sequence[CardText]
) -> Layout:
    """The cards in the shape that fills one of these best."""
    return layout(
        deck.manager,
        [one.height for one in contents],
        [card.assistant for card in deck.cards],
        (contents[0].density if contents else ROOMY).width,
        targets,
        request.top_layers,
        request.leaves_first,
    )
