"""The parts of a zipped workbook, unpacked within a limit and packed again as they were checked."""

import struct
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZIP_STORED, BadZipFile, ZipFile

from orgcli.read.tables.files.workbook.fault import MAX_UNPACKED, broken, locked, too_big

_MOST_PARTS = 20_000
_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_BROKEN = (
    BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, KeyError, OverflowError,
    NotImplementedError, RuntimeError,
)  # fmt: skip


def part_names(raw: bytes) -> list[str]:
    """The names in a zip archive; empty where its directory cannot be read."""
    try:
        return _archive(raw).namelist()
    except _BROKEN:
        return []


def read_parts(raw: bytes, is_wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """The parts of a zip archive that are wanted, by name. Raises WorkbookFault.

    A part is never read beyond the size that the archive's directory gives it, and one that has
    another size is damaged.
    """
    try:
        archive = _archive(raw)
        infos = {info.filename: info for info in archive.infolist() if is_wanted(info.filename)}
        if sum(info.file_size for info in infos.values()) > MAX_UNPACKED:
            raise too_big(f"the workbook unpacks to more than {MAX_UNPACKED:,} bytes")
        if any(info.flag_bits & _ENCRYPTED for info in infos.values()):
            raise locked()
        return {name: archive.read(info) for name, info in infos.items()}
    except _BROKEN:
        raise broken() from None


def packed_again(parts: Mapping[str, bytes]) -> BytesIO:
    """An archive with these parts and nothing else, for a reader that knows no limits."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    stream.seek(0)
    return stream


def _archive(raw: bytes) -> ZipFile:
    if raw.count(_ENTRY) > _MOST_PARTS:
        raise too_big(f"the archive has more than {_MOST_PARTS:,} parts")
    return ZipFile(BytesIO(raw))
