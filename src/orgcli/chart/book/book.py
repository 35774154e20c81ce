"""A chart on several pages: what is on each, how it is drawn, and where its lines go on."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from orgcli.chart.book.index import index_sheets, pages_of_index
from orgcli.chart.book.paging import Leaf, paged, room_of
from orgcli.chart.deck.cards import Deck, DottedEdge
from orgcli.chart.deck.outline import called, dotted_fact
from orgcli.chart.deck.selection import only
from orgcli.chart.graphviz.dot import Sheet, sheet
from orgcli.chart.layout.cutting import cut as cut_tree
from orgcli.chart.layout.tree import tree_of
from orgcli.chart.paper.card_text import COMPACT, MARK_SIZE, NAME_SIZE, ROOMY, Density, Face, face
from orgcli.chart.paper.page_fitting import BELOW_HEADING, Fitted, target, with_faces
from orgcli.chart.paper.page_sizes import Page
from orgcli.chart.paper.text_width import REGULAR, cut, width
from orgcli.chart.paper.themes import Theme
from orgcli.model.request.chart_request import ChartRequest

_LARGEST = 1.0
"""Pages of a book are not drawn larger than usual, unless that is asked for: they would differ too
much."""
_FEW = 400
"""Cards up to which all densities and ways to turn the page are tried, not the likeliest alone."""
_HALF = 0.5
_SOME_PAGE = 998
_NAMED = 3
"""Of several who are at the top of a page, those whom its title names."""


@dataclass(frozen=True, slots=True, eq=False)
class Sided:
    """One page of a book.

    deck    its cards, with notes on which page their lines go on
    title   what it shows, for a list of contents
    above   the page, from 0, from which its first card's line comes; None for the top
    links   the cards with such notes, by their number on the page, and the page they lead to
    """

    deck: Deck
    fitted: Fitted
    title: str
    above: int | None
    links: Mapping[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """The pages with cards, and per card of the whole chart the page on which it is found, from 0.

    A card that is on several is found where the first of its reports are.
    """

    deck: Deck
    page: Page
    sides: Sequence[Sided]
    found: Sequence[int]
    min_font: float = 0.0

    @property
    def name_sizes(self) -> tuple[float, float]:
        """The smallest and the largest size of a name in points."""
        sizes = [side.fitted.name_size for side in self.sides]
        return min(sizes), max(sizes)

    def sheets(self, theme: Theme) -> Iterator[Sheet]:
        """Every page as DOT, those of the index last."""
        for side in self.sides:
            yield sheet(side.deck, side.fitted, theme, side.links)
        yield from index_sheets(self.deck, self.found, self.page, len(self.sides), theme)


def book(deck: Deck, theme: Theme, request: ChartRequest, pages: Sequence[Page]) -> Book:
    """A chart on as few pages as it takes with names that can be read.

    pages  the ways in which each may lie; all lie alike
    """
    drafts = [
        _Draft(deck, theme, request, page, density)
        for density in (ROOMY, COMPACT)
        for page in pages
    ]
    if len(deck.cards) > _FEW:
        drafts = [min(drafts, key=lambda one: sum(part.fill for part in one.parts))]
    return min(drafts, key=lambda one: len(one.leaves)).bound()


class _Draft:
    """A chart cut into pages of one kind, whose numbers are known when all are."""

    def __init__(
        self, deck: Deck, theme: Theme, request: ChartRequest, page: Page, density: Density
    ) -> None:
        self.deck, self.theme, self.request = deck, theme, request
        self.page, self.density = page, density
        self._dotted: dict[int, list[DottedEdge]] = {}
        for edge in deck.dotted if deck.dotted_as != "none" else ():
            self._dotted.setdefault(edge.card, []).append(edge)
        self._under = [_SOME_PAGE] * len(deck.cards)
        """Per card the page on which it stands under its manager."""
        self._faces = [face(card, density, deck.words) for card in deck.cards]
        assistant = [card.assistant for card in deck.cards]
        heights = [one.height for one in self._faces]
        first = request.leaves_first
        self._tree = tree_of(deck.manager, heights, assistant, density.width, first)
        self._reports = self._tree.reports
        self._largest = max(_LARGEST, request.min_font / NAME_SIZE)
        least = target(_headed(deck, "…"), theme, page, self._largest)
        self._room = room_of(least, request)
        self.parts = cut_tree(self._tree, self._room)

    @cached_property
    def leaves(self) -> Sequence[Leaf]:
        """The pages in the order of reading; those that are not half full at the end."""
        first, *others = paged(self._tree, self._room, self.parts, self._fits)
        return [first, *sorted(others, key=lambda leaf: self._full(leaf) < _HALF)]

    def _full(self, leaf: Leaf) -> float:
        """How much of its page is taken by what stands on it, as it is drawn."""
        made = self._told(*self._shown(leaf, "…"))
        wide, tall = (side / made.scale for side in self.page.room)
        tall -= made.head.height + BELOW_HEADING
        return made.layout.width * made.layout.height / (wide * tall)

    def _fits(self, leaf: Leaf) -> bool:
        return self._told(*self._shown(leaf, "…")).name_size >= self.request.min_font

    def _told(self, deck: Deck, faces: Sequence[Face]) -> Fitted:
        """The page with dotted lines in words, which take more room but no time to find a way."""
        told = "none" if deck.dotted_as == "none" else "chips"
        return self._fitted(replace(deck, dotted_as=told), faces)

    def _fitted(self, deck: Deck, faces: Sequence[Face]) -> Fitted:
        """The page as it is drawn: with its upper layers upright, if they can be read so."""
        made = with_faces(deck, faces, self.theme, self.request, [self.page], self._largest)
        if made.name_size >= self.request.min_font or not self.request.top_layers:
            return made
        flat = replace(self.request, top_layers=0)
        return with_faces(deck, faces, self.theme, flat, [self.page], self._largest)

    def _shown(self, leaf: Leaf, title: str) -> tuple[Deck, Sequence[Face]]:
        """The cards of a page, with notes that say where their lines go on, and their faces."""
        kept = sorted({card for part in leaf for card in part.cards})
        here = set(kept)
        shown = only(self.deck, kept)
        cards, faces = list(shown.cards), [self._faces[card] for card in kept]
        for at, card in enumerate(kept):
            notes = tuple(self._notes(card, here))
            if notes:
                cards[at] = replace(cards[at], notes=(*cards[at].notes, *notes))
                faces[at] = face(cards[at], self.density, self.deck.words)
        deck = replace(shown, cards=cards, whole=len(self.deck.cards))
        return _headed(deck, title), faces

    def _notes(self, card: int, here: Collection[int]) -> Iterator[str]:
        words, above = self.deck.words, self.deck.manager[card]
        if above >= 0 and above not in here:
            page = self._under[card] + 1
            room = self.density.text_width
            taken = width(words.above_on_page.format(name="", page=page), MARK_SIZE, REGULAR)
            name = cut(called(self.deck.cards[above]), room - taken, MARK_SIZE, REGULAR)
            yield words.above_on_page.format(name=name, page=page)
        away = [report for report in self._reports[card] if report not in here]
        pages = sorted({self._under[report] + 1 for report in away})
        if away and len(away) == len(self._reports[card]):
            count = self.deck.cards[card].total or len(away)
            yield words.below_on_page.format(count=count, page=pages[0])
            return
        if away:
            yield words.continued_on.of(len(pages)).format(pages=_listed(pages))
        for edge in self._dotted.get(card, ()):
            if edge.to not in here:
                yield dotted_fact(self.deck, edge)

    def bound(self) -> Book:
        """All pages, with the numbers of those to which their lines go on."""
        for page, leaf in enumerate(self.leaves):
            for part in leaf:
                own = part.cards if self.deck.manager[part.head] < 0 else part.cards[1:]
                for card in own:
                    self._under[card] = page
        found = [
            min((self._under[one] for one in reports), default=self._under[card])
            for card, reports in enumerate(self._reports)
        ]
        sides = [self._side(page, leaf, found) for page, leaf in enumerate(self.leaves)]
        return Book(self.deck, self.page, sides, found, self.request.min_font)

    def _side(self, page: int, leaf: Leaf, found: Sequence[int]) -> Sided:
        title = self._title(page, leaf, found)
        count = len(self.leaves) + pages_of_index(self.deck, self.page)
        number = self.deck.words.page_of.format(number=page + 1, count=count)
        deck, faces = self._shown(leaf, title if page else "")
        deck = replace(deck, page=number)
        head = leaf[0].head
        above = self._under[head] if self.deck.manager[head] >= 0 else None
        fitted = self._fitted(deck, faces)
        if fitted.name_size < self.request.min_font:
            fitted = self._told(deck, faces)
        return Sided(deck, fitted, title, above, dict(self._links(leaf)))

    def _title(self, page: int, leaf: Leaf, found: Sequence[int]) -> str:
        """Who is at the top of the page."""
        words, said = self.deck.words, []
        for part in leaf[:_NAMED]:
            card = self.deck.cards[part.head]
            named = [called(card)] if len(leaf) > 1 else [called(card), card.title]
            line = ", ".join(dict.fromkeys(filter(None, named)))
            said.append(line if found[part.head] == page else f"{line} {words.continued}")
        if len(leaf) > _NAMED or not self._reports[leaf[0].head]:
            said.append("…")
        return "; ".join(said)

    def _links(self, leaf: Leaf) -> Iterator[tuple[int, int]]:
        kept = sorted({card for part in leaf for card in part.cards})
        here = set(kept)
        for at, card in enumerate(kept):
            above = self.deck.manager[card]
            away = [report for report in self._reports[card] if report not in here]
            if above >= 0 and above not in here:
                yield at, self._under[card]
            elif away:
                yield at, min(self._under[report] for report in away)


def _headed(deck: Deck, title: str) -> Deck:
    """A page with what it shows behind the title of the chart, where that is to be said."""
    if not title:
        return deck
    return replace(deck, title=f"{deck.title}: {title}" if deck.title else title, page="…")


def _listed(pages: Sequence[int]) -> str:
    """Page numbers as they are printed: `3, 5-7`."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and runs[-1][-1] == page - 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
