"""A chart cut into pages of one kind, from its parts to pages whose numbers are known."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, partial

from orgcli.chart.book.book_page import Book, BookPage
from orgcli.chart.book.card_pages import SOME_PAGE, CardPages
from orgcli.chart.book.index import pages_of_index
from orgcli.chart.book.page_cards import PageCards
from orgcli.chart.book.page_titles import names_above, page_title, way_to, with_title
from orgcli.chart.book.paging import PageParts, arrange_pages, room_of
from orgcli.chart.deck.cards import Deck
from orgcli.chart.layout.cutting import cut as cut_tree
from orgcli.chart.paper.card_text import NAME_SIZE, CardText, Density
from orgcli.chart.paper.deck_texts import card_texts, card_tree
from orgcli.chart.paper.mirroring import is_mirrored
from orgcli.chart.paper.page_fitting import (
    BELOW_HEADING,
    FittedChart,
    fit_card_texts,
    page_target,
)
from orgcli.chart.paper.page_sizes import PageSize
from orgcli.model.request.chart_request import ChartRequest

_LARGEST = 1.0
"""Pages of a book are not drawn larger than usual, unless that is requested: they would differ too
much."""
_HALF = 0.5


class BookDraft:
    """A chart cut into pages of one kind, whose numbers are known when all are.

    parts       what the chart is cut into, before small ones are put together on a page
    card_pages  where the cards stand, as far as that is known
    """

    def __init__(self, deck: Deck, request: ChartRequest, size: PageSize, density: Density) -> None:
        # All pages go as most of the cards do, not each as its own.
        self.deck = deck = replace(deck, from_right=is_mirrored(deck))
        self.request, self.size = request, size
        contents = card_texts(deck, density, request.density)
        self._tree = card_tree(deck, contents, request.leaves_first)
        self.card_pages = CardPages(deck.manager, self._tree.reports)
        self._cards = PageCards(deck, contents, self.card_pages)
        self._largest = max(_LARGEST, request.least_name / NAME_SIZE)
        least = page_target(with_title(deck, "…"), size)
        self._room = room_of(least, request)
        self.parts = cut_tree(self._tree, self._room, size.slide)

    @cached_property
    def pages(self) -> Sequence[PageParts]:
        """The pages in the order of reading; those that are not half full at the end."""
        if self.size.slide:
            return arrange_pages(self._tree, self._room, self.parts, self._readable, self._slide)
        first, *others = arrange_pages(self._tree, self._room, self.parts, self._readable)
        return [first, *sorted(others, key=lambda parts: self._fill(parts) < _HALF)]

    def _slide(self, head: int) -> int:
        """A report of the top is alone on its slide; parts below it stand with each other."""
        way = way_to(self.deck, head)
        return head if len(way) < 2 else len(self.deck.manager) + way[1]

    def _fill(self, parts: PageParts) -> float:
        """How much of its page is taken by what stands on it, as it is drawn."""
        fitted = self._trial_page(parts)
        width, height = (side / fitted.scale for side in self.size.room)
        height -= (fitted.head.height + BELOW_HEADING) * self.size.lettering / fitted.scale
        return fitted.layout.width * fitted.layout.height / (width * height)

    def _readable(self, parts: PageParts) -> bool:
        return self._trial_page(parts).name_size >= self.request.least_name

    def _trial_page(self, parts: PageParts) -> FittedChart:
        """The page as it may be drawn, with every text at its longest."""
        title = self._title(parts, [True] * len(parts))
        return self._fitted_with_chips(*self._cards_on(parts, title, SOME_PAGE, SOME_PAGE + 1))

    def _fitted_with_chips(self, deck: Deck, contents: Sequence[CardText]) -> FittedChart:
        """The page with dotted lines in words, which take more room but no time to find a way."""
        dotted_as = "none" if deck.dotted_as == "none" else "chips"
        return self._fitted(replace(deck, dotted_as=dotted_as), contents)

    def _fitted(self, deck: Deck, contents: Sequence[CardText]) -> FittedChart:
        """The page as it is drawn: with its upper layers upright, if they can be read so."""
        fit = partial(fit_card_texts, deck, contents)
        fitted = fit(self.request, [self.size], self._largest)
        if fitted.name_size >= self.request.least_name or not self.request.top_layers:
            return fitted
        return fit(replace(self.request, top_layers=0), [self.size], self._largest)

    def _cards_on(
        self, parts: PageParts, title: str, page: int, count: int
    ) -> tuple[Deck, Sequence[CardText]]:
        """The deck of a page and the texts of its cards; its number is from 0."""
        deck, contents = self._cards.of(_cards_of(parts))
        number = self.deck.words.page_of.format(number=page + 1, count=count)
        way = names_above(self.deck, parts) if self.size.slide else ()
        return replace(with_title(deck, title), page=number, way=way), contents

    def book(self) -> Book:
        """All pages, with the numbers of those to which their lines go on."""
        self.card_pages.number(self.pages)
        lookup_pages = self.card_pages.lookup_pages()
        pages = [self._page(number, parts, lookup_pages) for number, parts in enumerate(self.pages)]
        return Book(self.deck, self.size, pages, lookup_pages, self._has_index)

    def _page(self, page: int, parts: PageParts, lookup_pages: Sequence[int]) -> BookPage:
        title = self._title(parts, [lookup_pages[part.head] != page for part in parts])
        count = len(self.pages) + self._pages_of_index
        deck, contents = self._cards_on(parts, title if page else "", page, count)
        head = parts[0].head
        above = self.card_pages[head] if self.deck.manager[head] >= 0 else None
        fitted = self._fitted(deck, contents)
        if fitted.name_size < self.request.least_name:
            fitted = self._fitted_with_chips(deck, contents)
        return BookPage(deck, fitted, title, above, self.card_pages.links(_cards_of(parts)))

    @property
    def _has_index(self) -> bool:
        """A deck has none: nobody looks names up in a talk."""
        return self.request.index and not self.size.slide

    @cached_property
    def _pages_of_index(self) -> int:
        return pages_of_index(self.deck, self.size) if self._has_index else 0

    def _title(self, parts: PageParts, continued: Sequence[bool]) -> str:
        alone = not self._tree.reports[parts[0].head]
        return page_title(self.deck, parts, continued, alone)


def _cards_of(parts: PageParts) -> list[int]:
    """The cards of a page in file order, each once."""
    return sorted({card for part in parts for card in part.cards})
