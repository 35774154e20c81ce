"""YAML in block style without anything rare, read line by line: half of the parser's own time.

This accepts far less than YAML: a key and its value in one line, containers by their indentation,
comments in lines of their own. Whatever else stands in a text, and whatever is wrong in it, is
left to the parser, which then reads all of it.
"""

import re
from collections.abc import Sequence
from functools import cache
from string import ascii_letters, digits
from sys import intern
from typing import Any, NamedTuple

from orgcli.read.syntax.document import NULLS, NodePlaces, Value
from orgcli.read.syntax.mistakes.look_alikes import LOOK_ALIKES

_MAX_DEPTH = 32
"""Containers inside each other; more of them are counted by the parser."""
_PLAIN = frozenset(f"{ascii_letters}{digits}(/+$")
"""How a value begins that is what is written."""

# Tabs, line ends and spaces of other kinds, what looks like a sign of YAML, what it refuses.
_RARE = re.compile(
    rf"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff{LOOK_ALIKES}]"
)
_HEAD = re.compile(r"(?P<spaces> *)(?P<dash>- +)?(?P<key>\w(?:[\w ./()&+-]{0,100}[\w)])?)")
_WORD = r"\w[\w./@+-]*+(?: [\w./@+(&][\w./@+)&-]*+)*+"


class _NotCertain(Exception):
    """The text holds something that the parser has to read."""


class _Head(NamedTuple):
    """What stands in a line before the value, or before the colon behind which there is none.

    items    the level of the list that a dash adds to; 0 without a dash
    mapping  the level of the mapping of the key; 0 without a key
    Levels grow inwards: a mapping at column c has 2c + 1, a list 2c + 2, because a list may stand
    at the column of the key that it belongs to.
    """

    items: int
    mapping: int
    key: str


def block_values(text: str) -> Value:
    """The values of a document as the parser gives them; None where the parser has to read it."""
    if _RARE.search(text) or " \n" in text or text.endswith(" "):
        return None
    lines = _BlockLines()
    try:
        root = _values(text.removeprefix("---\n").split("\n"), lines, " #" in text)
    except _NotCertain:
        return None
    # Others stand behind values, which are keys then.
    return root if lines.colons == text.count(":\n") + text.endswith(":") else None


class _BlockLines:
    """Takes lines apart, but for those with a value that begin as another one did.

    heads   what stands before the values, by its text
    colons  how many lines end with one that stands behind a key or in a comment
    """

    def __init__(self) -> None:
        self.heads: dict[str, _Head] = {}
        self.colons = 0

    def entry(self, line: str) -> tuple[_Head, str | None] | None:
        """What stands before the value of a line, and the value; None for no entry at all."""
        before, separator, value = line.partition(": ")
        ends = line[-1:] == ":"
        text = line.lstrip(" ")
        if not text or text[0] == "#":
            self.colons += ends
            return None
        if separator or ends:
            before = before if separator else line[:-1]
            head = self.heads.get(before)
            if head is None:
                head = self.heads[before] = _head(before)
            self.colons += not separator
            return head, value if separator else None
        if not text.startswith("- "):
            raise _NotCertain
        return _Head(2 * (len(line) - len(text)) + 2, 0, ""), text[2:]


def _head(before: str) -> _Head:
    match = _HEAD.fullmatch(before)
    if match is None:
        raise _NotCertain
    items = 2 * len(match["spaces"]) + 2 if match["dash"] else 0
    return _Head(items, 2 * match.start("key") + 1, intern(match["key"]))


def _values(texts: Sequence[str], lines: _BlockLines, has_signs: bool) -> Value:  # noqa: C901, PLR0912
    """The root of a document.

    has_signs  whether there are comments, or what may be one
    One long loop on purpose: a call per line costs as much as everything else in it.
    """
    known_as, entry = lines.heads.get, lines.entry
    document: dict[str, Value] = {"": None}
    stack: list[tuple[Any, int]] = []
    container: Any = document
    opened: Any
    level = 0
    waiting: str | None = ""  # the key of the container whose value has not begun
    text: str | None
    for line in texts:
        before, separator, text = line.partition(": ")
        head = known_as(before) if separator else None
        if head is None:
            head_and_text = entry(line)
            if head_and_text is None:
                continue
            head, text = head_and_text
        items, mapping, key = head
        inner = items or mapping
        if level != inner:
            while level > inner:
                container, level = stack.pop()
                waiting = None
            if level != inner:
                if waiting is None or len(stack) >= _MAX_DEPTH:
                    raise _NotCertain
                stack.append((container, level))
                container[waiting] = opened = [] if items else {}
                container, level = opened, inner
        value: Value = None
        if text is None:
            pass
        elif text[0] not in _PLAIN or ": " in text or (has_signs and " #" in text):
            value = _other_value(text)
        elif text not in NULLS:
            value = text
        if items:
            if not mapping:
                container.append(value)
                waiting = None
                continue
            stack.append((container, level))
            container.append(opened := {})
            container, level = opened, mapping
        elif key in container:
            raise _NotCertain
        container[key] = value
        waiting = key if text is None else None
    return document[""]


