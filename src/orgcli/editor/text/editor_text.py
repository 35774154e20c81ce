"""A text as an editor addresses it: lines and characters from 0, in the units that were agreed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from orgcli.model.findings.finding import Place
from orgcli.model.source.source import Source

UTF8, UTF16, UTF32 = "utf-8", "utf-16", "utf-32"
"""The units in which an editor counts characters."""
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True, order=True)
class TextPosition:
    """A line and a character in it, both from 0."""

    line: int
    character: int


@dataclass(frozen=True, slots=True)
class TextRange:
    """From where to where (exclusive) something is written."""

    start: TextPosition
    end: TextPosition


@dataclass(frozen=True, slots=True)
class TextChange:
    """What somebody typed: a new text in a range, or in the place of the whole text."""

    text: str
    range: TextRange | None = None


class EditorText:
    """A text, with offsets in code points as the readers have them: without its byte order mark.

    mark  whether the editor counts that mark as the first character
    """

    def __init__(self, source: Source, unit: str = UTF16, mark: bool = False) -> None:
        self.source, self.unit, self.mark = source, unit, mark

    @classmethod
    def of(cls, path: str, text: str, unit: str = UTF16) -> EditorText:
        """The text of a file as an editor has it."""
        return cls(Source(path, text.removeprefix(_MARK)), unit, text.startswith(_MARK))

    @property
    def text(self) -> str:
        """The text as it is read."""
        return self.source.text

    @property
    def _lead(self) -> int:
        """The units before the first character that is read."""
        return _units(_MARK, self.unit) if self.mark else 0

    @cached_property
    def raw(self) -> bytes:
        """The bytes of a file with this text."""
        return (_MARK if self.mark else "").encode() + self.text.encode("utf-8", "surrogatepass")

    def offset(self, position: TextPosition) -> int:
        """The offset of a position; one behind the end of a line, or of the text, is that end."""
        if position.line < 0:
            return 0
        if position.line >= self.source.line_count:
            return len(self.text)
        line = self.source.line(position.line + 1)
        character = position.character - (self._lead if position.line == 0 else 0)
        start = self.source.line_start(position.line + 1)
        return start + _code_points(line, max(0, character), self.unit)

    def position(self, offset: int) -> TextPosition:
        """The position of an offset."""
        line, column = self.source.line_column(min(max(0, offset), len(self.text)))
        start = self.source.line_start(line)
        before = self.text[start : start + column - 1]
        lead = self._lead if line == 1 else 0
        return TextPosition(line - 1, _units(before, self.unit) + lead)

    def range(self, start: int, end: int) -> TextRange:
        """The range between two offsets."""
        return TextRange(self.position(start), self.position(end))

    def range_of(self, place: Place) -> TextRange:
        """The range of a place; of one in a spreadsheet, or behind the end, what is nearest."""
        last = self.source.line_count
        if place.cell or place.line > last:
            return (
                self.range(len(self.text), len(self.text)) if not place.cell else self.range(0, 0)
            )
        start = self.source.line_start(place.line) + place.column - 1
        if place.end_line > last:
            return self.range(start, len(self.text))
        return self.range(start, self.source.line_start(place.end_line) + place.end_column - 1)

    def with_changes(self, changes: Iterable[TextChange]) -> EditorText:
        """The text after changes, each made on what the last one left."""
        current = self
        for change in changes:
            if change.range is None:
                current = EditorText.of(current.source.path, change.text, current.unit)
                continue
            start, end = sorted(
                (current._whole(change.range.start), current._whole(change.range.end))
            )
            marked_text = (_MARK if current.mark else "") + current.text
            new = marked_text[:start] + change.text + marked_text[end:]
            current = EditorText.of(current.source.path, new, current.unit)
        return current

    def _whole(self, position: TextPosition) -> int:
        """An offset in the text with its mark, which may be typed over too."""
        if self.mark and position <= TextPosition(0, 0):
            return 0
        return self.offset(position) + self.mark


def _units(text: str, unit: str) -> int:
    if text.isascii() or unit == UTF32:
        return len(text)
    if unit == UTF8:
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _code_points(line: str, units: int, unit: str) -> int:
    """How many characters of a line are so many units; a character that is cut counts whole."""
    if line.isascii() or unit == UTF32:
        return min(units, len(line))
    for at, character in enumerate(line):
        if units <= 0:
            return at
        units -= _units(character, unit)
    return len(line)
