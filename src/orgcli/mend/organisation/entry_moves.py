"""An entry that is nested under its manager is cut out and stands under another one."""

from __future__ import annotations

from dataclasses import dataclass
from io import StringIO

from orgcli.mend.edits import Edit, edited
from orgcli.mend.organisation.field_edits import field_removal, new_field_edit
from orgcli.mend.organisation.seat_texts import EntryText
from orgcli.mend.organisation.text_tree import (
    TextTree,
    content_end,
    file_line,
    is_flow,
    line_start,
    newline_of,
    next_line,
    refuse_shared,
)
from orgcli.plans.seat_changes import RefusedEdit

_STEP = 2
"""How much further than its key a new list is set in."""


@dataclass(frozen=True, slots=True)
class CutEntry:
    """An entry as it was written: its lines in a block, or what stands in the braces.

    column  of its dash, or of its first character in a line
    """

    text: str
    column: int
    is_block: bool
    newline: str


def cut(seat: EntryText, id: str, more: Edit | None = None) -> tuple[Edit, CutEntry]:
    """The edit that takes an entry with all below it out of the list in which it is nested.

    more  what is to be different in what is taken out
    """
    tree, slot = seat.tree, seat.slot
    refuse_shared(tree, slot, id, within=True)
    listed = _list_around(tree, seat)
    text, is_block = tree.source.text, not is_flow(tree, listed)
    if is_block:
        start, end = _lines_of(tree, slot)
        column = _column(text, _dash(tree, slot))
    else:
        start, end = tree.starts[slot], content_end(tree, slot)
        column = _indent(text, start)
    entry_text = text[start:end]
    if more is not None:
        entry_text = edited(
            entry_text, [more._replace(start=more.start - start, end=more.end - start)]
        )
    entry = CutEntry(entry_text, column, is_block, newline_of(text))
    siblings = tree.children(listed)
    if len(siblings) == 1 and seat.above is not None:
        key = tree.key_slot(seat.above, "reports")
        assert key is not None
        return _without_list(tree, seat.above, key, end), entry
    if entry.is_block:
        return Edit(start, end, ""), entry
    return _without_item(tree, listed, slot), entry


def _list_around(tree: TextTree, seat: EntryText) -> int:
    if seat.above is None:
        raise RefusedEdit(f"{seat.file}: the position is not nested")
    key = tree.key_slot(seat.above, "reports")
    if key is None or key + 1 in tree.aliases:
        raise RefusedEdit(f"{seat.file}: `reports` is written elsewhere", "write it out")
    return key + 1


def _without_list(tree: TextTree, above: int, key: int, end: int) -> Edit:
    """Without the key, where the entry was the only one below it."""
    removal = field_removal(tree, above, key)
    return removal._replace(end=max(removal.end, end)) if not is_flow(tree, above) else removal


def _without_item(tree: TextTree, listed: int, slot: int) -> Edit:
    """An item of a list in brackets with the comma that parts it from another one."""
    items = list(tree.children(listed))
    at = items.index(slot)
    if at:
        return Edit(content_end(tree, items[at - 1]), content_end(tree, slot), "")
    return Edit(tree.starts[slot], tree.starts[items[1]], "")


def _dash(tree: TextTree, slot: int) -> int:
    """The offset of the dash before an item of a block."""
    before = tree.source.text[: tree.starts[slot]].rstrip()
    if not before.endswith("-"):
        where = file_line(tree, tree.starts[slot])
        raise RefusedEdit(
            f"{where}: there is something between the dash and the entry",
            "write the entry behind its dash",
        )
    return len(before) - 1


def _lines_of(tree: TextTree, slot: int) -> tuple[int, int]:
    """The lines of an item of a block, with the comments right above it and those within."""
    text, dash = tree.source.text, _dash(tree, slot)
    start = line_start(text, dash)
    if text[start:dash].strip(" "):
        raise RefusedEdit(f"{file_line(tree, dash)}: the entry does not begin its line")
    column = dash - start
    while start:
        above = line_start(text, start - 1 - (text[start - 2 : start] == "\r\n"))
        line_above = text[above:start]
        if not line_above.lstrip(" ").startswith("#") or _indent(text, above) != column:
            break
        start = above
    end = next_line(text, content_end(tree, slot))
    while end < len(text):
        following = text[end : next_line(text, end)]
        if not following.lstrip(" ").startswith("#") or _indent(text, end) <= column:
            break
        end = next_line(text, end)
    return start, end


