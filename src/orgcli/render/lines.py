"""Styled words broken into lines of so many terminal cells; nothing in them is obeyed."""

import re
from collections.abc import Iterable, Iterator, Sequence

from orgcli.model.text import cells, visible

_BLANK = re.compile(r"[ \t\r\n]+")
_APART = "   "
_NARROWEST = 8
UNBROKEN_HEDGE = 18
"""Cells of a hedge that stays on one line, such as "(passt am besten)"."""

Piece = tuple[str, str]
"""Text and the name of its style; the empty name is plain."""
Line = list[Piece]
Unit = list[Piece]
"""Pieces that stay on one line where it is wide enough, such as a word and its mark."""


def one_line(text: str) -> str:
    """User text made visible on one line: line ends and tabs between words are spaces."""
    return visible(" ".join(_BLANK.split(text.strip(" \t\r\n"))))


def styled(text: str, style: str = "") -> list[Unit]:
    """The words of user text in a style, made visible; a no-break space does not part them."""
    return [[(word, style)] for word in one_line(text).split(" ") if word]


def hedge_units(hedge: str, unbroken: int = UNBROKEN_HEDGE) -> list[Unit]:
    """A hedge in parentheses, on one line where it is short.

    unbroken  the cells up to which it is
    """
    text = one_line(f"({hedge})")
    return [[(text, "hedge")]] if cells(text) <= unbroken else styled(text, "hedge")


def glue(units: list[Unit], *pieces: Piece, gap: str = "  ") -> None:
    """Hang pieces on the last unit, so that a mark never begins a line alone."""
    if not units:
        units.append([])
    for piece in pieces:
        units[-1].extend([(gap, ""), piece] if units[-1] else [piece])


def wrap(units: Iterable[Unit], width: int) -> list[Line]:
    """Units in lines of at most `width` cells, one space apart; longer ones are broken.

    Blanks with which a unit begins keep it further from the one before; no line begins with them.
    """
    lines: list[Line] = [[]]
    used = 0
    for unit in _fitting(units, width):
        size = measure(unit)
        if used and used + 1 + size > width:
            lines.append([])
            used = 0
        if not used and len(unit) > 1 and unit[0][0].isspace():
            unit = unit[1:]
            size = measure(unit)
        if used:
            lines[-1].append((" ", ""))
            used += 1
        lines[-1].extend(unit)
        used += size
    return lines if lines[-1] else []


def hanging(units: Iterable[Unit], sign: str, width: int, style: str = "shared") -> list[Line]:
    """Units in lines that hang behind a sign."""
    indent = cells(sign) + 1
    return [
        [(sign + " " if number == 0 else " " * indent, style), *line]
        for number, line in enumerate(wrap(units, max(_NARROWEST, width - indent)))
    ]


def indented(lines: Iterable[Line], cells: int) -> Iterator[Line]:
    """The lines, each set in by so many cells."""
    for line in lines:
        yield [(" " * cells, ""), *line]


def apart(blocks: Iterable[Iterable[Line]]) -> Iterator[Line]:
    """The lines of several blocks, with an empty line between two."""
    for number, block in enumerate(blocks):
        if number:
            yield []
        yield from block


def separated(items: Iterable[list[Unit]], sign: str = "·") -> list[Unit]:
    """The units of several items one after the other, with a sign hung on each but the last."""
    units: list[Unit] = []
    for item in items:
        if units:
            glue(units, (sign, "quiet"), gap=" ")
        units.extend(item)
    return units


def flow(units: Iterable[Unit], width: int) -> Iterator[Line]:
    """Units on as few lines as they need, three spaces apart."""
    line: Line = []
    for unit in units:
        if line and measure(line) + len(_APART) + measure(unit) <= width:
            line = [*line, (_APART, ""), *unit]
            continue
        if line:
            yield line
        spaced = [[(word, style)] for text, style in unit for word in text.split(" ") if word]
        *whole, line = wrap(spaced, width) or [[]]
        yield from whole
    if line:
        yield line


def measure(line: Iterable[Piece]) -> int:
    """How many cells a line takes."""
    return sum(cells(text) for text, _ in line)


def pad(line: Sequence[Piece], width: int) -> Line:
    """The line with spaces to its right."""
    return [*line, (" " * max(0, width - measure(line)), "")]


def _fitting(units: Iterable[Unit], width: int) -> Iterable[Unit]:
    """The same units; those wider than a line come apart at their gaps, then anywhere."""
    for unit in units:
        if measure(unit) <= width:
            yield unit
            continue
        gap = ""
        for text, style in unit:
            if not text.strip():
                gap = text[1:]
                continue
            for part in _chopped(text, width):
                yield [(gap, ""), (part, style)] if gap else [(part, style)]
                gap = ""


def _chopped(text: str, width: int) -> Iterable[str]:
    part, used = "", 0
    for character in text:
        size = cells(character)
        if used + size > width and part:
            yield part
            part, used = "", 0
        part += character
        used += size
    yield part
