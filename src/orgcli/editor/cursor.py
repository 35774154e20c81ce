"""What the cursor is on: an id, a role or a department, by the parsed text where that is known."""

from __future__ import annotations

from dataclasses import dataclass

from orgcli.editor.field_meaning import Meaning, meaning_of
from orgcli.editor.project_index import ProjectIndex
from orgcli.editor.text.document_nodes import keys_to, scalar_at, unquoted
from orgcli.editor.text.text_context import first_key_of, text_context
from orgcli.model.source.notation import Notation, notation
from orgcli.model.source.source import Source
from orgcli.read.syntax.document import Document

_IN_ROWS = {
    "id": Meaning.POSITION,
    "reports_to": Meaning.POSITION,
    "role": Meaning.ROLE,
    "department": Meaning.DEPARTMENT,
}


@dataclass(frozen=True, slots=True)
class CursorReference:
    """A value that refers to something, and from where to where it is written."""

    meaning: Meaning
    value: str
    start: int
    end: int


def reference_at(index: ProjectIndex, source: Source, offset: int) -> CursorReference | None:
    """What a text refers to at an offset.

    source  the text as it is in the editor now, under the name that the project has for the file
    """
    read = index.project.sources.get(source.path)
    is_read = read is not None and read.text == source.text
    if notation(source) is Notation.TABLE:
        return _in_row(index, source, offset) if is_read else None
    document = index.document(source.path) if is_read else None
    if document is not None:
        return _in_document(document, offset)
    return _in_text(source.text, offset)


def _in_document(document: Document, offset: int) -> CursorReference | None:
    scalar = scalar_at(document, offset)
    path = keys_to(document, scalar[0]) if scalar is not None else None
    if scalar is None or path is None:
        return None
    first = next(iter(document.mapping), "") if isinstance(document.root, dict) else ""
    return _reference(path, first, document.source.text, *scalar[1:])


def _in_text(text: str, offset: int) -> CursorReference | None:
    context = text_context(text, offset)
    if context is None or (context.is_key and not context.is_item) or context.start == context.end:
        return None
    return _reference(context.path, first_key_of(text), text, context.start, context.end)


def _reference(
    path: tuple[str, ...], first: str, text: str, start: int, end: int
) -> CursorReference | None:
    meaning = meaning_of(path, first)
    value = unquoted(text[start:end])
    if meaning is None or not value:
        return None
    return CursorReference(meaning, value, start, end)


def _in_row(index: ProjectIndex, source: Source, offset: int) -> CursorReference | None:
    line, _ = source.line_column(offset)
    seat = index.rows(source.path).get(line)
    if seat is None:
        return None
    position, place = seat.organisation.positions[seat.at], seat.organisation.place
    for field, meaning in _IN_ROWS.items():
        value: str | None = getattr(position, field)
        cell = place(seat.at, field)
        start, end = source.span(cell)
        if value and cell != place(seat.at) and start <= offset <= end:
            return CursorReference(meaning, value, start, end)
    return None
