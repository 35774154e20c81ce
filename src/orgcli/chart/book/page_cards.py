"""The cards of one page of a book, with notes that say on which pages their lines go on."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from orgcli.chart.book.card_pages import CardPages
from orgcli.chart.deck.cards import Deck, DottedEdge
from orgcli.chart.deck.outline import dotted_phrase
from orgcli.chart.deck.selection import keep_cards
from orgcli.chart.paper.card_text import MARK_SIZE, CardText
from orgcli.chart.paper.text_width import REGULAR, cut, width


class PageCards:
    """Takes the cards of pages out of those of the whole chart.

    contents  the texts of all cards
    pages     where they stand
    """

    def __init__(self, deck: Deck, contents: Sequence[CardText], pages: CardPages) -> None:
        self._deck, self._contents, self._pages = deck, contents, pages
        self._dotted: dict[int, list[DottedEdge]] = defaultdict(list)
        for edge in deck.dotted:
            self._dotted[edge.card].append(edge)

    def of(self, cards_here: Sequence[int]) -> tuple[Deck, Sequence[CardText]]:
        """The deck of a page, and the texts of its cards.

        cards_here  the cards that stand on it, in file order
        """
        here = set(cards_here)
        dotted = [edge for card in cards_here for edge in self._dotted.get(card, ())]
        deck = keep_cards(replace(self._deck, dotted=dotted), cards_here)
        cards, contents = list(deck.cards), [self._contents[card] for card in cards_here]
        for at, card in enumerate(cards_here):
            notes = tuple(self._notes(card, here))
            if notes:
                cards[at] = replace(cards[at], notes=(*cards[at].notes, *notes))
                contents[at] = contents[at].again(cards[at], self._deck.words)
        return replace(deck, cards=cards, whole=len(self._deck.cards)), contents

    def _notes(self, card: int, here: Collection[int]) -> Iterator[str]:
        words, above = self._deck.words, self._deck.manager[card]
        if above >= 0 and above not in here:
            yield self._note_above(card, above)
        pages, whole = self._pages.below(card, here)
        if whole:
            count = self._deck.cards[card].total or len(self._pages.reports[card])
            yield words.below_on_page.format(count=count, page=pages[0] + 1)
            return
        if pages:
            yield words.continued_on.of(len(pages)).format(pages=_page_ranges(pages))
        for edge in self._dotted.get(card, ()) if self._deck.dotted_as != "none" else ():
            if edge.to not in here:
                yield dotted_phrase(self._deck, edge)

    def _note_above(self, card: int, above: int) -> str:
        """The manager and the page, on one line."""
        words, page = self._deck.words, self._pages[card] + 1
        room = self._contents[card].density.text_width
        phrase_width = width(words.above_on_page.format(name="", page=page), MARK_SIZE, REGULAR)
        name = cut(self._deck.cards[above].short_name, room - phrase_width, MARK_SIZE, REGULAR)
        return words.above_on_page.format(name=name, page=page)


def _page_ranges(pages: Sequence[int]) -> str:
    """Pages, from 0, by the numbers that are printed on them: `3, 5-7`."""
    ranges: list[list[int]] = []
    for page in pages:
        if not ranges or ranges[-1][-1] != page:
            ranges.append([])
        ranges[-1].append(page + 1)
    return ", ".join(f"{span[0]}-{span[-1]}" if len(span) > 1 else f"{span[0]}" for span in ranges)
