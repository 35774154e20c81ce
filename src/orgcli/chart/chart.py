"""A chart before it is written in a format: its cards, and its sheet if the format needs one."""

from dataclasses import dataclass
from functools import cached_property

from orgcli.chart.book.book import book
from orgcli.chart.book.book_page import Book
from orgcli.chart.deck.cards import Deck
from orgcli.chart.drawing import Drawing
from orgcli.chart.graphviz.sheet import Sheet, sheet
from orgcli.chart.paper.card_text import COMPACT, NAME_SIZE
from orgcli.chart.paper.page_fitting import FittedChart, fit_to_page, fit_to_screen
from orgcli.chart.paper.page_sizes import PageSize, page_of
from orgcli.chart.paper.themes import THEMES, Theme, branded
from orgcli.model.organisation.color import color_of
from orgcli.model.request.chart_request import USUAL, ChartRequest

_HARDLY_SMALLER = 0.9
"""Of the least size of names: such a page is a choice that the user may like better than a book."""


@dataclass(frozen=True, eq=False)
class Chart:
    """The cards of an organisation; where they stand is found when a format asks for it.

    request       what it was drawn for, judged
    width, color  of the terminal that a tree is for; 0 cells is as wide as it gets
    notes         what its reader should know, whatever the format
    organisation  its name, whatever the title is
    source        the names of the files that it is drawn from, without their folders; empty where
                  nobody is named
    """

    deck: Deck
    request: ChartRequest = USUAL
    width: int = 0
    color: bool = False
    notes: tuple[str, ...] = ()
    organisation: str = ""
    source: str = ""

    @property
    def theme(self) -> Theme:
        """Its colours."""
        return branded(THEMES[self.request.theme], color_of(self.request.brand or "") or "")

    @property
    def pages(self) -> tuple[PageSize, ...]:
        """The ways in which its page may lie; none where it is for no page."""
        page = page_of(self.request.page) if self.request.page else None
        return page.turned(self.request.orientation) if page else ()

    @cached_property
    def fitted(self) -> FittedChart:
        """Every card placed, on one page where the chart is for one."""
        if self.pages:
            return fit_to_page(self.deck, self.request, self.pages)
        return fit_to_screen(self.deck, self.request)

    @cached_property
    def book(self) -> Book | None:
        """Its pages, where it takes several: as requested, or because one could not be read."""
        request = self.request
        if not self.pages or request.book is False or not self.deck.cards:
            return None
        needs_book = request.book or self._crowded or self.fitted.name_size < request.least_name
        return book(self.deck, request, self.pages) if needs_book else None

    @property
    def nearly_on_one_page(self) -> float | None:
        """The size of names on one page, where a book was made though hardly too small for that."""
        if not self.book or self.request.book or self._crowded:
            return None
        size = self.fitted.name_size
        return size if size >= self.request.least_name * _HARDLY_SMALLER else None

    @property
    def _crowded(self) -> bool:
        """Whether the cards alone would fill the page and more, which needs no trying."""
        page = self.pages[0]
        least = self.request.least_name / NAME_SIZE
        cards = len(self.deck.cards) * COMPACT.width * COMPACT.usual_height
        return cards * least**2 > page.width * page.height

    @cached_property
    def sheet(self) -> Sheet:
        """Every card placed, as DOT with the size of its page."""
        return sheet(self.deck, self.fitted, self.theme)

    def as_text(self, text: str, notes: tuple[str, ...] = ()) -> Drawing:
        """The drawing of a format that is text and so has no size."""
        return Drawing(text.encode(), 0, 0, len(self.deck.cards), notes)
