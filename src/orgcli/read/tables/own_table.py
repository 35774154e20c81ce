"""Tables that `orgcli export` wrote: each column is the field that it is called."""

from __future__ import annotations

import re
from dataclasses import replace

from orgcli.model.organisation.position import ATTRIBUTE, COMPUTED
from orgcli.read.entries import TableOptions
from orgcli.read.tables.columns.headings import FIELDS
from orgcli.read.tables.grid import Cells, Table

_LINES = ("id", "reports_to")
_QUOTED = re.compile(r"'+[=+\-@\t\r]")
"""How a cell begins that a spreadsheet would have taken for a formula."""


def is_own(table: Table) -> bool:
    """Whether a table has all columns that follow from others."""
    return COMPUTED[0] in table.headings and {*COMPUTED, *_LINES}.issubset(table.headings)


def own_table(table: Table, options: TableOptions) -> tuple[Table, TableOptions]:
    """The table without what is computed and without apostrophes before formulas.

    The options say of each field that its column is the one of its name.
    """
    empty = [""] * len(table.columns[0]) if table.columns else []
    columns = [
        empty if name in COMPUTED else _unquoted(cells)
        for name, cells in zip(table.headings, table.columns, strict=True)
    ]
    said = {field for field, _ in options.columns}
    named = [(name, name) for name in FIELDS if name in table.headings and name not in said]
    headings = _unquoted(table.headings)
    options = replace(options, columns=(*options.columns, *named))
    return replace(table, headings=headings, columns=columns), options


def with_attribute_names(table: Table) -> Table:
    """The table with attributes called as they are, for columns that are no field."""
    headings = [name.removeprefix(ATTRIBUTE) for name in table.headings]
    return replace(table, headings=headings)


def _unquoted(cells: Cells) -> Cells:
    if not any(cell[:1] == "'" for cell in cells):
        return cells
    return [cell[1:] if _QUOTED.match(cell) else cell for cell in cells]
