"""A chart on several pages: as few as it takes with names that can be read."""

from collections.abc import Sequence

from orgcli.chart.book.book_draft import BookDraft
from orgcli.chart.book.book_page import Book
from orgcli.chart.deck.cards import Deck
from orgcli.chart.drawing import TooLarge
from orgcli.chart.paper.card_text import COMPACT, ROOMY
from orgcli.chart.paper.page_sizes import PageSize
from orgcli.model.request.chart_request import ChartRequest

_FEW = 400
"""Cards up to which all densities and ways to turn the page are tried, not the likeliest alone."""
_MOST = 25_000
"""Cards of a book: 500 pages of A4, which take a minute or two. Nobody reads more."""


def book(deck: Deck, request: ChartRequest, sizes: Sequence[PageSize]) -> Book:
    """A chart on as few pages as it takes with names that can be read.

    sizes  the ways in which each page may lie; all lie alike
    Raises TooLarge where there are more than _MOST cards.
    """
    if len(deck.cards) > _MOST:
        raise TooLarge(
            f"this chart has {len(deck.cards):,} positions; a book holds {_MOST:,}",
            "draw parts of it with --root or --depth, or write svg or html, which hold all",
        )
    drafts = [
        BookDraft(deck, request, size, density) for density in (ROOMY, COMPACT) for size in sizes
    ]
    if len(deck.cards) > _FEW:
        drafts = [min(drafts, key=lambda draft: sum(part.fill for part in draft.parts))]
    return min(drafts, key=lambda draft: len(draft.pages)).book()
