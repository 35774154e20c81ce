"""Files are opened and their bytes become text, strictly, so that offsets count code points."""

import os
import re
import stat
from dataclasses import replace
from pathlib import Path

from orgcli.model.findings.finding import Finding, Place
from orgcli.model.source.source import Source
from orgcli.read.syntax.paths import display_path, remember

MAX_BYTES = 256 * 1024 * 1024
"""Larger files are refused: nobody writes them, and reading one would take gigabytes."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_ZIP, _OLE = (b"PK\x03\x04", b"PK\x05\x06"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BOM = b"\xef\xbb\xbf"


class Unreadable(Exception):
    """A file or a folder that cannot be opened; the message says which, `reason` says why."""

    def __init__(self, path: Path, error: OSError | ValueError) -> None:
        self.reason = error.strerror if isinstance(error, OSError) else str(error)
        super().__init__(f"cannot read `{display_path(path)}`: {self.reason}")


class Oversized(Unreadable):
    """A file that is larger than what may be read of it; nothing of it was read.

    size  in bytes; None where it is no regular file, and has no end that is known
    """

    def __init__(self, path: Path, size: int | None, most: int) -> None:
        super().__init__(path, ValueError(_too_large(size, most)))
        self.size = size


def read_bytes(
    path: Path, head: int | None = None, most: int = MAX_BYTES, special: bool = False
) -> bytes:
    """What is in a file. Raises Unreadable; Oversized for a file with more bytes than `most`.

    head     the number of bytes at its beginning that are wanted; None for all
    special  whether it may be a pipe or a device, which has been named by whoever waits for it
    """
    try:
        with open(path, "rb", opener=None if special else _open_at_once) as stream:
            state = os.fstat(stream.fileno())
            if not (special or stat.S_ISREG(state.st_mode)):
                raise Unreadable(path, ValueError("it is not a regular file"))
            remember(path, state)
            if head is not None:
                return stream.read(head)
            if state.st_size > most:
                raise Oversized(path, state.st_size, most)
            raw = stream.read(most + 1)
    except (OSError, ValueError) as error:  # ValueError: no file can have such a name
        raise Unreadable(path, error) from None
    if len(raw) > most:
        raise Oversized(path, None, most)
    return raw


def _open_at_once(path: str, flags: int) -> int:
    """Open a file; a pipe that nobody writes to does not make it wait."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def read_source(path: Path, special: bool = False) -> Source | Finding:
    """The text of a file, or a finding as `decode` gives it. Raises Unreadable.

    special  whether it may be a pipe or a device
    """
    return decode(path.as_posix(), read_bytes(path, special=special))


