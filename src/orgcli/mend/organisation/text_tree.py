"""The nodes of a file in YAML or JSON as edits see them: where each begins and really ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Protocol

from orgcli.model.source.source import Source
from orgcli.plans.seat_changes import RefusedEdit

_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")
"""The anchor and the tag that a node may begin with."""
_LINE_END = re.compile(r"\r\n|\r|\n|\Z")


class TextTree(Protocol):
    """A parsed file: a slot for each node in document order, with its offsets.

    after    per container the first slot behind everything in it; aliases, what they stand for
    """

    @property
    def source(self) -> Source: ...
    @property
    def starts(self) -> Sequence[int]: ...
    @property
    def ends(self) -> Sequence[int]: ...
    @property
    def after(self) -> Mapping[int, int]: ...
    @property
    def aliases(self) -> Mapping[int, int]: ...
    def children(self, slot: int) -> Sequence[int]:
        """The slots of what a container holds, keys and values in turn."""

    def is_list(self, slot: int) -> bool:
        """Whether a node is a list; an alias is what it stands for."""

    def key_slot(self, slot: int, key: str) -> int | None:
        """The slot of a key of a mapping, where the mapping itself writes it."""


def is_flow(tree: TextTree, slot: int) -> bool:
    """Whether a container is written in brackets or braces."""
    text, at = tree.source.text, tree.starts[slot]
    properties = _PROPERTIES.match(text, at)
    return text[properties.end() if properties else at :][:1] in ("{", "[")


def mapping_at(tree: TextTree, start: int) -> int | None:
    """The slot of the mapping that begins at an offset."""
    slot = bisect_left(tree.starts, start)
    while slot < len(tree.starts) and tree.starts[slot] == start:
        if slot in tree.after and not tree.is_list(slot):
            return slot
        slot += 1
    return None


def content_end(tree: TextTree, slot: int) -> int:
    """Where a node really ends: without the blank lines and comments behind it."""
    slot = last_node(tree, slot)
    start, end = tree.starts[slot], tree.ends[slot]
    if slot in tree.after:
        return end
    return start + len(tree.source.text[start:end].rstrip())


def last_node(tree: TextTree, slot: int) -> int:
    """The node with which another one ends: itself, or the last in it where it has lines."""
    while slot in tree.after and not is_flow(tree, slot):
        children = tree.children(slot)
        if not children:
            break
        slot = children[-1]
    return slot


def line_start(text: str, offset: int) -> int:
    """The first offset of the line of an offset."""
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def line_end(text: str, offset: int) -> int:
    """The offset of the line end behind an offset, or the end of the text."""
    match = _LINE_END.search(text, offset)
    return match.start() if match else len(text)


def next_line(text: str, offset: int) -> int:
    """Where the line behind that of an offset begins."""
    match = _LINE_END.search(text, offset)
    return match.end() if match else len(text)


def file_line(tree: TextTree, offset: int) -> str:
    """The file and the line of an offset, as messages name them."""
    return f"{tree.source.path}:{tree.source.line_column(offset)[0]}"


def newline_of(text: str) -> str:
    """The line end of a text, LF where it has none."""
    match = _LINE_END.search(text)
    return match.group() if match and match.group() else "\n"


def refuse_shared(tree: TextTree, slot: int, id: str, within: bool = False) -> None:
    """Raise RefusedEdit where a node is written once for several.

    within  whether what is in it counts too, for it is to stand elsewhere
    """
    for alias, target in tree.aliases.items():
        is_shared = alias == slot or target == slot or target < slot < tree.after.get(target, 0)
        end = tree.after.get(slot, slot)
        if within and not is_shared:
            is_shared = (slot < target < end) != (slot < alias < end)
        if is_shared:
            alias_line = tree.source.line_column(tree.starts[alias])[0]
            raise RefusedEdit(
                f"{file_line(tree, tree.starts[target])}: what is to change of `{id}` stands for"
                f" other places too: an anchor here, and an alias in line {alias_line}",
                "write it out for each position, then edit it",
            )
