"""User text in a line of output: harmless, counted in cells, and written out as lists of words."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from itertools import islice

# C0, DEL and C1 controls drive terminals; bidi controls and line separators reorder or
# split what is shown (CVE-2021-42574); lone surrogates cannot be written as UTF-8.
_HARMFUL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)
_LONGEST = 60
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    code = ord(character)
    return _SHORT.get(character) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")


def visible(text: str) -> str:
    """The text on one line, with every control and reordering character spelled out."""
    return _HARMFUL.sub(_escape, text)


def quote(word: object) -> str:
    """A word in the backticks that messages put round what users wrote."""
    return f"`{word}`"


def listed(
    words: Iterable[str], most: int | None = None, write: Callable[[str], str] = quote
) -> str:
    """Words in a sentence, of many only the first: `a`, `b` and 3 more.

    most   how many are written out; None for all
    write  how each of those is written
    """
    rest = iter(words)
    text = ", ".join(map(write, islice(rest, most)))
    count = sum(1 for _ in rest)
    return f"{text} and {count:,} more" if count else text


def joined(words: Iterable[str], joint: str) -> str:
    """Words in a sentence: a, b or c."""
    *most, last = words
    return f"{', '.join(most)} {joint} {last}" if most else last


def quoted(words: Iterable[str], joint: str = "or") -> str:
    """The same with each word in backticks: `a`, `b` or `c`."""
    return joined(map(quote, words), joint)


def shortened(text: str) -> str:
    """What messages repeat of a wrong key or value."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def cells(text: str) -> int:
    """How many terminal cells the text takes: 2 for wide, 0 for combining characters."""
    if text.isascii():
        return len(text)
    return sum(_cell(character) for character in text)


def _cell(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
