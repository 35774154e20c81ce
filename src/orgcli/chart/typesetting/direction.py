"""Which way a text is written: by its first letter that has a direction (Unicode Annex 9, P2)."""

import unicodedata
from collections.abc import Iterable

_MARK = "\u200e"
_RIGHT_TO_LEFT = ("R", "AL")


def mostly_rtl(texts: Iterable[str]) -> bool:
    """Whether more than half of the texts that have a direction are written from right to left."""
    return sum(map(_direction, texts)) < 0


def from_left(text: str) -> str:
    """A text between marks that keep numbers and signs beside it in their order.

    In a line that goes from left to right, what stands beside letters of the other direction
    would be drawn as one with them.
    """
    turns = not text.isascii() and any(map(_turns, text))
    return f"{_MARK}{text}{_MARK}" if turns else text


def _turns(character: str) -> bool:
    return unicodedata.bidirectional(character) in _RIGHT_TO_LEFT


def _direction(text: str) -> int:
    """-1 from right to left, 1 from left to right, 0 where no letter says it."""
    if text.isascii():
        return int(any(map(str.isalpha, text)))
    for character in text:
        way = unicodedata.bidirectional(character)
        if way in _RIGHT_TO_LEFT:
            return -1
        if way == "L":
            return 1
    return 0
