"""Writes small spreadsheets of every format that is read, with the zip module and struct alone."""

import struct
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

Cell = str | int | float | bool | date | datetime | time | timedelta | None
Sheets = Mapping[str, Sequence[Sequence[Cell]]]
"""Rows of cells by the name of their sheet; a text that begins with `#` and ends with `!`, `?` or
`A` is an error."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_EPOCH = datetime(1899, 12, 30)
_STYLES = ("", 'numFmtId="14"', 'numFmtId="22"', 'numFmtId="21"', 'numFmtId="46"')
_ERROR_CODES = {"#NULL!": 0, "#DIV/0!": 7, "#VALUE!": 15, "#REF!": 23, "#NAME?": 29, "#N/A": 42}


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive with these parts, the same at any time."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(ZipInfo(name), part, ZIP_DEFLATED)
    return stream.getvalue()


def xlsx(sheets: Sheets, hidden: Sequence[str] = (), merged: Mapping[str, str] = {}) -> bytes:
    """A workbook of Excel; merged  name of a sheet -> one rectangle such as `C2:C4`."""
    return packed(xlsx_parts(sheets, hidden, merged))


def xlsx_parts(
    sheets: Sheets, hidden: Sequence[str] = (), merged: Mapping[str, str] = {}
) -> dict[str, str | bytes]:
    """The parts of `xlsx`, for tests that damage them."""
    texts: dict[str, int] = {}
    parts: dict[str, str | bytes] = {}
    for number, (name, rows) in enumerate(sheets.items(), 1):
        merges = (
            f'<mergeCells><mergeCell ref="{merged[name]}"/></mergeCells>' if name in merged else ""
        )
        body = "".join(_xlsx_row(at, row, texts) for at, row in enumerate(rows, 1))
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{_MAIN}"><sheetData>{body}</sheetData>{merges}</worksheet>'
        )
    items = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in texts)
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{_MAIN}" count="9">{items}</sst>'
    return {**_xlsx_frame([*sheets], hidden, "workbook.xml", "xml"), **parts}


def _xlsx_frame(
    names: Sequence[str], hidden: Sequence[str], workbook: str, ending: str
) -> dict[str, str | bytes]:
    listing = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{at}" r:id="rId{at}"'
        + (' state="hidden"/>' if name in hidden else "/>")
        for at, name in enumerate(names, 1)
    )
    relations = "".join(
        f'<Relationship Id="rId{at}" Type="{_OFFICE}/worksheet"'
        f' Target="worksheets/sheet{at}.{ending}"/>'
        for at in range(1, len(names) + 1)
    )
    styles = "".join(f"<xf {style or 'numFmtId=' + chr(34) + '0' + chr(34)}/>" for style in _STYLES)
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
        f' Type="{_OFFICE}/officeDocument" Target="xl/{workbook}"/></Relationships>',
        f"xl/_rels/{workbook}.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{relations}</Relationships>",
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><cellXfs>{styles}</cellXfs></styleSheet>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listing}'
        "</sheets></workbook>",
    }


def _xlsx_row(row: int, cells: Sequence[Cell], texts: dict[str, int]) -> str:
    written = (
        _xlsx_cell(f"{letters(column)}{row}", cell, texts)
        for column, cell in enumerate(cells)
        if cell is not None
    )
    return f'<row r="{row}">{"".join(written)}</row>'


def _xlsx_cell(reference: str, cell: Cell, texts: dict[str, int]) -> str:
    if isinstance(cell, str) and cell in _ERROR_CODES:
        return f'<c r="{reference}" t="e"><v>{cell}</v></c>'
    if isinstance(cell, str):
        return f'<c r="{reference}" t="s"><v>{texts.setdefault(cell, len(texts))}</v></c>'
    if isinstance(cell, bool):
        return f'<c r="{reference}" t="b"><v>{int(cell)}</v></c>'
    style, number = _number(cell)
    return f'<c r="{reference}" s="{style}"><v>{number!r}</v></c>'


def _number(cell: Cell) -> tuple[int, float]:
    """The style and the number of what is no text."""
    if isinstance(cell, datetime):
        return 2, (cell - _EPOCH) / timedelta(days=1)
    if isinstance(cell, date):
        return 1, float((cell - _EPOCH.date()).days)
    if isinstance(cell, time):
        return 3, (cell.hour * 3600 + cell.minute * 60 + cell.second) / 86400
    if isinstance(cell, timedelta):
        return 4, cell / timedelta(days=1)
    assert isinstance(cell, int | float)
    return 0, cell


def letters(column: int) -> str:
    """The letters of a column from 0."""
    return (letters(column // 26 - 1) if column > 25 else "") + chr(65 + column % 26)


def ods(sheets: Sheets) -> bytes:
    """A spreadsheet of LibreOffice."""
    tables = "".join(
        f"<table:table table:name={quoteattr(name)}>"
        + "".join(
            f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows
        )
        + '<table:table-row table:number-rows-repeated="1048000"><table:table-cell'
        ' table:number-columns-repeated="16384"/></table:table-row></table:table>'
        for name, rows in sheets.items()
    )
    return ods_of(tables)


def ods_of(tables: str) -> bytes:
    """A spreadsheet of LibreOffice with the XML of its sheets."""
    name = "urn:oasis:names:tc:opendocument:xmlns"
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{name}:manifest:1.0"/>',
            "content.xml": f'<office:document-content xmlns:office="{name}:office:1.0"'
            f' xmlns:table="{name}:table:1.0" xmlns:text="{name}:text:1.0" xmlns:calcext='
            '"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"><office:body>'
            f"<office:spreadsheet>{tables}</office:spreadsheet></office:body>"
            "</office:document-content>",
        }
    )


def _ods_cell(cell: Cell) -> str:
    if cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, str) and cell in _ERROR_CODES:
        kind = 'office:value-type="string" office:string-value="" calcext:value-type="error"'
        return f"<table:table-cell {kind}><text:p>{cell}</text:p></table:table-cell>"
    if isinstance(cell, str):
        paragraphs = "".join(f"<text:p>{escape(line)}</text:p>" for line in cell.split("\n"))
        return f'<table:table-cell office:value-type="string">{paragraphs}</table:table-cell>'
    if isinstance(cell, bool):
        value = f'office:value-type="boolean" office:boolean-value="{str(cell).lower()}"'
    elif isinstance(cell, date):
        value = f'office:value-type="date" office:date-value="{cell.isoformat()}"'
    elif isinstance(cell, time):
        value = f'office:value-type="time" office:time-value="{cell:PT%HH%MM%SS}"'
    else:
        value = f'office:value-type="float" office:value="{_number(cell)[1]}"'
    return f"<table:table-cell {value}><text:p>shown</text:p></table:table-cell>"


def xlsb(sheets: Sheets) -> bytes:
    """A binary workbook of Excel."""
    parts = _xlsx_frame([*sheets], (), "workbook.bin", "bin")
    del parts["xl/workbook.xml"], parts["xl/styles.xml"]
    bundle = b"".join(
        _record(156, struct.pack("<II", 0, at) + _wide(f"rId{at}") + _wide(name))
        for at, name in enumerate(sheets, 1)
    )
    parts["xl/workbook.bin"] = _record(131) + _record(143) + bundle + _record(144) + _record(132)
    for at, rows in enumerate(sheets.values(), 1):
        body = b"".join(_xlsb_row(number, row) for number, row in enumerate(rows))
        parts[f"xl/worksheets/sheet{at}.bin"] = (
            _record(129)
            + _record(148, struct.pack("<IIII", 0, len(rows), 0, 9))
            + _record(145)
            + body
            + _record(146)
            + _record(130)
        )
    return packed(parts)


def _record(kind: int, data: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, length = len(data), b""
    while True:
        size, low = size >> 7, size & 0x7F
        length += bytes([low | (0x80 if size else 0)])
        if not size:
            return head + length + data


def _wide(text: str) -> bytes:
    raw = text.encode("utf-16-le")
    return struct.pack("<I", len(raw) // 2) + raw


def _xlsb_row(row: int, cells: Sequence[Cell]) -> bytes:
    out = _record(0, struct.pack("<IIHHBI", row, 0, 300, 0, 0, 0))
    for column, cell in enumerate(cells):
        head = struct.pack("<II", column, 0)
        if cell is None:
            continue
        if isinstance(cell, str) and cell in _ERROR_CODES:
            out += _record(3, head + bytes([_ERROR_CODES[cell]]))
        elif isinstance(cell, str):
            out += _record(6, head + _wide(cell))
        elif isinstance(cell, bool):
            out += _record(4, head + bytes([cell]))
        else:
            out += _record(5, head + struct.pack("<d", _number(cell)[1]))
    return out


def xls(sheets: Sheets) -> bytes:
    """A workbook of Excel 97."""
    names = [name.encode("latin-1") for name in sheets]
    bodies = [_xls_sheet(rows) for rows in sheets.values()]
    begin, end = _biff(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)), _biff(0x0A)
    offset = len(begin) + sum(4 + 8 + len(name) for name in names) + len(end)
    stream = begin
    for name, body in zip(names, bodies, strict=True):
        stream += _biff(0x85, struct.pack("<IHBB", offset, 0, len(name), 0) + name)
        offset += len(body)
    return compound({"Workbook": stream + end + b"".join(bodies)})


def _biff(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _xls_sheet(rows: Sequence[Sequence[Cell]]) -> bytes:
    out = _biff(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    out += _biff(0x200, struct.pack("<IIHHH", 0, len(rows), 0, max(map(len, rows), default=0), 0))
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            head = struct.pack("<HHH", row, column, 0)
            if cell is None:
                continue
            if isinstance(cell, str) and cell in _ERROR_CODES:
                out += _biff(0x205, head + bytes([_ERROR_CODES[cell], 1]))
            elif isinstance(cell, str):
                raw = cell.encode("utf-16-le")
                out += _biff(0x204, head + struct.pack("<HB", len(raw) // 2, 1) + raw)
            elif isinstance(cell, bool):
                out += _biff(0x205, head + bytes([cell, 0]))
            else:
                out += _biff(0x203, head + struct.pack("<d", _number(cell)[1]))
    return out + _biff(0x0A)


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A compound file with these streams, each filled up to the size of a large one."""
    size, free, end = 512, 0xFFFFFFFF, 0xFFFFFFFE
    fat, data, entries = [0xFFFFFFFD], b"", [_entry("Root Entry", 5, end, 0, 1)]
    for at, (name, stream) in enumerate(streams.items(), 1):
        stream = stream.ljust(4096, b"\0")
        stream += b"\0" * (-len(stream) % size)
        start, count = len(fat), len(stream) // size
        fat += [*range(start + 1, start + count), end]
        data += stream
        right = at + 1 if at < len(streams) else free
        entries.append(_entry(name, 2, start, len(stream), free, right))
    directory = b"".join(entries)
    directory += b"\0" * (-len(directory) % size)
    begin = len(fat)
    fat += [*range(begin + 1, begin + len(directory) // size), end]
    assert len(fat) <= size // 4, "more than one sector of the table"
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    header += struct.pack(
        "<HHHHH6xIII4xIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, begin, 4096, end, 0, end, 0
    )
    header += struct.pack("<109I", 0, *[free] * 108)
    table = struct.pack(f"<{size // 4}I", *fat, *[free] * (size // 4 - len(fat)))
    return header + table + data + directory


def _entry(
    name: str, kind: int, start: int, size: int, child: int, right: int = 0xFFFFFFFF
) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    free = 0xFFFFFFFF
    child = child if kind == 5 else free
    head = raw.ljust(64, b"\0") + struct.pack("<HBBIII", len(raw), kind, 1, free, right, child)
    return head + b"\0" * 36 + struct.pack("<III", start, size, 0)
