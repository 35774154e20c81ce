"""The short card: of everything that is aligned, the rows an answer needs."""

from collections.abc import Iterator
from dataclasses import replace

from orgcli.compare.comparison.comparison import Comparison, FacetRows, Row, Wording
from orgcli.compare.comparison.selection import with_facets, with_rows


def short_card(comparison: Comparison) -> Comparison:
    """Rows with a key statement, and in them the key statements.

    A role that marks nothing as key has everything on its card. Where another role says the
    same as a key statement, or speaks in the same dispute, its first statement stays: half an
    agreement, or one side of a dispute, would be misleading.
    """
    whole = frozenset(
        number for number, column in enumerate(comparison.columns) if not column.keyed
    )
    short = (_short_group(group, whole) for group in comparison.groups)
    groups = tuple(group for group in short if group.rows)
    return with_facets(replace(comparison, full=False), groups)


def _short_group(group: FacetRows, whole: frozenset[int]) -> FacetRows:
    rows = tuple(short for row in group.rows if (short := _short_row(row, whole)) is not None)
    hidden = tuple(
        sum(len(row.cells[column]) for row in group.rows)
        - sum(len(row.cells[column]) for row in rows)
        for column in range(len(group.hidden))
    )
    return replace(with_rows(group, rows), hidden=hidden)


def _short_row(row: Row, whole: frozenset[int]) -> Row | None:
    key = tuple(
        tuple(wording for wording in cell if number in whole or wording.statement.key)
        for number, cell in enumerate(row.cells)
    )
    if not any(key):
        return None
    ties = {tie for cell in key for wording in cell for tie in _ties(wording)}
    cells = tuple(
        kept or tuple(wording for wording in cell if not ties.isdisjoint(_ties(wording)))[:1]
        for kept, cell in zip(key, row.cells, strict=True)
    )
    return replace(row, cells=cells)


def _ties(wording: Wording) -> Iterator[tuple[str, str]]:
    """What makes half of a row misleading: not that two roles report to the same third one."""
    statement = wording.statement
    for kind in ("concept", "dispute", "text"):
        if value := getattr(statement, kind):
            yield kind, value
