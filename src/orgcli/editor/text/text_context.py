"""What is being typed at an offset, by the lines around it alone: the text need not parse."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from orgcli.mend.organisation.text_tree import line_end, line_start

_LEAD = re.compile(r"([ \t]*)((?:-(?: +|(?=$)))*)")
_KEY = re.compile(
    r"""(?:"((?:[^"\\]|\\.)*+)"[ \t]*+|'([^']*)'[ \t]*+"""
    r"""|([^\s#:,\[\]{}"'&*!|>%@`][^:#\[\]{}\r\n]*+)):(?=\s|$)"""
)
_COMMENT = re.compile(r"(?:^|[ \t])#.*")
_QUOTED = re.compile(r"""(?<!\w)(?:"(?:[^"\\]|\\.)*+(?:"|\\?\Z)|'[^']*+(?:'|\Z))""")
"""A text in quotes, closed or not yet; an apostrophe in a word is none."""
_FLOW_SIGN = re.compile(rf"""{_QUOTED.pattern}|[\[\]{{}},]|(?<=["']):|:(?=\s|\Z)""")
_FLOW_STOP = re.compile(r"[,\]}:#]")
_FIRST = re.compile(
    r"""(?:\ufeff|[ \t\r\n]|\#[^\n]*\n|---[^\n]*\n|%[^\n]*\n|\{)*+
    ["']?([A-Za-z_][\w-]*)["']?[ \t]*:""",
    re.VERBOSE,
)
_CHUNK = 1 << 12
_MOST_LEVELS = 64
_NEAR = 80
"""Lines around a key in which the other keys of its entry are looked for."""


@dataclass(frozen=True, slots=True)
class TextContext:
    """What is being typed.

    path     the keys from the top of the file down to the value, or to the mapping of the key
    is_key   whether it is (or may become) a key of a mapping, and not a value
    is_item  whether it is an item of a list
    start    the offset from which it is written, to `end`
    typed    what of it stands before the cursor
    siblings the keys that the entry has already
    """

    path: tuple[str, ...]
    is_key: bool
    is_item: bool
    start: int
    end: int
    typed: str
    siblings: frozenset[str] = frozenset()


@dataclass(slots=True)
class _FlowLevel:
    """A bracket or a brace that is open: the key before it, and the keys in it so far."""

    is_mapping: bool
    name: str
    keys: set[str] = field(default_factory=set)


def text_context(text: str, offset: int) -> TextContext | None:
    """What is being typed at an offset of YAML or JSON; None in a comment, and for what is neither.

    Flow style is understood within a line, block style by indentation.
    """
    begin, end = line_start(text, offset), line_end(text, offset)
    lead = _lead(text, begin)
    at = lead.end()
    if offset < at:
        return _blank(text, begin, offset) if not text[offset:end].strip() else None
    if _in_comment(text[at:offset]):
        return None
    column, is_item = at - begin, bool(lead[2])
    key = _KEY.match(text, at, end)
    if key and key.end() == offset and text[at] not in "'\"":
        return None  # a value has a space before it
    if key and key.end() <= offset:
        name = _name(key)
        path = (*_parents(text, begin, column, len(lead[1]) if is_item else None), name)
        value = key.end() + len(text[key.end() : offset]) - len(text[key.end() : offset].lstrip())
        return _value(text, path, value, offset, end)
    path = _parents(text, begin, column, len(lead[1]) if is_item else None)
    if text[at : at + 1] in ("{", "["):
        return _flow(text, path, at, offset, end)
    start, stop = at, key.end() - 1 if key else _scalar_end(text, offset, end)
    siblings = _siblings(text, begin, column, is_item)
    return TextContext(path, True, is_item, start, stop, text[start:offset], siblings)


def _lead(text: str, start: int) -> re.Match[str]:
    """The indentation and the dashes of the line that begins at an offset."""
    lead = _LEAD.match(text, start, line_end(text, start))
    assert lead
    return lead


def _blank(text: str, begin: int, offset: int) -> TextContext:
    """A key may begin on a line with nothing on it yet."""
    column = offset - begin
    path = _parents(text, begin, column, None)
    return TextContext(path, True, False, offset, offset, "", _siblings(text, begin, column, False))


def _value(
    text: str, path: tuple[str, ...], start: int, offset: int, end: int
) -> TextContext | None:
    if text[start : start + 1] in ("{", "["):
        return _flow(text, path, start, offset, end)
    if text[start : start + 1] in ("|", ">", "&", "*", "!"):
        return None
    return TextContext(
        path, False, False, start, _scalar_end(text, offset, end, start), text[start:offset]
    )


def _scalar_end(text: str, offset: int, end: int, start: int | None = None) -> int:
    """Where a scalar ends on its line: before a comment, and before a comma behind quotes."""
    rest = text[offset:end]
    quote = text[start : start + 1] if start is not None else ""
    if quote in ('"', "'") and start is not None and start < offset:
        closing = rest.find(quote)
        return offset + closing + 1 if closing >= 0 else offset + len(rest.rstrip())
    comment = _COMMENT.search(rest)
    return offset + len((rest[: comment.start()] if comment else rest).rstrip())


def _flow(
    text: str, path: tuple[str, ...], start: int, offset: int, end: int
) -> TextContext | None:
    """Between brackets and braces that begin on this line."""
    levels, name, word = _open_levels(text, start, offset)
    if not levels:
        return None
    within = levels[-1]
    word += len(text[word:offset]) - len(text[word:offset].lstrip())
    whole = (*path, *(level.name for level in levels if level.name), *((name,) if name else ()))
    is_key = within.is_mapping and not name
    return TextContext(
        whole,
        is_key,
        not within.is_mapping,
        word,
        _flow_end(text, word, offset, end),
        text[word:offset],
        frozenset(within.keys if is_key else ()),
    )


