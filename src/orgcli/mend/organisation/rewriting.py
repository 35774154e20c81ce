"""Changes of positions as edits of files: a pure function of what is written where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise

from orgcli.mend.edits import Edit
from orgcli.mend.organisation.entry_moves import append, cut, paste
from orgcli.mend.organisation.field_edits import field_edit, value_edit
from orgcli.mend.organisation.new_entries import new_entry
from orgcli.mend.organisation.rows import cell_edit, has_halves, holder_edits, id_edits, new_row
from orgcli.mend.organisation.seat_texts import EntryText, RowText, SeatTexts
from orgcli.mend.organisation.text_tree import TextTree, content_end
from orgcli.model.source.notation import notation
from orgcli.model.source.spelling import spells
from orgcli.plans.seat_changes import RefusedEdit, SeatChanges, SeatFieldChange

FileEdits = Mapping[str, Sequence[Edit]]
"""The edits of each file, by place, apart from each other."""
_REFERENCES = ("id", "reports_to", "dotted_lines")


def edits_for(changes: SeatChanges, texts: SeatTexts) -> FileEdits:
    """The exact edits that make changes; every byte around them stays as it is.

    Raises RefusedEdit where there are none, with the place and the reason.
    """
    edits_by_file: dict[str, dict[Edit, None]] = defaultdict(dict)
    for change in changes.fields:
        for file, edit in _field_edits(change, texts):
            edits_by_file[file][edit] = None
    for values in changes.new:
        file, edit = _new_seat(values, texts)
        edits_by_file[file][edit] = None
    if changes.renamed:
        for file, edit in _renaming(changes.renamed, texts):
            edits_by_file[file][edit] = None
    return {file: _apart(file, edits) for file, edits in edits_by_file.items()}


def _apart(file: str, edits: Iterable[Edit]) -> Sequence[Edit]:
    """The edits by place; what is put in at one place stays in its order."""
    ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
    for first, second in pairwise(ordered):
        if second.start < first.end:
            raise RefusedEdit(f"{file}: the changes meet in one place", "make one after the other")
    return ordered


def in_steps(
    changes: Sequence[SeatFieldChange], texts: SeatTexts
) -> Iterator[Sequence[SeatFieldChange]]:
    """The changes in groups that can be made at once; each group on what the last one left.

    What moves lines is alone, and so is the second field in one of a position's `attributes`.
    """
    together, alone, mappings = list[SeatFieldChange](), list[SeatFieldChange](), set[object]()
    for change in changes:
        seat = texts.of(change.id)
        outer, dot, _ = change.field.partition(".")
        meets = dot and isinstance(seat, EntryText) and (change.id, outer) in mappings
        (alone if meets or _is_structural(change, seat) else together).append(change)
        mappings.add((change.id, outer))
    yield together
    yield from ([single] for single in alone)


def _is_structural(change: SeatFieldChange, seat: EntryText | RowText) -> bool:
    """Whether a change moves lines."""
    return change.field == "reports_to" and isinstance(seat, EntryText) and seat.above is not None


def _field_edits(change: SeatFieldChange, texts: SeatTexts) -> Iterator[tuple[str, Edit]]:
    seat = texts.of(change.id)
    if isinstance(seat, RowText):
        value = change.value
        if change.field == "holder" and has_halves(seat):
            yield from ((seat.file, edit) for edit in holder_edits(seat, change.id, value))
            return
        if change.field == "reports_to" and isinstance(value, str):
            value = texts.called.get(value, value)
        edit = cell_edit(seat, change.id, change.field, value)
    elif _is_structural(change, seat):
        yield from _relocation(seat, change, texts)
        return
    else:
        edit = field_edit(seat.tree, seat.slot, change.id, change.field, change.value)
    if edit is not None:
        yield seat.file, edit


def _relocation(
    seat: EntryText, change: SeatFieldChange, texts: SeatTexts
) -> Iterator[tuple[str, Edit]]:
    """A nested entry goes under another manager of its file, else into the list of the file."""
    to = change.value if isinstance(change.value, str) else None
    manager, tree = texts.of(to) if to is not None else None, seat.tree
    target = manager if isinstance(manager, EntryText) and manager.tree is tree else None
    root = texts.roots.get(seat.file)
    if target is None and root is None:
        raise RefusedEdit(
            f"{seat.file}: `{change.id}` is nested, and the file has no list to put it in"
        )
    more = None
    # In the list of the file, and where it is written already, the entry itself names its manager.
    if to is not None and (target is None or tree.key_slot(seat.slot, "reports_to") is not None):
        more = field_edit(tree, seat.slot, change.id, "reports_to", to)
    edit, entry = cut(seat, change.id, more)
    yield seat.file, edit
    if target is not None:
        yield seat.file, paste(target, entry, to or "")
    elif root is not None:
        yield seat.file, append(tree, root[1], tree.children(root[1])[-1], entry)


def _new_seat(values: Mapping[str, str], texts: SeatTexts) -> tuple[str, Edit]:
    manager = texts.of(values["reports_to"])
    if isinstance(manager, RowText):
        to = values["reports_to"]
        return manager.file, new_row(manager, {**values, "reports_to": texts.called.get(to, to)})
    return manager.file, new_entry(texts, manager, values["reports_to"], values)


def _renaming(renamed: Mapping[str, str], texts: SeatTexts) -> Iterator[tuple[str, Edit]]:
    """Ids wherever they are written: of positions, managers, dotted lines and departments."""
    for seat in texts.seats.values():
        if isinstance(seat, RowText):
            yield from ((seat.file, edit) for edit in id_edits(seat, renamed, _REFERENCES))
        elif isinstance(seat, EntryText):
            for field in _REFERENCES:
                yield from _in_field(seat.tree, seat.slot, field, renamed)
    for tree, slot in chain.from_iterable(texts.heads.values()):
        yield from _in_field(tree, slot, "head", renamed)


def _in_field(
    tree: TextTree, mapping: int, field: str, renamed: Mapping[str, str]
) -> Iterator[tuple[str, Edit]]:
    key = tree.key_slot(mapping, field)
    if key is not None:
        yield from ((tree.source.path, edit) for edit in _in_value(tree, key + 1, renamed))


def _in_value(tree: TextTree, slot: int, renamed: Mapping[str, str]) -> Iterator[Edit]:
    """A scalar, the items of a list, and `to` in them."""
    waiting = [slot]
    while waiting:
        slot = waiting.pop()
        if slot in tree.aliases:
            continue
        if slot in tree.after:
            if tree.is_list(slot):
                waiting += tree.children(slot)
            elif (to := tree.key_slot(slot, "to")) is not None:
                waiting.append(to + 1)
            continue
        spelling = tree.source.text[tree.starts[slot] : content_end(tree, slot)]
        for old, new in renamed.items():
            if spells(spelling, old, notation(tree.source)):
                yield value_edit(tree, slot, "id", new)
