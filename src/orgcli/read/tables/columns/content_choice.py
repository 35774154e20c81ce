"""Ids and managers found by what the cells say, where no heading decides: ORG014 reports it.

A column is taken only where it is the only one that fits.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from orgcli.model.findings.finding import Finding
from orgcli.model.organisation.reporting_lines import UNKNOWN, reporting_lines
from orgcli.read.tables.column import different, stripped
from orgcli.read.tables.columns.evidence import NO_TALLY, Tally, clean_ids, mentions_in
from orgcli.read.tables.columns.headings import fold, map_option
from orgcli.read.tables.columns.line_columns import LineColumns
from orgcli.read.tables.grid import Cells, Fields, Table
from orgcli.read.tables.people.managers import managers_of
from orgcli.read.tables.people.people import People

_MOST_COLUMNS = 200
_MOST_ROWS = 200_000  # of a table whose managers are looked for in every column
_LEAST_ROWS = 2
_MOST_TOPS = 5  # a column without text in more than a fifth of the rows names no managers
_OTHERS = (
    "mentor", "buddy", "coach", "partner", "hr", "assistant", "deputy", "substitute", "delegate",
    "backup", "recruiter", "interviewer", "sponsor", "created", "modified", "updated", "changed",
    "approver", "emergency", "spouse", "trainer", "referr", "successor", "predecessor", "replac",
    "vertret", "stellvertret", "dotted", "matrix", "secondary", "former", "previous",
)  # fmt: skip
"""What headings of columns begin with or hold that name people who are no managers."""


@dataclass(frozen=True, slots=True)
class _Trial:
    """Managers that fit: their column, and that of the ids if they name ids, with its cells."""

    column: int
    ids: int | None
    cells: Cells


def ids_by_content(lines: LineColumns) -> tuple[Fields, list[Finding]]:
    """The one unique column that nearly all managers are named by, where few are by what is known.

    A mapped id always wins.
    """
    fields, table = lines.fields, lines.table
    mentions = mentions_in(fields.cells.get("reports_to", ()), lines.root)
    if "id" in lines.mapped or "id" in fields.unresolved or not mentions:
        return fields, []
    id_column = fields.column.get("id")
    of_ids = NO_TALLY if id_column is None else _tally(lines, mentions, id_column)
    if id_column is not None and not of_ids.is_few:
        return fields, []
    others = [lines.evidence.tally(mentions, holds) for holds in lines.people()]
    if not all(tally.is_few for tally in others):
        return fields, []
    skipped = {fields.column["reports_to"], id_column}
    tallies = {
        column: tally
        for column in _unique_columns(lines, skipped)
        if not (tally := _tally(lines, mentions, column)).is_few
    }
    if len(tallies) != 1 or not next(iter(tallies.values())).is_most:
        return fields, []
    ((column, tally),) = tallies.items()
    fields = fields.assign("id", column, clean_ids(table.columns[column]))
    why = f"{tally} of managers are in it"
    if id_column is not None:
        why += f", in `{table.headings[id_column]}` {of_ids.matched:,}"
    return fields, [_by_content(table, "id", column, why)]


def managers_by_content(lines: LineColumns) -> tuple[Fields, list[Finding]]:
    """The one column of an unknown heading whose every cell but the tops' names somebody here.

    It must make a tree: without rings, and with few at the top.
    """
    fields, table = lines.fields, lines.table
    size = len(table.columns[0]) if table.columns else 0
    is_looked_for = "reports_to" not in (*fields.cells, *fields.unresolved, *lines.mapped)
    about_people = {"holder", "title", "email", "department"} & fields.cells.keys()
    if not is_looked_for or not about_people or not _LEAST_ROWS <= size <= _MOST_ROWS:
        return fields, []
    trials = list(_trials(lines, size))
    if len({trial.column for trial in trials}) != 1:
        return fields, []
    trial = trials[0]
    if trial.ids is not None and trial.ids != fields.column.get("id"):
        fields = fields.assign("id", trial.ids, clean_ids(table.columns[trial.ids]))
    fields = fields.assign("reports_to", trial.column, trial.cells)
    why = "every cell of it names somebody here"
    return fields, [_by_content(table, "reports_to", trial.column, why)]


def _trials(lines: LineColumns, size: int) -> Iterator[_Trial]:
    """The columns that can be the managers, each with the ids that they are."""
    fields, table = lines.fields, lines.table
    free = [
        column
        for column, heading in enumerate(table.headings[:_MOST_COLUMNS])
        if column not in fields.used - {fields.column.get("department")}
        and not any(word in fold(heading) for word in _OTHERS)
    ]
    id_column = fields.column.get("id")
    own = [id_column] if id_column is not None else list(_unique_columns(lines, set()))
    for column in free:
        cells = stripped(table.columns[column])
        mentions = mentions_in(cells, lines.root)
        tops = size - mentions.total()
        if not mentions or tops > max(1, size // _MOST_TOPS):
            continue
        ids = next(
            (
                candidate
                for candidate in own
                if candidate != column and _names_all(lines, mentions, candidate)
            ),
            None,
        )
        tallies = (lines.evidence.tally(mentions, holds) for holds in lines.people())
        if ids is None and not any(tally.matched == tally.total for tally in tallies):
            continue
        trial = _Trial(column, ids, cells)
        if _is_tree(lines, trial, size):
            yield trial


def _names_all(lines: LineColumns, mentions: dict[str, int], column: int) -> bool:
    tally = _tally(lines, mentions, column)
    return lines.evidence.values(column).is_unique and tally.matched == tally.total


def _is_tree(lines: LineColumns, trial: _Trial, size: int) -> bool:
    """Whether the managers of a trial are lines of one or few trees."""
    fields = lines.fields.assign("reports_to", trial.column, trial.cells)
    if trial.ids is not None:
        fields = fields.assign("id", trial.ids, clean_ids(lines.table.columns[trial.ids]))
    elif "id" not in fields.cells or len(different(fields.cells["id"])) < size:
        fields = fields.assign("id", trial.column, [f"\0{row}" for row in range(size)])
    people = People(lines.table, fields, lines.root)
    resolved = managers_of(people)
    hierarchy = reporting_lines(people.ids, [manager or None for manager in resolved.managers])
    is_clear = not any(finding.code == "ORG102" for finding in resolved.findings)
    few = 0 < len(hierarchy.roots) <= max(1, size // _MOST_TOPS)
    return is_clear and few and not hierarchy.rings and UNKNOWN not in hierarchy.manager


def _unique_columns(lines: LineColumns, skipped: set[int | None]) -> Iterator[int]:
    for column in range(min(len(lines.table.headings), _MOST_COLUMNS)):
        if column not in skipped:
            values = lines.evidence.values(column)
            if values.is_unique and values.is_complete:
                yield column


def _tally(lines: LineColumns, mentions: dict[str, int], column: int) -> Tally:
    return lines.evidence.tally(mentions, lines.evidence.values(column).holds)


def _by_content(table: Table, name: str, column: int, why: str) -> Finding:
    heading = table.headings[column]
    message = f"`{heading}` is read as `{name}`: {why}"
    help = f"say so for ever with `{map_option(name, heading)}`, or name another column"
    return Finding("ORG014", message, table.places.heading(column), help=help)
