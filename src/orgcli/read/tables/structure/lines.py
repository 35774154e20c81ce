"""Finds who reports to whom in a table that has no column for it, and says where it was found."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NamedTuple

from orgcli.model.findings.finding import Finding
from orgcli.read.entries import TableOptions
from orgcli.read.tables.columns.headings import RANK, fold, map_option
from orgcli.read.tables.grid import Fields, Table

_HERE = "orgcli.read.tables.structure"
_READERS = (
    f"{_HERE}.edges:lines_of_edges",
    f"{_HERE}.level_columns:lines_of_levels",
    f"{_HERE}.paths:lines_of_paths",
    f"{_HERE}.outlines:lines_of_outline",
)
"""`module:function`, the surest first; imported only where no column says the lines."""


NOBODY = frozenset(("", "-", "--", "–", "—", "null", "none", "nil", "n/a", "#n/a", "n.a.", "nan",
                    "0", "\\n", "no_manager", "root", "top", "self", "board"))  # fmt: skip
"""Words that stand in the place of a manager and are nobody."""


class StructureLines(NamedTuple):
    """What the structure of a table says: the table with parents, and where that stands.

    column  the column that says it, for the place of the finding
    told    what was read, as a message
    help    what to do where that is not meant
    """

    table: Table
    column: int
    told: str
    help: str = ""


class Undecided(NamedTuple):
    """A structure with two readings: nothing is read, and this is asked."""

    finding: Finding


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
    has_managers = "reports_to" in fields.cells
    if not table.columns or len(table.columns[0]) < 2 or table.parents:
        return table, ()
    if "reports_to" in dict(options.columns) or fields.unresolved - {"id"}:
        return table, ()
    if has_managers and (options.root_token or not _has_no_top(table, fields)):
        return table, ()
    for name in _READERS[:1] if has_managers else _READERS:
        module, function = name.split(":")
        read: Reader = getattr(import_module(module), function)
        found = read(table, fields)
        if isinstance(found, Undecided):
            return table, (found.finding,)
        if found is not None:
            return found.table, (_told(table, found),)
    return table, ()


def _has_no_top(table: Table, fields: Fields) -> bool:
    """Whether a table of two or three columns names a manager in every row, some with no row."""
    managers = fields.cells["reports_to"]
    if len(table.headings) > 3 or fold(table.headings[fields.column.get("id", 0)]) in RANK["id"]:
        return False
    if any(cell.casefold() in NOBODY for cell in set(managers)):
        return False
    return not any(set(managers) <= set(map(str.strip, cells)) for cells in table.columns
                   if cells is not table.columns[fields.column["reports_to"]])  # fmt: skip


def _told(table: Table, found: StructureLines) -> Finding:
    place = table.places.heading(found.column, table.skipped)
    option = map_option("reports_to", "Heading")
    usual = f"if a column says who reports to whom, name it with `{option}`"
    return Finding("ORG014", found.told, place, help=found.help or usual)
