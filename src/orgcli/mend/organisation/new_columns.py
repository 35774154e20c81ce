"""A table gets a column at the end of each row, for a field that it has none for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from orgcli.mend.edits import Edit
from orgcli.mend.organisation.rows import cell_of, cells_behind, delimiter_of
from orgcli.mend.organisation.seat_texts import RowText, Span
from orgcli.mend.organisation.text_tree import next_line
from orgcli.model.organisation.position import ATTRIBUTE
from orgcli.plans.seat_changes import CONTACT, RefusedEdit

_HEADINGS: Mapping[str, str] = {"start": "Start date", "end": "End date"}
"""What a column is called, where it is not as its field is."""


def column_edits(row: RowText, headings: Sequence[str], fields: Sequence[str]) -> Sequence[Edit]:
    """The edits that add columns to the table of a row, with nothing in them but their headings.

    headings  those that the table has
    Raises RefusedEdit where the row of the headings is not found.
    """
    text, delimiter = row.source.text, delimiter_of(row)
    records = list(_records(text, delimiter))
    heading_texts = [heading.strip() for heading in headings]
    first = next(
        (
            at
            for at, cells in enumerate(records)
            if _are_headings(_texts(text, cells), heading_texts)
        ),
        None,
    )
    if first is None:
        raise RefusedEdit(f"{row.file}: the row of the headings is not found", "add the column")
    is_quoted = all(text[start] == '"' for start, end in records[first] if start < end)
    width = len(records[first])
    new = [heading_of(field, heading_texts) for field in fields]
    empty = '""' if is_quoted else ""
    edits = []
    for at, cells in enumerate(records[first:]):
        if len(cells) == width:  # not a blank line, nor a title or a sum below the table
            new_cells = [empty if at else cell_of(new_heading, is_quoted) for new_heading in new]
            end = cells[-1][1]
            edits.append(Edit(end, end, "".join(delimiter + cell for cell in new_cells)))
    return edits


def heading_of(field: str, headings: Sequence[str]) -> str:
    """What a column for a field is called in a table: plain English, small where the others are."""
    if field.startswith(ATTRIBUTE):
        return field.removeprefix(ATTRIBUTE)
    name = field.removeprefix(CONTACT)
    if all(heading == heading.lower() for heading in headings):
        return name
    return _HEADINGS.get(name, name.replace("_", " ").capitalize())


def _records(text: str, delimiter: str) -> Iterator[Sequence[Span]]:
    """The cells of each row, where each is written; a cell may have several lines."""
    at = 0
    while at < len(text):
        cells = cells_behind(text, at, delimiter)
        yield cells
        at = next_line(text, cells[-1][1])


def _are_headings(texts: Sequence[str], headings: Sequence[str]) -> bool:
    """Whether the cells of a row are the headings; those of columns without one have a name too."""
    pairs = zip(texts, headings, strict=False)
    return any(texts) and len(texts) >= len(headings) and all(a in ("", b) for a, b in pairs)


def _texts(text: str, cells: Sequence[Span]) -> list[str]:
    """The texts of cells, without their quotes."""
    spellings = (text[start:end].strip() for start, end in cells)
    return [
        spelling[1:-1].replace('""', '"').strip()
        if spelling[:1] == '"' and spelling[-1:] == '"'
        else spelling
        for spelling in spellings
    ]
