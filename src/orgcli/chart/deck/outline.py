"""The order of cards, as an outline and for `--sort`, and phrases about each."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from orgcli.chart.deck.card_fields import ALWAYS_IN_TEXT
from orgcli.chart.deck.cards import Card, Deck, DottedEdge
from orgcli.chart.deck.selection import keep_cards
from orgcli.chart.layout.tree import order_from_top
from orgcli.language.words import ChartWords
from orgcli.model.name_matching import folded, without_accents


class OutlineEntry(NamedTuple):
    """A card in the outline; depth from 0, and whether no report of its manager follows it."""

    card: int
    depth: int
    last: bool


def outline(manager: Sequence[int]) -> Iterator[OutlineEntry]:
    """Every card once, each with all that is below it before the next, reports in file order."""
    _, reports = order_from_top(manager)
    tops = [card for card, above in enumerate(manager) if above < 0]
    waiting = _entries_of(tops, 0)
    while waiting:
        entry = waiting.pop()
        yield entry
        waiting.extend(_entries_of(reports[entry.card], entry.depth + 1))


def _entries_of(cards: Sequence[int], depth: int) -> list[OutlineEntry]:
    """The last one first, as they are taken from the end."""
    return [OutlineEntry(card, depth, at == 0) for at, card in enumerate(reversed(cards))]


def card_facts(card: Card, words: ChartWords) -> list[str]:
    """What else a card shows, one phrase each: state, assistant, seats, how many are below.

    Also the requested lines, and what its colour stands for where nothing else tells.
    """
    phrases = [text for field, text in card.lines if field not in ALWAYS_IN_TEXT]
    state = words.states[card.state]
    if card.group not in ("", card.department, state, *phrases):
        phrases.append(card.group)
    if card.holders and card.state != "filled":
        phrases.append(state)
    if card.assistant:
        phrases.append(words.assistant)
    if not card.fits:
        phrases.append(words.unfit)
    if card.headcount > 1:
        phrases.append(f"×{card.headcount}")
    if card.total:
        direct = words.direct.phrase(card.direct)
        both = words.direct_and_below.format(direct=direct, count=card.total)
        phrases.append(direct if card.total == card.direct else both)
    if card.left_out:
        phrases.append(words.not_shown.phrase(card.left_out))
    return phrases


def dotted_phrase(deck: Deck, edge: DottedEdge) -> str:
    """A dotted line in words: where it leads, and what it is for."""
    phrase = deck.words.dotted_to.format(name=deck.cards[edge.to].short_name)
    return f"{phrase} ({edge.purpose})" if edge.purpose else phrase


def dotted_phrases(deck: Deck) -> dict[int, list[str]]:
    """The dotted lines of each card that has some, one phrase each."""
    phrases: dict[int, list[str]] = {}
    for edge in deck.dotted:
        phrases.setdefault(edge.card, []).append(dotted_phrase(deck, edge))
    return phrases


def subtitle(deck: Deck) -> str:
    """What stands below the title: the day on which the organisation is so, and what fits."""
    day = deck.words.on_day.format(day=deck.day) if deck.day else ""
    return ", ".join(filter(None, (day, *deck.filters)))


def in_order_of(deck: Deck, how: str) -> Deck:
    """The deck with its cards in another order, in which the reports of each manager stand.

    how  a word of SORT; cards that are equal by it stay in the order of the file
    """
    if how not in _KEYS:
        return deck
    key = _KEYS[how](deck)
    return keep_cards(deck, sorted(range(len(deck.cards)), key=key.__getitem__))


def _names(deck: Deck) -> Sequence[tuple[str, str]]:
    names = [card.short_name for card in deck.cards]
    return [(without_accents(name), folded(name)) for name in names]


def _seats(deck: Deck) -> Sequence[tuple[int]]:
    return [(-card.total,) for card in deck.cards]


def _layers(deck: Deck) -> Sequence[tuple[int]]:
    """How many layers are below each card, the most first."""
    order, _ = order_from_top(deck.manager)
    below = [0] * len(order)
    for at in reversed(order):
        above = deck.manager[at]
        if above >= 0:
            below[above] = max(below[above], below[at] + 1)
    return [(-layers,) for layers in below]


_KEYS: Mapping[str, Callable[[Deck], Sequence[tuple[str, str] | tuple[int]]]] = MappingProxyType(
    {"name": _names, "size": _seats, "layer": _layers}
)
