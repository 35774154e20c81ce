"""A field of an entry in YAML or JSON is written, written otherwise, or taken out."""

from __future__ import annotations

import re

from orgcli.mend.edits import Edit
from orgcli.mend.organisation.spelling import spelt
from orgcli.mend.organisation.text_tree import (
    TextTree,
    content_end,
    file_line,
    is_flow,
    line_end,
    line_start,
    newline_of,
    next_line,
    refuse_shared,
)
from orgcli.model.source.notation import Notation, notation
from orgcli.model.source.spelling import in_quotes
from orgcli.plans.seat_changes import FIELDS, RefusedEdit, Written

_COLON = re.compile(r"(?:[ \t\r\n]++|(?<=\s)#[^\r\n]*+)*+:")
"""What parts a key from its value, which may stand below it."""


def field_edit(tree: TextTree, entry: int, id: str, field: str, value: Written) -> Edit | None:
    """The edit that gives a field of an entry a value; None where there is nothing to do.

    entry  the slot of its mapping. Raises RefusedEdit where what is written is shared.
    """
    refuse_shared(tree, entry, id)
    outer, _, inner = field.partition(".")
    if inner:
        return _inner_edit(tree, entry, id, outer, inner, value)
    key = tree.key_slot(entry, field)
    if key is None:
        if value is None:
            return None
        return new_field_edit(tree, entry, field, spelt(field, value, notation(tree.source)))
    if key + 1 not in tree.aliases:
        refuse_shared(tree, key + 1, id, within=True)
    if value is None:
        return field_removal(tree, entry, key)
    return _replaced(tree, key, field, value)


def _inner_edit(
    tree: TextTree, entry: int, id: str, outer: str, inner: str, value: Written
) -> Edit | None:
    """The edit of a field in a field, such as the address in `contact`."""
    how = notation(tree.source)
    key = tree.key_slot(entry, outer)
    mapping = None if key is None else key + 1
    if key is None or mapping is None or not tree.children(mapping):
        if value is None:
            return None
        pair = f"{_spelt_key(inner, how)}: {spelt(inner, value, how)}"
        if key is None or mapping is None:
            return new_field_edit(tree, entry, outer, "{" + pair + "}")
        refuse_shared(tree, mapping, id, within=True)
        return _in_place(tree, key, "{" + pair + "}")
    refuse_shared(tree, mapping, id, within=True)
    own = tree.key_slot(mapping, inner)
    if own is not None and value is not None:
        return _replaced(tree, own, inner, value)
    if own is not None:
        is_alone = len(tree.children(mapping)) == 2
        return field_removal(tree, entry, key) if is_alone else field_removal(tree, mapping, own)
    return None if value is None else _last_pair(tree, mapping, inner, spelt(inner, value, how))


def _in_place(tree: TextTree, key: int, spelling: str) -> Edit:
    """The edit that writes the value of a key that has none, or an empty one."""
    slot = key + 1
    start, end = tree.starts[slot], content_end(tree, slot)
    return Edit(start, end, spelling) if start < end else _behind_key(tree, key, spelling)


def _last_pair(tree: TextTree, mapping: int, name: str, spelling: str) -> Edit:
    """The edit that writes a new key behind the last one of a mapping that is one line long."""
    keys = [child for child in tree.children(mapping)[::2] if _is_one_line(tree, child)]
    if not keys:
        raise _without_line(tree, mapping, name, "write it in the file")
    name = _spelt_key(name, notation(tree.source), _has_quotes(tree, keys[-1]))
    return _behind(tree, mapping, keys[-1], f"{name}: {spelling}")


def _spelt_key(name: str, how: Notation, quotes: bool = False) -> str:
    """A key of the user's own."""
    return in_quotes(name, how) if quotes else spelt("", name, how)


def _replaced(tree: TextTree, key: int, field: str, value: Written) -> Edit:
    slot = key + 1
    start, end = tree.starts[slot], content_end(tree, slot)
    how = notation(tree.source)
    if slot in tree.after and not is_flow(tree, slot):
        _refuse_comments(tree, start, end, field)
        return _behind_key(tree, key, spelt(field, value, how), end)
    if start >= end:
        return _behind_key(tree, key, spelt(field, value, how))
    if slot in tree.after:
        _refuse_comments(tree, start, end, field)
    return value_edit(tree, slot, field, value)


def value_edit(tree: TextTree, slot: int, field: str, value: Written) -> Edit:
    """The edit that gives a node another value."""
    start, end = tree.starts[slot], content_end(tree, slot)
    how = notation(tree.source)
    return Edit(start, end, spelt(field, value, how, tree.source.text[start:end]))


