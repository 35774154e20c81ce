"""The decoded text of one file, and the line and column of an offset in it."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from functools import cached_property

from orgcli.model.findings.finding import Place

_ANY_LINE_END = re.compile(r"\r\n|\r|\n")


class Source:
    """A file's text. Offsets are code points; lines end at LF, CRLF or CR, as in editors."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    @cached_property
    def _starts(self) -> array[int]:
        """Offset of each line's first character; built only when a place is asked for."""
        text = self.text
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

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of an offset; one past the end is allowed."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line_start(self, line: int) -> int:
        """Offset of the first character of a line counted from 1."""
        return self._starts[line - 1]

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
        starts = self._starts
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def place(self, start: int, end: int) -> Place:
        """The span from `start` to `end` (exclusive), both clipped to the text."""
        size = len(self.text)
        start = min(start, size)
        line, column = self.line_column(start)
        end_line, end_column = self.line_column(min(max(end, start), size))
        return Place(self.path, line, column, end_line, end_column)
