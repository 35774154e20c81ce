"""Which way a text is written: by its first letter that has a direction (Unicode Annex 9, P2)."""

import unicodedata
from collections.abc import Iterable


def mostly_rtl(texts: Iterable[str]) -> bool:
    """Whether more than half of the texts that have a direction are written from right to left."""
    return sum(map(_direction, texts)) < 0


def _direction(text: str) -> int:
    """-1 from right to left, 1 from left to right, 0 where no letter says it."""
    if text.isascii():
        return int(any(map(str.isalpha, text)))
    for character in text:
        way = unicodedata.bidirectional(character)
        if way in ("R", "AL"):
            return -1
        if way == "L":
            return 1
    return 0
