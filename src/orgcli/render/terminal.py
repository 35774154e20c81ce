"""Lines of styled pieces as text: plain, or through Rich in the sixteen colours of a terminal."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from orgcli.render.lines import Line, Piece

_STYLES = {
    "role": "bold",
    "title": "",
    "label": "bold",
    "rule": "dim",
    "quiet": "dim",
    "hedge": "italic",
    "work": "cyan",
    "unique": "dim",
    "shared": "bold green",
    "disputed": "bold yellow",
    "added": "green",
    "removed": "red",
    "changed": "yellow",
}


def paint(lines: Iterable[Line], color: bool) -> str:
    """The lines as text, without trailing blanks; no escape in it but our own colours."""
    whole = [_trimmed(line) for line in lines]
    if not color:
        return "".join("".join(text for text, _ in line) + "\n" for line in whole)
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    out = StringIO()
    # Wrapping, markup, emoji and the environment are settled: Rich only turns styles into codes.
    console = Console(
        file=out, force_terminal=True, color_system="standard", no_color=False,
        legacy_windows=False, markup=False, highlight=False, emoji=False, soft_wrap=True,
        width=1000, _environ={},
    )  # fmt: skip
    for line in whole:
        text = Text(end="\n")
        for piece, style in _joined(line):
            text.append(piece, _STYLES.get(style) or None)
        console.print(text)
    return out.getvalue()


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
