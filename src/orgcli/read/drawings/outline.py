"""Outlines become positions: texts, each with how far it is indented."""

from collections.abc import Sequence
from typing import NamedTuple

from orgcli.read.drawings.diagram import Diagram, DrawnBox, Span, box_entries
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.tables.structure.outlines import parents_of


class OutlineItem(NamedTuple):
    """A line of an outline; depth may be counted in spaces, signs or layers."""

    depth: int
    text: str
    span: Span
    department: str = ""


def outline_entries(
    diagram: Diagram,
    items: Sequence[OutlineItem],
    options: TableOptions,
    note: str = "",
) -> Entries:
    """The positions of an outline: each below the nearest one above it that is less deep."""
    for item in items:
        diagram.boxes.append(DrawnBox("", item.text, item.span, item.department))
    parents = parents_of([item.depth for item in items])
    return box_entries(diagram, parents, {}, options, note)
