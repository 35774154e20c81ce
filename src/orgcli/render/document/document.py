"""What a document is: blocks of styled words, the sources behind their marks, and notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from orgcli.render.lines import Piece, Unit, one_line

Words = Sequence[Unit]
"""Units with a space between them; the pieces of one stay on one line where there is room."""
UNBROKEN_SPACE = "\u00a0"
_SPACES = re.compile(r"[ \u00a0]+")
_LONGEST_UNIT = 30
"""Characters of a unit that stays on one line; a longer one may be parted."""


@dataclass(frozen=True, slots=True)
class SectionHeading:
    """A line above what belongs to it.

    level   2 below the title of the document, 3 below that
    anchor  the key of a dispute, to which its keys in the text lead
    """

    text: Words
    level: int = 2
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class TextParagraph:
    """Words in lines of their own."""

    text: Words


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list or of a cell.

    sign   stands before it: one of the signs of the document, or nothing
    depth  how far it is set in
    """

    text: Words
    sign: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class TextTableRow:
    """The text of each column; a row without a label belongs to the one above it."""

    label: Words
    cells: tuple[tuple[Item, ...], ...]


@dataclass(frozen=True, slots=True)
class TextTable:
    """Rows behind their labels.

    head  what each column is called, in lines of its own; nothing where there is one column
    """

    head: tuple[tuple[Words, ...], ...]
    rows: tuple[TextTableRow, ...]

    @property
    def width(self) -> int:
        """How many columns stand behind the labels."""
        return len(self.head) or max((len(row.cells) for row in self.rows), default=1)

    @property
    def has_signs(self) -> bool:
        """Whether all entries are set in, as some stand behind a sign."""
        return any(item.sign for row in self.rows for cell in row.cells for item in cell)


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Short lists side by side, each below its title."""

    columns: tuple[tuple[Words, tuple[Item, ...]], ...]


Block = SectionHeading | TextParagraph | Items | TextTable | SideBySide


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A work as its mark stands for it; `url` is its address or nothing."""

    mark: str
    name: str
    url: str = ""
    note: str = ""

    @property
    def is_web(self) -> bool:
        """Whether its address may become a link: only those of the web do."""
        return self.url.startswith(("https://", "http://"))


@dataclass(frozen=True, slots=True)
class TextDocument:
    """A document of a few pages.

    language       its tag
    subtitle       below the title
    sources_title  the heading of the sources
    are_notes      whether the marks are numbers of footnotes
    foot           what stands below everything, a paragraph each
    signs          what the signs before items mean
    """

    title: str
    language: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    sources: tuple[CitedSource, ...] = ()
    sources_title: str = ""
    are_notes: bool = False
    foot: tuple[Words, ...] = ()
    signs: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def anchors(self) -> frozenset[str]:
        """The keys to which words of the document lead."""
        anchors = (block.anchor for block in self.blocks if isinstance(block, SectionHeading))
        return frozenset(key for key in anchors if key)

    @property
    def is_wide(self) -> bool:
        """Whether its tables are read more easily on paper in landscape."""
        return any(isinstance(block, TextTable) and len(block.head) > 2 for block in self.blocks)


def pieces(words: Words) -> Iterator[Piece]:
    """Words as pieces of one style each, with the spaces between them.

    A space within a unit does not break, unless the unit is long.
    """
    text, style = "", ""
    for word, word_style in _spaced(words):
        if word.strip() and word_style != style:
            if text:
                yield text, style
            text, style = "", word_style
        text += word
    if text:
        yield text, style


def _spaced(words: Words) -> Iterator[Piece]:
    for at, unit in enumerate(words):
        whole = "".join(text for text, _ in unit)
        gap = UNBROKEN_SPACE if len(whole) <= _LONGEST_UNIT else " "
        if at:
            yield " ", ""
        for text, style in unit:
            yield (_SPACES.sub(gap, text) if text.isspace() else text), style


def marks_in(text: str, marks: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """The parts of words that cite works, and whether each is one of the marks."""
    known_marks = {one_line(mark) for mark in marks}
    for part in re.split(f"([ {UNBROKEN_SPACE}]+)", text):
        if part:
            yield part, part in known_marks


def plain(words: Words) -> str:
    """Words without their styles."""
    return "".join(text for text, _ in pieces(words)).replace(UNBROKEN_SPACE, " ")
