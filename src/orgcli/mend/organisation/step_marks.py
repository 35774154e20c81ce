"""Steps of a plan that are in the files now: each gets `done: true`, by an exact edit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from orgcli.mend.edits import Edit
from orgcli.mend.organisation.text_tree import (
    TextTree,
    content_end,
    is_flow,
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


def done_marks(tree: TextTree, steps: Iterable[int]) -> Sequence[Edit]:
    """The edits that mark some steps of a plan, by place.

    steps  the slots of their mappings
    Raises RefusedEdit where a step is written once for several.
    """
    return sorted(_done_mark(tree, slot) for slot in steps)


def _done_mark(tree: TextTree, slot: int) -> Edit:
    refuse_shared(tree, slot, "a step", within=True)
    text, key = tree.source.text, tree.key_slot(slot, _DONE)
    if key is not None:
        start, end = tree.starts[key + 1], content_end(tree, key + 1)
        if start >= end:
            raise RefusedEdit(f"{tree.source.path}: a `{_DONE}` has no value", "take it out")
        return Edit(start, end, _TRUE)
    first, *others = tree.children(slot)
    last = others[-1] if others else first
    end = max(content_end(tree, last), tree.ends[first])
    is_json = text[tree.starts[first]] == '"'
    name = in_quotes(_DONE, notation(tree.source)) if is_json else _DONE
    if is_flow(tree, slot):
        return Edit(end, end, f", {name}: {_TRUE}")
    at = line_end(text, end)
    column = tree.starts[first] - line_start(text, tree.starts[first])
    return Edit(at, at, f"{newline_of(text)}{' ' * column}{name}: {_TRUE}")
