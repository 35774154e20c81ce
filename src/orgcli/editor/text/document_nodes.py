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
    found: list[str] = []
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
            found.append(unquoted(document.source.text[document.starts[key] : document.ends[key]]))
        slot = children[number]
    return tuple(found)


def unquoted(written: str) -> str:
    """A scalar without its quotes, and without its anchor or tag."""
    while written[:1] in ("&", "!") and " " in written:
        written = written.partition(" ")[2].lstrip()
    if len(written) > 1 and written[0] in "'\"" and written[-1] == written[0]:
        inner = written[1:-1]
        return inner.replace("''", "'") if written[0] == "'" else inner.replace('\\"', '"')
    return written
