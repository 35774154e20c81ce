"""Titles of the pages of a book: the positions at the top of each, and those above them."""

from collections.abc import Sequence
from dataclasses import replace

from orgcli.chart.book.paging import PageParts
from orgcli.chart.deck.cards import Deck

_NAMED = 3
"""Of several positions at the top of a page, as many as its title names."""


def page_title(deck: Deck, parts: PageParts, continued: Sequence[bool], alone: bool) -> str:
    """The positions at the top of a page.

    continued  per part whether it goes on what began on another page
    alone      whether those on the page neither report nor have reports
    """
    heads = []
    for part, later in zip(parts[:_NAMED], continued, strict=False):
        card = deck.cards[part.head]
        names = [card.short_name] if len(parts) > 1 else [card.short_name, card.title]
        line = ", ".join(dict.fromkeys(filter(None, names)))
        heads.append(f"{line} {deck.words.continued}" if later else line)
    if len(parts) > _NAMED or alone:
        heads.append("…")
    return "; ".join(heads)


def with_title(deck: Deck, title: str) -> Deck:
    """A page with its own title behind the title of the chart, where it has one."""
    if not title:
        return deck
    return replace(deck, title=f"{deck.title}: {title}" if deck.title else title, page="…")


def way_to(deck: Deck, card: int) -> Sequence[int]:
    """Those above a card, the top first."""
    way: list[int] = []
    while (card := deck.manager[card]) >= 0:
        way.append(card)
    return way[::-1]


def names_above(deck: Deck, parts: PageParts) -> tuple[str, ...]:
    """The managers above all that stands on a slide, the top first; none where they differ."""
    if len({deck.manager[part.head] for part in parts}) > 1:
        return ()
    return tuple(deck.cards[card].short_name for card in way_to(deck, parts[0].head))
