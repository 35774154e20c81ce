"""Which spreadsheet a packed file is, or what else it seems to be."""

from __future__ import annotations

from enum import Enum
from pathlib import PurePath

from orgcli.model.source.notation import SPREADSHEET_SUFFIXES
from orgcli.read.syntax.decoding import is_zip
from orgcli.read.syntax.file_kinds import EXPORT, UNPACK
from orgcli.read.tables.files.workbook.archive import part_names
from orgcli.read.tables.files.workbook.compound import stream_names
from orgcli.read.tables.files.workbook.fault import WorkbookFault, broken, locked


class Container(Enum):
    """The spreadsheets that are read."""

    XLSX = "Excel"
    XLSB = "Excel binary"
    XLS = "Excel 97"
    ODS = "OpenDocument"


# A name that begins so, in small letters, among the parts of a file -> what it is.
_DOCUMENTS = (
    ("word/", "a Word document"),
    ("ppt/", "a PowerPoint presentation"),
    ("visio/", "a Visio drawing"),
    ("index/tables/", "a spreadsheet of Numbers"),
    ("index/calculationengine", "a spreadsheet of Numbers"),
    ("index.numbers/", "a spreadsheet of Numbers"),
    ("index.zip", "a document of Numbers, Pages or Keynote"),
    ("index/document.iwa", "a document of Numbers, Pages or Keynote"),
    ("index/", "a document of Numbers, Pages or Keynote"),
    ("meta-inf/container.xml", "a book (EPUB)"),
)
_STREAMS = (
    ("worddocument", "a Word document"),
    ("powerpoint document", "a PowerPoint presentation"),
    ("visiodocument", "a Visio drawing"),
    ("__properties_version1.0", "an Outlook message"),
    ("props", "a Project plan"),
)


def container_of(path: str, raw: bytes) -> Container:
    """Which spreadsheet some packed bytes are.

    Raises WorkbookFault: ORG001 where the file is damaged, ORG002 where it is something else.
    """
    if not is_zip(raw):
        return _compound(raw)
    names = part_names(raw)
    small = [name.lower().replace("\\", "/") for name in names]
    if "xl/workbook.xml" in small:
        return Container.XLSX
    if "xl/workbook.bin" in small:
        return Container.XLSB
    if "content.xml" in names:
        return Container.ODS
    for beginning, kind in _DOCUMENTS:
        if any(name.startswith(beginning) for name in small):
            raise other_file(kind, EXPORT)
    if PurePath(path).suffix.lower() in SPREADSHEET_SUFFIXES or not names:
        raise broken("the file")
    listing = ", ".join(f"`{name}`" for name in names[:3])
    raise other_file(f"a zip archive with {listing}", UNPACK)


def _compound(raw: bytes) -> Container:
    names = {name.casefold() for name in stream_names(raw)}
    if "encryptedpackage" in names:
        raise locked()
    if names & {"workbook", "book"}:
        return Container.XLS
    for name, kind in _STREAMS:
        if name in names:
            raise other_file(kind, EXPORT)
    if not names:
        raise broken("the file")
    raise other_file("a packed file of an office program", EXPORT)


def other_file(kind: str, help: str) -> WorkbookFault:
    """ORG002 for a packed file that is no spreadsheet to be read; kind says in words what it is."""
    return WorkbookFault("ORG002", f"this is {kind}, which is not read", help)