def _column(text: str, offset: int) -> int:
    return offset - line_start(text, offset)


def _indent(text: str, offset: int) -> int:
    """The blanks with which the line of an offset begins."""
    start = line_start(text, offset)
    line = text[start : offset + 400]
    return len(line) - len(line.lstrip(" "))


def paste(target: EntryText, entry: CutEntry, id: str) -> Edit:
    """The edit that puts an entry at the end of the reports of another one."""
    tree = target.tree
    refuse_shared(tree, target.slot, id)
    key = tree.key_slot(target.slot, "reports")
    if key is not None and key + 1 in tree.aliases:
        raise RefusedEdit(
            f"{target.file}: `reports` of `{id}` is written elsewhere", "write it out"
        )
    items = list(tree.children(key + 1)) if key is not None and key + 1 in tree.after else []
    if key is None:
        return _with_new_list(target, entry)
    if not items:
        raise RefusedEdit(f"{target.file}: `reports` of `{id}` is empty", "take the key out")
    return append(tree, key + 1, items[-1], entry)


def append(tree: TextTree, listed: int, last: int, entry: CutEntry) -> Edit:
    """The edit that puts an entry behind the last one of a list."""
    text = tree.source.text
    if is_flow(tree, listed):
        if entry.is_block:
            raise RefusedEdit(
                f"{tree.source.path}: an entry in lines cannot stand in a list in brackets"
            )
        end, start = content_end(tree, last), tree.starts[last]
        before = text[:start].rstrip()
        blank = text[len(before) : start] if before[-1:] in ("[", ",") else " "
        if not blank and before[-1:] == "[":  # nothing shows what is between items
            blank = " "
        return Edit(end, end, f",{blank}{_shifted(entry, _indent(text, start), first=False)}")
    _, end = _lines_of(tree, last)
    return _new_lines(text, end, entry, _as_lines(entry, _column(text, _dash(tree, last))))


def _new_lines(text: str, at: int, entry: CutEntry, lines: str) -> Edit:
    """The edit that puts lines behind a line, which may be the last and have no end."""
    lead = "" if text.endswith(("\n", "\r"), 0, at) else entry.newline
    return Edit(at, at, lead + lines)


def _with_new_list(target: EntryText, entry: CutEntry) -> Edit:
    """A key `reports` with the entry as its only item, at the end of what the target has."""
    tree, slot = target.tree, target.slot
    text = tree.source.text
    first = tree.children(slot)[0]
    if is_flow(tree, slot):
        if entry.is_block:
            raise RefusedEdit(
                f"{target.file}: an entry in lines cannot stand in braces",
                "write the entry of the manager in lines as well",
            )
        return new_field_edit(tree, slot, "reports", f"[{_shifted(entry, entry.column, False)}]")
    column = _column(text, tree.starts[first])
    key = f"{' ' * column}reports:{entry.newline}"
    end = next_line(text, content_end(tree, slot))
    return _new_lines(text, end, entry, key + _as_lines(entry, column + _STEP))


def _as_lines(entry: CutEntry, column: int) -> str:
    """The entry as an item of a block whose dashes stand in a column."""
    if entry.is_block:
        return _shifted(entry, column)
    if "\n" in entry.text or "\r" in entry.text:
        raise RefusedEdit("an entry in braces over several lines cannot stand in a list of lines")
    return f"{' ' * column}- {entry.text}{entry.newline}"


def _shifted(entry: CutEntry, column: int, first: bool = True) -> str:
    """The lines set in so that the entry begins in a column.

    first  whether its first line is moved too, or follows something
    """
    by = column - entry.column
    lines = list(StringIO(entry.text, newline=""))
    moved = []
    for number, line in enumerate(lines):
        if (not number and not first) or not line.strip():
            moved.append(line)
        elif by >= 0:
            moved.append(" " * by + line)
        else:
            blanks = len(line) - len(line.lstrip(" "))
            moved.append(line[min(-by, blanks) :])
    moved_text = "".join(moved)
    if first and moved_text[-1:] not in ("\n", "\r"):
        moved_text += entry.newline
    return moved_text
