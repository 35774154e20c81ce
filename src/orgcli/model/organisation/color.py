"""Colours as people write them: `#0072b2`, `#07b`, or one of a few names."""

import re
from collections.abc import Mapping
from types import MappingProxyType

COLOR_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "black": "#222222",
        "blue": "#0072b2",
        "brown": "#8c5a2b",
        "cyan": "#33a6b8",
        "gray": "#808080",
        "green": "#009e73",
        "grey": "#808080",
        "indigo": "#332288",
        "magenta": "#aa4499",
        "navy": "#1b365d",
        "olive": "#999933",
        "orange": "#e69f00",
        "pink": "#cc79a7",
        "purple": "#882255",
        "red": "#c8322b",
        "teal": "#44aa99",
        "yellow": "#e3c800",
    }
)
"""Names of colours, each with one that colour-blind readers can distinguish from the others."""

_HEX = re.compile(r"#(?:[0-9a-f]{6}|[0-9a-f]{3})")


def color_of(text: str) -> str | None:
    """The colour as #rrggbb where a text is one or names a usual one, else None."""
    word = text.strip().lower()
    if not _HEX.fullmatch(word):
        return COLOR_NAMES.get(word)
    return word if len(word) == 7 else "#" + "".join(digit * 2 for digit in word[1:])