def _open_levels(text: str, start: int, stop: int) -> tuple[list[_FlowLevel], str, int]:
    """The brackets and braces that are open at an offset, the key without a value yet, and where
    what stands there begins.
    """
    levels: list[_FlowLevel] = []
    name, word = "", start
    for token in _FLOW_SIGN.finditer(text, start, stop):
        sign = token.group()
        if sign in ("[", "{"):
            levels.append(_FlowLevel(sign == "{", name))
            name = ""
        elif sign in ("]", "}"):
            name = levels.pop().name if levels else ""
        elif sign == ",":
            name = ""
        elif sign == ":" and levels and levels[-1].is_mapping:
            name = text[word : token.start()].strip().strip("\"'")
            levels[-1].keys.add(name)
        else:
            continue
        word = token.end()
    return levels, name, word


def _flow_end(text: str, start: int, offset: int, end: int) -> int:
    """Where a scalar between brackets ends."""
    if text[start : start + 1] in ('"', "'") and start < offset:
        closing = text.find(text[start], offset, end)
        return closing + 1 if closing >= 0 else offset
    stop = _FLOW_STOP.search(text, offset, end)
    return offset + len(text[offset : stop.start() if stop else end].rstrip())


def _in_comment(before: str) -> bool:
    """Whether what stands before the cursor on its line is behind the sign of a comment."""
    return _COMMENT.search(_QUOTED.sub("x", before)) is not None


def _name(key: re.Match[str]) -> str:
    return next(group for group in key.groups() if group is not None).rstrip()


def _parents(text: str, begin: int, column: int, dash: int | None) -> tuple[str, ...]:
    """The keys above what stands in a column of the line that begins at an offset.

    dash  the column of the dash that the line begins with
    """
    keys: list[str] = []
    is_item = dash is not None
    column = dash if dash is not None else column
    for _ in range(_MOST_LEVELS):
        above = _above(text, begin, column, is_item)
        if above is None:
            break
        begin, lead = above
        content = lead.end() - begin
        if lead[2] and content >= column and not is_item:  # the first line of the same entry
            column, is_item = len(lead[1]), True
            continue
        keys += reversed(_keys_left_open(text, lead.end(), line_end(text, begin)))
        column, is_item = (len(lead[1]), True) if lead[2] else (content, False)
    return tuple(reversed(keys))


def _keys_left_open(text: str, start: int, end: int) -> list[str]:
    """The keys on a line that what is below it belongs to."""
    if text[start : start + 1] in ("{", "["):
        levels, name, _ = _open_levels(text, start, end)
        names = (*(level.name for level in levels), name)
        return [parent for parent in names if parent]
    key = _KEY.match(text, start, end)
    return [_name(key)] if key else []


def _above(text: str, begin: int, column: int, is_item: bool) -> tuple[int, re.Match[str]] | None:
    """The nearest line above that what stands in a column is below of, with its indentation.

    Looked for from the end, in parts that grow.
    """
    if column <= 0 and not is_item:
        return None
    pattern, size, stop = _less_indented(column, is_item), _CHUNK, begin
    while stop > 0:
        start = line_start(text, max(0, stop - size))
        last = deque(pattern.finditer(text, start, stop), maxlen=1)
        if last:
            return last[0].start(), _lead(text, last[0].start())
        stop, size = start, size * 2
    return None


@lru_cache(maxsize=256)
def _less_indented(column: int, is_item: bool) -> re.Pattern[str]:
    less = rf"[ \t]{{0,{column - 1}}}(?=[^\s#])" if column else r"(?!)"
    same = rf"|[ \t]{{{column}}}(?=[^\s#-])" if is_item else ""
    return re.compile(rf"^(?:{less}{same})", re.MULTILINE)


def _siblings(text: str, begin: int, column: int, is_item: bool) -> frozenset[str]:
    """The keys of the entry that a line belongs to, but that of the line itself."""
    keys: set[str] = set()
    if not is_item:
        for start in _lines_above(text, begin):
            lead = _lead(text, start)
            keys.update(_key_in(text, start, lead, column))
            if lead.end() < line_end(text, start) and len(lead[1]) < column:
                break
    for start in _lines_below(text, begin):
        lead = _lead(text, start)
        is_blank = not text[start : line_end(text, start)].strip()
        if not is_blank and (len(lead[1]) < column or lead[2]):
            if len(lead[1]) < column or len(lead[1]) == column:
                break
        keys.update(_key_in(text, start, lead, column))
    return frozenset(keys)


def _key_in(text: str, start: int, lead: re.Match[str], column: int) -> Iterator[str]:
    if lead.end() - start == column and (
        key := _KEY.match(text, lead.end(), line_end(text, start))
    ):
        yield _name(key)


def _lines_above(text: str, begin: int) -> Iterator[int]:
    for _ in range(_NEAR):
        if begin <= 0:
            return
        begin = line_start(text, begin - 1)
        yield begin


def _lines_below(text: str, begin: int) -> Iterator[int]:
    for _ in range(_NEAR):
        stop = line_end(text, begin)
        if stop >= len(text):
            return
        begin = stop + (2 if text.startswith("\r\n", stop) else 1)
        yield begin


def first_key_of(text: str) -> str:
    """The first key of a file in YAML or JSON, which is its kind; empty where it has none."""
    match = _FIRST.match(text)
    return match[1] if match else ""
