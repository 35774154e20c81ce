"""Lists of mappings, in JSON or YAML, become tables: a row each, the keys as headings."""

from collections.abc import Sequence
from dataclasses import dataclass

from orgcli.model.findings.finding import Finding, Place
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.syntax.document import Document, Value
from orgcli.read.tables.grid import Table, collector_off, distinct, too_large
from orgcli.read.tables.table import table_entries

_Path = tuple[str, ...]


@collector_off()
def record_entries(document: Document, options: TableOptions) -> Entries:
    """The entries of a JSON or YAML file that is a list of mappings: rows, the keys as headings.

    A mapping inside a record is columns of its own (`manager: {id: 7}` is `manager.id`), a list
    of texts is one cell. Findings: those of table_entries; ORG005 for items that are no mapping,
    and, once per key, for lists of anything but texts, which are left out.
    """
    findings: list[Finding] = []
    slots, records = _gather(document, findings)
    paths = list(dict.fromkeys(path for record in records for path in record))
    places = _RecordPlaces(document, slots, paths)
    if not records:
        return Entries([], findings=findings)
    if large := too_large(len(records), len(paths), places):
        return Entries([], findings=[*findings, large])
    columns = [[record.get(path, "") for record in records] for path in paths]
    inner = (path[1:] if path[0] == "attributes" and len(path) > 1 else path for path in paths)
    headings = distinct([".".join(path) for path in inner])
    return table_entries(Table(headings, columns, places, findings), options)


def _gather(
    document: Document, findings: list[Finding]
) -> tuple[list[int], list[dict[_Path, str]]]:
    """The records that hold any text, each with its slot; adds what is no record or no text."""
    slots: list[int] = []
    records: list[dict[_Path, str]] = []
    refused: set[_Path] = set()
    listed = document.root if isinstance(document.root, list) else ()
    for item, at in zip(listed, document.children(0), strict=False):
        if not isinstance(item, dict):
            findings.append(_no_record(document.place(at)))
            continue
        record: dict[_Path, str] = {}
        for path in _flatten(item, record):
            if path not in refused:
                refused.add(path)
                findings.append(_nested(path, document.place(at, *path)))
        if any(record.values()):
            slots.append(at)
            records.append(record)
    return slots, records


def _flatten(item: dict[str, Value], record: dict[_Path, str]) -> list[_Path]:
    """Put the texts of a mapping into a record; returns the paths of what is no text."""
    refused = []
    inside: list[tuple[_Path, Value]] = [((), item)]
    for above, value in inside:
        if isinstance(value, dict):
            for key, inner in value.items():
                path = (*above, key)
                if isinstance(inner, (dict, list)):
                    inside.append((path, inner))
                else:
                    record[path] = inner or ""
        elif isinstance(value, list):
            texts = [one for one in value if isinstance(one, str)]
            if len(texts) + value.count(None) == len(value):
                record[above] = "; ".join(texts)
            else:
                refused.append(above)
    return refused


def _no_record(place: Place) -> Finding:
    message = "this is no record: expected a mapping"
    return Finding("ORG005", message, place, help="write `id: ...`, `name: ...` and so on")


def _nested(path: _Path, place: Place) -> Finding:
    message = f"`{'.'.join(path)}` holds a list of lists or mappings, which no column can hold"
    return Finding("ORG005", message, place,
                   help="remove it, or write an organisation with nested `reports`")  # fmt: skip


@dataclass(frozen=True, slots=True)
class _RecordPlaces:
    document: Document
    slots: Sequence[int]
    paths: Sequence[_Path]

    def row(self, row: int) -> Place:
        return self.document.place(self.slots[row])

    def cell(self, row: int, column: int) -> Place:
        return self.document.place(self.slots[row], *self.paths[column])

    def heading(self, column: int, row: int | None) -> Place:
        path = self.paths[column]
        return self.document.key_place(self.slots[row or 0], *path)

    def header(self) -> Place:
        return self.row(0)
