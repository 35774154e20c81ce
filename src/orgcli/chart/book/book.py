"""A chart on several pages: what is on each, how it is drawn, and where its lines go on."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from orgcli.chart.book.index import index_sheets, pages_of_index
from orgcli.chart.book.paging import PageParts, arrange_pages, room_of
from orgcli.chart.deck.cards import Deck, DottedEdge
from orgcli.chart.deck.outline import dotted_phrase, short_name
from orgcli.chart.deck.selection import keep_cards
from orgcli.chart.drawing import TooLarge
from orgcli.chart.graphviz.sheet import Sheet, sheet
from orgcli.chart.layout.cutting import cut as cut_tree
from orgcli.chart.layout.tree import tree_of
from orgcli.chart.paper.card_text import (
    COMPACT,
    MARK_SIZE,
    NAME_SIZE,
    ROOMY,
    CardText,
    Density,
)
from orgcli.chart.paper.deck_texts import card_texts, panel_heads, row_heights
from orgcli.chart.paper.page_fitting import (
    BELOW_HEADING,
    FittedChart,
    fit_card_texts,
    page_target,
)
from orgcli.chart.paper.page_sizes import PageSize
from orgcli.chart.paper.text_width import REGULAR, cut, width
from orgcli.chart.paper.themes import Theme
from orgcli.model.request.chart_request import ChartRequest

_LARGEST = 1.0
"""Pages of a book are not drawn larger than usual, unless that is asked for: they would differ too
much."""
_FEW = 400
"""Cards up to which all densities and ways to turn the page are tried, not the likeliest alone."""
_MOST = 25_000
"""Cards of a book: 500 pages of A4, which take a minute or two. Nobody reads more."""
_HALF = 0.5
_SOME_PAGE, _NO_PAGE = 998, -1
"""Stands for the number of a page until it is known: as wide as any; one where nobody is found."""
_NAMED = 3
"""Of several who are at the top of a page, those whom its title names."""


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
    found: Sequence[int]
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
        return index_sheets(self.deck, self.found, self.page_size, len(self.pages), theme)


def book(deck: Deck, theme: Theme, request: ChartRequest, sizes: Sequence[PageSize]) -> Book:
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
        _Draft(deck, theme, request, size, density)
        for density in (ROOMY, COMPACT)
        for size in sizes
    ]
    if len(deck.cards) > _FEW:
        drafts = [min(drafts, key=lambda draft: sum(part.fill for part in draft.parts))]
    return min(drafts, key=lambda draft: len(draft.pages)).book()


class _Draft:
    """A chart cut into pages of one kind, whose numbers are known when all are.

    parts  what the chart is cut into, before small ones are put together on a page
    """

    def __init__(
        self, deck: Deck, theme: Theme, request: ChartRequest, size: PageSize, density: Density
    ) -> None:
        self.deck, self.theme, self.request = deck, theme, request
        self.size, self.density = size, density
        self._dotted: dict[int, list[DottedEdge]] = {}
        for edge in deck.dotted:
            self._dotted.setdefault(edge.card, []).append(edge)
        self._under = [_SOME_PAGE] * len(deck.cards)
        """Per card the page on which it stands under its manager."""
        self._spread: dict[int, Counter[int]] = {}
        """Per card how many of its reports are on each page; made anew where `_under` changes."""
        self._contents = card_texts(deck, density, request.density)
        self._tree = tree_of(
            deck.manager,
            [content.height for content in self._contents],
            [card.assistant for card in deck.cards],
            density.width,
            request.leaves_first,
            row_heights(self._contents),
            panel_heads(self._contents),
        )
        self._reports = self._tree.reports
        self._largest = max(_LARGEST, request.least_name / NAME_SIZE)
        least = page_target(_with_title(deck, "…"), size)
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
        way = self._way(head)
        return head if len(way) < 2 else len(self._reports) + way[1]

    def _way(self, card: int) -> Sequence[int]:
        """Those above a card, the top first."""
        way: list[int] = []
        while (card := self.deck.manager[card]) >= 0:
            way.append(card)
        return way[::-1]

    def _fill(self, parts: PageParts) -> float:
        """How much of its page is taken by what stands on it, as it is drawn."""
        fitted = self._tried(parts)
        width, height = (side / fitted.scale for side in self.size.room)
        height -= (fitted.head.height + BELOW_HEADING) * self.size.lettering / fitted.scale
        return fitted.layout.width * fitted.layout.height / (width * height)

    def _readable(self, parts: PageParts) -> bool:
        return self._tried(parts).name_size >= self.request.least_name

    def _tried(self, parts: PageParts) -> FittedChart:
        """The page as it may be drawn, with every text at its longest."""
        deck, contents = self._cards_on(parts, self._title(_NO_PAGE, parts, self._under))
        number = self.deck.words.page_of.format(number=_SOME_PAGE + 1, count=_SOME_PAGE + 1)
        deck = replace(deck, page=number, way=self._names_above(parts))
        return self._fitted_with_chips(deck, contents)

    def _fitted_with_chips(self, deck: Deck, contents: Sequence[CardText]) -> FittedChart:
        """The page with dotted lines in words, which take more room but no time to find a way."""
        dotted_as = "none" if deck.dotted_as == "none" else "chips"
        return self._fitted(replace(deck, dotted_as=dotted_as), contents)

    def _fitted(self, deck: Deck, contents: Sequence[CardText]) -> FittedChart:
        """The page as it is drawn: with its upper layers upright, if they can be read so."""
        fit = partial(fit_card_texts, deck, contents, self.theme)
        fitted = fit(self.request, [self.size], self._largest)
        if fitted.name_size >= self.request.least_name or not self.request.top_layers:
            return fitted
        return fit(replace(self.request, top_layers=0), [self.size], self._largest)

    def _cards_on(self, parts: PageParts, title: str) -> tuple[Deck, Sequence[CardText]]:
        """The cards of a page, with notes that say where their lines go on, and their texts."""
        kept = _cards_of(parts)
        here = set(kept)
        dotted = [edge for card in kept for edge in self._dotted.get(card, ())]
        deck = keep_cards(replace(self.deck, dotted=dotted), kept)
        cards, contents = list(deck.cards), [self._contents[card] for card in kept]
        for at, card in enumerate(kept):
            notes = tuple(self._notes(card, here))
            if notes:
                cards[at] = replace(cards[at], notes=(*cards[at].notes, *notes))
                contents[at] = contents[at].again(cards[at], self.deck.words)
        return _with_title(replace(deck, cards=cards, whole=len(self.deck.cards)), title), contents

    def _notes(self, card: int, here: Collection[int]) -> Iterator[str]:
        words, above = self.deck.words, self.deck.manager[card]
        if above >= 0 and above not in here:
            page = self._under[card] + 1
            room = self.density.text_width
            taken = width(words.above_on_page.format(name="", page=page), MARK_SIZE, REGULAR)
            name = cut(short_name(self.deck.cards[above]), room - taken, MARK_SIZE, REGULAR)
            yield words.above_on_page.format(name=name, page=page)
        pages, whole = self._pages_below(card, here)
        if whole:
            count = self.deck.cards[card].total or len(self._reports[card])
            yield words.below_on_page.format(count=count, page=pages[0] + 1)
            return
        if pages:
            yield words.continued_on.of(len(pages)).format(pages=_page_ranges(pages))
        for edge in self._dotted.get(card, ()) if self.deck.dotted_as != "none" else ():
            if edge.to not in here:
                yield dotted_phrase(self.deck, edge)

    def _pages_below(self, card: int, here: Collection[int]) -> tuple[Sequence[int], bool]:
        """The other pages with reports of a card, from 0, and whether all of them are there."""
        reports = self._reports[card]
        if not reports:
            return (), False
        if card not in self._spread:
            self._spread[card] = Counter(self._under[report] for report in reports)
        # One with very many reports stands on many pages: only those of this one are looked at.
        fewer = reports if len(reports) <= len(here) else here
        near = [one for one in fewer if one in here and self.deck.manager[one] == card]
        left = self._spread[card] - Counter(self._under[one] for one in near)
        return sorted(left), not near

    def book(self) -> Book:
        """All pages, with the numbers of those to which their lines go on."""
        for page, parts in enumerate(self.pages):
            for part in parts:
                own = part.cards if self.deck.manager[part.head] < 0 else part.cards[1:]
                for card in own:
                    self._under[card] = page
        self._spread.clear()
        found = [
            min((self._under[report] for report in reports), default=self._under[card])
            for card, reports in enumerate(self._reports)
        ]
        pages = [self._page(number, parts, found) for number, parts in enumerate(self.pages)]
        return Book(self.deck, self.size, pages, found, self._has_index)

    def _page(self, page: int, parts: PageParts, found: Sequence[int]) -> BookPage:
        title = self._title(page, parts, found)
        count = len(self.pages) + self._pages_of_index
        number = self.deck.words.page_of.format(number=page + 1, count=count)
        deck, contents = self._cards_on(parts, title if page else "")
        deck = replace(deck, page=number, way=self._names_above(parts))
        head = parts[0].head
        above = self._under[head] if self.deck.manager[head] >= 0 else None
        fitted = self._fitted(deck, contents)
        if fitted.name_size < self.request.least_name:
            fitted = self._fitted_with_chips(deck, contents)
        return BookPage(deck, fitted, title, above, dict(self._links(parts)))

    def _names_above(self, parts: PageParts) -> tuple[str, ...]:
        """Who is above all that stands on a slide, the top first."""
        above = {self.deck.manager[part.head] for part in parts}
        if not self.size.slide or len(above) > 1:
            return ()
        way = self._way(parts[0].head)
        return tuple(short_name(self.deck.cards[one]) for one in way)

    @property
    def _has_index(self) -> bool:
        """A deck has none: who shows it does not look names up."""
        return self.request.index and not self.size.slide

    @cached_property
    def _pages_of_index(self) -> int:
        return pages_of_index(self.deck, self.size) if self._has_index else 0

    def _title(self, page: int, parts: PageParts, found: Sequence[int]) -> str:
        """Who is at the top of the page."""
        words, heads = self.deck.words, []
        for part in parts[:_NAMED]:
            card = self.deck.cards[part.head]
            names = [short_name(card)] if len(parts) > 1 else [short_name(card), card.title]
            line = ", ".join(dict.fromkeys(filter(None, names)))
            heads.append(line if found[part.head] == page else f"{line} {words.continued}")
        if len(parts) > _NAMED or not self._reports[parts[0].head]:
            heads.append("…")
        return "; ".join(heads)

    def _links(self, parts: PageParts) -> Iterator[tuple[int, int]]:
        kept = _cards_of(parts)
        here = set(kept)
        for at, card in enumerate(kept):
            above = self.deck.manager[card]
            pages, _ = self._pages_below(card, here)
            if above >= 0 and above not in here:
                yield at, self._under[card]
            elif pages:
                yield at, pages[0]


def _cards_of(parts: PageParts) -> list[int]:
    """The cards of a page in file order, each once."""
    return sorted({card for part in parts for card in part.cards})


def _with_title(deck: Deck, title: str) -> Deck:
    """A page with what it shows behind the title of the chart, where that is to be said."""
    if not title:
        return deck
    return replace(deck, title=f"{deck.title}: {title}" if deck.title else title, page="…")


def _page_ranges(pages: Sequence[int]) -> str:
    """Pages, from 0, by the numbers that are printed on them: `3, 5-7`."""
    ranges: list[list[int]] = []
    for page in pages:
        if not ranges or ranges[-1][-1] != page:
            ranges.append([])
        ranges[-1].append(page + 1)
    return ", ".join(f"{one[0]}-{one[-1]}" if len(one) > 1 else f"{one[0]}" for one in ranges)
