"""How styles of words look in documents that are printed: as the light page of `page.css`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

INK, RULE = "1D2733", "D5DBE1"
"""Of text, and of the lines between rows."""
_QUIET, _WORK = "55606D", "0B5394"
COLORS: Mapping[str, str] = MappingProxyType(
    {
        "quiet": _QUIET,
        "hedge": _QUIET,
        "work": _WORK,
        "note": _WORK,
        "disputed": "8A4B00",
        "shared": "17663A",
    }
)
"""The styles that are not in ink."""
SIGN_STYLES: Mapping[str, str] = MappingProxyType({"═": "shared", "≠": "disputed"})
BOLD = frozenset({"role", "label", "strong", "work"})
ITALIC = frozenset({"hedge"})


def rgb(color: str) -> tuple[int, int, int]:
    """Red, green and blue of a colour, from 0 to 255."""
    red, green, blue = bytes.fromhex(color)
    return red, green, blue
