"""Streams of a compound file, the container of .xls workbooks and of encrypted ones (MS-CFB)."""

from collections.abc import Sequence
from struct import unpack_from

_FREE = 0xFFFFFFFA  # this and what is above it ends a chain of sectors
_ENTRY = 128
_SIZES = (9, 12)
"""Of a sector, as powers of two: the format has no others."""


def stream_names(raw: bytes) -> list[str]:
    """The names of the streams and storages in a compound file; none where it is cut off."""
    directory, _, _ = _directory(raw)
    if len(directory) % _ENTRY:
        return []
    return [name for name, _, _ in _entries(directory)]


def stream_of(raw: bytes, *names: str) -> bytes:
    """The first stream with one of these names, in any case; empty where there is none."""
    directory, fat, size = _directory(raw)
    folded = {name.casefold() for name in names}
    for name, start, length in _entries(directory):
        if name.casefold() in folded:
            return _chain(raw, start, fat, size)[:length] if length >= 4096 else _mini(raw, start)
    return b""


def _mini(raw: bytes, start: int) -> bytes:
    """A stream below 4,096 bytes, which lies in sectors of 64 bytes in the stream of the root."""
    directory, fat, size = _directory(raw)
    root = _chain(raw, unpack_from("<I", directory, 116)[0], fat, size)
    table = _numbers(_chain(raw, unpack_from("<I", raw, 60)[0], fat, size))
    return _chain(root, start, table, 64, header=0)


def _directory(raw: bytes) -> tuple[bytes, Sequence[int], int]:
    """The directory, the table of sectors, and the size of one; nothing where that is not sound."""
    if len(raw) < 512 or (power := unpack_from("<H", raw, 30)[0]) not in _SIZES:
        return b"", (), 512
    size = 1 << power
    holders = list(unpack_from("<109I", raw, 76))
    more, count = unpack_from("<I", raw, 68)[0], 0
    while more < _FREE and count < len(raw) // size:
        sector = raw[(more + 1) * size : (more + 2) * size]
        if len(sector) < size:
            break
        *several, more = _numbers(sector)
        holders += several
        count += 1
    fat: list[int] = []
    for holder in holders[: len(raw) // size + 1]:
        if holder < _FREE and len(fat) <= len(raw) // size:
            fat += _numbers(raw[(holder + 1) * size : (holder + 2) * size])
    return _chain(raw, unpack_from("<I", raw, 48)[0], fat, size), fat, size


def _chain(raw: bytes, start: int, fat: Sequence[int], size: int, header: int = 1) -> bytes:
    """The sectors of a chain, one after the other; a chain that comes back to itself ends."""
    parts, count = [], 0
    while start < len(fat) and count <= len(fat):
        parts.append(raw[(start + header) * size : (start + header + 1) * size])
        start = fat[start]
        count += 1
    return b"".join(parts)


def _numbers(raw: bytes) -> Sequence[int]:
    return unpack_from(f"<{len(raw) // 4}I", raw)


def _entries(directory: bytes) -> list[tuple[str, int, int]]:
    """Name, first sector and length of each entry."""
    entries = []
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        length = unpack_from("<H", directory, at + 64)[0]
        name = directory[at : at + min(max(length - 2, 0), 62)].decode("utf-16-le", "replace")
        if name:
            start, size = unpack_from("<II", directory, at + 116)
            entries.append((name, start, size))
    return entries
