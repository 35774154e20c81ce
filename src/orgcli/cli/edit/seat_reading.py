"""Where the positions of an organisation that was read are written, as edits need it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from orgcli.mend.organisation.rows import NAME_PARTS, row_cells
from orgcli.mend.organisation.seat_changes import CONTACT
from orgcli.mend.organisation.seat_texts import EntryText, RowText, SeatTexts, Span
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import ATTRIBUTE
from orgcli.model.organisation.position_fields import CONTACT_FIELDS
from orgcli.model.project import Project
from orgcli.model.source.notation import Notation, notation
from orgcli.model.source.source import Source
from orgcli.model.table_reading import ColumnReading, TableReading
from orgcli.read.organisation.organisation_file import KEYS
from orgcli.read.syntax.document import Document
from orgcli.read.syntax.parsing import parse

_NO_TEXT = "it is no file in YAML, JSON or CSV"
_NOT_OURS = "it is written by another program; `orgcli` edits its own files and CSV"


class SeatReader:
    """Finds the entries and rows of positions; each file is parsed once."""

    def __init__(self, project: Project, organisation: Organisation) -> None:
        self._project, self._organisation = project, organisation
        self._documents: dict[str, Document | None] = {}
        self._slots: dict[str, dict[int, int]] = {}
        self._above: dict[str, dict[int, int]] = {}
        self._tables = {one.file: one for one in project.tables}
        self._fields: dict[str, list[str]] = {}

    def texts(self, called: Mapping[str, str]) -> SeatTexts:
        """All of them.

        called  how the rows of tables name managers, by their ids
        """
        seats: dict[str, EntryText | RowText] = {}
        foreign: dict[str, str] = {}
        files: dict[str, str] = {}
        for at, position in enumerate(self._organisation.positions):
            file = self._organisation.place(at).file
            files[position.id] = file
            found = self._seat(at, file)
            if isinstance(found, str):
                foreign[file] = found
            elif position.id not in seats:
                seats[position.id] = found
        roots, heads = {}, []
        for file in self._organisation.files:
            document = self._document(file)
            if document is None:
                continue
            key = document.key_slot(0, "positions")
            if key is not None and key + 1 in document.after:
                roots[file] = (document, key + 1)
            key = document.key_slot(0, "departments")
            if key is not None and key + 1 in document.after:
                heads += [(document, slot) for slot in document.children(key + 1)]
        return SeatTexts(seats, roots, heads, foreign, files, called)

    def _seat(self, at: int, file: str) -> EntryText | RowText | str:
        source = self._project.sources.get(file)
        if source is None:
            return _NO_TEXT
        if notation(source) is Notation.TABLE:
            reading = self._tables.get(file)
            return self._row(at, source, reading) if reading is not None else _NO_TEXT
        document = self._document(file)
        if document is None:
            return _NOT_OURS
        start, _ = source.span(self._organisation.place(at))
        slot = self._slots[file].get(start)
        if slot is None:
            return "it is written by an alias"
        return EntryText(document, slot, self._above[file].get(slot))

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
            if document is not None:
                self._index(file, document)
        return self._documents[file]

    def _index(self, file: str, document: Document) -> None:
        """The mappings of a file by where they begin, and in which they are nested."""
        slots = {
            document.starts[slot]: slot for slot in document.after if not document.is_list(slot)
        }
        above: dict[int, int] = {}
        for slot in slots.values():
            key = document.key_slot(slot, "reports")
            if key is not None and key + 1 in document.after:
                above.update(dict.fromkeys(document.children(key + 1), slot))
        self._slots[file], self._above[file] = slots, above

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
