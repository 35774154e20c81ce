"""The text of a card in charts of text, written and read back: its parts and phrases.

A space without width parts the texts of users from the words of the chart: it stands inside
marks such as ` · ` in a name, and before a text that is not what it looks like.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from orgcli.language.tags import LANGUAGES, speak
from orgcli.model.title_words import is_title

APART = "\u200b"
HOLDERS, PHRASES, MARKS, LINES = " / ", " · ", "; ", ", "
"""What stands between holders, between phrases, between faults, and between dotted lines."""
FOR_OPEN, FOR_CLOSE = " (", ")"
"""Around what a dotted line is for."""
GAP, WRONG, DOTTED = "  ", "! ", "… "
"""On one line: between the parts of a card, before what is wrong, before the dotted lines."""
CARD_LINE_MARKS = (GAP, WRONG, DOTTED)
_PLACE = re.compile(r"\\{(?:count|direct)\\}")


class CardParts(NamedTuple):
    """A card in parts, as they are written: `name` alone is never empty.

    phrases  the department, and other facts about it
    marks    what is wrong with its lines
    dotted   its dotted lines in words
    """

    name: str
    title: str = ""
    phrases: Sequence[str] = ()
    marks: Sequence[str] = ()
    dotted: Sequence[str] = ()


class Fact(NamedTuple):
    """A phrase of the chart itself: the field it is, or "" for what follows from other cards."""

    field: str
    value: str


class _Phrases(NamedTuple):
    facts: Mapping[str, Fact]
    counted: re.Pattern[str]
    states: Mapping[str, str]
    dotted: Sequence[str]
    titles: frozenset[str]


def card_line(card: CardParts) -> str:
    """A card on one line."""
    marks = WRONG + MARKS.join(card.marks) if card.marks else ""
    dotted = DOTTED + LINES.join(card.dotted) if card.dotted else ""
    pieces = (card.name, card.title, marks, PHRASES.join(card.phrases), dotted)
    return GAP.join(filter(None, pieces))


def set_apart(text: str, *marks: str) -> str:
    """A user's text in which none of some marks stands whole."""
    for mark in marks:
        if mark in text:
            text = text.replace(mark, mark[:1] + APART + mark[1:])
            text = text.replace(mark, mark[:1] + APART + mark[1:])  # marks may overlap: `; ; `
    return text


def together(text: str) -> str:
    """A text without what set it apart."""
    return text.replace(APART, "").strip()


def fact_of(phrase: str) -> Fact | None:
    """The fact in a phrase of any of our languages, if it is one of the chart itself."""
    phrases = _phrases()
    fact = phrases.facts.get(phrase)
    if fact is None and phrase[:1] == "×" and phrase[1:].isascii() and phrase[1:].isdecimal():
        return Fact("headcount", phrase[1:])
    if fact is None and phrases.counted.fullmatch(phrase):
        return Fact("", phrase)
    return fact


def state_in_brackets(name: str) -> str | None:
    """The status that stands in the place of a holder: `(open)`."""
    return _phrases().states.get(name)


def reads_as_title(name: str, title: str) -> bool:
    """Whether a name is the title of a position whose holder is not shown."""
    is_other = name.startswith(APART)
    return not title and is_title(together(name)) != is_other


def reads_as_phrases(text: str) -> bool:
    """Whether a part is the phrases of a card, and not its title."""
    is_other = text.startswith(APART)
    looks = PHRASES in text or fact_of(text.removeprefix(APART)) is not None
    return looks != is_other


def department_in(phrases: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The department, which is the first phrase that is no fact, and the others."""
    if not phrases:
        return "", phrases
    first = phrases[0]
    is_other = first.startswith(APART)
    is_fact = fact_of(first.removeprefix(APART)) is not None
    return (first, phrases[1:]) if is_fact == is_other else ("", phrases)


def is_usual_title(text: str) -> bool:
    """Whether a title is what a chart without one is called."""
    return text in _phrases().titles


def dotted_line_in(phrase: str) -> tuple[str, str] | None:
    """To whom a dotted line leads, by the name on the card, and what it is for."""
    for start in _phrases().dotted:
        if phrase.startswith(start):
            name, opening, purpose = phrase[len(start) :].partition(FOR_OPEN)
            return name, purpose.removesuffix(FOR_CLOSE) if opening else ""
    return None


@cache
def _phrases() -> _Phrases:
    """The phrases of charts in all languages: a chart may have been drawn in any of them."""
    facts: dict[str, Fact] = {}
    counted: list[str] = []
    states: dict[str, str] = {}
    dotted: list[str] = []
    for language in LANGUAGES:
        words = speak(language).chart
        direct = [*words.direct]
        counted += [*direct, *words.not_shown]
        counted += [words.direct_and_below.replace("{direct}", phrase) for phrase in direct]
        for state, label in words.states.items():
            facts.setdefault(str(label), Fact("status", state))
            states.setdefault(f"({label})", state)
        facts.setdefault(words.assistant, Fact("assistant", "true"))
        facts.setdefault(words.chain, Fact("", words.chain))
        dotted.append(words.dotted_to.format(name=""))
    patterns = "|".join(_PLACE.sub("[0-9]+", re.escape(template)) for template in counted)
    titles = frozenset(speak(language).chart.organisation_chart for language in LANGUAGES)
    return _Phrases(facts, re.compile(patterns), states, dotted, titles)


def phrases_in(text: str) -> Iterator[str]:
    """The phrases of a part."""
    return (phrase for phrase in text.split(PHRASES) if phrase)
