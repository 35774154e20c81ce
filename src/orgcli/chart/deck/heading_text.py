"""What stands above a chart in words: its title, how many positions it shows, its legend."""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from orgcli.chart.color.palette import NEUTRAL
from orgcli.chart.deck.cards import Deck, LookName
from orgcli.chart.typesetting.direction import from_left
from orgcli.language.plural import Counted

UNUSUAL_STATES: tuple[Literal["open", "planned", "closed"], ...] = ("open", "planned", "closed")
"""States that are counted and explained; a position is filled unless its state is another."""


class LegendEntry(NamedTuple):
    """An entry of the legend: the color of a group, the state or the pill that it explains.

    sample  what is in the pill; of a group, its letters where it has some
    """

    label: str
    color: str = ""
    state: LookName | None = None
    sample: str = ""


def title_of(deck: Deck) -> str:
    """The title of a chart; what it is where it has none."""
    return deck.title or deck.words.organisation_chart


def count_line(deck: Deck) -> str:
    """Where a slide is, how many positions it shows, of which states, on which day and page."""
    words, cards = deck.words, [card for card in deck.cards if card.fits and not card.ghost]
    count = len(cards)
    if deck.whole:
        phrases = [words.some_positions.format(count=count, whole=deck.whole)]
    else:
        phrases = [words.positions.phrase(count)]
    for state in UNUSUAL_STATES:
        if state_count := sum(card.state == state for card in cards):
            phrases.append(words.counts[state].phrase(state_count))
    if deck.day:
        phrases.append(words.on_day.format(day=deck.day))
    phrases.extend(deck.filters)
    way = from_left(" › ".join(deck.way))
    return " · ".join(filter(None, (way, ", ".join(phrases), deck.page)))


def legend_entries(deck: Deck) -> Iterator[LegendEntry]:
    """Groups with their colours, states with borders, what pills count, and what stands out.

    A phrase has neither a colour, nor a state, nor a sample.
    """
    words = deck.words
    if deck.by == "branch" and deck.legend:
        yield LegendEntry(words.by_branch)
    for swatch in deck.legend:
        code = swatch.code if deck.coded else ""
        yield LegendEntry(swatch.name, color=swatch.color, sample=code)
    if deck.others:
        yield LegendEntry(_other_groups(deck), color=NEUTRAL)
    present = {card.look for card in deck.cards}
    for state in UNUSUAL_STATES:
        if state in present and deck.by != "status":
            yield LegendEntry(words.states[state], state=state)
    if "unfit" in present:
        yield LegendEntry(words.unfit, state="unfit")
    if any(card.total > card.direct for card in deck.cards):
        yield LegendEntry(words.seats_below, sample="12")
    yield from _numbered(deck)
    if deck.highlights:
        yield LegendEntry(words.highlighted.format(what=", ".join(deck.highlights)))


def _numbered(deck: Deck) -> Iterator[LegendEntry]:
    """The texts for the cards that have a number."""
    numbers = {card.number for card in deck.cards}
    for number, text in deck.numbered.items():
        if number in numbers:
            yield LegendEntry(f"({number}) {text}")


def _other_groups(deck: Deck) -> str:
    """How many groups have no colour of their own; every state has one."""
    others: Mapping[str, Counted] = deck.words.others  # type: ignore[assignment]
    return others[deck.by].phrase(deck.others)
