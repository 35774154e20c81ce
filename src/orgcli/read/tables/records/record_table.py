"""Rows of records become a table: columns by path, with what stands around each record."""

from collections.abc import Sequence
from dataclasses import dataclass

from orgcli.model.findings.finding import Finding, Place
from orgcli.read.syntax.document import Document
from orgcli.read.tables.columns.headings import RANK, fold
from orgcli.read.tables.grid import Cells, LeftOutRow, Table, distinct, too_large
from orgcli.read.tables.records.columns import (
    Flattening,
    Path,
    Record,
    flatten,
    headings_of,
    is_named,
)
from orgcli.read.tables.records.product_columns import product_columns
from orgcli.read.tables.records.rows import RecordRows, without_repeats

_KEY: Path = ("*key*",)
_GROUP: Path = ("*group*",)
"""Paths that no record has: what stands around it."""


def record_table(
    document: Document, rows: RecordRows, format: str
) -> tuple[Table | None, list[Finding]]:
    """The table of some rows, None where it would be empty or too large.

    Findings: ORG005 for lists of lists, once per key; ORG009 for too many cells.
    """
    notes = Flattening()
    records = [flatten(value, row, notes, rows.nested) for row, value in enumerate(rows.values())]
    slots = [node.slot for node in rows.nodes]
    findings = [
        _refused(path, document.place(slots[row], *path)) for path, row in notes.refused.items()
    ]
    left_out = [*rows.left_out, *_several(document, slots, notes)]
    records = _without_blanks(rows, _without_repeats(rows, records))
    if not records:
        return None, findings
    _add_context(rows, records)
    paths = list(dict.fromkeys(path for record in records for path in record))
    places = RecordPlaces(document, [node.slot for node in rows.nodes], paths)
    if large := too_large(len(records), len(paths), places, sum(map(len, records))):
        return None, [*findings, large]
    cells: list[Cells] = [[record.get(path, "") for record in records] for path in paths]
    headings, columns = product_columns(_headings(paths, rows), cells)
    parents = rows.parents if any(parent >= 0 for parent in rows.parents) else ()
    table = Table(distinct(headings), columns, places, findings, parents, left_out, format)
    return table, []


def _refused(path: Path, place: Place) -> Finding:
    message = f"`{'.'.join(path)}` holds a list of lists, which no column can hold"
    return Finding("ORG005", message, place, help="remove it, or write texts in it")


def _several(document: Document, slots: Sequence[int], notes: Flattening) -> list[LeftOutRow]:
    return [
        LeftOutRow(document.place(slots[row], *path), f"further `{'.'.join(path)}`")
        for path, rows in notes.several.items()
        for row in rows
    ]


def _id_path(records: Sequence[Record]) -> Path | None:
    """The path of the best id that a record itself has."""
    paths = {path for record in records for path in record if len(path) == 1}
    ranked = [(RANK["id"][word], path) for path in paths if (word := fold(path[0])) in RANK["id"]]
    return min(ranked)[1] if ranked else None


def _without_repeats(rows: RecordRows, records: list[Record]) -> list[Record]:
    """Join a record with one nested elsewhere that has the same id and says nothing else."""
    path = _id_path(records) if any(parent >= 0 for parent in rows.parents) else None
    if path is None:
        return records
    fullest: dict[str, int] = {}
    for row, record in enumerate(records):
        name = record.get(path)
        if name and (name not in fullest or len(record) > len(records[fullest[name]])):
            fullest[name] = row
    same = []
    for row, record in enumerate(records):
        main = fullest.get(record.get(path, ""), row)
        is_same = main != row and record.items() <= records[main].items()
        same.append(main if is_same else row)
    without_repeats(rows, same)
    return [record for row, record in enumerate(records) if same[row] == row]


def _without_blanks(rows: RecordRows, records: list[Record]) -> list[Record]:
    """Leave out records that hold no text and nobody."""
    above = set(rows.parents)
    kept = [
        row
        for row, record in enumerate(records)
        if any(record.values()) or rows.nodes[row].key or row in above
    ]
    if len(kept) == len(records):
        return records
    rows.keep(kept, [rows.parents[row] for row in kept])
    return [records[row] for row in kept]


def _add_context(rows: RecordRows, records: Sequence[Record]) -> None:
    """Put the key and the group of each record beside its own texts."""
    path = _id_path(records)
    for node, record in zip(rows.nodes, records, strict=True) if path else ():
        if path and node.key and not record.get(path):
            record[path] = node.key
    if any(node.key and (path is None or record.get(path) != node.key)
           for node, record in zip(rows.nodes, records, strict=True)):  # fmt: skip
        for node, record in zip(rows.nodes, records, strict=True):
            record[_KEY] = node.key
    if any(rows.groups):
        for group, record in zip(rows.groups, records, strict=True):
            record[_GROUP] = group


def _headings(paths: Sequence[Path], rows: RecordRows) -> list[str]:
    own = headings_of([path for path in paths if path not in (_KEY, _GROUP)])
    has_id = any(fold(heading) in RANK["id"] for heading in own)
    keys = [node.key for node in rows.nodes if node.key]
    are_names = 2 * sum(" " in key for key in keys) > len(keys)
    key = "key" if has_id else "name" if are_names and not is_named(own) else "id"
    in_groups = any(row.kind == "group" for row in rows.left_out)
    has_department = any(fold(heading) in RANK["department"] for heading in own)
    group = "list" if not in_groups else "group" if has_department else "department"
    context = {_KEY: key, _GROUP: group}
    names = iter(own)
    return [context.get(path) or next(names) for path in paths]


@dataclass(frozen=True, slots=True)
class RecordPlaces:
    """Where the parts of a table of records are written: rows by slot, columns by path."""

    document: Document
    slots: Sequence[int]
    paths: Sequence[Path]

    def row(self, row: int) -> Place:
        """The first line of a record."""
        return self.document.place(self.slots[row])

    def cell(self, row: int, column: int) -> Place:
        """A value in a record, else what is around it."""
        return self.document.place(self.slots[row], *self.paths[column])

    def heading(self, column: int, row: int | None = None) -> Place:
        """The key of a value in a record, else what is around it."""
        return self.document.key_place(self.slots[row or 0], *self.paths[column])

    def header(self) -> Place:
        """The first record."""
        return self.row(0)
