"""Tables that `orgcli export` wrote: each column is the field that it is called, nothing guessed.

Whoever edits one may write a manager's name in place of the id, and dates as people write them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from orgcli.model.findings.finding import Finding
from orgcli.model.organisation.position import ATTRIBUTE, COMPUTED
from orgcli.model.organisation.position_fields import POSITION_FIELDS
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.tables.cells.cell_values import LIST_MARK, vacancies
from orgcli.read.tables.cells.column_cells import read_column
from orgcli.read.tables.cells.misfits import Misfit, findings_of
from orgcli.read.tables.cells.white_space import has_odd_space, without_odd_space
from orgcli.read.tables.column import (
    changed,
    counts,
    different,
    filled_rows,
    look_of,
    replaced,
    stripped,
    texts_of,
    without,
)
from orgcli.read.tables.column_positions import column_positions
from orgcli.read.tables.entry_records import Records, entry_records
from orgcli.read.tables.grid import Cells, Fields, Table
from orgcli.read.tables.places import EntryPlaces
from orgcli.read.tables.reading import table_reading

_CSV = "CSV"
_LINES = ("id", "reports_to")
_QUOTED = re.compile(r"'+[=+\-@\t\r]")
"""How a cell begins that a spreadsheet would have taken for a formula."""


def is_own(table: Table) -> bool:
    """Whether a table has all columns that follow from others."""
    return COMPUTED[0] in table.headings and {*COMPUTED, *_LINES}.issubset(table.headings)


def own_entries(table: Table, options: TableOptions) -> Entries:
    """The entries of such a table, a position for each row.

    Findings: those of the table; ORG012 for cells that do not fit their field.
    """
    if table.format == _CSV:
        headings, columns = _unquoted(table.headings), list(map(_unquoted, table.columns))
        table = replace(table, headings=headings, columns=columns)
    fields, findings = _fields(table, options)
    table = _without_computed(table)
    size = len(table.columns[0]) if table.columns else 0
    ids = _ids_by_name(fields)
    managers = fields.cells["reports_to"]
    id_of_name = {text: ids[text] for text in texts_of(managers) if text in ids}
    fields = fields.with_cells("reports_to", replaced(managers, id_of_name))
    dotted: dict[int, Sequence[str]] = {}
    cells = fields.cells.get("dotted_lines", ())
    for row in filled_rows(cells):
        if parts := [part for part in map(str.strip, LIST_MARK.split(cells[row])) if part]:
            dotted[row] = list(dict.fromkeys(ids.get(part, part) for part in parts))
    where = EntryPlaces(table, fields)
    return Entries(
        Records(partial(entry_records, table, fields, dotted)),
        where.place,
        where.key_place,
        [*table.findings, *findings],
        positions=column_positions(table, fields, dotted) if size else None,
        reading=table_reading(table, fields, size),
    )


def _fields(table: Table, options: TableOptions) -> tuple[Fields, list[Finding]]:
    """The column of each field, and what does not fit."""
    fields = Fields()
    findings: list[Finding] = []
    misfits: dict[str, Sequence[int]] = {}
    for column, heading in enumerate(table.headings):
        if heading not in POSITION_FIELDS:
            continue
        cells = table.columns[column]
        if not POSITION_FIELDS[heading].is_free_text and heading != "dotted_lines":
            read = read_column(heading, cells, options.date_format, is_mapped=True)
            if read.misfits:
                misfits[heading] = read.misfits
                findings += findings_of(Misfit(heading, column, read), table)
            cells = read.cells
        fields = fields.assign(heading, column, _plain(cells, heading))
    if "holder" in fields.cells and (vacant := vacancies(fields.cells["holder"])):
        fields = fields.with_cells("holder", without(fields.cells["holder"], vacant))
    return replace(fields, misfits=misfits), findings


def _plain(cells: Cells, name: str) -> Cells:
    cells = stripped(cells)
    return without_odd_space(cells, name) if has_odd_space(cells) else cells


def _ids_by_name(fields: Fields) -> Mapping[str, str]:
    """The id of whoever alone has a name that is nobody's id."""
    ids, holders = fields.cells["id"], fields.cells.get("holder", ())
    count, different_ids = counts(holders), different(ids)
    return {
        name: id
        for id, name in zip(ids, holders, strict=False)
        if name and count[name] == 1 and name not in different_ids
    }


def _without_computed(table: Table) -> Table:
    """The table without what is computed, and with attributes called as they are."""
    empty = [""] * len(table.columns[0]) if table.columns else []
    columns = [
        empty if name in COMPUTED else cells
        for name, cells in zip(table.headings, table.columns, strict=True)
    ]
    headings = [name.removeprefix(ATTRIBUTE) for name in table.headings]
    return replace(table, headings=headings, columns=columns)


def _unquoted(cells: Cells) -> Cells:
    if "'" not in look_of(cells).signs:
        return cells
    return changed(cells, lambda cell: cell[1:] if _QUOTED.match(cell) else cell)
