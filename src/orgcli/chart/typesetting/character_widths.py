"""How wide a character is: that of the typeface exactly, that of other scripts by their average."""

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import repeat
from operator import itemgetter

from orgcli.chart.typesetting.advances import BLOCKS, UNITS
from orgcli.chart.typesetting.clusters import is_modifier

_BOLDER = 1.06
"""How much wider bold letters are in scripts that the typeface does not have."""
_FIRST = itemgetter(0)
_WIDE = 1.0
"""East Asian characters, in ems."""
_MARK = 0.3
"""Marks that take room beside their letter, in ems."""

# The average of the letters of a text in ems, by the first code point of each range, as Noto Sans
# and DejaVu Sans have them; joined letters count as they stand in words, not alone.
_SCRIPTS = (
    (0x0000, 0.6), (0x0530, 0.7), (0x0590, 0.58), (0x0600, 0.54), (0x0700, 0.6), (0x0780, 0.5),
    (0x07C0, 0.6), (0x0900, 0.56), (0x0980, 0.62), (0x0B00, 0.8), (0x0B80, 1.0), (0x0C00, 0.8),
    (0x0D00, 1.0), (0x0E00, 0.54), (0x0F00, 0.6), (0x1000, 0.75), (0x10A0, 0.6), (0x1100, 1.0),
    (0x1200, 0.75), (0x13A0, 0.7), (0x1400, 0.72), (0x1680, 0.6), (0x1780, 0.75), (0x1800, 0.8),
    (0x1D00, 0.6), (0x2000, 0.6), (0x2030, 1.0), (0x2032, 0.6), (0x2190, 0.85), (0x2460, 0.9),
    (0x2500, 0.8), (0x2600, 1.0), (0x2800, 0.75), (0x2C00, 0.65), (0x2E00, 0.6), (0xA000, 1.0),
    (0xA4D0, 0.65), (0xA840, 0.8), (0xFB00, 0.7), (0xFB1D, 0.58), (0xFB50, 0.54), (0xFDF0, 1.6),
    (0xFDFD, 9.0), (0xFDFE, 0.6), (0xFE70, 0.54), (0xFF61, 0.5), (0xFFE0, 1.0), (0x10000, 0.8),
    (0x12000, 2.5), (0x13000, 1.2), (0x16000, 0.8), (0x1D400, 0.7), (0x1F000, 1.25),
    (0x1F1E6, 0.63), (0x1F200, 1.25), (0x20000, 1.0), (0x40000, 1.0),
)  # fmt: skip


def ascii_widths(bold: bool) -> tuple[int, ...]:
    """Per code point from 0 to 127 the width in UNITS; controls count as the widest letter."""
    first, *columns = BLOCKS[0]
    widths = columns[bold]
    controls = repeat(max(widths))
    return (*(next(controls) for _ in range(first)), *widths, next(controls))


@lru_cache(maxsize=8192)
def character_width(character: str, bold: bool) -> float:
    """The width of one character in UNITS; 0 for marks above and below, and for what only steers.

    bold  whether it is
    """
    category = unicodedata.category(character)
    code = ord(character)
    if category in ("Mn", "Me", "Cf") or is_modifier(code) or 0x1160 <= code <= 0x11FF:
        return 0
    advance = _advance(code, bold)
    if advance is None:
        base = ord(unicodedata.normalize("NFD", character)[0])
        advance = None if base == code else _advance(base, bold)
    if advance is not None:
        return advance
    return UNITS * _ems(code, category) * (_BOLDER if bold and code < 0x1F000 else 1)


def is_estimated(text: str) -> bool:
    """Whether a width is only about right: other fonts draw letters that the typeface lacks."""
    return not text.isascii() and any(
        _advance(ord(character), False) is None
        and unicodedata.category(character).startswith("L")
        and unicodedata.east_asian_width(character) not in "WF"
        for character in unicodedata.normalize("NFD", text)
    )


def _advance(code: int, bold: bool) -> int | None:
    """What the typeface says, if it has the character."""
    at = bisect_right(BLOCKS, code, key=_FIRST) - 1
    if at < 0:
        return None
    first, *columns = BLOCKS[at]
    widths: Sequence[int] = columns[bold]
    return widths[code - first] if code - first < len(widths) else None


def _ems(code: int, category: str) -> float:
    if unicodedata.east_asian_width(chr(code)) in "WF" and code < 0x1F000:
        return _WIDE
    if category == "Mc":
        return _MARK
    _, ems = _SCRIPTS[bisect_right(_SCRIPTS, code, key=_FIRST) - 1]
    return ems
