"""A table becomes position entries: a row is an entry, a column a field or else an attribute.

Columns are chosen, their cells read, then managers resolved; each step gives a new value. A
column that is no field, or whose cells do not fit its field, is a plain attribute of the
position under its heading; nothing but empty cells is lost.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from orgcli.model.findings.finding import Finding
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.tables.cells.cell_errors import without_cell_errors
from orgcli.read.tables.cells.cell_values import vacancies
from orgcli.read.tables.cells.words import describes_person
from orgcli.read.tables.column import as_column, texts_of, without
from orgcli.read.tables.column_positions import column_positions
from orgcli.read.tables.columns.column_choice import choose_columns
from orgcli.read.tables.columns.row_ids import ids_of_tree
from orgcli.read.tables.entry_records import Records, entry_records
from orgcli.read.tables.grid import Fields, Table
from orgcli.read.tables.own_table import is_own, own_entries
from orgcli.read.tables.people.job_shares import merged, share_findings, shares
from orgcli.read.tables.people.managers import dotted_lines_of, managers_of
from orgcli.read.tables.people.people import People
from orgcli.read.tables.places import EntryPlaces
from orgcli.read.tables.reading import table_reading
from orgcli.read.tables.stray_rows import left_out_findings, without_stray_rows
from orgcli.read.tables.structure.lines import lines_by_structure

TableReader = Callable[[Table, TableOptions], Entries]


def table_entries(table: Table, options: TableOptions) -> Entries:
    """The entries of a table.

    Findings: those of the table and of `choose_columns`; ORG013 for rows that are left out; ORG006
    where several positions stand and no column says who reports to whom; ORG102 and ORG108 at a
    manager's name that two people have. A table of our own is read as it was written.
    """
    return own_entries(table, options) if is_own(table) else _entries(table, options)


def _entries(table: Table, options: TableOptions) -> Entries:
    """The entries of a table whose columns nobody has named for us."""
    table = replace(table, columns=[*map(as_column, table.columns)])
    table = without_cell_errors(without_stray_rows(table))
    fields, column_findings = choose_columns(table, options)
    columns = table.columns
    table, line_findings = lines_by_structure(table, fields, options)
    if table.columns is not columns:
        fields, column_findings = choose_columns(table, options)
    elif line_findings and table.parents and "reports_to" in fields.column:
        place = table.places.heading(fields.column["reports_to"], 0)
        fields = fields.without("reports_to")
        column_findings = [
            finding
            for finding in column_findings
            if finding.code != "ORG014" or finding.place != place
        ]
    if line_findings or table.parents:
        column_findings = [finding for finding in column_findings if finding.code != "ORG006"]
    if table.parents and not fields.unresolved - {"id"}:
        fields, of_tree = with_parents(table, fields)
        column_findings = [*column_findings, *of_tree]
    findings = [*table.findings, *left_out_findings(table), *column_findings, *line_findings]
    size = 0 if fields.unresolved or not table.columns else len(table.columns[0])
    if size > 1 and "reports_to" not in fields.cells and "reports_to" not in dict(options.columns):
        from orgcli.read.tables.people.without_managers import no_managers

        findings.append(no_managers(table))
    if not size:
        return Entries([], findings=findings, reading=table_reading(table, fields, 0))
    people = People(table, fields, (options.root_token or "").strip().casefold())
    lines = managers_of(people)
    dotted, ambiguous_dotted = dotted_lines_of(people)
    ids, are_distinct = people.ids, len(people.known) == size
    del people  # what it found names in may be larger than the table
    if lines.managers:
        fields = fields.with_cells("reports_to", lines.managers)
    if lines.dotted:
        fields, dotted = _with_more_lines(fields, dotted, lines.dotted)
    # Vacancies come after the managers: one may be called `Vacant` where one seat is.
    seats = _without_vacancies(table, fields)
    findings += [*lines.findings, *ambiguous_dotted]
    if are_distinct:
        where = EntryPlaces(table, fields)
        positions = column_positions(table, seats, dotted)
        records = Records(partial(entry_records, table, seats, dotted))
        entries = Entries(records, where.place, where.key_place, findings, positions=positions)
        return replace(entries, reading=table_reading(table, seats, size))
    row_records = entry_records(table, seats, dotted)
    rows = shares(row_records, ids)
    findings += share_findings(table, row_records, rows)
    where = EntryPlaces(table, fields, rows)
    records_of_rows = [merged(row_records, share) for share in rows]
    reading = table_reading(table, seats, len(rows))
    return Entries(records_of_rows, where.place, where.key_place, findings, reading=reading)


def with_parents(table: Table, fields: Fields) -> tuple[Fields, list[Finding]]:
    """The ids and the managers of rows whose managers the structure of the file says.

    Those below nobody report to whom a column names, if there is one. Findings: those of
    `ids_of_tree`.
    """
    fields, findings = ids_of_tree(fields, table)
    ids = fields.cells["id"]
    manager_names = fields.cells.get("reports_to") or [""] * len(ids)
    managers = [
        ids[parent] if parent >= 0 else name
        for parent, name in zip(table.parents, manager_names, strict=True)
    ]
    return replace(fields.with_cells("reports_to", managers), unresolved=frozenset()), findings


def _with_more_lines(
    fields: Fields, dotted: dict[int, list[str]], more: Mapping[int, Sequence[str]]
) -> tuple[Fields, dict[int, list[str]]]:
    """Dotted lines with those to further managers of the reporting line's cells."""
    rows = dict.fromkeys((*dotted, *more))
    joined = {row: list(dict.fromkeys((*dotted.get(row, ()), *more.get(row, ())))) for row in rows}
    if "dotted_lines" not in fields.cells:
        column = fields.column["reports_to"]
        fields = fields.assign("dotted_lines", column, fields.cells["reports_to"])
    return fields, joined


def _without_vacancies(table: Table, fields: Fields) -> Fields:
    """`Vacant` and `Eliminated` are no holders: they say whether the position is open or closed.

    `Active` and `true` beside no holder speak of the seat, not of somebody in it: they say no
    status.
    """
    if "holder" not in fields.column:
        return fields
    holders = fields.cells["holder"]
    vacant = vacancies(holders)
    if vacant:
        holders = without(holders, vacant)
        fields = fields.with_cells("holder", holders)
    statuses = fields.cells.get("status", ())
    closed = {row for row, word in vacant.items() if word == "closed"}
    if closed:
        statuses = [
            "closed" if row in closed and not status else status
            for row, status in enumerate(statuses or [""] * len(holders))
        ]
    if "status" in fields.column and "filled" in texts_of(statuses):
        words = table.columns[fields.column["status"]]
        statuses = [
            "" if not holder and status == "filled" and describes_person(word) else status
            for holder, word, status in zip(holders, words, statuses, strict=True)
        ]
    return fields.with_cells("status", statuses) if statuses else fields
