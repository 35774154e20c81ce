"""What all PlantUML diagrams have: lines, blocks that are no part of the drawing, and Creole."""

import html
import re
from collections.abc import Iterator

from orgcli.model.source.source import Source
from orgcli.read.drawings.markup import lines_in, plain_markdown

_BLOCKS = (
    ("<style>", "</style>"), ("/'", "'/"), ("legend", "endlegend"), ("skinparam", "}"),
    ("title", "end title"), ("header", "endheader"), ("footer", "endfooter"),
)  # fmt: skip
_CODE = re.compile(r"<U\+([0-9A-Fa-f]{4,6})>")
_MARKUP = re.compile(
    r"</?(?:color|size|b|i|u|s|w|back|font|img|sub|sup|code)(?:[: =][^<>\n]{0,200})?>",
    re.IGNORECASE,
)
_LAST = 0x10FFFF


def lines_of(source: Source, begin: int) -> Iterator[tuple[int, str]]:
    """The lines from an offset that say something, each with where it begins.

    Style, legends and comments of several lines are left out.
    """
    closing = ""
    for at, line in lines_in(source.text, begin):
        stripped = line.strip()
        low = stripped[:300].lower()
        if closing:
            if closing in stripped.lower():
                closing = ""
        elif low.startswith("@end"):
            return
        elif block := next((marks for marks in _BLOCKS if _opens(low, *marks)), None):
            closing = "" if block[1] in low[len(block[0]) :] else block[1]
        elif stripped:
            yield at, line


def _opens(line: str, opening: str, closing: str) -> bool:
    if opening == "skinparam":
        return line.startswith(opening) and line.endswith("{")
    if opening[0].isalpha():
        return line == opening or (opening == "legend" and line.startswith("legend "))
    return line.startswith(opening)


def decoded_plantuml(text: str) -> str:
    """The characters for PlantUML's codes, `<U+0041>`."""
    return _CODE.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return chr(code) if code <= _LAST and not 0xD800 <= code <= 0xDFFF else match.group()


def plain_plantuml(text: str) -> str:
    """Text of a box: no Creole, no tags, line ends for the backslash and n."""
    text = text.replace("\\n", "\n").replace("\\l", "\n").replace("\\r", "\n").replace("\\t", " ")
    text = _MARKUP.sub("", text)
    return decoded_plantuml(html.unescape(plain_markdown(text)))
