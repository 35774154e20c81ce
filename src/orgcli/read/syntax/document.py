"""A parsed file: plain values, and the place of every one of them."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from orgcli.model.findings.finding import Place
from orgcli.model.source.source import Source

_LIST = re.compile(r"(?:[&!]\S*\s+)*(?:\[|-(?=\s))")
"""How a list begins, after the anchor and the tag it may have."""

_FEW = 64
"""Keys and values of a mapping that is searched rather than indexed."""

_QUOTES = frozenset("'\"\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb")

Value = None | str | list["Value"] | dict[str, "Value"]
"""What a file holds once read: scalars stay the text that was written."""


NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""Scalars of YAML that are no value where they stand without quotes."""


@dataclass(slots=True)
class NodePlaces:
    """Where the values of a document are: a slot per node, a container before its inside.

    starts, ends  code-point offsets of the node of each slot
    after         per container: the first slot behind everything inside it
    aliases       per alias: the slot of the node it stands for
    A mapping's children are its keys and values in turn.
    """

    starts: array[int] = field(default_factory=lambda: array("I"))
    ends: array[int] = field(default_factory=lambda: array("I"))
    after: dict[int, int] = field(default_factory=dict)
    aliases: dict[int, int] = field(default_factory=dict)


@dataclass
class Document:
    """A tree of values, and the places of all of them.

    is_stream  the root is the list of the roots of several documents in one file
    places     where they are, or what finds them when the first is needed
    """

    source: Source
    root: Value = None
    places: NodePlaces | Callable[[], NodePlaces] = field(default_factory=NodePlaces)
    is_stream: bool = False
    _children: dict[int, Sequence[int]] = field(default_factory=dict)
    _first_keys: dict[int, dict[str, int]] = field(default_factory=dict)

    @cached_property
    def node_places(self) -> NodePlaces:
        """The places, found now if they were not before."""
        return self.places if isinstance(self.places, NodePlaces) else self.places()

    @cached_property
    def starts(self) -> array[int]:
        """The offset at which each node begins."""
        return self.node_places.starts

    @cached_property
    def ends(self) -> array[int]:
        """The offset behind each node."""
        return self.node_places.ends

    @cached_property
    def after(self) -> dict[int, int]:
        """Per container: the first slot behind everything inside it."""
        return self.node_places.after

    @cached_property
    def aliases(self) -> dict[int, int]:
        """Per alias: the slot of the node it stands for."""
        return self.node_places.aliases

    @property
    def mapping(self) -> dict[str, Value]:
        """The root of a file that is known to hold one mapping."""
        assert isinstance(self.root, dict)
        return self.root

    def children(self, slot: int) -> Sequence[int]:
        """Slots of a container's children, in file order; nothing for a scalar."""
        slot = self.aliases.get(slot, slot)
        slots = self._children.get(slot)
        if slots is None:
            slots = array("I")
            at, end = slot + 1, self.after.get(slot, slot)
            after = self.after
            while at < end:
                slots.append(at)
                at = after.get(at, at + 1)
            self._children[slot] = slots
        return slots

    def first_keys(self, slot: int) -> dict[str, int]:
        """The slot of each key of a mapping where it is first written, found in one walk."""
        return dict(reversed([*self._keys(slot)]))

    def key_slot(self, slot: int, key: str) -> int | None:
        """The slot of a key of a mapping, or None where the mapping does not write it."""
        if slot and len(self.children(slot)) <= _FEW:  # the root is searched for every entry
            return next((at for spelling, at in self._keys(slot) if spelling == key), None)
        slot_of = self._first_keys.get(slot)
        if slot_of is None:
            slot_of = self._first_keys[slot] = self.first_keys(slot)
        return slot_of.get(key)

    def _keys(self, slot: int) -> Iterator[tuple[str, int]]:
        """The keys of a mapping as they are written, those in quotes also without them."""
        text = self.source.text
        for at in self.children(slot)[::2]:
            spelling = text[self.starts[at] : self.ends[at]]
            yield spelling, at
            if spelling[:1] in _QUOTES:
                yield spelling[1:-1], at

    def walk(self, slot: int, path: Sequence[str | int]) -> int:
        """Follow keys and indices from a slot as far as the file goes along."""
        for step in path:
            if isinstance(step, int):
                if not self.is_list(slot):  # one item may stand for a list of it
                    continue
                children = self.children(slot)
                if step >= len(children):
                    break
                slot = children[step]
            else:
                key = self.key_slot(slot, step)
                if key is None:
                    break
                slot = key + 1
        return slot

    def is_list(self, slot: int) -> bool:
        """Whether a node is a list; an alias is what it stands for."""
        if self.is_stream and slot == 0:
            return True
        slot = self.aliases.get(slot, slot)
        match = _LIST.match(self.source.text, self.starts[slot])
        return slot in self.after and match is not None

    def place(self, slot: int, *path: str | int) -> Place:
        """Where a node is. Of a container: its first line, so that a caret fits under it."""
        slot = self.walk(slot, path)
        start, end = self.starts[slot], self.ends[slot]
        if slot in self.after:
            first_line_end = self.source.text.find("\n", start, end)
            end = first_line_end if first_line_end >= 0 else end
            end = start + len(self.source.text[start:end].rstrip())
        return self.source.place(start, end)

    def key_place(self, slot: int, *path: str | int) -> Place:
        """Where the last key of the path is written, else the nearest thing above it."""
        if not path:
            return self.place(slot)
        *above, last = path
        slot = self.walk(slot, above)
        key = self.key_slot(slot, last) if isinstance(last, str) else None
        return self.place(slot if key is None else key)
