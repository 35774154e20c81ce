"""Where the positions of an organisation that was read are written, as edits need it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence

from orgcli.mend.organisation.rows import NAME_PARTS, row_cells
from orgcli.mend.organisation.seat_texts import (
    EntryText,
    ForeignText,
    KnownKeys,
    RowText,
    SeatTexts,
    Span,
)
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


class SeatReader:
    """Finds the entries and rows of positions, each when it is asked for.

    An edit is about few of many positions, and each file is parsed once.
    """

    def __init__(self, project: Project, organisation: Organisation) -> None:
        self._project, self._organisation = project, organisation
        self._documents: dict[str, Document | None] = {}
        self._around: dict[str, Mapping[int, int]] = {}
        self._tables = {one.file: one for one in project.tables}
        self._fields: dict[str, list[str]] = {}

    def texts(self, called: Mapping[str, str]) -> SeatTexts:
        """All of them.

        called  how the rows of tables name managers, by their ids
        """
        numbers: dict[str, int] = {}
        for at, position in enumerate(self._organisation.positions):
            numbers.setdefault(position.id, at)
        return SeatTexts(
            KnownKeys(numbers, lambda id: self._seat(numbers[id])),
            KnownKeys(self._organisation.files, self._root),
            KnownKeys(self._organisation.files, self._heads),
            called,
        )

    def _root(self, file: str) -> tuple[Document, int] | None:
        """The list of positions of a file; None where it has none."""
        document = self._document(file)
        key = document.key_slot(0, "positions") if document is not None else None
        if document is None or key is None or key + 1 not in document.after:
            return None
        return document, key + 1

    def _heads(self, file: str) -> Sequence[tuple[Document, int]]:
        """The entries of the departments of a file."""
        document = self._document(file)
        key = document.key_slot(0, "departments") if document is not None else None
        if document is None or key is None or key + 1 not in document.after:
            return ()
        return [(document, slot) for slot in document.children(key + 1)]

    def _seat(self, at: int) -> EntryText | RowText | ForeignText:
        place = self._organisation.place(at)
        source = self._project.sources.get(place.file)
        if source is None:
            return ForeignText(place.file, _NO_TEXT)
        if notation(source) is Notation.TABLE:
            reading = self._tables.get(place.file)
            if reading is None:
                return ForeignText(place.file, _NO_TEXT)
            return self._row(at, source, reading)
        document = self._document(place.file)
        if document is None:
            return ForeignText(place.file, _NOT_OURS)
        start, _ = source.span(place)
        slot = _mapping_at(document, start)
        if slot is None:
            return ForeignText(place.file, "it is written by an alias")
        return EntryText(document, slot, _nesting(document, slot, self._around[place.file]))

    def _document(self, file: str) -> Document | None:
        """The document of a file of ours, parsed; None for any other."""
        if file not in self._documents:
            source = self._project.sources.get(file)
            is_text = source is not None and notation(source) is not Notation.TABLE
            document = parse(source)[0] if source is not None and is_text else None
            root = document.root if document is not None else None
            if not isinstance(root, dict) or next(iter(root), "") not in (*KEYS, "id"):
                document = None
            self._documents[file] = document
            self._around[file] = _containers(document) if document is not None else {}
        return self._documents[file]

    def _row(self, at: int, source: Source, reading: TableReading) -> RowText:
        columns = self._columns(reading)
        return RowText(source, self._cell(at, source, columns), columns)

    def _columns(self, reading: TableReading) -> list[str]:
        if reading.file not in self._fields:
            fields = [_field_of(one, reading.sources) for one in reading.columns]
            self._fields[reading.file] = fields
        return self._fields[reading.file]

    def _cell(self, at: int, source: Source, columns: list[str]) -> Callable[[str], Span | None]:
        def cell(field: str) -> Span | None:
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

        return cell


def _mapping_at(document: Document, start: int) -> int | None:
    """The innermost mapping that begins at an offset."""
    found = None
    slot = bisect_left(document.starts, start)
    while slot < len(document.starts) and document.starts[slot] == start:
        if slot in document.after and not document.is_list(slot):
            found = slot
        slot += 1
    return found


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


def _containers(document: Document) -> Mapping[int, int]:
    """The container in which each container is, but the root."""
    around: dict[int, int] = {}
    open_ones = list[int]()
    for slot in sorted(document.after):
        while open_ones and slot >= document.after[open_ones[-1]]:
            open_ones.pop()
        if open_ones:
            around[slot] = open_ones[-1]
        open_ones.append(slot)
    return around


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
