"""User text made harmless for a terminal or a line of output: nothing in it is obeyed."""

import re
import unicodedata

# C0, DEL and C1 controls drive terminals; bidi controls and line separators reorder or
# split what is shown (CVE-2021-42574); lone surrogates cannot be written as UTF-8.
_HARMFUL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    code = ord(character)
    return _SHORT.get(character) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")


def visible(text: str) -> str:
    """The text on one line, with every control and reordering character spelled out."""
    return _HARMFUL.sub(_escape, text)


def cells(text: str) -> int:
    """How many terminal cells the text takes: 2 for wide, 0 for combining characters."""
    if text.isascii():
        return len(text)
    return sum(_cell(character) for character in text)


def _cell(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
