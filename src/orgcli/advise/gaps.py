"""Which gap a question in words is about."""

import unicodedata
from collections.abc import Sequence

from orgcli.model.roles.advice import Gap


def gaps_for(question: str, gaps: Sequence[Gap]) -> list[Gap]:
    """The gap with this key or this question; else those that a question in words is about.

    A gap is found by a phrase all of whose words stand in the question, in any order. One whose
    phrase is part of the phrase of another is less exact, and is left out.
    """
    in_order = _words(question)
    key = question.strip().casefold()
    exact = [gap for gap in gaps if gap.key == key or in_order == _words(gap.ask)]
    if exact:
        return exact
    words = frozenset(in_order)
    matches = [(gap, _longest(gap, words)) for gap in gaps]
    phrases = {phrase for _, phrase in matches}
    best = [
        (gap, phrase)
        for gap, phrase in matches
        if phrase and not any(phrase < other for other in phrases)
    ]
    return [gap for gap, _ in sorted(best, key=lambda match: -len(match[1]))]


def _longest(gap: Gap, words: frozenset[str]) -> frozenset[str]:
    """The words of the longest phrase of a gap that the question has."""
    phrases = (frozenset(_words(phrase)) for phrase in gap.words.split(","))
    return max((phrase for phrase in phrases if phrase <= words), key=len, default=frozenset())


def _words(text: str) -> list[str]:
    """Words without case and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = (
        "" if unicodedata.combining(character) else character if character.isalnum() else " "
        for character in plain
    )
    return "".join(letters).split()
