"""What makes one text of another, as edits that touch as little as is easily seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgcli.mend.edits import Edit


def line_edits(old: str, new: str) -> Sequence[Edit]:
    """The edits that make a new text of an old one: within lines where there are as many.

    Otherwise one edit of all that differs.
    """
    before, after = old.split("\n"), new.split("\n")
    if len(before) != len(after):
        return list(_between(old, new, 0))
    edits: list[Edit] = []
    start = 0
    for old_line, new_line in zip(before, after, strict=True):
        edits += _between(old_line, new_line, start)
        start += len(old_line) + 1
    return edits


def _between(old: str, new: str, start: int) -> Iterator[Edit]:
    """The edit of what is left without the same beginning and the same end."""
    if old == new:
        return
    most = min(len(old), len(new))
    head = next((at for at in range(most) if old[at] != new[at]), most)
    most -= head
    tail = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    if tail and old[len(old) - tail] == "\n" and old[len(old) - tail - 1 : len(old) - tail] == "\r":
        tail -= 1  # the two signs of a line end stay together
    yield Edit(start + head, start + len(old) - tail, new[head : len(new) - tail])
