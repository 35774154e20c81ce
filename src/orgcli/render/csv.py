"""Rows as CSV that no spreadsheet obeys."""

import csv
from collections.abc import Iterable, Sequence
from functools import lru_cache
from io import StringIO

from orgcli.model.text import visible

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(heading: Sequence[str], rows: Iterable[Sequence[object]], delimiter: str = ",") -> str:
    """RFC 4180 with line feeds; a cell that a spreadsheet would take for a formula is quoted
    with an apostrophe, and control characters are spelled out.

    delimiter  what stands between cells
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n", delimiter=delimiter)
    writer.writerow([_safe(name) for name in heading])
    for row in rows:
        writer.writerow(["" if cell is None else _safe(str(cell)) for cell in row])
    return out.getvalue()


@lru_cache(maxsize=1 << 16)  # most cells of a column are like others
def _safe(cell: str) -> str:
    cell = visible(cell)
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
