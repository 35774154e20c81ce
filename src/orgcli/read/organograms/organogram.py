"""UK government organograms: one table of senior posts, one of the junior posts below them.

A row of senior posts is a post with its reference; a row of junior posts stands for several,
counted in full-time equivalents. What the government's own validator calls an error is a finding
here: some in these tables (ORG101, ORG105, ORG006), the others by the rules for every organisation.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from orgcli.model.findings.finding import Finding
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.organograms.post_columns import (
    JUNIOR,
    SENIOR,
    columns_of,
    heads_posts,
    kept_columns,
    no_column,
    number,
    owner_columns,
)
from orgcli.read.organograms.posts import TOP, Posts
from orgcli.read.organograms.row_ids import NumberedIds
from orgcli.read.syntax.document import Value
from orgcli.read.tables.files.heading_row import TableKind
from orgcli.read.tables.grid import Fields, LeftOutRow, Table
from orgcli.read.tables.people.job_shares import merged
from orgcli.read.tables.places import EntryPlaces
from orgcli.read.tables.reading import table_reading

_MOST_FTE = 1000
_MOST_SEATS = 1_000_000
_ID, _LINE = "Post Unique Reference", "Reports to Senior Post"

Record = dict[str, Value]


def organogram_kind(options: TableOptions, ids: NumberedIds) -> TableKind:
    """Tables of posts, for those who read files; ids as in `organogram_entries`."""
    return TableKind(partial(organogram_entries, ids=ids), partial(heads_posts, options=options))


def organogram_entries(table: Table, options: TableOptions, ids: NumberedIds) -> Entries:
    """The posts of a table of senior or of junior posts; its headings say which it is.

    ids  those of the tables read before, which no row of junior posts gets again
    Findings: ORG006 for a column, a reference or a manager that is not there; ORG101 and ORG103 for
    rows with one reference that are no job share; ORG105 where no post is marked as the top.
    """
    fields = columns_of(table, SENIOR, options)
    if "id" in fields.column:
        if "reports_to" not in fields.column:
            return no_column(table, _LINE, "says who reports to whom")
        return _senior(table, fields, options, ids)
    fields = columns_of(table, JUNIOR, options)
    if "reports_to" in fields.column:
        return _junior(table, fields, ids)
    return no_column(table, _ID, "names the senior posts")


def _senior(table: Table, fields: Fields, options: TableOptions, ids: NumberedIds) -> Entries:
    posts = Posts(table, fields, options.root_token)
    ids.take(post.id for post in posts.posts)
    fields = posts.fields
    records: list[Record] = list(_rows(table, fields))
    entries = []
    for post in posts.posts:
        for row in post.rows:
            if posts.status.get(row):
                records[row]["status"] = posts.status[row]
        record = merged(records, post.rows)
        record["id"] = post.id
        manager = posts.manager_of(post)
        if manager is not None:
            record["reports_to"] = manager
        if record.get("status") == "open" and "holder" in record:
            del record["status"]  # one half of a job share is vacant
        entries.append(record)
    where = EntryPlaces(table, fields, [post.rows for post in posts.posts])
    findings = [*table.findings, *posts.findings()]
    reading = table_reading(table, fields, len(entries))
    return Entries(
        entries, where.place, where.key_place, findings, top_word=TOP.upper(), reading=reading
    )


def _rows(table: Table, fields: Fields) -> Iterator[Record]:
    """One mapping per row: all but who it is and whom it reports to."""
    columns = kept_columns(table, fields)
    names = [table.headings[at] for at in columns]
    cells = [list(map(str.strip, table.columns[at])) for at in columns]
    for row in range(len(table.columns[0])):
        attributes: Record = {
            name: column[row] for name, column in zip(names, cells, strict=True) if column[row]
        }
        record: Record = {}
        for name in ("title", "holder", "department"):
            cell = _cell(fields, name, row)
            if cell and (name != "department" or cell != "N/A"):
                record[name] = cell
        share = _cell(fields, "fte", row)
        count = number(share)
        if count is not None and count <= _MOST_FTE:
            record["fte"] = repr(count)
        elif share:
            attributes[table.headings[fields.column["fte"]]] = share
        if contact := _contact(fields, row):
            record["contact"] = contact
        if attributes:
            record["attributes"] = attributes
        yield record


def _cell(fields: Fields, name: str, row: int) -> str:
    return fields.cells[name][row] if name in fields.cells else ""


def _contact(fields: Fields, row: int) -> Record:
    """How to reach the holder; `N/D` and `N/A` say nothing."""
    email, phone = _cell(fields, "email", row), _cell(fields, "phone", row)
    contact: Record = {"email": email} if "@" in email else {}
    if any(map(str.isdigit, phone)):
        contact["phone"] = phone
    return contact


def _junior(table: Table, fields: Fields, ids: NumberedIds) -> Entries:
    """Cards for several seats, called by their senior post and a number: `DWP34/2`."""
    records = list(_rows(table, fields))
    managers = fields.cells["reports_to"]
    findings = list(table.findings)
    rows = _filled_in(table, fields)
    for row in rows:
        manager, record = managers[row], records[row]
        record["id"] = ids.below(manager)
        record["status"] = "filled"
        seats = number(_cell(fields, "fte", row))
        if seats is not None and seats <= _MOST_SEATS:
            record["headcount"] = str(max(1, int(seats + 0.5)))
        if manager:
            record["reports_to"] = manager
        else:
            findings.append(_no_senior(table, fields, row, str(record["id"])))
    where = EntryPlaces(table, fields, [(row,) for row in rows])
    reading = table_reading(_with_unused(table, rows), fields, len(rows))
    reading = replace(reading, rows=len(rows))
    entries = [records[row] for row in rows]
    return Entries(entries, where.place, where.key_place, findings, reading=reading)


def _with_unused(table: Table, rows: Sequence[int]) -> Table:
    """The table with the rows that are no posts among those left out."""
    used = set(rows)
    unused = [
        LeftOutRow(table.places.row(row), "row without a post")
        for row in range(len(table.columns[0]) if table.columns else 0)
        if row not in used
    ]
    return replace(table, left_out=[*table.left_out, *unused])


def _filled_in(table: Table, fields: Fields) -> list[int]:
    """The rows of junior posts that say where they are: others are templates, notes, totals."""
    owners = [table.columns[at] for at in owner_columns(table)]
    if not owners and "title" in fields.cells:
        owners = [fields.cells["title"]]
    return [
        row
        for row, manager in enumerate(fields.cells["reports_to"])
        if manager or any(column[row].strip() for column in owners)
    ]


def _no_senior(table: Table, fields: Fields, row: int, entity: str) -> Finding:
    column = fields.column["reports_to"]
    message = "these junior posts do not say which senior post they report to"
    help = f"write its reference in `{table.headings[column]}`"
    group = "junior posts without a senior post"
    return Finding(
        "ORG006", message, table.cell(row, column), help=help, entity=entity, group=group
    )
