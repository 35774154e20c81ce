"""Styled words broken into lines of a width, in the letters that the bundled typeface has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from unicodedata import bidirectional

from fpdf import FPDF
from fpdf.fonts import TTFFont

from orgcli.model.text import listed
from orgcli.render.document.document import UNBROKEN_SPACE, Words, pieces
from orgcli.render.document.palette import BOLD, ITALIC

_FAMILY = "Liberation"
_FACES = (("", "Regular"), ("B", "Bold"), ("I", "Italic"))
_SMALLER = {"work": 0.82, "note": 0.7}
_BOX = "\u25a1"
_MOST_NAMED = 5

Part = tuple[str, str, float, float]
"""Text, its style, its size in points, and its width in millimetres."""


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line; height in millimetres."""

    parts: tuple[Part, ...]
    height: float


class Letters:
    """The faces of the typeface in one file, and the letters that they lack.

    missing  those that were to be drawn
    """

    def __init__(self, pdf: FPDF) -> None:
        self._pdf = pdf
        self.missing: set[str] = set()
        for style, name in _FACES:
            path = files("orgcli.render") / "typeface" / f"LiberationSans-{name}.ttf"
            pdf.add_font(_FAMILY, style, str(path))
        font = pdf.fonts[_FAMILY.lower()]
        self._known = frozenset(font.cmap if isinstance(font, TTFFont) else ())

    def choose(self, style: str, size: float) -> None:
        """The face of a style, in points, is what is drawn in from now on."""
        face = "B" if style in BOLD else "I" if style in ITALIC else ""
        self._pdf.set_font(_FAMILY, face, size)

    def width(self, text: str, style: str, size: float) -> float:
        """Millimetres that a text takes."""
        self.choose(style, size)
        return float(self._pdf.get_string_width(text))

    def drawn(self, text: str) -> str:
        """The text with a box for each letter that cannot be drawn, or not in its direction."""
        if text.isascii():
            return text
        lost = {
            letter for letter in text if ord(letter) not in self._known or _is_rightward(letter)
        }
        self.missing |= lost
        return "".join(_BOX if letter in lost else letter for letter in text)


def letter_note(missing: Iterable[str]) -> tuple[str, ...]:
    """What to say of letters that are boxes; nothing where there are none."""
    letters = sorted(missing)
    if not letters:
        return ()
    listing = listed(letters, _MOST_NAMED, lambda letter: f"`{letter}` (U+{ord(letter):04X})")
    return (f"the typeface of the PDF lacks {listing}, so they are boxes: write docx or html",)


def broken_lines(
    words: Words, width: float, size: float, letters: Letters, style: str, leading: float
) -> Sequence[PdfLine]:
    """Words in lines of at most so many millimetres.

    style    that of words without one
    leading  millimetres from line to line for each point of the size
    """
    lines: list[list[Part]] = [[]]
    used = 0.0
    for parts in _fitting(_groups(words, size, letters, style), width, letters):
        whole = sum(part[3] for part in parts)
        if used and used + whole - _space_behind(parts, letters) > width:
            lines.append([])
            used = 0.0
        lines[-1].extend(parts)
        used += whole
    return [PdfLine(tuple(line), size * leading) for line in lines if line]


def _groups(words: Words, size: float, letters: Letters, style: str) -> Iterator[list[Part]]:
    """What stays on one line: everything up to a space at which a line may end."""
    group: list[Part] = []
    for text, own_style in pieces(words):
        chosen = own_style or style
        points = size * _SMALLER.get(chosen, 1)
        rest = letters.drawn(text)
        while rest:
            word, space, rest = rest.partition(" ")
            part = (word + space).replace(UNBROKEN_SPACE, " ")
            if part:
                group.append((part, chosen, points, letters.width(part, chosen, points)))
            if space and group:
                yield group
                group = []
    if group:
        yield group


def _fitting(
    groups: Iterable[list[Part]], width: float, letters: Letters
) -> Iterator[Sequence[Part]]:
    """The same groups; one wider than a line comes apart between its parts, then anywhere."""
    for group in groups:
        if sum(part[3] for part in group) - _space_behind(group, letters) <= width:
            yield group
            continue
        for part in group:
            yield from ([piece] for piece in _chopped(part, width, letters))


def _chopped(part: Part, width: float, letters: Letters) -> Iterator[Part]:
    text, style, size, whole = part
    if whole <= width:
        yield part
        return
    piece, used = "", 0.0
    for letter in text:
        wide = letters.width(letter, style, size)
        if piece and used + wide > width:
            yield piece, style, size, used
            piece, used = "", 0.0
        piece += letter
        used += wide
    yield piece, style, size, used


def _space_behind(parts: Sequence[Part], letters: Letters) -> float:
    """The width of the space at the end, which may stand out of the line."""
    text, style, size, _ = parts[-1]
    return letters.width(" ", style, size) if text.endswith(" ") else 0.0


def _is_rightward(letter: str) -> bool:
    return bidirectional(letter) in ("R", "AL")
