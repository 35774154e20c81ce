"""A table becomes position entries: a row is an entry, a column a field or else an attribute.

A column that is no field, or whose cells do not fit its field, is a plain attribute of the
position under its heading; nothing but empty cells is lost.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from orgcli.model.findings.finding import Finding
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.syntax.document import Value
from orgcli.read.tables.cells import Fields, holders_in, status_in, tags_in
from orgcli.read.tables.columns import recognise
from orgcli.read.tables.grid import Table
from orgcli.read.tables.headings import fold, list_headings, map_option
from orgcli.read.tables.job_shares import merged, shares
from orgcli.read.tables.managers import People, dotted_lines, resolve_managers
from orgcli.read.tables.places import EntryPlaces

_CORE = ("id", "title", "holder", "reports_to")
_PLAIN = ("role", "department", "location", "status", "start", "end", "fte", "headcount", "level",
          "assistant", "archetype", "photo")  # fmt: skip
_CONTACT = ("email", "phone", "url")

Record = dict[str, Value]


def table_entries(table: Table, options: TableOptions) -> Entries:
    """The entries of a table.

    Findings: those of the table and of `recognise`; ORG006 where several positions stand and no
    column says who reports to whom; ORG102 and ORG108 at a manager's name that two people have.
    """
    table = _without_labels(table)
    fields = recognise(table, options)
    findings = [*table.findings, *fields.findings]
    size = 0 if fields.unknown or not table.columns else len(table.columns[0])
    if size > 1 and "reports_to" not in fields.column and "reports_to" not in dict(options.columns):
        findings.append(_no_lines(table))
    where = EntryPlaces(table, fields)
    if not size:
        return Entries([], where.place, where.key_place, findings)
    people = People(table, fields, options.root_token)
    findings += resolve_managers(people)
    dotted, open_names = dotted_lines(people)
    findings += open_names
    records = _records(table, fields, dotted)
    if len(people.known) < size:
        where.shares = shares(records, people.ids)
        records = [merged(records, rows) for rows in where.shares]
    return Entries(records, where.place, where.key_place, findings)


def _without_labels(table: Table) -> Table:
    """Leave out a first row that is a second header, as SuccessFactors writes one of labels."""
    alike = [
        heading
        for heading, column in zip(table.headings, table.columns, strict=True)
        if column and fold(heading) and fold(column[0]) == fold(heading)
    ]
    if len(alike) < 2:
        return table
    return replace(table, columns=[column[1:] for column in table.columns], skipped=1)


def _no_lines(table: Table) -> Finding:
    which = map_option("reports_to", "Heading")
    advice = f"{list_headings(table.headings)}; say which does with `{which}`"
    place = table.places.header()
    return Finding("ORG006", "no column says who reports to whom", place, help=advice)


def _records(table: Table, fields: Fields, dotted: Mapping[int, Sequence[Value]]) -> list[Record]:
    """One mapping per row, without empty cells; dotted  the ids of secondary managers by row."""
    _empty_seats(fields)
    _leave_open(table, fields)
    records = _core(fields, len(table.columns[0]))
    for name in _PLAIN:
        for record, cell in zip(records, fields.cells.get(name, ()), strict=False):
            if cell:
                record[name] = cell
    for record, cell in zip(records, fields.cells.get("holder", ()), strict=False):
        if ";" in cell:
            holders = holders_in(cell)
            record["holder"] = [*holders] if len(holders) > 1 else "".join(holders)
    for row, lines in dotted.items():
        records[row]["dotted_lines"] = [*lines]
    for record, cell in zip(records, fields.cells.get("tags", ()), strict=False):
        tags = tags_in(cell)
        if tags:
            record["tags"] = [*tags]
    _add_contact(records, fields)
    _add_attributes(records, table, fields)
    return records


def _empty_seats(fields: Fields) -> None:
    """`Vacant` and `Eliminated` are no holders: they say whether the position is open or closed.

    This comes after managers were resolved, for one may be named `Vacant` where one seat is.
    """
    holders = fields.cells.get("holder", ())
    said = {row: found for row, cell in enumerate(holders) if cell and (found := status_in(cell))}
    if not said:
        return
    fields.cells["holder"] = [cell if row not in said else "" for row, cell in enumerate(holders)]
    closed = {row for row, found in said.items() if found == "closed"}
    if closed:
        cells = fields.cells.get("status") or [""] * len(holders)
        fields.cells["status"] = [
            "closed" if row in closed and not cell else cell for row, cell in enumerate(cells)
        ]


def _leave_open(table: Table, fields: Fields) -> None:
    """`Active` beside no holder speaks of the seat, not of somebody in it: it says no status."""
    if "status" in fields.column and "holder" in fields.column:
        raw = table.columns[fields.column["status"]]
        triples = zip(fields.cells["status"], raw, fields.cells["holder"], strict=True)
        fields.cells["status"] = [
            "" if not holder and word.strip().casefold() == "active" else status
            for status, word, holder in triples
        ]


def _core(fields: Fields, size: int) -> list[Record]:
    empty = [""] * size
    core = [fields.cells.get(name, empty) for name in _CORE]
    records: list[Record] = [  # a literal takes half the time of dict(zip(...))
        {"id": name, "title": title, "holder": holder, "reports_to": manager}
        for name, title, holder, manager in zip(*core, strict=True)
    ]
    for field, cells in zip(_CORE, core, strict=True):
        if "" in cells:
            for record, cell in zip(records, cells, strict=True):
                if not cell:
                    del record[field]
    return records


def _add_contact(records: list[Record], fields: Fields) -> None:
    names = [name for name in _CONTACT if name in fields.column]
    columns = [fields.cells[name] for name in names]
    for record, row in zip(records, zip(*columns, strict=True), strict=False):
        contact: Record = {name: cell for name, cell in zip(names, row, strict=True) if cell}
        if contact:
            record["contact"] = contact


def _add_attributes(records: list[Record], table: Table, fields: Fields) -> None:
    kept = [column for column in range(len(table.headings)) if column not in fields.used]
    names = [table.headings[column] for column in kept]
    cells = [_without_blanks(table.columns[column]) for column in kept]
    for record, row in zip(records, zip(*cells, strict=True), strict=False):
        attributes: Record = dict(zip(names, row, strict=True))
        if not all(row):
            attributes = {name: cell for name, cell in attributes.items() if cell}
        if attributes:
            record["attributes"] = attributes


def _without_blanks(cells: Sequence[str]) -> Sequence[str]:
    """The cells as they are, those of white space alone made empty."""
    if not any(map(str.isspace, cells)):
        return cells
    return ["" if cell.isspace() else cell for cell in cells]
