"""A table becomes position entries: a row is an entry, a column a field or else an attribute.

Columns are chosen, their cells read, then managers resolved; each step gives a new value. A
column that is no field, or whose cells do not fit its field, is a plain attribute of the
position under its heading; nothing but empty cells is lost.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from orgcli.model.findings.finding import Finding
from orgcli.model.organisation.position_fields import CONTACT_FIELDS, POSITION_FIELDS
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.syntax.document import Value
from orgcli.read.tables.cells import holders_in, vacancy, words_in
from orgcli.read.tables.columns import choose_columns
from orgcli.read.tables.grid import Cells, Fields, Table
from orgcli.read.tables.headings import fold, list_headings, map_option
from orgcli.read.tables.job_shares import merged, shares
from orgcli.read.tables.managers import People, dotted_lines_of, managers_of
from orgcli.read.tables.places import EntryPlaces

_CORE = ("id", "title", "holder", "reports_to")
"""The fields that nearly every row has: they are read by a literal, which is faster."""
_SCALARS = tuple(
    name
    for name, field in POSITION_FIELDS.items()
    if field.is_scalar and name not in (*_CORE, *CONTACT_FIELDS)
)
_WORD_LISTS = tuple(
    name
    for name, field in POSITION_FIELDS.items()
    if field.several and field.is_free_text and name not in _CORE
)

Record = dict[str, Value]


def table_entries(table: Table, options: TableOptions) -> Entries:
    """The entries of a table.

    Findings: those of the table and of `choose_columns`; ORG006 where several positions stand and
    no column says who reports to whom; ORG102 and ORG108 at a manager's name that two people have.
    """
    table = _without_labels(table)
    fields, found = choose_columns(table, options)
    findings = [*table.findings, *found]
    size = 0 if fields.unresolved or not table.columns else len(table.columns[0])
    if size > 1 and "reports_to" not in fields.column and "reports_to" not in dict(options.columns):
        findings.append(_no_managers(table))
    if not size:
        return Entries([], findings=findings)
    people = People(table, fields, (options.root_token or "").strip().casefold())
    managers, ambiguous = managers_of(people)
    dotted, ambiguous_dotted = dotted_lines_of(people)
    if managers:
        fields = fields.with_cells("reports_to", managers)
    # Vacancies come after the managers: one may be called `Vacant` where one seat is.
    records = _records(table, _without_vacancies(table, fields), dotted)
    rows = None
    if len(people.known) < size:
        rows = shares(records, people.ids)
        records = [merged(records, share) for share in rows]
    where = EntryPlaces(table, fields, rows)
    findings += [*ambiguous, *ambiguous_dotted]
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


def _no_managers(table: Table) -> Finding:
    option = map_option("reports_to", "Heading")
    advice = f"{list_headings(table.headings)}; say which does with `{option}`"
    place = table.places.header()
    return Finding("ORG006", "no column says who reports to whom", place, help=advice)


def _without_vacancies(table: Table, fields: Fields) -> Fields:
    """`Vacant` and `Eliminated` are no holders: they say whether the position is open or closed.

    `Active` beside no holder speaks of the seat, not of somebody in it: it says no status.
    """
    if "holder" not in fields.column:
        return fields
    holders = fields.cells["holder"]
    vacant = {row: found for row, cell in enumerate(holders) if cell and (found := vacancy(cell))}
    if vacant:
        holders = ["" if row in vacant else cell for row, cell in enumerate(holders)]
        fields = fields.with_cells("holder", holders)
    statuses = fields.cells.get("status", ())
    closed = {row for row, found in vacant.items() if found == "closed"}
    if closed:
        statuses = [
            "closed" if row in closed and not status else status
            for row, status in enumerate(statuses or [""] * len(holders))
        ]
    if "status" in fields.column:
        written = table.columns[fields.column["status"]]
        statuses = [
            "" if not holder and word.strip().casefold() == "active" else status
            for holder, word, status in zip(holders, written, statuses, strict=True)
        ]
    return fields.with_cells("status", statuses) if statuses else fields


def _records(table: Table, fields: Fields, dotted: Mapping[int, Sequence[str]]) -> list[Record]:
    """One mapping per row, without empty cells; dotted  the ids of secondary managers by row."""
    records = _core_records(fields, len(table.columns[0]))
    for name in _SCALARS:
        for record, cell in zip(records, fields.cells.get(name, ()), strict=False):
            if cell:
                record[name] = cell
    for record, cell in zip(records, fields.cells.get("holder", ()), strict=False):
        if ";" in cell:
            holders = holders_in(cell)
            record["holder"] = [*holders] if len(holders) > 1 else "".join(holders)
    for row, managers in dotted.items():
        records[row]["dotted_lines"] = [*managers]
    for name in _WORD_LISTS:
        for record, cell in zip(records, fields.cells.get(name, ()), strict=False):
            words = words_in(cell)
            if words:
                record[name] = [*words]
    contact = [name for name in CONTACT_FIELDS if name in fields.cells]
    _add_mappings(records, "contact", contact, [fields.cells[name] for name in contact])
    rest = [column for column in range(len(table.headings)) if column not in fields.used]
    headings = [table.headings[column] for column in rest]
    cells = [_without_blanks(table.columns[column]) for column in rest]
    _add_mappings(records, "attributes", headings, cells)
    return records


def _core_records(fields: Fields, size: int) -> list[Record]:
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


def _add_mappings(
    records: Sequence[Record], field: str, names: Sequence[str], columns: Sequence[Cells]
) -> None:
    """Put a mapping of the cells of a row, by name, under a field, where one is not empty."""
    for record, row in zip(records, zip(*columns, strict=True), strict=False):
        mapping: Record = dict(zip(names, row, strict=True))
        if not all(row):
            mapping = {name: cell for name, cell in mapping.items() if cell}
        if mapping:
            record[field] = mapping


def _without_blanks(cells: Cells) -> Cells:
    """The cells as they are, those of white space alone made empty."""
    if not any(map(str.isspace, cells)):
        return cells
    return ["" if cell.isspace() else cell for cell in cells]
