"""What files that are no text seem to be, and how to get them read."""

from collections.abc import Sequence

from orgcli.model.findings.finding import Finding, Place

_HEAD = 4096

UNPACK = "unpack it, and name the file that is in it"
EXPORT = "export its table of positions as .xlsx or CSV UTF-8"
_RETYPE = "a picture of an organisation cannot be read; export the data that it was made of"

# Their first bytes, what they are, and what to do. Those of two letters could begin a text, so
# that a NUL has to be near.
_KINDS: Sequence[tuple[bytes, str, str]] = (
    (b"%PDF-", "a PDF document", "export the data that it was made of as CSV UTF-8 or .xlsx"),
    (b"\x89PNG", "an image (PNG)", _RETYPE),
    (b"\xff\xd8\xff", "an image (JPEG)", _RETYPE),
    (b"II*\0", "an image (TIFF)", _RETYPE),
    (b"MM\0*", "an image (TIFF)", _RETYPE),
    (b"{\\rtf", "a document in Rich Text Format", EXPORT),
    (b"\x1f\x8b", "packed by gzip", UNPACK),
    (b"\xfd7zXZ\0", "packed by xz", UNPACK),
    (b"(\xb5/\xfd", "packed by zstd", UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", UNPACK),
    (b"SQLite format 3\0", "an SQLite database", EXPORT),
    (b"\0\x01\0\0Standard", "an Access database", EXPORT),
)
_KINDS_NEAR_NUL: Sequence[tuple[bytes, str, str]] = (
    (b"GIF8", "an image (GIF)", _RETYPE),
    (b"BM", "an image (BMP)", _RETYPE),
    (b"RIFF", "an image or a recording", _RETYPE),
    (b"BZh", "packed by bzip2", UNPACK),
    (b"PAR1", "a Parquet file", EXPORT),
    (b"Obj\x01", "an Avro file", EXPORT),
    (b"\x09\x00", "a workbook of Excel 2", EXPORT),
    (b"\x09\x02", "a workbook of Excel 3", EXPORT),
    (b"\x09\x04", "a workbook of Excel 4", EXPORT),
)


def binary_kind(path: str, raw: bytes) -> Finding | None:
    """ORG002 for a file whose first bytes say that it is no text, whatever its name is."""
    head = raw[:_HEAD]
    kinds = [*_KINDS, *(_KINDS_NEAR_NUL if b"\0" in head else ())]
    row = next((row for row in kinds if head.startswith(row[0])), None)
    if row is None:
        return None
    _, kind, help = row
    return Finding("ORG002", f"this is {kind}, not text", Place(path), help=help)
