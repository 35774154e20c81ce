"""Where the positions of an organisation that was read are written, as edits need it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, partial

from orgcli.mend.organisation.rows import NAME_PARTS, row_cells
from orgcli.mend.organisation.seat_texts import (
    EntryText,
    ForeignText,
    KnownKeys,
    RowText,
    SeatTexts,
    Span,
)
from orgcli.mend.organisation.text_tree import mapping_at
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import ATTRIBUTE
from orgcli.model.organisation.position_fields import CONTACT_FIELDS
from orgcli.model.project import Project
from orgcli.model.source.notation import Notation, notation
from orgcli.model.source.source import Source
from orgcli.model.table_reading import ColumnReading, TableReading
from orgcli.plans.seat_changes import CONTACT
from orgcli.read.organisation.organisation_file import KEYS
from orgcli.read.syntax.document import Document
from orgcli.read.syntax.parsing import parse

_NO_TEXT = "it is no file in YAML, JSON or CSV"
_NOT_OURS = "it is written by another program; `orgcli` edits its own files and CSV"


def seat_texts(project: Project, organisation: Organisation) -> SeatTexts:
    """Where all positions of an organisation are written; each is found when it is first needed.

    An edit is about few of many positions, and each file is parsed once.
    """
    reader = _SeatReader(project, organisation)
    numbers: dict[str, int] = {}
    for at, position in enumerate(organisation.positions):
        numbers.setdefault(position.id, at)
    return SeatTexts(
        KnownKeys(numbers, lambda id: reader.seat(numbers[id])),
        KnownKeys(organisation.files, lambda file: reader.listed(file, "positions")),
        KnownKeys(organisation.files, reader.heads),
    )


class _SeatReader:
    """Finds entries and rows in files, of which it parses those that are needed."""

    def __init__(self, project: Project, organisation: Organisation) -> None:
        self._project, self._organisation = project, organisation
        self._tables = {table.file: table for table in project.tables}
        self._document = cache(self._parsed)
        self._around = cache(lambda file: _containers(self._document(file)))
        self._columns = cache(lambda file: _columns(self._tables[file]))

    def listed(self, file: str, key: str) -> tuple[Document, int] | None:
        """The list under a key of a file; None where it has none."""
        document = self._document(file)
        slot = document.key_slot(0, key) if document is not None else None
        if document is None or slot is None or slot + 1 not in document.after:
            return None
        return document, slot + 1

    def heads(self, file: str) -> Sequence[tuple[Document, int]]:
        """The entries of the departments of a file."""
        list_node = self.listed(file, "departments")
        return (
            [(list_node[0], slot) for slot in list_node[0].children(list_node[1])]
            if list_node
            else ()
        )

    def seat(self, at: int) -> EntryText | RowText | ForeignText:
        """A position, by its number."""
        place = self._organisation.place(at)
        source = self._project.sources.get(place.file)
        if source is None:
            return ForeignText(place.file, _NO_TEXT)
        if notation(source) is Notation.TABLE:
            if place.file not in self._tables:
                return ForeignText(place.file, _NO_TEXT)
            return RowText(source, partial(self._cell, at, source), self._columns(place.file))
        document = self._document(place.file)
        if document is None:
            return ForeignText(place.file, _NOT_OURS)
        start, _ = source.span(place)
        slot = mapping_at(document, start)
        if slot is None:
            return ForeignText(place.file, "it is written by an alias")
        return EntryText(document, slot, _nesting(document, slot, self._around(place.file)))

    def _parsed(self, file: str) -> Document | None:
        """The document of a file of ours; None for any other."""
        source = self._project.sources.get(file)
        if source is None or notation(source) is Notation.TABLE:
            return None
        document, _ = parse(source)
        root = document.root if document is not None else None
        is_ours = isinstance(root, dict) and next(iter(root), "") in (*KEYS, "id")
        return document if is_ours else None

    def _cell(self, at: int, source: Source, field: str) -> Span | None:
        """Where the cell of a field is written in the row of a position."""
        columns = self._columns(source.path)
        if field not in columns or "id" not in columns:
            return None
        row = self._organisation.place(at)
        if field not in NAME_PARTS:
            place = self._organisation.place(at, *field.split(".", 1))
            if place != row:
                return source.span(place)
        # An empty cell has no place of its own, nor has half a name.
        start = source.line_start(row.line)
        id = source.span(self._organisation.place(at, "id"))
        cells = row_cells(source.text, start, id, columns.index("id"))
        return next(iter(cells[columns.index(field) :]), None)


def _nesting(document: Document, slot: int, around: Mapping[int, int]) -> int | None:
    """The mapping in whose `reports` another one is an item; None where it is in none.

    around  the container in which each container is
    """
    listed = around.get(slot)
    mapping = None if listed is None else around.get(listed)
    if mapping is None or document.is_list(mapping):
        return None
    key = document.key_slot(mapping, "reports")
    return mapping if key is not None and key + 1 == listed else None


def _containers(document: Document | None) -> Mapping[int, int]:
    """The container in which each container is, but the root."""
    after = document.after if document is not None else {}
    around: dict[int, int] = {}
    open_ones = list[int]()
    for slot in sorted(after):
        while open_ones and slot >= after[open_ones[-1]]:
            open_ones.pop()
        if open_ones:
            around[slot] = open_ones[-1]
        open_ones.append(slot)
    return around


def _columns(reading: TableReading) -> Sequence[str]:
    return [_field_of(column, reading.sources) for column in reading.columns]


def _field_of(column: ColumnReading, sources: Mapping[str, str]) -> str:
    """The field that a column alone is, or the half of a name; empty where it is none.

    Of a column that is no field, the attribute.
    """
    if not column.fields:
        return ATTRIBUTE + column.heading if column.heading.strip() else ""
    name = column.fields[0]
    if name in NAME_PARTS:
        return "holder" if sources.get("holder") == column.heading else name
    if sources.get(name) != column.heading:
        return ""
    return CONTACT + name if name in CONTACT_FIELDS else name