def decode(path: str, raw: bytes) -> Source | Finding:
    """The text of a file, without its byte order mark; a finding when it is not text.

    ORG009 when the file is too large, ORG002 at the byte that is not UTF-8, ORG001 at a
    NUL character, which no text format here allows and some readers cut the text at.
    """
    if len(raw) > MAX_BYTES:
        return too_many_bytes(path, len(raw))
    if is_packed(raw):
        return _packed(path)
    if raw[:2] in _UTF16:
        help = "save it as UTF-8 (in Excel: CSV UTF-8)"
        return Finding("ORG002", "the file is UTF-16, not UTF-8", Place(path), help=help)
    try:
        source = Source(path, raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return _binary_kind(path, raw) or _not_utf8(path, raw, error.start)
    checked = _without_nul(source)
    return checked if isinstance(checked, Source) else _binary_kind(path, raw) or checked


def decode_export(
    path: str, raw: bytes, encoding: str | None = None
) -> tuple[Source, list[Finding]] | Finding:
    """The text of a file of another program, in UTF-8 or in the encoding that fits it best.

    encoding  that of a text which is not UTF-8, in Python's words; None to recognise it
    Findings: ORG017 where an encoding was recognised. Where none fits, what `decode` says.
    """
    if len(raw) <= MAX_BYTES and (binary := _binary_kind(path, raw)):
        return binary
    source = decode(path, raw)
    if isinstance(source, Source) and not (encoding and raw.isascii()):
        return source, []
    if isinstance(source, Finding) and (len(raw) > MAX_BYTES or is_packed(raw)):
        return source
    if encoding and raw[:2] not in _UTF16 and not raw.startswith(_BOM):
        read = _read_as(path, raw, encoding)
        return read if isinstance(read, Finding) else (read, [])
    from orgcli.read.syntax.text_encodings import guess_encodings  # few files need it

    for guess in guess_encodings(raw):
        read = _read_as(path, raw, guess.codec)
        if isinstance(read, Source):
            return read, [_other_encoding(read, guess.name, guess.is_sure)]
    return _undecided(source)


def is_packed(raw: bytes) -> bool:
    """Whether a file is in one of the containers of office programs, which are no text."""
    return raw.startswith((*_ZIP, _OLE))


def is_zip(raw: bytes) -> bool:
    """Whether a file is a zip archive."""
    return raw.startswith(_ZIP)


def _packed(path: str) -> Finding:
    message = "this is a spreadsheet or another packed file, not text"
    return Finding("ORG002", message, Place(path), help="save it as a text in UTF-8")


def _binary_kind(path: str, raw: bytes) -> Finding | None:
    from orgcli.read.syntax.file_kinds import binary_kind  # files of our own are text

    return binary_kind(path, raw)


def too_many_bytes(path: str, size: int | None) -> Finding:
    """ORG009 for a file that is larger than MAX_BYTES; size  in bytes, None for one unknown."""
    message = _too_large(size, MAX_BYTES)
    return Finding("ORG009", message, Place(path), help="split it into one file per team")


def _too_large(size: int | None, most: int) -> str:
    has = "more bytes than may be read" if size is None else f"{size:,} bytes"
    return f"the file has {has}; the limit is {most:,}"


def _without_nul(source: Source) -> Source | Finding:
    nul = source.text.find("\0")
    if nul < 0:
        return source
    help = "the file is damaged, or not a text file"
    return Finding("ORG001", "a NUL character in the text", source.place(nul, nul + 1), help=help)


def _read_as(path: str, raw: bytes, encoding: str) -> Source | Finding:
    """The text in an encoding; ORG002 where there is none of that name, or a byte is not in it."""
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        at = min(error.start, len(raw) - 1)  # some codecs count beyond the end
        message = f"byte 0x{raw[at]:02x} is not {encoding}"
        place = Source(path, raw[:at].decode("latin-1")).place(at, at)
        return Finding("ORG002", message, place, help="say another encoding with `--encoding`")
    except (LookupError, UnicodeError):
        help = "write one such as `--encoding windows-1252`"
        return Finding("ORG002", f"`{encoding}` is no encoding of a text", Place(path), help=help)
    return _without_nul(Source(path, text.removeprefix("\ufeff")))


def _other_encoding(source: Source, name: str, is_sure: bool) -> Finding:
    """ORG017 at the first letter that another encoding would read as something else."""
    first = re.search(r"[^\x00-\x7f]", source.text)
    start, end = first.span() if first and not name.startswith("utf") else (0, 0)
    likely = "" if is_sure else ", which is likely but not sure"
    help = f"save it as UTF-8, or say its encoding: `--encoding {name}`"
    message = f"the text is not UTF-8; it is read as {name}{likely}"
    return Finding("ORG017", message, source.place(start, end), help=help)


def _undecided(source: Source | Finding) -> Finding:
    assert isinstance(source, Finding)
    if source.code != "ORG002":
        return source
    help = "save the file as UTF-8, or say its encoding, such as `--encoding windows-1252`"
    return replace(source, help=help)


def _not_utf8(path: str, raw: bytes, start: int) -> Finding:
    start += 3 if raw.startswith(_BOM) else 0
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
