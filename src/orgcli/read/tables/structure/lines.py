"""Finds who reports to whom in a table that has no column for it, and says where it was found."""

from collections.abc import Callable, Sequence

from orgcli.model.findings.finding import Finding
from orgcli.model.request.flag import loaded
from orgcli.read.entries import TableOptions
from orgcli.read.tables.column import different, stripped, texts_of
from orgcli.read.tables.columns.headings import RANK, fold, map_option
from orgcli.read.tables.grid import Fields, Table
from orgcli.read.tables.people.placeholders import NOBODY
from orgcli.read.tables.structure.line_source import StructureLines, Undecided

_HERE = "orgcli.read.tables.structure"
_EDGES, _LEVELS = f"{_HERE}.edges:lines_of_edges", f"{_HERE}.level_columns:lines_of_levels"
_READERS = (
    _EDGES,
    _LEVELS,
    f"{_HERE}.paths:lines_of_paths",
    f"{_HERE}.outlines:lines_of_outline",
)
"""`module:function`, the surest first; imported only where no column says the lines."""


Reader = Callable[[Table, Fields], StructureLines | Undecided | None]


def lines_by_structure(
    table: Table, fields: Fields, options: TableOptions
) -> tuple[Table, Sequence[Finding]]:
    """The table with the parents of its rows, where no column says who reports to whom.

    fields  the columns as chosen; with one for `reports_to`, only people without a row of their
            own are looked for, who make an edge list of a table without a top
    Gives the same table where its structure says nothing. Findings: ORG014 with what was read;
    ORG005 where two readings are possible.
    """
    if not table.columns or len(table.columns[0]) < 2 or table.parents:
        return table, ()
    if "reports_to" in dict(options.columns) or fields.unresolved - {"id"}:
        return table, ()
    for name in _readers(table, fields, options):
        read: Reader = loaded(name)
        lines = read(table, fields)
        if isinstance(lines, Undecided):
            return table, (lines.finding,)
        if lines is not None:
            return lines.table, (_finding(table, lines),)
    return table, ()


def _readers(table: Table, fields: Fields, options: TableOptions) -> Sequence[str]:
    """The readers that may know better than the column that is chosen for `reports_to`.

    Edge lists name people without a row of their own; of several levels one alone says little.
    """
    column = fields.column.get("reports_to")
    if column is None:
        return _READERS
    if is_level(table, column):
        return (_LEVELS,)
    return (_EDGES,) if not options.root_token and _has_no_top(table, fields) else ()


def _has_no_top(table: Table, fields: Fields) -> bool:
    """Whether a table of two or three columns names a manager in every row, some with no row."""
    managers = fields.cells["reports_to"]
    if len(table.headings) > 3 or fold(table.headings[fields.column.get("id", 0)]) in RANK["id"]:
        return False
    if any(cell.casefold() in NOBODY for cell in texts_of(managers)):
        return False
    return not any(different(managers) <= different(stripped(cells)) for cells in table.columns
                   if cells is not table.columns[fields.column["reports_to"]])  # fmt: skip


def is_level(table: Table, column: int) -> bool:
    """Whether a column is one of several that are numbered alike, such as `Level 1`."""
    if not any(map(str.isdecimal, table.headings[column])):
        return False
    from orgcli.read.tables.structure.level_columns import level_columns

    return column in level_columns(table)


def _finding(table: Table, lines: StructureLines) -> Finding:
    place = table.places.heading(lines.column, 0)
    option = map_option("reports_to", "Heading")
    usual = f"if a column says who reports to whom, name it with `{option}`"
    return Finding("ORG014", lines.message, place, help=lines.help or usual)
