"""The cards of a chart in parts for formats that are text, so that they can be read back."""

from collections.abc import Sequence

from orgcli.chart.deck.card_fields import ALWAYS_IN_TEXT
from orgcli.chart.deck.cards import Card, Deck
from orgcli.chart.deck.outline import card_facts
from orgcli.language.words import ChartWords
from orgcli.model.card_phrases import (
    APART,
    FOR_CLOSE,
    FOR_OPEN,
    HOLDERS,
    LINES,
    MARKS,
    PHRASES,
    CardParts,
    department_in,
    fact_of,
    reads_as_phrases,
    reads_as_title,
    set_apart,
    state_in_brackets,
)


def card_parts(deck: Deck, marks: Sequence[str] = (), exact: bool = True) -> list[CardParts]:
    """Each card of a deck; what users wrote is set apart where it could be read as something else.

    marks  what the format puts before a name or between its parts
    exact  whether a name alone and a title alone are told apart, too: a terminal, whose lines are
           searched and copied, shows them as they are
    """
    dotted: dict[int, list[str]] = {}
    names = [_name(card, marks) for card in deck.cards]
    for edge in deck.dotted:
        name = set_apart(_short(deck.cards[edge.to], names[edge.to], marks), FOR_OPEN, LINES)
        purpose = set_apart(edge.purpose, LINES, *marks)
        phrase = deck.words.dotted_to.format(name=name)
        text = f"{phrase}{FOR_OPEN}{purpose}{FOR_CLOSE}" if purpose else phrase
        dotted.setdefault(edge.card, []).append(text)
    return [
        parts if exact else _as_written(parts)
        for at, (card, name) in enumerate(zip(deck.cards, names, strict=True))
        for parts in (_parts(card, name, tuple(dotted.get(at, ())), deck.words, marks),)
    ]


def _as_written(parts: CardParts) -> CardParts:
    """The parts without what stands before or behind them."""
    name, title = parts.name.strip(APART), parts.title.removeprefix(APART)
    phrases = [phrase.removeprefix(APART) for phrase in parts.phrases]
    return parts._replace(name=name, title=title, phrases=phrases)


def _short(card: Card, name: str, marks: Sequence[str]) -> str:
    return name if card.short_name == card.name else set_apart(card.title, *marks)


def _name(card: Card, marks: Sequence[str]) -> str:
    if card.holders:
        name = HOLDERS.join(set_apart(holder, HOLDERS, *marks) for holder in card.holders)
        return name[:1] + APART + name[1:] if state_in_brackets(name) else name
    return set_apart(card.name, *marks) if card.state == "filled" else card.name


def _parts(
    card: Card, name: str, dotted: Sequence[str], words: ChartWords, marks: Sequence[str]
) -> CardParts:
    title = set_apart(card.title, *marks)
    phrases = _phrases(card, words, marks)
    if title and reads_as_phrases(title):
        title = APART + title
    elif not title:
        is_title = not card.holders and card.state == "filled"
        if reads_as_title(name, "") != is_title:
            name = APART + name
        if phrases and not reads_as_phrases(PHRASES.join(phrases)):
            name += APART
    return CardParts(name, title, phrases, [set_apart(mark, MARKS, *marks) for mark in card.marks],
                     dotted)  # fmt: skip


def _phrases(card: Card, words: ChartWords, marks: Sequence[str]) -> list[str]:
    """The department and the facts; those that users wrote look like no fact of the chart."""
    facts = card_facts(card, words)
    noted = sum(field not in ALWAYS_IN_TEXT for field, _ in card.lines)
    notes = [_note(text, marks) for text in facts[:noted]]
    more = facts[noted:]
    if more[:1] == [card.group] and card.group != words.states[card.state]:
        more[0] = _note(card.group, marks)
    phrases = [*notes, *more]
    if card.department:
        department = set_apart(card.department, PHRASES, *marks)
        return [APART + department if fact_of(department) else department, *phrases]
    if phrases and department_in(phrases)[0]:
        phrases[0] = APART + phrases[0]
    return phrases


def _note(text: str, marks: Sequence[str]) -> str:
    text = set_apart(text, PHRASES, *marks)
    return text[:1] + APART + text[1:] if fact_of(text) else text


def kinds_of(card: Card) -> list[str]:
    """What a card stands for beside its words, as the classes of a diagram: its state first.

    What comes later comes through where several apply.
    """
    kinds = {"unfit": not card.fits, "chain": card.chain, "trouble": bool(card.marks)}
    return [card.state, *(kind for kind, applies in kinds.items() if applies)]
