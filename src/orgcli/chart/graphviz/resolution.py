"""How large a PNG is on paper: its resolution, which Graphviz does not write."""

import struct
import zlib

_AFTER = 33
"""Where the first chunk, IHDR, ends; pHYs stands between it and the picture."""
_PER_METRE = 1 / 0.0254
_METRE = 1
"""The unit of pHYs."""


def with_resolution(png: bytes, dpi: int) -> bytes:
    """The PNG of Graphviz with a chunk that says how many pixels there are to the inch."""
    pixels = round(dpi * _PER_METRE)
    chunk = b"pHYs" + struct.pack(">IIB", pixels, pixels, _METRE)
    framed = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return png[:_AFTER] + framed + png[_AFTER:]