def _other_value(text: str) -> Value:
    """A value that begins with another character, or may hold a comment or another key."""
    text = text.lstrip(" ")
    first, inside = text[0], text[1:-1]
    if first in "\"'" and text[-1] == first and len(text) > 1 and first not in inside:
        if first == '"' and "\\" in inside:
            raise _NotCertain
        return inside
    text, sign, comment = text.partition(" #")
    text = text.rstrip(" ")
    if (sign and comment[:1] not in ("", " ")) or ": " in text or text[-1:] == ":":
        raise _NotCertain
    if text in NULLS:
        return None
    if first == "[" and _flow().fullmatch(text):
        words = [word.strip(" ") for word in text[1:-1].split(",")]
        return [None if word in NULLS else word for word in words] if words != [""] else []
    if first in _PLAIN or first.isalnum() or (first == "-" and text[1:2].isalnum()):
        return text
    raise _NotCertain


@cache
def _words() -> re.Pattern[str]:
    return re.compile(_WORD)


@cache
def _flow() -> re.Pattern[str]:
    """A list in brackets of words that mean nothing else there."""
    return re.compile(rf"\[(?: *{_WORD}(?: *, *{_WORD})*+ *)?\]")


def block_places(text: str) -> NodePlaces:  # noqa: C901
    """Where the values are that block_values found in a text, as the parser gives it."""
    lines, containers = _BlockLines(), _OpenContainers()
    known_as = lines.heads.get
    add_start, add_end = containers.starts.append, containers.ends.append
    at = len(text) - len(text.removeprefix("---\n"))
    empty = -1  # where the value of the key above is, if none begins in a line below
    value: str | None
    for line in text[at:].split("\n"):
        before, separator, value = line.partition(": ")
        head = known_as(before) if separator else None
        behind = at + len(line)
        if head is None:
            entry = lines.entry(line)
            if entry is None:
                at = behind + 1
                continue
            head, value = entry
        items, mapping, key = head
        inner = items or mapping
        if empty >= 0:
            if inner <= containers.level:
                add_start(empty)
                add_end(empty)
            empty = -1
        if inner != containers.level:
            containers.enter(inner, at + (inner - 1) // 2)
        if mapping:
            first = at + (mapping - 1) // 2
            if items:
                containers.enter(mapping, first)
            add_start(first)
            add_end(first + len(key))
        if value is None:
            empty = behind
        elif value[0] in _PLAIN and "#" not in value:
            add_start(behind - len(value))
            add_end(behind)
        else:
            containers.add_other(value, behind - len(value))
        at = behind + 1
    if empty >= 0:
        add_start(empty)
        add_end(empty)
    containers.enter(0, len(text))
    return containers


class _OpenContainers(NodePlaces):
    """Places in the making, and the containers that are open.

    level  that of the innermost of them
    """

    def __init__(self) -> None:
        super().__init__()
        self.level = 0
        self._open: list[tuple[int, int]] = []  # the level around each, and its slot

    def enter(self, level: int, at: int) -> None:
        """Close what is further inside than a level, and open a container if it is not open."""
        while self.level > level:
            self.level, slot = self._open.pop()
            self.ends[slot] = at
            self.after[slot] = len(self.starts)
        if self.level < level:
            self._open.append((self.level, len(self.starts)))
            self.level = level
            self.starts.append(at)
            self.ends.append(0)

    def add_other(self, value: str, at: int) -> None:
        """The place of a value as _other_value reads it, which may be a list in one line."""
        text = value.lstrip(" ")
        at += len(value) - len(text)
        if text[0] not in "\"'" or text[-1] != text[0]:
            text = text.partition(" #")[0].rstrip(" ")
        slot = len(self.starts)
        self.starts.append(at)
        self.ends.append(at + len(text))
        if text[0] == "[":
            for word in _words().finditer(text):
                self.starts.append(at + word.start())
                self.ends.append(at + word.end())
            self.after[slot] = len(self.starts)
