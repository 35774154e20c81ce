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
_MARKS = re.compile(r'[",;\t|\r\n]|^\s|\s$')


def cell_edit(row: RowText, id: str, field: str, value: Written) -> Edit | None:
    """The edit that gives the cell of a field a value; None where there is nothing to do.

    Raises RefusedEdit where the table has no column for it, or the value takes several.
    """
    span = row.cell(field)
    if span is None:
        if value is None:
            return None
        raise RefusedEdit(
            f"{row.file} has no column of its own for `{field}`, which is to change of `{id}`",
            "add the column, or name it with `map` in the configuration",
        )
    if isinstance(value, tuple):
        raise RefusedEdit(f"{row.file}: several values of `{field}` are not written in one cell")
    start, end = span
    written = row.source.text[start:end]
    new = respelt(written, Fix(written, value or ""), Notation.TABLE)
    return None if new == written else Edit(start, end, new)


def id_edits(row: RowText, renamed: Mapping[str, str], fields: Sequence[str]) -> list[Edit]:
    """The edits of cells that hold ids that are renamed; several in a cell, each for itself."""
    edits = []
    for field in fields:
        span = row.cell(field)
        if span is None:
            continue
        start, end = span
        written = row.source.text[start:end]
        for old, new in renamed.items():
            whole = written.strip().strip('"').replace('""', '"').strip()
            if whole == old:
                edits.append(Edit(start, end, respelt(written, Fix(old, new), Notation.TABLE)))
            elif field == "dotted_lines":
                pattern = re.compile(rf"(?<![\w.-]){re.escape(old)}(?![\w.-])")
                for found in pattern.finditer(written):
                    edits.append(Edit(start + found.start(), start + found.end(), new))
    return edits


def empty_cell(text: str, start: int, column: int, id: Span, id_column: int) -> Span | None:
    """Where a cell with nothing in it stands in the row that begins at `start`.

    id  where the id of the row is, and id_column its column: it tells the delimiter
    """
    delimiter = text[id[1] : id[1] + 1] if id_column == 0 else text[id[0] - 1 : id[0]]
    if delimiter not in _DELIMITERS:
        return None
    at, number, is_quoted = start, 0, False
    while at < len(text) and number < column:
        mark = text[at]
        if mark == '"':
            is_quoted = not is_quoted
        elif mark == delimiter and not is_quoted:
            number += 1
        elif mark in "\r\n" and not is_quoted:
            return None
        at += 1
    if number < column:
        return None
    end = at
    while end < len(text) and text[end] not in (delimiter, "\r", "\n"):
        end += 1
    return (at, end) if not text[at:end].strip().strip('"') else None


def new_row(row: RowText, values: Mapping[str, str]) -> Edit:
    """The edit that adds a row behind the last line of the table of another row."""
    text = row.source.text
    missing = [name for name in values if name not in row.columns]
    if missing:
        raise RefusedEdit(f"{row.file} has no column of its own for `{missing[0]}`")
    delimiter = _delimiter(row)
    cells = [_cell(values.get(name, "") if name else "") for name in row.columns]
    end = len(text.rstrip("\r\n"))
    newline = newline_of(text)
    line = delimiter.join(cells)
    if text[end:]:
        at = end + len(newline)
        return Edit(at, at, line + newline)
    return Edit(end, end, newline + line)


def _cell(value: str) -> str:
    return '"' + value.replace('"', '""') + '"' if _MARKS.search(value) else value


def _delimiter(row: RowText) -> str:
    """The character behind the first cell whose place is known."""
    for name in row.columns[:-1]:
        span = row.cell(name) if name else None
        if span is not None and row.columns.index(name) < len(row.columns) - 1:
            return row.source.text[span[1] : span[1] + 1]
    return ","
