"""A workbook of any format with its sheets, opened only after its size is known to be readable."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from posixpath import join, normpath
from typing import TYPE_CHECKING, TypeVar
from xml.etree.ElementTree import Element, ParseError, fromstring

from orgcli.read.standard_error import silent_standard_error
from orgcli.read.syntax.file_kinds import EXPORT
from orgcli.read.tables.files.workbook.archive import packed_again, read_parts
from orgcli.read.tables.files.workbook.cell_texts import Value
from orgcli.read.tables.files.workbook.compound import stream_of
from orgcli.read.tables.files.workbook.container import Container, other_file
from orgcli.read.tables.files.workbook.extent import SheetExtent
from orgcli.read.tables.files.workbook.fault import WorkbookFault, broken, locked
from orgcli.read.tables.files.workbook.opendocument import extents_of_tables, is_complete
from orgcli.read.tables.files.workbook.sheet_records import (
    extent_of_part,
    extents_of_stream,
    sheets_of_part,
)
from orgcli.read.tables.files.workbook.sheet_xml import extent_of

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

Result = TypeVar("Result")

_WANTED = re.compile(
    r"\[content_types\]\.xml|_rels/\.rels|xl/_rels/[^/]*\.rels|xl/[^/]*\.(?:xml|bin)"
    r"|xl/worksheets/.*\.(?:xml|bin|rels)|mimetype|content\.xml|meta-inf/manifest\.xml",
    re.IGNORECASE,
)
_FIXED = re.compile(r"xl/(?:workbook|sharedstrings|styles|metadata|vbaproject)\.", re.IGNORECASE)
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_MOST_TEXT = 2_000_000_000
"""Bytes of the cells of a sheet: one text of a workbook can stand in any number of them."""


@dataclass(frozen=True, slots=True)
class SheetCells:
    """A sheet with cells.

    rows    its rows from the first to the last in use; each has as many cells
    row     number of the first of them, from 0; `column` that of the first column
    merged  first and last row and column of each merged rectangle, if the format says it
    errors  row and column of cells with errors, which are empty in `rows`, counted in the sheet
    """

    name: str
    rows: list[list[Value]]
    row: int
    column: int
    is_hidden: bool
    merged: Sequence[tuple[tuple[int, int], tuple[int, int]]]
    errors: dict[tuple[int, int], str]


@dataclass(frozen=True, slots=True)
class Workbook:
    """An open workbook: which sheets can hold cells, and what is in one."""

    calamine: CalamineWorkbook
    names: Sequence[str]
    hidden: frozenset[int]
    extent: Callable[[int], SheetExtent | None]

    def sheet(self, number: int) -> SheetCells:
        """The cells of a sheet. Raises WorkbookFault."""
        extent = self.extent(number)
        if extent is not None:
            extent.refuse_if_too_large()
        name = self.names[number]
        read = _guarded(lambda: self.calamine.get_sheet_by_index(number), f"the sheet `{name}`")
        rows = _guarded(read.to_python, f"the sheet `{name}`")
        row, column = read.start or (0, 0)
        errors = extent.errors if extent is not None else {}
        merged = _guarded(lambda: read.merged_cell_ranges, "the workbook") or ()
        return SheetCells(name, rows, row, column, number in self.hidden, merged, errors)


def open_workbook(raw: bytes, container: Container) -> Workbook:
    """A workbook, by its bytes and what kind it is. Raises WorkbookFault."""
    if container is Container.XLS:
        return _xls(raw)
    parts = read_parts(raw, lambda name: _WANTED.fullmatch(name.replace("\\", "/")) is not None)
    if container is Container.ODS:
        return _ods(parts)
    return _xlsb(parts) if container is Container.XLSB else _xlsx(parts)


def _xls(raw: bytes) -> Workbook:
    return _opened_whole(BytesIO(raw), extents_of_stream(stream_of(raw, "Workbook", "Book")))


def _ods(parts: dict[str, bytes]) -> Workbook:
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise locked()
    content = parts.get("content.xml", b"")
    if b"<office:spreadsheet" not in content:
        raise other_file("a document of LibreOffice", EXPORT)
    if not is_complete(content):
        raise broken()
    parts["mimetype"] = _ODS
    return _opened_whole(packed_again(parts), extents_of_tables(content))


def _opened_whole(stream: BytesIO, extents: Sequence[SheetExtent]) -> Workbook:
    """A workbook of a format whose sheets are all read when it is opened."""
    for extent in extents:
        extent.refuse_if_too_large()
    return _opened(stream, lambda number: _nth(extents, number))


def _xlsx(parts: dict[str, bytes]) -> Workbook:
    extents = {name: extent_of(part) for name, part in parts.items() if b"sheetData" in part}
    _measure_texts(parts, extents)
    targets = _targets(parts, "xl/workbook.xml", _sheets_of_xml(parts))
    return _opened_without(parts, extents, targets)


def _xlsb(parts: dict[str, bytes]) -> Workbook:
    extents = {
        name: extent_of_part(part)
        for name, part in parts.items()
        if name.lower().endswith(".bin") and not _FIXED.match(name)
    }
    relations = [relation for _, relation in sheets_of_part(parts.get("xl/workbook.bin", b""))]
    targets = _targets(parts, "xl/workbook.bin", relations)
    if "" in targets:
        raise broken()
    return _opened_without(parts, extents, targets)


def _opened_without(
    parts: dict[str, bytes], extents: dict[str, SheetExtent], targets: Sequence[str]
) -> Workbook:
    """A workbook whose sheets that are too large are never there to be read."""
    for name, extent in extents.items():
        if extent.is_too_large:
            parts[name] = b""
    stream = packed_again(parts)
    parts.clear()
    return _opened(stream, lambda number: extents.get(_nth(targets, number) or ""))


def _opened(stream: BytesIO, extent: Callable[[int], SheetExtent | None]) -> Workbook:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum, load_workbook

    workbook = _guarded(lambda: load_workbook(stream), "the workbook")
    names, hidden = [], set()
    for number, about in enumerate(workbook.sheets_metadata):
        names.append(about.name if about.typ is SheetTypeEnum.WorkSheet else "")
        if about.visible is not SheetVisibleEnum.Visible:
            hidden.add(number)
    return Workbook(workbook, names, frozenset(hidden), extent)


def _guarded(read: Callable[[], Result], what: str) -> Result:
    """What the reader gives; whatever else it raises becomes a fault."""
    from python_calamine import PasswordError

    try:
        with silent_standard_error():  # a panic prints
            return read()
    except PasswordError:
        raise locked() from None
    except (KeyboardInterrupt, SystemExit, WorkbookFault):
        raise
    except BaseException:  # noqa: BLE001  a panic of the reader is no Exception
        raise broken(what) from None


def _measure_texts(parts: dict[str, bytes], extents: dict[str, SheetExtent]) -> None:
    """Mark the sheets that repeat long texts in so many cells that memory would end."""
    texts = next((parts[name] for name in parts if name.lower() == "xl/sharedstrings.xml"), b"")
    if not texts:
        return
    longest = max(map(len, texts.split(b"</si>")))
    lengths: list[int] = []
    for name, extent in extents.items():
        cells = parts[name].count(b"<v>")
        if cells * longest <= _MOST_TEXT:
            continue
        lengths = lengths or [*map(len, texts.split(b"</si>"))]
        used = map(int, re.findall(rb"<v>([0-9]{1,8})</v>", parts[name]))
        if sum(lengths[text] for text in used if text < len(lengths)) > _MOST_TEXT:
            extent.has_too_much_text = True


def _sheets_of_xml(parts: dict[str, bytes]) -> list[str]:
    """The relation of each sheet, in the order of the workbook."""
    return [
        sheet.get(_RELATION) or sheet.get(_STRICT_RELATION) or ""
        for sheet in _elements(parts.get("xl/workbook.xml", b""), "sheet")
    ]


def _targets(parts: dict[str, bytes], workbook: str, relations: Sequence[str]) -> list[str]:
    """The parts that relations of a workbook lead to; "" where one is not there."""
    folder, _, file = workbook.rpartition("/")
    part = parts.get(f"{folder}/_rels/{file}.rels", b"")
    target = {
        element.get("Id", ""): element.get("Target", "")
        for element in _elements(part, "Relationship")
    }
    return [
        normpath(join("/", folder, target[relation])).lstrip("/") if relation in target else ""
        for relation in relations
    ]


def _elements(part: bytes, name: str) -> Iterator[Element]:
    """The elements of a small part with a name, in any namespace; none where it is broken."""
    if b"<!DOCTYPE" in part:  # no part of a workbook declares one, and entities could be a bomb
        return
    try:
        root = fromstring(part)
    except (ParseError, ValueError, LookupError):
        return
    for element in root.iter():
        if element.tag.rpartition("}")[2] == name:
            yield element


def _nth(items: Sequence[Result], number: int) -> Result | None:
    return items[number] if number < len(items) else None
