"""Line ends, tabs and invisible marks in cells, which no output may spell out or be turned by."""

import re
from functools import partial

from orgcli.read.tables.column import BREAKS, MARKS, changed, look_of
from orgcli.read.tables.grid import Cells

_ODD = frozenset(f"\t\f{BREAKS}{MARKS}")
_WITHOUT_MARKS = str.maketrans(dict.fromkeys(MARKS))
_BREAK = re.compile(rf"[^\S{BREAKS}]*(?:\r\n|[{BREAKS}])\s*")
_SPACES = re.compile(rf"\s*[\t\f{BREAKS}]\s*")
_TABS = re.compile(r"[^\S\n]*[\t\f][^\S\n]*")
_WITH_LINES = frozenset({"holder", "reports_to", "dotted_lines", "tags"})
"""Fields whose cells may hold several names, one in a line."""


def has_odd_space(cells: Cells) -> bool:
    """Whether any cell holds a character that `without_odd_space` replaces."""
    return not _ODD.isdisjoint(look_of(cells).signs)


def without_odd_space(cells: Cells, name: str) -> Cells:
    """The cells of a field without marks and tabs; a line end is a space where one line is meant.

    In fields that may hold several names, every line end is a line feed.
    """
    return changed(cells, partial(_plain, has_lines=name in _WITH_LINES))


def _plain(cell: str, has_lines: bool) -> str:
    cell = cell.translate(_WITHOUT_MARKS).strip()
    if has_lines:
        return _TABS.sub(" ", _BREAK.sub("\n", cell))
    return _SPACES.sub(" ", cell)
