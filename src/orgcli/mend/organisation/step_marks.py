"""Exact edits of the steps of a plan: `done: true` where they are made, other ids of positions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from orgcli.mend.edits import Edit
from orgcli.mend.organisation.field_edits import value_edit
from orgcli.mend.organisation.text_tree import (
    TextTree,
    content_end,
    is_flow,
    last_node,
    line_end,
    line_start,
    newline_of,
    refuse_shared,
)
from orgcli.model.source.notation import notation
from orgcli.model.source.spelling import in_quotes
from orgcli.plans.seat_changes import RefusedEdit

_DONE = "done"
_TRUE = "true"
_KEEPS_LINE_ENDS = re.compile(r"[|>]\d?\+")
"""A text in lines of which also the empty ones behind it count: nothing can stand there."""


def done_marks(tree: TextTree, steps: Iterable[int]) -> Sequence[Edit]:
    """The edits that mark some steps of a plan, by place.

    steps  the slots of their mappings
    Raises RefusedEdit where a step is written once for several.
    """
    return sorted(_done_mark(tree, slot) for slot in steps)


def step_id_edits(tree: TextTree, ids: Mapping[tuple[int, str], str]) -> Sequence[Edit]:
    """The edits that put other ids into steps, by place.

    ids  the slot of a step and one of its keys -> the new id
    Raises RefusedEdit where an id is written once for several.
    """
    edits = []
    for (slot, name), new in ids.items():
        key = tree.key_slot(slot, name)
        if key is None or key + 1 in tree.aliases:
            raise RefusedEdit(f"{tree.source.path}: `{name}` of a step is written by an alias")
        refuse_shared(tree, key + 1, _verb_text(tree, slot))
        edits.append(value_edit(tree, key + 1, "id", new))
    return sorted(edits)


def _done_mark(tree: TextTree, slot: int) -> Edit:
    refuse_shared(tree, slot, _verb_text(tree, slot))
    text, key = tree.source.text, tree.key_slot(slot, _DONE)
    if key is not None:
        refuse_shared(tree, key + 1, _verb_text(tree, slot))
        start, end = tree.starts[key + 1], content_end(tree, key + 1)
        return Edit(start, end, _TRUE)
    first, *others = tree.children(slot)
    last = others[-1] if others else first
    end = max(content_end(tree, last), tree.ends[first])
    is_json = text[tree.starts[first]] == '"'
    name = in_quotes(_DONE, notation(tree.source)) if is_json else _DONE
    if is_flow(tree, slot):
        return Edit(end, end, f", {name}: {_TRUE}")
    column = tree.starts[first] - line_start(text, tree.starts[first])
    indent = newline_of(text) + " " * column
    if _KEEPS_LINE_ENDS.match(text, tree.starts[last_node(tree, last)]):
        at = tree.starts[tree.children(slot)[-2]]
        return Edit(at, at, f"{name}: {_TRUE}{indent}")
    at = line_end(text, end)
    return Edit(at, at, f"{indent}{name}: {_TRUE}")


def _verb_text(tree: TextTree, slot: int) -> str:
    """The first line of a step, by which a message names it."""
    start = tree.starts[slot]
    return tree.source.text[start : line_end(tree.source.text, start)].strip()
