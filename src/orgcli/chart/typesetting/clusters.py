"""Clusters: what a reader sees as one character each."""

import unicodedata
from collections.abc import Iterator

JOINER = "\u200d"
_KEYCAP = "\u20e3"


def clusters(text: str) -> Iterator[str]:
    """Letters with their marks, joined emoji, flags.

    A short form of Unicode Standard Annex 29: marks, joiners, emoji modifiers, tags, pairs of
    regional indicators and Hangul vowels and finals stay with what is before them.
    """
    start = 0
    flag = False
    for at in range(1, len(text)):
        before, here = text[at - 1], text[at]
        flag = is_regional(before) and not flag
        if here >= "\u0300" and (joins(here) or before == JOINER or (flag and is_regional(here))):
            continue
        yield text[start:at]
        start = at
        flag = False
    if text:
        yield text[start:]


def joins(character: str) -> bool:
    """Whether a character belongs to the one before it."""
    code = ord(character)
    return (
        unicodedata.category(character) in ("Mn", "Me", "Mc")
        or character in (JOINER, _KEYCAP)
        or is_modifier(code)
        or 0xE0020 <= code <= 0xE007F
        or 0x1160 <= code <= 0x11FF
    )


def is_modifier(code: int) -> bool:
    """Whether a code point gives an emoji the colour of its skin."""
    return 0x1F3FB <= code <= 0x1F3FF


def is_regional(character: str) -> bool:
    """Whether a character is half of a flag."""
    return "\U0001f1e6" <= character <= "\U0001f1ff"
