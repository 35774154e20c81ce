"""The extents and the errors of sheets in Excel's binary formats, .xlsb and .xls."""

from collections.abc import Iterator
from struct import unpack_from

from orgcli.read.tables.files.workbook.extent import EXCEL_ERRORS, SheetExtent

_XLSB_ROW, _XLSB_ERRORS, _XLSB_RICH = 0, (3, 11), 62
_XLSB_CELLS = frozenset((*range(2, 12), *range(13, 19), _XLSB_RICH))
_XLSB_SHEET = 156

_BOF, _EOF, _SHEET, _DIMENSIONS = 0x809, 0x0A, 0x85, 0x200
_FORMULA, _ERROR, _MULTIPLE = 0x06, 0x205, 0xBD
_XLS_CELLS = frozenset((0x203, 0x204, 0xFD, 0x27E, 0xD6, _FORMULA, _ERROR, _MULTIPLE))


def extent_of_part(part: bytes) -> SheetExtent:
    """How far the cells of a sheet of an .xlsb workbook reach, by its part of the archive."""
    extent, row = SheetExtent(), 0
    for kind, start, end in _xlsb_records(part):
        if kind == _XLSB_ROW and end - start >= 4:
            row = unpack_from("<I", part, start)[0]
        elif kind in _XLSB_CELLS and end - start >= 4:
            column = unpack_from("<I", part, start)[0]
            extent.add(row, column)
            if kind in _XLSB_ERRORS and end - start >= 9:
                extent.errors[row, column] = EXCEL_ERRORS.get(part[start + 8], "#N/A")
    return extent


def sheets_of_part(workbook: bytes) -> list[tuple[str, str]]:
    """The name and the relation of each sheet, by the part `xl/workbook.bin`; "" if damaged."""
    sheets = []
    for kind, start, end in _xlsb_records(workbook):
        if kind == _XLSB_SHEET:
            relation, at = _wide_text(workbook, start + 8, end)
            name, _ = _wide_text(workbook, at, end)
            sheets.append((name, relation if name else ""))
    return sheets


def _wide_text(part: bytes, at: int, end: int) -> tuple[str, int]:
    """A text and where it ends; "" where it would end behind its record."""
    size = unpack_from("<I", part, at)[0] * 2 if at + 4 <= end else end
    stop = at + 4 + size
    return (part[at + 4 : stop].decode("utf-16-le", "replace"), stop) if stop <= end else ("", end)


def _xlsb_records(part: bytes) -> Iterator[tuple[int, int, int]]:
    """Kind, start and end of each record, as far as they are whole."""
    at, size = 0, len(part)
    while at + 1 < size:
        kind = part[at]
        at += 1
        if kind & 0x80:
            kind = kind & 0x7F | part[at] << 7
            at += 1
        length = shift = 0
        while at < size:
            length |= (part[at] & 0x7F) << shift
            at += 1
            shift += 7
            if not part[at - 1] & 0x80 or shift > 21:
                break
        yield kind, at, min(at + length, size)
        at += length


def extents_of_stream(stream: bytes) -> list[SheetExtent]:
    """The extents of the sheets of an .xls workbook, in their order, by its stream `Workbook`."""
    offsets = [
        unpack_from("<I", stream, start)[0]
        for kind, start, end in _xls_records(stream, 0)
        if kind == _SHEET and end - start >= 4
    ]
    return [_xls_extent(stream, offset) for offset in offsets[:_MOST_SHEETS]]


_MOST_SHEETS = 1000


def _xls_extent(stream: bytes, offset: int) -> SheetExtent:
    extent = SheetExtent()
    for kind, start, end in _xls_records(stream, offset):
        if kind == _DIMENSIONS and end - start >= 12:  # the reader reserves memory for them
            first, last = unpack_from("<II", stream, start)
            left, right = unpack_from("<HH", stream, start + 8)
            extent.add(first, left, last - 1, right - 1)
        if kind not in _XLS_CELLS or end - start < 6:
            continue
        row, column = unpack_from("<HH", stream, start)
        last = unpack_from("<H", stream, end - 2)[0] if kind == _MULTIPLE else column
        extent.add(row, column, last_column=last)
        if kind == _ERROR and end - start >= 8 and stream[start + 7]:
            extent.errors[row, column] = EXCEL_ERRORS.get(stream[start + 6], "#N/A")
        result = stream[start + 6 : start + 14]
        if kind == _FORMULA and result[:1] == b"\x02" and result[6:] == b"\xff\xff":
            extent.errors[row, column] = EXCEL_ERRORS.get(result[2], "#N/A")
    return extent


def _xls_records(stream: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Kind, start and end of each record from an offset to the end of its section."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = unpack_from("<HH", stream, at)
        at += 4
        depth += (kind == _BOF) - (kind == _EOF)
        if kind == _EOF and depth <= 0:
            return
        yield kind, at, min(at + length, len(stream))
        at += length
