"""Files in UTF-8 that are edited: the bytes of a new text, and what would change in them."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator
from io import StringIO

from orgcli.model.text import visible


def with_mark(text: str, current: bytes) -> bytes:
    """The bytes of a text, with the mark of the byte order where the file that is there has it."""
    mark = BOM_UTF8 if current.startswith(BOM_UTF8) else b""
    return mark + text.encode("utf-8", "surrogatepass")


def difference(file: str, before: str, after: str) -> Iterator[str]:
    """The lines of a unified diff, cut at CR and LF only, as in editors; line ends stay."""
    from difflib import unified_diff  # few runs show one

    old, new = (list(StringIO(text, newline="")) for text in (before, after))
    for line in unified_diff(old, new, f"a/{file}", f"b/{file}"):
        bare = line.rstrip("\r\n")
        yield visible(bare) + (line[len(bare) :] or "\n\\ No newline at end of file\n")
