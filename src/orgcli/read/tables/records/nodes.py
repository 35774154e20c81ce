"""The values of a document with the slots where they are written."""

from collections.abc import Iterator
from dataclasses import dataclass

from orgcli.read.syntax.document import Document, Value


@dataclass(frozen=True, slots=True)
class Node:
    """A value and its slot; key  what it is called in the mapping around it, "" in a list."""

    slot: int
    value: Value
    key: str = ""


def items(document: Document, node: Node) -> Iterator[Node]:
    """What is in a list, or in a mapping under its keys; nothing for a text.

    What a mapping merges from elsewhere is written at no slot of its own: it gets the mapping's.
    """
    value = node.value
    if isinstance(value, list):
        slots = document.children(node.slot)
        if len(slots) != len(value):
            slots = [node.slot] * len(value)
        for slot, inner in zip(slots, value, strict=True):
            yield Node(slot, inner)
    elif isinstance(value, dict):
        slots = document.children(node.slot)[1::2]
        if len(slots) != len(value):
            key_slots = document.first_keys(node.slot)
            slots = [key_slots[key] + 1 if key in key_slots else node.slot for key in value]
        for slot, (key, inner) in zip(slots, value.items(), strict=True):
            yield Node(slot, inner, key)


def mappings(document: Document, node: Node) -> list[Node]:
    """The mappings in a list, or those of a mapping that holds nothing else; else nothing."""
    value = node.value
    if isinstance(value, list):
        return [item for item in items(document, node) if isinstance(item.value, dict)]
    if (
        isinstance(value, dict)
        and value
        and all(isinstance(inner, dict) for inner in value.values())
    ):
        return list(items(document, node))
    return []
