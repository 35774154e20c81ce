"""The decoded text of one file, and the line and column of an offset in it."""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_right
from functools import cached_property

from orgcli.model.findings.finding import Place

_ANY_LINE_END = re.compile(r"\r\n|\r|\n")
_HEAD = 1 << 16
"""Code points at the beginning of a text whose lines are known without looking at all others."""


class Source:
    """A file's text. Offsets are code points; lines end at LF, CRLF or CR, as in editors."""

    _raw = b""
    """The text in UTF-8, where that takes less room: Python takes up to four bytes a character."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    @cached_property
    def text(self) -> str:
        """The text, decoded again where it was put away."""
        raw, self._raw = self._raw, b""
        return raw.decode("utf-8-sig")

    def keep(self, raw: bytes) -> None:
        """Keep what the text was decoded from, in UTF-8, if it is long and takes much less room."""
        if len(raw) > _HEAD and 4 * len(raw) < 3 * sys.getsizeof(self.text):
            self._raw = raw

    def put_away(self) -> None:
        """Let go of the text, if its bytes are kept, until it is needed again."""
        if self._raw:
            self._size, self._head = len(self.text), self.text[:_HEAD]  # every table needs them
            del self.text

    @cached_property
    def _size(self) -> int:
        return len(self.text)

    @cached_property
    def _head(self) -> str:
        return self.text[:_HEAD]

    @cached_property
    def _starts(self) -> array[int]:
        """Offset of each line's first character; built only when a place is needed."""
        return _line_starts(self.text)

    @cached_property
    def _head_starts(self) -> array[int]:
        """The same of the beginning: most places are those of the headings of a table."""
        starts = _line_starts(self._head)
        while starts[-1] >= _HEAD:  # its line end may go on behind the beginning
            starts.pop()
        return starts

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of an offset; one past the end is allowed."""
        starts = self._head_starts if offset < _HEAD else self._starts
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def line_start(self, line: int) -> int:
        """Offset of the first character of a line counted from 1."""
        starts = self._head_starts if line <= len(self._head_starts) else self._starts
        return starts[line - 1]

    def span(self, place: Place) -> tuple[int, int]:
        """The offsets of a place: `place` the other way round."""
        start = self.line_start(place.line) + place.column - 1
        return start, self.line_start(place.end_line) + place.end_column - 1

    @property
    def line_count(self) -> int:
        """How many lines there are; an empty text has one."""
        return len(self._starts)

    def line(self, number: int) -> str:
        """The text of a line counted from 1, without its line end."""
        is_near = number < len(self._head_starts)
        starts, text = (self._head_starts, self._head) if is_near else (self._starts, self.text)
        end = starts[number] if number < len(starts) else len(text)
        return text[starts[number - 1] : end].rstrip("\r\n")

    def place(self, start: int, end: int) -> Place:
        """The span from `start` to `end` (exclusive), both clipped to the text."""
        size = self._size
        start = min(start, size)
        line, column = self.line_column(start)
        end_line, end_column = self.line_column(min(max(end, start), size))
        return Place(self.path, line, column, end_line, end_column)


def _line_starts(text: str) -> array[int]:
    starts = array("I", [0])
    if "\r" in text:
        starts.extend(match.end() for match in _ANY_LINE_END.finditer(text))
        return starts
    find, add = text.find, starts.append
    at = find("\n")
    while at >= 0:
        add(at + 1)
        at = find("\n", at + 1)
    return starts
