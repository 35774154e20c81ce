"""The comparison as CSV: one line per statement of one role."""

from collections.abc import Iterator

from orgcli.compare.comparison.comparison import Comparison, FacetRows, Wording
from orgcli.render.csv import as_csv
from orgcli.render.view import Page

_HEADING = (
    "role", "short", "facet", "label", "id", "text", "qualifier", "hedge", "when", "mark",
    "concept", "works", "dispute", "language",
)  # fmt: skip


def comparison_csv(comparison: Comparison, page: Page) -> str:
    """Statements in the order of the table, a role's one below the other within a row.

    A role that says nothing under a facet has no line there.
    """
    return as_csv(_HEADING, _lines(comparison))


def _lines(comparison: Comparison) -> Iterator[tuple[object, ...]]:
    names = {work.key: work.name for work in comparison.works}
    for group in comparison.groups:
        for row in group.rows:
            for number, cell in enumerate(row.cells):
                column = comparison.columns[number]
                for wording in cell:
                    yield (column.id, column.short, *_line(group, wording, names))


def _line(group: FacetRows, wording: Wording, names: dict[str, str]) -> tuple[object, ...]:
    statement = wording.statement
    works = "; ".join(names.get(work, work) for work in wording.works)
    return (
        group.facet,
        group.label,
        statement.id,
        wording.text,
        wording.qualifier,
        statement.hedge,
        statement.when,
        wording.agreement,
        statement.concept,
        works,
        statement.dispute,
        wording.language,
    )