def _behind_key(tree: TextTree, key: int, spelling: str, end: int = 0) -> Edit:
    """The edit that replaces what stands behind a key, up to an offset."""
    at = _behind_colon(tree, key)
    if at is None:
        return Edit(tree.ends[key], tree.ends[key], ": " + spelling)
    return Edit(at, max(at, end), " " + spelling)


def _behind_colon(tree: TextTree, key: int) -> int | None:
    """Where a value may stand; None behind a key without a colon, as in `{id: a, title}`."""
    match = _COLON.match(tree.source.text, tree.ends[key])
    return match.end() if match else None


def _refuse_comments(tree: TextTree, start: int, end: int, field: str) -> None:
    if "#" in tree.source.text[start:end]:
        raise RefusedEdit(
            f"{file_line(tree, start)}: there may be comments in `{field}`, which would be lost",
            "change it in the file",
        )


def new_field_edit(tree: TextTree, entry: int, field: str, spelling: str) -> Edit:
    """The edit that writes a new field of an entry.

    Behind the nearest field that comes before it in the usual order and is one line long.
    spelling  its value as the file is to have it
    """
    key = _field_before(tree, entry, field)
    name = in_quotes(field, notation(tree.source)) if _has_quotes(tree, key) else field
    return _behind(tree, entry, key, f"{name}: {spelling}")


def _behind(tree: TextTree, mapping: int, key: int, pair: str) -> Edit:
    """The edit that writes a pair behind that of a key."""
    text, end = tree.source.text, content_end(tree, key + 1)
    if is_flow(tree, mapping):
        return Edit(end, end, f",{_gap(tree, mapping, key)}{pair}")
    at = line_end(text, end)
    column = tree.starts[key] - line_start(text, tree.starts[key])
    return Edit(at, at, f"{newline_of(text)}{' ' * column}{pair}")


def _has_quotes(tree: TextTree, key: int) -> bool:
    return tree.source.text[tree.starts[key]] == '"'


def _field_before(tree: TextTree, entry: int, field: str) -> int:
    """The slot of the key behind which a field is written."""
    before = FIELDS[: FIELDS.index(field)] if field in FIELDS else FIELDS
    for name in reversed(before):
        key = tree.key_slot(entry, name)
        if key is not None and _is_one_line(tree, key):
            return key
    raise _without_line(tree, entry, field, "write the id of the position on a line of its own")


def _without_line(tree: TextTree, mapping: int, name: str, help: str) -> RefusedEdit:
    """Why a field cannot be written in a mapping."""
    where = file_line(tree, tree.starts[mapping])
    return RefusedEdit(f"{where}: there is no line behind which `{name}` can stand", help)


def _is_one_line(tree: TextTree, key: int) -> bool:
    value = key + 1
    start, end = tree.starts[value], content_end(tree, value)
    inside = tree.source.text[tree.starts[key] : max(start, end)]
    return "\n" not in inside and "\r" not in inside and end > start


def _gap(tree: TextTree, entry: int, key: int) -> str:
    """The white space before a key in braces, where nothing else is there."""
    text, start = tree.source.text, tree.starts[key]
    before = text[:start].rstrip()
    blank = text[len(before) : start]
    return blank if before[-1:] in ("{", ",") and blank else " "


def field_removal(tree: TextTree, entry: int, key: int) -> Edit:
    """The edit that takes a field out, with its lines where it stands on lines of its own."""
    text, colon = tree.source.text, _behind_colon(tree, key)
    end = tree.ends[key] if colon is None else max(content_end(tree, key + 1), colon)
    children = tree.children(entry)
    if is_flow(tree, entry):
        return _flow_removal(tree, children, key, end)
    start = tree.starts[key]
    if children[0] != key or not text[line_start(text, start) : start].strip():
        return Edit(line_start(text, start), next_line(text, end), "")
    if len(children) > 2 and "#" not in text[end : tree.starts[children[2]]]:
        return Edit(start, tree.starts[children[2]], "")
    return _behind_key(tree, key, "null", end)


def _flow_removal(tree: TextTree, children: object, key: int, end: int) -> Edit:
    text, start = tree.source.text, tree.starts[key]
    before = text[:start].rstrip()
    if before.endswith(","):
        return Edit(len(before) - 1, end, "")
    rest = text[end:]
    ahead = len(rest) - len(rest.lstrip())
    if rest[ahead : ahead + 1] == ",":
        behind = end + ahead + 1
        return Edit(start, behind + len(text[behind:]) - len(text[behind:].lstrip()), "")
    return Edit(start, end, "")
