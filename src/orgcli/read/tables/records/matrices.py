"""Tables that JSON holds as lists of cells: rows below headings, or a list for each heading."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from orgcli.model.findings.finding import Finding, Place
from orgcli.read.syntax.document import Document, Value
from orgcli.read.tables.columns.headings import core_fields, fold, word_set
from orgcli.read.tables.grid import Table, distinct, too_large
from orgcli.read.tables.records.nodes import Node, items
from orgcli.read.tables.records.words import count_core, is_manager

_HEADINGS = word_set("columns cols headers header headings fields keys")
_ROWS = word_set("data rows values records")
_MOST_CONTAINERS = 200


@dataclass(frozen=True, slots=True)
class Matrix:
    """The cells of a table: of each column its cells with their slots, and where its heading is."""

    headings: Sequence[str]
    columns: Sequence[Sequence[Node]]
    heading_slots: Sequence[int]
    row_slots: Sequence[int]
    ragged: int | None = None


def matrix_in(document: Document) -> Matrix | None:
    """The table in a document that is none of records; None where there is none."""
    queue = [Node(0, document.root)]
    for node in queue:
        matrix = _by_rows(document, node) or _by_columns(document, node)
        if matrix is not None:
            return matrix
        if isinstance(node.value, dict) and len(queue) < _MOST_CONTAINERS:
            queue += [
                item for item in items(document, node) if isinstance(item.value, (dict, list))
            ]
    return None


def matrix_table(
    document: Document, matrix: Matrix, format: str
) -> tuple[Table | None, list[Finding]]:
    """The table; ORG009 where it is too large, ORG005 where a row has more cells than headings."""
    findings = []
    places = _MatrixPlaces(document, matrix)
    if large := too_large(len(matrix.row_slots), len(matrix.headings), places):
        return None, [large]
    if matrix.ragged is not None:
        message = "this row has more cells than there are headings"
        place = document.place(matrix.ragged)
        findings.append(Finding("ORG005", message, place, help="add a heading for each column"))
    columns = [[_text(cell.value) for cell in column] for column in matrix.columns]
    return Table(distinct(matrix.headings), columns, places, findings, format=format), findings


def _by_rows(document: Document, node: Node) -> Matrix | None:
    """Rows below a row of headings, or beside a list of them."""
    if isinstance(node.value, list):
        lists = [item for item in items(document, node) if isinstance(item.value, list)]
        if not lists or len(lists) != len(node.value):
            return None
        first = list(items(document, lists[0]))
        texts = [_text(cell.value) for cell in first]
        if len(core_fields(texts)) >= 2:
            return _matrix(document, texts, [cell.slot for cell in first], lists[1:])
        return _without_headings(document, lists)
    if not isinstance(node.value, dict):
        return None
    inner = list(items(document, node))
    heads = [item for item in inner if fold(item.key) in _HEADINGS and isinstance(item.value, list)]
    bodies = [item for item in inner if fold(item.key) in _ROWS and isinstance(item.value, list)]
    for head, body in product(heads, bodies):
        cells = list(items(document, head))
        texts = [_label(cell.value) for cell in cells]
        rows = [_row(document, item) for item in items(document, body)]
        full_rows = [row for row in rows if row is not None]
        if full_rows and len(full_rows) == len(rows) and len(core_fields(texts)) >= 2:
            return _matrix(document, texts, [cell.slot for cell in cells], full_rows)
    return None


def _row(document: Document, node: Node) -> Node | None:
    """A list of cells; Google writes `{"c": [...]}`."""
    if isinstance(node.value, dict):
        return next((item for item in items(document, node) if item.key in ("c", "cells")
                     and isinstance(item.value, list)), None)  # fmt: skip
    return node if isinstance(node.value, list) else None


def _without_headings(document: Document, rows: Sequence[Node]) -> Matrix | None:
    """Google's organisation charts: name, manager and tooltip of each, without headings."""
    cells = [[_text(item.value) for item in items(document, row)] for row in rows]
    if not all(2 <= len(row) <= 3 for row in cells):
        return None
    names = {row[0] for row in cells}
    managers = {row[1] for row in cells} - {""}
    if not managers or not managers <= names or len(names) != len(rows):
        return None
    width = max(map(len, cells))
    heads = ["name", "manager", "tooltip"][:width]
    return _matrix(document, heads, [rows[0].slot] * width, rows)


def _matrix(
    document: Document, headings: Sequence[str], slots: Sequence[int], rows: Sequence[Node]
) -> Matrix:
    columns: list[list[Node]] = [[] for _ in headings]
    ragged = None
    for row in rows:
        cells = list(items(document, row))
        if len(cells) > len(headings) and ragged is None:
            ragged = row.slot
        for number, column in enumerate(columns):
            column.append(cells[number] if number < len(cells) else Node(row.slot, ""))
    return Matrix(headings, columns, slots, [row.slot for row in rows], ragged)


def _by_columns(document: Document, node: Node) -> Matrix | None:
    """A list of cells, or a mapping of them by row, under each heading."""
    if not isinstance(node.value, dict) or len(node.value) < 2:
        return None
    values = list(node.value.values())
    kind = type(values[0])
    if kind not in (list, dict) or any(type(value) is not kind for value in values):
        return None
    headings = list(node.value)
    if count_core(headings) < 2 and not any(map(is_manager, headings)):
        return None
    columns = [list(items(document, item)) for item in items(document, node)]
    keys = [[cell.key for cell in column] for column in columns]
    if not columns[0] or any(key != keys[0] for key in keys[1:]):
        return None
    if any(isinstance(cell.value, (list, dict)) for column in columns for cell in column):
        return None
    slots = [item.slot for item in items(document, node)]
    return Matrix(headings, columns, slots, [cell.slot for cell in columns[0]])


def _label(value: Value) -> str:
    """A heading, or what says it: `{"id": "", "label": "Name"}`."""
    if isinstance(value, dict):
        labels = (value.get(key) for key in ("label", "name", "title", "field", "id"))
        return next((label for label in labels if isinstance(label, str) and label), "")
    return _text(value)


def _text(value: Value) -> str:
    """A cell, or what holds it: `{"v": "7", "f": "Ada"}`."""
    if isinstance(value, dict):
        inner = value.get("v", value.get("value"))
        return inner if isinstance(inner, str) else ""
    if isinstance(value, list):
        return "; ".join(text for text in value if isinstance(text, str))
    return value or ""


@dataclass(frozen=True, slots=True)
class _MatrixPlaces:
    document: Document
    matrix: Matrix

    def row(self, row: int) -> Place:
        return self.document.place(self.matrix.row_slots[row])

    def cell(self, row: int, column: int) -> Place:
        return self.document.place(self.matrix.columns[column][row].slot)

    def heading(self, column: int, row: int | None = None) -> Place:
        return self.document.place(self.matrix.heading_slots[column])

    def header(self) -> Place:
        return self.document.place(self.matrix.heading_slots[0])
