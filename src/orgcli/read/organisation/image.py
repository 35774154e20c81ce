"""The bytes of a PNG or JPEG file become a photo: its size, and no more than the picture itself."""

import re
import zlib

from orgcli.model.organisation.photo import MOST_PIXELS, Photo
from orgcli.read.organisation.jpeg import decodable

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
# What people take for a photo that is another kind of file, by where and how it begins.
_OTHERS = (
    (0, b"GIF8", "a GIF"), (8, b"WEBP", "WebP"), (4, b"ftypheic", "HEIC"), (4, b"ftypmif1", "HEIC"),
    (4, b"ftypheix", "HEIC"), (4, b"ftypavif", "AVIF"), (0, b"BM", "a BMP"), (0, b"II*\0", "TIFF"),
    (0, b"MM\0*", "TIFF"), (0, b"%PDF", "a PDF"), (0, b"<", "SVG, XML or HTML"),
)  # fmt: skip

# Colours and transparency; text, times, EXIF and colour profiles are left out.
_CHUNKS = frozenset({b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"sRGB", b"IDAT", b"IEND"})
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""In a pixel, by the type of colour: grey, RGB, palette, and the first two with transparency."""
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""Bits of a sample that there may be, by the type of colour."""
_PALETTE, _LAST_FILTER = 3, 4
_WHOLE = ((0, 0, 1, 1),)
_INTERLACED = (
    (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
    (0, 1, 1, 2),
)  # fmt: skip
"""Passes over the picture: first column and row, steps between columns and rows."""

_START, _END, _SCAN, _FIRST_FRAME, _LAST_FRAME = 0xD8, 0xD9, 0xDA, 0xC0, 0xCF
_USUAL_FRAMES = (0xC0, 0xC1, 0xC2)
_TABLES = (0xC4, 0xDB, 0xDD)  # Huffman codes, quantisation, restarts
_NO_FRAMES = (0xC4, 0xC8, 0xCC)
_JFIF, _EXIF, _ADOBE = 0xE0, 0xE1, 0xEE
_UPRIGHT = 1
_ORIENTATION = 0x0112
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


class BadImage(Exception):
    """The bytes are no photo that can be shown; `help` says what to do about it."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.help = help


def image(raw: bytes) -> Photo:
    """The photo that a file holds, by its bytes whatever its name; raises BadImage.

    The parts of the file are looked at, and those that a picture needs are kept. Where a camera
    was held on its side, only what is left out would say so; such a file is refused.
    """
    if raw.startswith(_PNG):
        return _png(raw)
    if raw.startswith(_JPEG):
        return _jpeg(raw)
    text = raw.lstrip(b"\xef\xbb\xbf \t\r\n")
    what = next((name for at, magic, name in _OTHERS if text[at:].startswith(magic)), "")
    raise BadImage(
        f"is {what}, not PNG or JPEG" if what else "is neither PNG nor JPEG",
        "save it as JPEG or PNG; the ending of its name alone does not make it one",
    )


def _png(raw: bytes) -> Photo:
    """Chunks: length, kind, body, checksum. https://www.w3.org/TR/png-3/#5DataRep"""
    kept = [_PNG]
    rows: list[bytes] = []
    at = len(_PNG)
    width = height = 0
    while at + 12 <= len(raw):
        kind = raw[at + 4 : at + 8]
        end = at + 12 + int.from_bytes(raw[at : at + 4])
        whole = end <= len(raw) and zlib.crc32(raw[at + 4 : end - 4]) == _number(raw, end - 4, 4)
        if not whole or (kind == b"IHDR") != (len(kept) == 1):
            break
        if kind == b"IHDR":
            width, height = _header(raw[at + 8 : end - 4])
        if kind in _CHUNKS:
            kept.append(raw[at:end])
        if kind == b"IDAT":
            rows.append(raw[at + 8 : end - 4])
        if kind == b"IEND" and _in_order(kept, raw[25]):
            _refuse_wrong_rows(b"".join(rows), raw[24], raw[25], raw[28], width, height)
            return Photo("png", width, height, b"".join(kept))
        at = end
    raise _broken()


def _header(body: bytes) -> tuple[int, int]:
    """Width and height; the rest is depth, type of colour, packing, filtering and interlacing."""
    if len(body) != 13:
        raise _broken()
    depth, color, packing, filtering, interlaced = body[8:]
    if depth not in _DEPTHS.get(color, ()) or packing or filtering or interlaced > 1:
        raise _broken()
    return _sized(_number(body, 0, 4), _number(body, 4, 4))


def _in_order(kept: list[bytes], color: int) -> bool:
    """Whether the rows follow each other, after the one palette where there must be one."""
    kinds = [chunk[4:8] for chunk in kept[1:]]
    palettes = [len(chunk) - 12 for chunk in kept[1:] if chunk[4:8] == b"PLTE"]
    if len(palettes) != 1 if color == _PALETTE else len(palettes) > 1:
        return False
    if any(size % 3 or not 0 < size <= 3 * 256 for size in palettes):
        return False
    return b"IDAT" in kinds and {*kinds[kinds.index(b"IDAT") :]} == {b"IDAT", b"IEND"}


def _refuse_wrong_rows(
    packed: bytes, depth: int, color: int, interlaced: int, width: int, height: int
) -> None:
    """The rows must all be there, each filtered in a known way, or Graphviz draws no chart."""
    bits = _SAMPLES[color] * depth
    passes: list[tuple[int, int]] = []
    for x, y, across, down in _INTERLACED if interlaced else _WHOLE:
        columns, rows = -((x - width) // across), -((y - height) // down)
        if columns > 0 and rows > 0:
            passes.append((1 + (columns * bits + 7) // 8, rows))
    size = sum(row * rows for row, rows in passes)
    unpacking = zlib.decompressobj()
    try:
        # One byte more than there should be is asked for, so that the checksum is reached.
        unpacked = unpacking.decompress(packed, size + 1)
    except zlib.error:
        raise _broken() from None
    if len(unpacked) != size or not unpacking.eof:
        raise _broken()
    at = 0
    for row, rows in passes:
        if max(unpacked[at : at + row * rows : row]) > _LAST_FILTER:
            raise _broken()
        at += row * rows


def _jpeg(raw: bytes) -> Photo:
    """Segments: 0xff, marker, length, body; after a scan its data. ITU-T T.81, annex B."""
    kept = [raw[:2]]
    at = 2
    width = height = 0
    while raw[at : at + 1] == b"\xff" and at + 1 < len(raw):
        marker = raw[at + 1]
        if marker == 0xFF:  # padding
            at += 1
            continue
        if marker == _END and decodable(kept[1:]):
            return Photo("jpeg", width, height, b"".join((*kept, b"\xff\xd9")))
        body, end = at + 4, at + 2 + _number(raw, at + 2, 2)
        if end < body or end > len(raw):
            break
        if _FIRST_FRAME <= marker <= _LAST_FRAME and marker not in _NO_FRAMES:
            width, height = _frame(marker, raw[body:end])
        elif marker == _EXIF:
            _refuse_turned(raw[body:end])
        elif marker == _SCAN:
            following = _NEXT_MARKER.search(raw, end)
            end = following.start() if following else end
        if segment := _segment(marker, raw[at:end]):
            kept.append(segment)
        at = end
    raise _broken()


def _segment(marker: int, segment: bytes) -> bytes:
    """What of a segment is needed: all, the part that says how colours are meant, or nothing."""
    if marker in (*_USUAL_FRAMES, *_TABLES, _SCAN):
        return segment
    if marker == _JFIF and segment[4:9] == b"JFIF\0" and len(segment) >= 18:
        return b"\xff\xe0\x00\x10" + segment[4:16] + b"\0\0"  # without its thumbnail
    if marker == _ADOBE and segment[4:9] == b"Adobe" and len(segment) >= 16:
        return b"\xff\xee\x00\x0e" + segment[4:16]
    return b""


def _frame(marker: int, body: bytes) -> tuple[int, int]:
    if marker not in _USUAL_FRAMES or body[:1] != b"\x08":
        raise BadImage("is a kind of JPEG that few programs can show", "save it as usual JPEG")
    return _sized(_number(body, 3, 2), _number(body, 1, 2))


def _refuse_turned(body: bytes) -> None:
    """EXIF is a TIFF file in which a tag says how the camera was held."""
    if not body.startswith(b"Exif\0\0"):
        return
    tiff = body[6:]
    order = "little" if tiff.startswith(b"II") else "big"
    first = _number(tiff, 4, 4, order)
    for entry in range(_number(tiff, first, 2, order)):
        at = first + 2 + 12 * entry
        if at >= len(tiff):
            return
        if _number(tiff, at, 2, order) == _ORIENTATION:
            if _number(tiff, at + 8, 2, order) in range(_UPRIGHT + 1, 9):
                raise BadImage(
                    "is stored turned or mirrored, and charts leave out the camera's note of that",
                    "open it in an image editor, turn it upright, and save it",
                )
            return


def _sized(width: int, height: int) -> tuple[int, int]:
    if not (width and height):
        raise _broken()
    if max(width, height) > MOST_PIXELS:
        raise BadImage(
            f"is {width} x {height} pixels",
            f"make it smaller, at most {MOST_PIXELS:,} on each side; 200 are enough for a card",
        )
    if min(width, height) == 1 < max(width, height):
        # Graphviz counts in whole points: it would scale a line from no width, and draw no chart.
        raise BadImage(f"is {width} x {height} pixels", "save it with 2 or more on each side")
    return width, height


def _number(raw: bytes, at: int, size: int, order: str = "big") -> int:
    """An unsigned number; what is beyond the end counts as absent."""
    return int.from_bytes(raw[at : at + size], "little" if order == "little" else "big")


def _broken() -> BadImage:
    return BadImage("is damaged or cut off", "export or download it again")
