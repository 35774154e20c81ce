"""Whom a name that two people have means, where another column of the row names the manager."""

from orgcli.model.findings.finding import Finding
from orgcli.model.text import shortened
from orgcli.read.tables.columns.headings import rank_of
from orgcli.read.tables.people.manager_forms import name_key, words_key
from orgcli.read.tables.people.people import People


def by_other_columns(people: People, rows: dict[int, str]) -> tuple[dict[int, str], list[Finding]]:
    """The ids of managers whose names are ambiguous, as other columns of managers say them.

    rows  row -> the name of its manager that several people have
    A row is decided only by an id, an address or the like of somebody of that name. Findings:
    ORG014, at the first row.
    """
    columns = _other_columns(people)
    holders = people.fields.cells.get("holder", people.ids)
    names = dict(zip(people.ids, holders, strict=True))
    decided: dict[int, str] = {}
    first: tuple[int, int] | None = None
    for row, text in rows.items():
        for column in columns:
            manager = people.id_of(people.table.columns[column][row].strip())
            if isinstance(manager, str) and _is_alike(names.get(manager, ""), text):
                decided[row] = manager
                first = first or (row, column)
                break
    if first is None:
        return decided, []
    row, column = first
    heading = people.table.headings[column]
    others = len(decided) - 1
    more = f", as in {others:,} more row{'s' * (others > 1)}" if others else ""
    message = (
        f"`{shortened(rows[row])}` is the name of several people; `{heading}` says which{more}"
    )
    help = "use a column of ids or addresses for the managers"
    return decided, [Finding("ORG014", message, people.table.cell(row, column), help=help)]


def _other_columns(people: People) -> list[int]:
    """The columns besides the chosen one whose heading means the manager, the best first."""
    chosen = people.fields.column.get("reports_to")
    ranked = [
        (rank, column)
        for column, heading in enumerate(people.table.headings)
        if column != chosen and (rank := rank_of("reports_to", heading)) is not None
    ]
    return [column for _, column in sorted(ranked)]


def _is_alike(name: str, other: str) -> bool:
    """Whether two texts are one name, in any order of its words."""
    return name_key(name) == name_key(other) or words_key(name) == words_key(other) != ""
