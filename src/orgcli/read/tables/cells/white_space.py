"""Line ends, tabs and invisible marks in cells, which no output may spell out or be turned by."""

import re

from orgcli.read.tables.grid import Cells

_MARKS = (
    "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
"""Characters without a width that say the direction of text, or nothing."""
_BREAKS = "\n\r\v\x85\u2028\u2029"
_ODD = f"\t\f{_BREAKS}{_MARKS}"
_ODD_ASCII = "\t\f\n\r\v"
_WITHOUT_MARKS = str.maketrans(dict.fromkeys(_MARKS))
_BREAK = re.compile(rf"[^\S{_BREAKS}]*(?:\r\n|[{_BREAKS}])\s*")
_SPACES = re.compile(rf"\s*[\t\f{_BREAKS}]\s*")
_TABS = re.compile(r"[^\S\n]*[\t\f][^\S\n]*")
_WITH_LINES = frozenset({"holder", "reports_to", "dotted_lines", "tags"})
"""Fields whose cells may hold several names, one in a line."""


def has_odd_space(text: str) -> bool:
    """Whether a text holds any character that `without_odd_space` replaces."""
    return any(one in text for one in (_ODD_ASCII if text.isascii() else _ODD))


def without_odd_space(cells: Cells, name: str) -> Cells:
    """The cells of a field without marks and tabs; a line end is a space where one line is meant.

    In fields that may hold several names, every line end is a line feed.
    """
    return [_plain(cell, name in _WITH_LINES) for cell in cells]


def _plain(cell: str, has_lines: bool) -> str:
    cell = cell.translate(_WITHOUT_MARKS).strip()
    if has_lines:
        return _TABS.sub(" ", _BREAK.sub("\n", cell))
    return _SPACES.sub(" ", cell)
