"""The pages of a book, and where each card is found on them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from orgcli.chart.book.index import index_sheets
from orgcli.chart.deck.cards import Deck
from orgcli.chart.graphviz.sheet import Sheet, sheet
from orgcli.chart.paper.page_fitting import FittedChart
from orgcli.chart.paper.page_sizes import PageSize
from orgcli.chart.paper.themes import Theme


@dataclass(frozen=True, slots=True, eq=False)
class BookPage:
    """One page of a book.

    deck    its cards, with notes on which page their lines go on
    title   what it shows, for a list of contents
    above   the page, from 0, from which its first card's line comes; None for the top
    links   the cards with such notes, by their number on the page, and the page they lead to
    """

    deck: Deck
    fitted: FittedChart
    title: str
    above: int | None
    links: Mapping[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """The pages with cards, and per card of the whole chart the page on which it is found, from 0.

    A card that is on several is found where the first of its reports are.
    """

    deck: Deck
    page_size: PageSize
    pages: Sequence[BookPage]
    lookup_pages: Sequence[int]
    has_index: bool = True

    @property
    def name_sizes(self) -> tuple[float, float]:
        """The smallest and the largest size of a name in points."""
        sizes = [page.fitted.name_size for page in self.pages]
        return min(sizes), max(sizes)

    def sheets(self, theme: Theme) -> Iterator[Sheet]:
        """Every page as DOT, those of the index last."""
        for page in self.pages:
            yield sheet(page.deck, page.fitted, theme, page.links)
        if self.has_index:
            yield from self._index(theme)

    def _index(self, theme: Theme) -> Iterator[Sheet]:
        return index_sheets(self.deck, self.lookup_pages, self.page_size, len(self.pages), theme)
