"""JSON and YAML files that hold records become tables: a row each, the keys as headings."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgcli.model.findings.finding import Finding, Place
from orgcli.model.source.notation import Notation, notation
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.syntax.document import Document
from orgcli.read.tables.grid import LeftOutRow, Table, collector_off
from orgcli.read.tables.records.graphs import graph_in, graph_rows
from orgcli.read.tables.records.matrices import matrix_in, matrix_table
from orgcli.read.tables.records.nodes import Node
from orgcli.read.tables.records.pages import missing_pages
from orgcli.read.tables.records.record_table import record_table
from orgcli.read.tables.records.rows import RecordRows, rows_of
from orgcli.read.tables.records.search import FoundRecords, find_records
from orgcli.read.tables.table import table_entries


def holds_records(document: Document) -> bool:
    """Whether a document that is no file of ours holds records of people."""
    return any(find(document) is not None for find in (graph_in, matrix_in, find_records))


@collector_off()
def record_entries(document: Document, options: TableOptions) -> Entries:
    """The entries of a JSON or YAML file that holds records, wherever in it they stand.

    A mapping inside a record is columns of its own (`manager: {id: 7}` is `manager.id`), a list
    of texts is one cell, of a list of mappings the primary or first one is read. Records inside
    records report to them. Findings: those of table_entries; ORG005 for items that are no
    mapping, and, once per key, for lists of lists, which are left out; ORG018 where the file says
    that it is a part.
    """
    table, findings = _table(document)
    if table is None:
        return Entries([], findings=findings)
    entries = table_entries(table, options)
    return replace(entries, findings=[*findings, *entries.findings]) if findings else entries


def _table(document: Document) -> tuple[Table | None, list[Finding]]:
    format = "JSON" if notation(document.source) is Notation.JSON else "YAML"
    graph = graph_in(document)
    if graph is not None:
        rows, findings = graph_rows(document, *graph)
        table, wrong = record_table(document, rows, format)
        return table, [*findings, *wrong]
    matrix = matrix_in(document)
    if matrix is not None:
        return matrix_table(document, matrix, format)
    found_records = find_records(document) or FoundRecords([Node(0, document.root)], 0)
    rows = rows_of(document, found_records)
    rows.left_out += [
        LeftOutRow(document.place(node.slot), "list", node.key) for node in found_records.left_out
    ]
    findings = [
        *(_no_record(document.place(node.slot)) for node in rows.others),
        *missing_pages(document, found_records.around, len(rows.nodes)),
        *_references_outside(document, rows),
    ]
    table, wrong = record_table(document, rows, format)
    return table, [*findings, *wrong]


def _no_record(place: Place) -> Finding:
    message = "this is no record: expected a mapping"
    return Finding("ORG005", message, place, help="write `id: ...`, `name: ...` and so on")


def _references_outside(document: Document, rows: RecordRows) -> Iterator[Finding]:
    """ORG018: records name others below them that the file does not have."""
    nodes: Sequence[Node] = [node for _, node in rows.references]
    if nodes:
        message = f"`{nodes[0].key}` names `{nodes[0].value}`, which is in no record of this file"
        message += f", and {len(nodes) - 1:,} more" if len(nodes) > 1 else ""
        help = "export the records that are named as well"
        yield Finding("ORG018", message, document.place(nodes[0].slot), help=help)
