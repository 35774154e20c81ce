"""The extents and the errors of the sheets of an .ods workbook, by its XML."""

import re
from html import unescape
from xml.parsers.expat import ExpatError, ParserCreate

from orgcli.read.tables.files.workbook.extent import SheetExtent

_TABLE = re.compile(rb"<table:table(?=[\s/>])")
_CELL = re.compile(rb"<table:(?:covered-)?table-cell(?=[\s/>])([^>]*)>")
_ROWS = re.compile(rb"number-rows-repeated\s*=\s*[\"']\s*([0-9]{1,10})")
_COLUMNS = re.compile(rb"number-columns-repeated\s*=\s*[\"']\s*([0-9]{1,10})")
_PARAGRAPH = re.compile(rb"<text:p[^>]*>\s*(#[^<]{1,40}|Err:[0-9]{3})")


def is_complete(xml: bytes) -> bool:
    """Whether every element is closed: the reader would wait without end for the end of a table.

    A declaration of entities is taken for a fault; no program writes one.
    """
    try:
        ParserCreate().Parse(xml, True)
    except ExpatError:
        return False
    return b"<!DOCTYPE" not in xml


def extents_of_tables(xml: bytes) -> list[SheetExtent]:
    """The extents of the sheets, in their order."""
    starts = [match.start() for match in _TABLE.finditer(xml)]
    ends = [*starts[1:], len(xml)]
    return [_extent(xml[start:end]) for start, end in zip(starts, ends, strict=True)]


def _extent(xml: bytes) -> SheetExtent:
    extent, row = SheetExtent(), 0
    has_errors = b'"error"' in xml
    for part in xml.split(b"<table:table-row")[1:]:
        repeats = 1
        if b"repeated" in part:
            match = _ROWS.search(part, 0, part.find(b">") + 1)
            repeats = int(match[1]) if match else 1
        first, last, errors = _cells(part, has_errors)
        if last >= 0:
            extent.add(row, first, row + repeats - 1, last)
            for column, error in errors:
                extent.errors[row, column] = error
        row += repeats
    return extent


def _cells(part: bytes, has_errors: bool) -> tuple[int, int, list[tuple[int, str]]]:
    """The first and the last column of a row in use, and its errors."""
    if b"repeated" not in part and not has_errors:
        count = part.count(b"<table:table-cell") + part.count(b"<table:covered-table-cell")
        return 0, count - 1, []
    first = last = -1
    column = 0
    errors = []
    for match in _CELL.finditer(part):
        attributes = match[1]
        repeated = _COLUMNS.search(attributes)
        repeats = int(repeated[1]) if repeated else 1
        if not attributes.endswith(b"/") or b"value-type" in attributes:
            first = column if first < 0 else first
            last = column + repeats - 1
        if b'"error"' in attributes:
            text = _PARAGRAPH.match(part, match.end())
            errors.append(
                (column, unescape(text[1].decode("utf-8", "replace")) if text else "#N/A")
            )
        column += repeats
    return first, last, errors
