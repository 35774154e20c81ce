"""Reads the bundled typeface and writes its advance widths as a module of the source.

`make update` runs it; test_chart_metrics.py compares its text with the module.
"""

import struct
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from textwrap import wrap

import orgcli

TYPEFACE = Path(orgcli.__file__).parent / "render" / "typeface"
ADVANCES = Path(orgcli.__file__).parent / "chart" / "typesetting" / "advances.py"
STYLES = ("Regular", "Bold")
_UNICODE = (3, 1)
"""The table of characters for the basic plane, in the format 4."""
_HEAD = '''"""Advances of Liberation Sans; made of its files by `make update`, not by hand."""

UNITS = {units}
"""To the font size; widths are in these."""

BLOCKS: tuple[tuple[int, tuple[int, ...], tuple[int, ...]], ...] = (
'''
_TAIL = ''')  # fmt: skip
"""Runs of characters: the first code point, the widths of all, and the widths in bold."""
'''


def drawn_width(text: str, size: float, style: str) -> float:
    """How wide the typeface draws a text, kerning aside, in points; KeyError where it cannot."""
    units, advances = advances_of(style)
    return sum(advances[ord(character)] for character in text) * size / units


@cache
def advances_of(style: str) -> tuple[int, Mapping[int, int]]:
    """Units to the font size, and the width of each character in them."""
    data = (TYPEFACE / f"LiberationSans-{style}.ttf").read_bytes()
    starts = {
        name: start
        for name, _, start, _ in struct.iter_unpack(
            ">4sIII", data[12 : 12 + 16 * int.from_bytes(data[4:6])]
        )
    }
    units, count = _short(data, starts[b"head"] + 18), _short(data, starts[b"hhea"] + 34)
    widths = struct.unpack_from(f">{2 * count}H", data, starts[b"hmtx"])[::2]
    glyphs = _glyphs(data, starts[b"cmap"])
    return units, {code: widths[min(glyph, count - 1)] for code, glyph in glyphs}


def _glyphs(data: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    """Code points, and the number of the glyph of each."""
    entries = struct.iter_unpack(">HHI", data[cmap + 4 : cmap + 4 + 8 * _short(data, cmap + 2)])
    start = next(cmap + offset for *kind, offset in entries if tuple(kind) == _UNICODE)
    count = _short(data, start + 6) // 2
    ends, firsts, deltas, offsets = (
        struct.unpack_from(f">{count}H", data, start + 14 + 2 * count * at + 2 * (at > 0))
        for at in range(4)
    )
    table = start + 16 + 6 * count
    for at, (first, end) in enumerate(zip(firsts, ends, strict=True)):
        for code in range(first, end + 1):
            glyph = code
            if offsets[at]:
                glyph = _short(data, table + 2 * at + offsets[at] + 2 * (code - first))
            if glyph and (glyph + deltas[at]) % 0x10000:
                yield code, (glyph + deltas[at]) % 0x10000


def _short(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2])


def advances_module() -> str:
    """The text of the module with the widths."""
    units, _ = advances_of(STYLES[0])
    tables = [advances_of(style)[1] for style in STYLES]
    codes = sorted(code for code in tables[0] if code != 0xFFFF)
    gaps = [at for at, (one, next_) in enumerate(pairwise(codes), 1) if next_ != one + 1]
    blocks = []
    for start, end in pairwise((0, *gaps, len(codes))):
        block = codes[start:end]
        columns = [tuple(table[code] for code in block) for table in tables]
        text = f"({block[0]:#06x}, {columns[0]}, {columns[1]}),"
        blocks.append("\n".join(wrap(text, 96, initial_indent="    ", subsequent_indent="    ")))
    return _HEAD.format(units=units) + "\n".join(blocks) + "\n" + _TAIL
