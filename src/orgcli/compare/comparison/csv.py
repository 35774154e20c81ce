"""The comparison as CSV: one line per statement of one role."""

from orgcli.compare.comparison.comparison import Column, Comparison, FacetRows, Wording
from orgcli.render.csv import as_csv
from orgcli.render.json import fields_of
from orgcli.render.view import Page

_ROLE = ("role", "short")
_FACET = ("facet", "label")
_STATEMENT = ("id", "text", "qualifier", "hedge", "when", "mark", "concept")
_BEHIND = ("works", "dispute", "language")


def comparison_csv(comparison: Comparison, page: Page) -> str:
    """Statements in the order of the table, a role's one below the other within a row.

    A role that says nothing under a facet has no line there.
    """
    heading = (*_ROLE, *_FACET, *_STATEMENT, *_BEHIND)
    names = {work.key: work.name for work in comparison.works}
    lines = (
        _line(comparison.columns[number], group, wording, names)
        for group, number, wording in comparison.statements()
    )
    return as_csv(heading, ([line[key] for key in heading] for line in lines))


def _line(
    column: Column, group: FacetRows, wording: Wording, names: dict[str, str]
) -> dict[str, object]:
    return {
        "role": column.id,
        "short": column.short,
        "mark": wording.agreement,
        "works": "; ".join(names.get(work, work) for work in wording.works),
        **fields_of(group, *_FACET),
        **fields_of(wording, "text", "qualifier", "language"),
        **fields_of(wording.statement, "id", "hedge", "when", "concept", "dispute"),
    }
