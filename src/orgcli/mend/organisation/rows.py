"""Cells of a table are written otherwise, and rows stand behind the last one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from orgcli.mend.edits import Edit
from orgcli.mend.organisation.seat_texts import RowText, Span
from orgcli.mend.organisation.text_tree import newline_of
from orgcli.model.findings.finding import Fix
from orgcli.model.source.notation import Notation
from orgcli.model.source.spelling import respelt
from orgcli.plans.seat_changes import RefusedEdit, Written

_DELIMITERS = (",", ";", "\t", "|")
NAME_PARTS = ("first_name", "last_name")
"""What columns are that are a name together."""
_MARKS = re.compile(r'[",;\t|\r\n]|^\s|\s$')


def cell_edit(row: RowText, id: str, field: str, value: Written) -> Edit | None:
    """The edit that gives the cell of a field a value; None where there is nothing to do.

    Raises RefusedEdit where the table has no column for it, or the value takes several.
    """
    span = row.cell(field)
    if span is None:
        if value is None:
            return None
        if field in row.columns:
            message = f"{row.file}: the row of `{id}` has no cell for `{field}`"
            raise RefusedEdit(message, "give it as many cells as the headings are")
        raise no_column(row.file, field)
    if isinstance(value, tuple):
        raise RefusedEdit(f"{row.file}: several values of `{field}` are not written in one cell")
    start, end = span
    spelling = row.source.text[start:end]
    new = respelt(spelling, Fix(spelling, value or ""), Notation.TABLE)
    return None if new == spelling else Edit(start, end, new)


def id_edits(row: RowText, renamed: Mapping[str, str], fields: Sequence[str]) -> list[Edit]:
    """The edits of cells that hold ids that are renamed; several in a cell, each for itself."""
    edits = []
    for field in fields:
        span = row.cell(field)
        if span is None:
            continue
        start, end = span
        spelling = row.source.text[start:end]
        for old, new in renamed.items():
            if row.written(field) == old:
                edits.append(Edit(start, end, respelt(spelling, Fix(old, new), Notation.TABLE)))
            elif field == "dotted_lines":
                pattern = re.compile(rf"(?<![\w.-]){re.escape(old)}(?![\w.-])")
                for match in pattern.finditer(spelling):
                    edits.append(Edit(start + match.start(), start + match.end(), new))
    return edits


def row_cells(text: str, start: int, id: Span, id_column: int) -> Sequence[Span]:
    """Where the cells of the row that begins at `start` are written; none where that is unknown.

    id  where the id of the row is, and id_column its column: it tells the delimiter
    """
    delimiter = text[id[1] : id[1] + 1] if id_column == 0 else text[id[0] - 1 : id[0]]
    return cells_behind(text, start, delimiter) if delimiter in _DELIMITERS else ()


def cells_behind(text: str, start: int, delimiter: str) -> Sequence[Span]:
    """The cells from an offset to the end of its row, quotes and blanks included."""
    cells = list[Span]()
    pattern = re.compile(rf'(?:[ ]*"(?:[^"]|"")*")?[^{re.escape(delimiter)}\r\n]*')
    at = start
    while (match := pattern.match(text, at)) is not None:
        cells.append(match.span())
        at = match.end() + 1
        if text[match.end() : at] != delimiter:
            break
    return cells


def holder_edits(row: RowText, id: str, value: Written) -> Sequence[Edit]:
    """The edits that write a holder in two columns, of first names and of last names.

    Raises RefusedEdit where it is not clear which part of a name goes where.
    """
    halves = _halves(row.file, value or "") if not isinstance(value, tuple) else None
    if halves is None:
        raise RefusedEdit(f"{row.file}: the names of several people are not written in one row")
    pairs = zip(NAME_PARTS, halves, strict=True)
    edits = (cell_edit(row, id, name, half or None) for name, half in pairs)
    return [edit for edit in edits if edit is not None]


def has_halves(row: RowText) -> bool:
    """Whether the table has a column for first names and one for last names, and none for both."""
    return "holder" not in row.columns and all(name in row.columns for name in NAME_PARTS)


def lacks(row: RowText, field: str) -> bool:
    """Whether the table of a row has no column to write a field in."""
    return field not in row.columns and not (field == "holder" and has_halves(row))


def _halves(file: str, name: str) -> Sequence[str]:
    words = name.split()
    if not words:
        return ("", "")
    if len(words) != len(NAME_PARTS):
        raise RefusedEdit(
            f"{file} has first names and last names in two columns, and where the first name of"
            f" `{name}` ends is not clear",
            "write the two cells in the file; names of two words are parted",
        )
    return words


def new_row(row: RowText, values: Mapping[str, str]) -> Edit:
    """The edit that adds a row behind the last line of the table of another row."""
    text = row.source.text
    if "holder" in values and has_halves(row):
        halves = zip(NAME_PARTS, _halves(row.file, values["holder"]), strict=True)
        values = {name: value for name, value in values.items() if name != "holder"} | dict(halves)
    missing = [name for name in values if name not in row.columns]
    if missing:
        raise no_column(row.file, missing[0])
    delimiter = delimiter_of(row)
    cells = [cell_of(values.get(name, "") if name else "") for name in row.columns]
    end = len(text.rstrip("\r\n"))
    newline = newline_of(text)
    line = delimiter.join(cells)
    if text[end:]:
        at = end + len(newline)
        return Edit(at, at, line + newline)
    return Edit(end, end, newline + line)


def no_column(file: str, field: str) -> RefusedEdit:
    """Why a field cannot be written in a table."""
    return RefusedEdit(
        f"{file} has no column of its own for `{field}`",
        "write --add-column for a new one at the end of each row, or name the column with `map` in"
        " the configuration",
    )


def cell_of(value: str, quotes: bool = False) -> str:
    """A value as a cell, in quotes where it needs them or is to have them."""
    return '"' + value.replace('"', '""') + '"' if quotes or _MARKS.search(value) else value


def delimiter_of(row: RowText) -> str:
    """The character behind the first cell whose place is known."""
    for name in row.columns[:-1]:
        span = row.cell(name) if name else None
        if span is not None:
            return row.source.text[span[1] : span[1] + 1]
    return ","
