"""A new position in YAML or JSON: under its manager where reports are nested, else in the list."""

from __future__ import annotations

from collections.abc import Mapping

from orgcli.mend.edits import Edit
from orgcli.mend.organisation.entry_moves import CutEntry, append, paste
from orgcli.mend.organisation.seat_texts import EntryText, SeatTexts
from orgcli.mend.organisation.spelling import spelt
from orgcli.mend.organisation.text_tree import TextTree, is_flow, newline_of
from orgcli.model.source.notation import Notation, notation
from orgcli.model.source.spelling import in_quotes
from orgcli.plans.seat_changes import RefusedEdit


def nests(seat: EntryText) -> bool:
    """Whether what reports to a position is to be nested in it: it is already, or it is nested."""
    return seat.above is not None or seat.tree.key_slot(seat.slot, "reports") is not None


def new_entry(texts: SeatTexts, manager: EntryText, id: str, values: Mapping[str, str]) -> Edit:
    """The edit that adds a position that reports to a manager in a file.

    values  its fields, the manager among them
    """
    tree = manager.tree
    root = texts.roots.get(manager.file)
    if nests(manager) or root is None:
        inside = {name: value for name, value in values.items() if name != "reports_to"}
        key = tree.key_slot(manager.slot, "reports")
        listed = manager.slot if key is None else key + 1
        return paste(manager, entry_of(tree, inside, is_flow(tree, listed)), id)
    tree, listed = root
    items = tree.children(listed)
    if not items:
        raise RefusedEdit(f"{manager.file}: there are no positions in the list")
    return append(tree, listed, items[-1], entry_of(tree, values, is_flow(tree, listed)))


def entry_of(tree: TextTree, values: Mapping[str, str], in_braces: bool) -> CutEntry:
    """An entry with some fields, as the file writes entries."""
    how, newline = notation(tree.source), newline_of(tree.source.text)
    pairs = [
        (in_quotes(name, how) if how is Notation.JSON else name, spelt(name, value, how))
        for name, value in values.items()
    ]
    fields = [f"{name}: {value}" for name, value in pairs]
    if in_braces:
        return CutEntry("{" + ", ".join(fields) + "}", 0, False, newline)
    lines = [f"{'  ' if number else '- '}{field}" for number, field in enumerate(fields)]
    return CutEntry(newline.join(lines) + newline, 0, True, newline)
