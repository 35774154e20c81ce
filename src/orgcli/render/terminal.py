"""Styled text in the sixteen colours of a terminal, or plain."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from orgcli.render.lines import Line, Piece

_CODES = {
    "role": "1",
    "label": "1",
    "rule": "2",
    "quiet": "2",
    "hedge": "3",
    "work": "36",
    "unique": "2",
    "shared": "1;32",
    "disputed": "1;33",
    "added": "32",
    "removed": "31",
    "changed": "33",
    "strong": "1",
    "frame": "1;34",
    "moved": "35",
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
}
"""The parameters of ANSI's "select graphic rendition" for each style that is not plain."""


def paint_text(text: str, style: str, color: bool = True) -> str:
    """The text between the codes of a style; as it is where it has none, or without colour."""
    code = _CODES.get(style)
    return f"\x1b[{code}m{text}\x1b[0m" if code and text and color else text


def paint(lines: Iterable[Line], color: bool) -> str:
    """The lines as text, without trailing blanks; no escape in it but our own colours."""
    return "".join(
        "".join(paint_text(text, style, color) for text, style in _joined(_trimmed(line))) + "\n"
        for line in lines
    )


def _joined(line: Line) -> Iterator[Piece]:
    """The line with as few changes of style as it can have: blanks keep the one before them."""
    styled = []
    style = ""
    for text, own in line:
        style = own if text.strip(" ") else style
        styled.append((text, style))
    for style, pieces in groupby(styled, key=itemgetter(1)):
        yield "".join(text for text, _ in pieces), style


def _trimmed(line: Line) -> Line:
    kept = list(line)
    while kept and not kept[-1][0].rstrip(" "):
        kept.pop()
    if kept:
        text, style = kept[-1]
        kept[-1] = (text.rstrip(" "), style)
    return kept
