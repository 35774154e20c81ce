"""Files are opened and their bytes become text, strictly, so that offsets count code points."""

import re
from pathlib import Path

from orgcli.model.findings.finding import Finding, Place
from orgcli.model.source.source import Source
from orgcli.read.syntax.paths import display_path

MAX_BYTES = 256 * 1024 * 1024
"""Larger files are refused: nobody writes them, and reading one would take gigabytes."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SPREADSHEETS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".numbers")


class Unreadable(Exception):
    """A file or a folder that cannot be opened; the message says which, `reason` says why."""

    def __init__(self, path: Path, error: OSError | ValueError) -> None:
        self.reason = error.strerror if isinstance(error, OSError) else str(error)
        super().__init__(f"cannot read `{display_path(path)}`: {self.reason}")


def read_bytes(path: Path, limit: int = -1) -> bytes:
    """What is in a file, up to a number of bytes if there is one. Raises Unreadable."""
    try:
        with path.open("rb") as stream:
            return stream.read(limit)
    except (OSError, ValueError) as error:  # ValueError: no file can have such a name
        raise Unreadable(path, error) from None


def read_source(path: Path) -> Source | Finding:
    """The text of a file, or a finding as `decode` gives it. Raises Unreadable."""
    return decode(path.as_posix(), read_bytes(path))


def decode(path: str, raw: bytes) -> Source | Finding:
    """The text of a file, without its byte order mark; a finding when it is not text.

    ORG009 when the file is too large, ORG002 at the byte that is not UTF-8, ORG001 at a
    NUL character, which no text format here allows and some readers cut the text at.
    """
    if len(raw) > MAX_BYTES:
        message = f"the file has {len(raw):,} bytes; the limit is {MAX_BYTES:,}"
        return Finding("ORG009", message, Place(path), help="split it into one file per team")
    if is_packed(raw):
        return _packed(path)
    if raw[:2] in _UTF16:
        help = "save it as UTF-8 (in Excel: CSV UTF-8)"
        return Finding("ORG002", "the file is UTF-16, not UTF-8", Place(path), help=help)
    try:
        source = Source(path, raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return _not_utf8(path, raw, error.start)
    nul = source.text.find("\0")
    if nul < 0:
        return source
    help = "the file is damaged, or not a text file"
    return Finding("ORG001", "a NUL character in the text", source.place(nul, nul + 1), help=help)


def is_packed(raw: bytes) -> bool:
    """Whether a file is in one of the containers of office programs, which are no text."""
    return raw.startswith((_ZIP, _OLE))


def _packed(path: str) -> Finding:
    if path.lower().endswith(_SPREADSHEETS):
        message, advice = "this is a spreadsheet", "export its sheet of positions as CSV UTF-8"
    else:
        message = "this is a spreadsheet or another packed file, whatever its name says"
        advice = "open it in its program and save it as CSV UTF-8"
    return Finding("ORG002", f"{message}, not text", Place(path), help=advice)


def _not_utf8(path: str, raw: bytes, start: int) -> Finding:
    start += 3 if raw.startswith(b"\xef\xbb\xbf") else 0
    before = raw[:start].decode("utf-8-sig", errors="replace")
    line, column = Source(path, before).line_column(len(before))
    message = f"byte 0x{raw[start]:02x} is not UTF-8"
    place = Place(path, line, column, line, column + 1)
    help = "save the file as UTF-8; it may be Latin-1 or Windows-1252"
    return Finding("ORG002", message, place, help=help)


def top_level(text: str, keys: str) -> str:
    """The lines of some top-level keys of a block mapping, each with everything indented under it.

    keys  their names, with `|` between them
    """
    block = rf"^(?:{keys})[ \t]*:[^\n]*\n?(?:(?:[ \t\-][^\n]*)?\n)*"
    return "".join(match.group() for match in re.finditer(block, text, re.MULTILINE))
