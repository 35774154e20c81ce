"""A chart as text: the cards in the order of an outline, and what is said of each in words."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from orgcli.chart.cards import Card, Deck
from orgcli.chart.fields import TOLD
from orgcli.chart.tree import order_from_top


class Entry(NamedTuple):
    """A card in the outline; depth from 0, and whether no report of its manager follows it."""

    card: int
    depth: int
    last: bool


def outline(manager: Sequence[int]) -> Iterator[Entry]:
    """Every card once, each with all that is below it before the next, reports in file order."""
    _, reports = order_from_top(manager)
    tops = [card for card, above in enumerate(manager) if above < 0]
    waiting = _entries(tops, 0)
    while waiting:
        entry = waiting.pop()
        yield entry
        waiting.extend(_entries(reports[entry.card], entry.depth + 1))


def _entries(cards: Sequence[int], depth: int) -> list[Entry]:
    """The last one first, as they are taken from the end."""
    entries = [Entry(card, depth, False) for card in reversed(cards)]
    return [Entry(entries[0].card, depth, True), *entries[1:]] if entries else []


def facts(card: Card) -> list[str]:
    """What else a card shows, one phrase each: state, assistant, seats, how many are below.

    Also the lines that were asked for, and what its colour stands for where that is not said.
    """
    said = [text for field, text in card.lines if field not in TOLD]
    if card.group not in ("", card.department, card.state, *said):
        said.append(card.group)
    if card.holders and card.state != "filled":
        said.append(card.state)
    if card.assistant:
        said.append("assistant")
    if card.headcount > 1:
        said.append(f"×{card.headcount}")
    if card.total:
        more = f", {card.total} below" if card.total != card.direct else ""
        said.append(f"{card.direct} direct{more}")
    if card.left_out:
        said.append(f"{card.left_out} not shown")
    return said


def dotted_facts(deck: Deck) -> dict[int, list[str]]:
    """The dotted lines of each card that has some, one phrase each."""
    said: dict[int, list[str]] = {}
    for edge in deck.dotted:
        purpose = f" ({edge.purpose})" if edge.purpose else ""
        phrase = f"dotted to {called(deck.cards[edge.to])}{purpose}"
        said.setdefault(edge.card, []).append(phrase)
    return said


def called(card: Card) -> str:
    """What others call a card: by its holders, else by its title."""
    return card.name if card.holders or not card.title else card.title
