"""Notes on stderr on the tables that a command reads: a line for each, or all its columns."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

from orgcli.cli.columns.row_lines import sheets_left_out
from orgcli.cli.console import page_width
from orgcli.cli.inputs import Inputs
from orgcli.cli.output import note
from orgcli.model.table_reading import SHEET, TableReading
from orgcli.model.text import listed, quoted, shortened
from orgcli.read.syntax.paths import STDIN
from orgcli.render.sentences import counted

_MOST_TABLES = 5
_LONG_NAME = 30
_LONGEST = 200
"""Letters of a line: two lines of a terminal of 100 columns."""


def note_tables(tables: Sequence[TableReading], inputs: Inputs, all_columns: bool) -> None:
    """Notes on what was read of tables: in a line each, or with all columns."""
    if not tables:
        return
    if all_columns:
        from orgcli.cli.columns.listing import columns_table
        from orgcli.render.view import Page

        for line in columns_table(tables, Page(page_width(None))).splitlines():
            note(line)
        return
    for table in tables[:_MOST_TABLES]:
        note(table_line(table, inputs))
    if len(tables) > _MOST_TABLES:
        note(f"and {counted(len(tables) - _MOST_TABLES, 'more table')}; --columns shows all")


def table_line(table: TableReading, inputs: Inputs) -> str:
    """What was read of a table, in one line: its rows, and the columns of the first fields."""
    long = len(table.file) > _LONG_NAME
    own = (
        long
        or inputs.has_table_options
        or STDIN in inputs.paths
        or inputs.isolated
        or inputs.config
    )
    show = "--columns" if own else f"orgcli columns {shlex.quote(table.file)}"
    last = [*_counts(table), f"{show} shows all"]
    if table.unresolved:
        undecided = f"nothing is read, for no column is sure to be {quoted(table.unresolved)}"
        return f"{table.file}: {'; '.join([_rows(table), undecided, *last])}"
    room = _LONGEST - len(f"{table.file}: {'; '.join([_rows(table), '', *last])}")
    return f"{table.file}: {'; '.join([_rows(table), _fields(table, room), *last])}"


def _rows(table: TableReading) -> str:
    rows = counted(table.rows, "row")
    return rows if table.unresolved else f"{rows}, {counted(table.positions, 'position')}"


def _fields(table: TableReading, room: int) -> str:
    """As many fields with their headings as there is room for, and how many more there are."""
    pairs = [
        f"{name.replace('_', ' ')} = {shortened(source)}" for name, source in table.sources.items()
    ]
    most = len(pairs)
    while most > 1 and len(listed(pairs, most, str)) > room:
        most -= 1
    return listed(pairs, most, str)


def _counts(table: TableReading) -> list[str]:
    """How many rows and columns are not what one would expect."""
    left_out = sum(rows.count for rows in table.left_out if rows.kind != SHEET)
    partly, attributes = sum(1 for _ in table.partly_read()), len(table.attributes)
    return [
        *([f"{counted(table.merged, 'row')} merged"] if table.merged else ()),
        *([f"{counted(left_out, 'row')} left out"] if left_out else ()),
        *(sheets_left_out(rows) for rows in table.left_out if rows.kind == SHEET),
        *([f"{counted(partly, 'column')} not read in full"] if partly else ()),
        *(
            [f"{counted(attributes, 'column')} kept as {_attributes(attributes)}"]
            if attributes
            else ()
        ),
    ]


def _attributes(number: int) -> str:
    return "an attribute" if number == 1 else "attributes"
