"""Rows of a facet packed into as few lines as a table of cells needs."""

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from orgcli.compare.comparison.comparison import FacetRows, Row, Wording


def pack_rows(group: FacetRows) -> Iterator[Sequence[tuple[Wording, ...]]]:
    """Cells line by line; a row of one column only takes cells that are free."""
    alone: list[deque[tuple[Wording, ...]]] = [deque() for _ in group.hidden]
    together: list[Row] = []
    for row in group.rows:
        if len(row.columns) > 1:
            together.append(row)
        else:
            alone[row.columns[0]].append(row.cells[row.columns[0]])
    for row in together:
        yield [
            cell or (waiting.popleft() if waiting else ())
            for cell, waiting in zip(row.cells, alone, strict=True)
        ]
    yield from zip_longest(*alone, fillvalue=())
