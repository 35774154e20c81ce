"""Words that stand where an id or a manager would and name nobody."""

import re

from orgcli.read.tables.column import counts, different
from orgcli.read.tables.grid import Cells

NOTHING = frozenset(
    {"null", "nil", "none", "(none)", "nan", "n/a", "n.a.", "#n/a", "\\n", "-", "--", "–", "—",
     "0", "0.0", "no_manager", "no_mgr", "na", "n\\a"}
)  # fmt: skip
"""What systems write for nothing, in small letters."""

TOP_WORDS = frozenset(
    {"root", "top", "self", "board", "the board", "board of directors", "no manager",
     "no supervisor", "not applicable", "unassigned", "not assigned", "tbd", "tba", "tbc",
     "top level", "ohne", "keine", "keiner", "aucun", "ninguno", "nenhum",
     "nessuno", "ingen", "geen", "brak", "yok", "无", "無", "なし"}
)  # fmt: skip
"""What people write in the place of a manager who is not there, in small letters."""

NOBODY = NOTHING | TOP_WORDS | {""}
"""All that can stand in the place of a manager and name nobody, in small letters."""

_PLACEHOLDER = re.compile(
    r"[x?*#.…_-]+|0+|9{4,}|tb[acdh]|to be \w+|n\.?/?[adk]\.?|#?n/a|none|null|nan|nil|\(none\)|\\n"
    r"|pending|unknown|unassigned|new(?: hire)?|temp|dummy|test|open|vacant|placeholder|k\.?a\.?",
    re.IGNORECASE,
)
_DAMAGED = re.compile(r"[0-9]+(?:[.,][0-9]+)?e\+?[0-9]+|#{2,}", re.IGNORECASE)
_LONGEST = 40


def is_damaged(cell: str) -> bool:
    """Whether a spreadsheet made a long number of an id illegible: `1.23457E+14`, `########`."""
    return len(cell) <= _LONGEST and _DAMAGED.fullmatch(cell) is not None


def is_placeholder(cell: str) -> bool:
    """Whether a cell stands for an id that is not known (`XXXX`, `TBD`) or no longer legible."""
    return len(cell) <= _LONGEST and (_PLACEHOLDER.fullmatch(cell) is not None or is_damaged(cell))


def repeated_placeholders(cells: Cells) -> dict[str, int]:
    """The placeholders that stand in several cells of a column of ids, with how many they are."""
    if len(different(cells)) == len(cells):
        return {}
    return {
        cell: count
        for cell, count in counts(cells).items()
        if count > 1 and cell and is_placeholder(cell)
    }
