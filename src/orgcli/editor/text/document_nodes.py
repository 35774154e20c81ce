"""The nodes of a parsed text: which one an offset is in, and the keys that lead to it."""

from __future__ import annotations

from bisect import bisect_right

from orgcli.mend.organisation.text_tree import content_end
from orgcli.read.syntax.document import Document


def scalar_at(document: Document, offset: int) -> tuple[int, int, int] | None:
    """The slot of the scalar at an offset, or at whose end it is, with its span; None for none."""
    slot = bisect_right(document.starts, offset) - 1
    if slot < 0 or slot in document.after or slot in document.aliases:
        return None
    start, end = document.starts[slot], content_end(document, slot)
    return (slot, start, end) if start <= offset <= end and start < end else None


def keys_to(document: Document, target: int) -> tuple[str, ...] | None:
    """The keys from the top down to a value; None where the node is a key itself."""
    keys: list[str] = []
    slot = 0
    while slot != target:
        children = document.children(slot)
        number = bisect_right(children, target) - 1
        if number < 0:
            return None
        if not document.is_list(slot):
            if number % 2 == 0:
                return None
            key = children[number - 1]
            keys.append(unquoted(document.source.text[document.starts[key] : document.ends[key]]))
        slot = children[number]
    return tuple(keys)


def unquoted(scalar: str) -> str:
    """A scalar without its quotes, and without its anchor or tag."""
    while scalar[:1] in ("&", "!") and " " in scalar:
        scalar = scalar.partition(" ")[2].lstrip()
    if len(scalar) > 1 and scalar[0] in "'\"" and scalar[-1] == scalar[0]:
        inner = scalar[1:-1]
        return inner.replace("''", "'") if scalar[0] == "'" else inner.replace('\\"', '"')
    return scalar
