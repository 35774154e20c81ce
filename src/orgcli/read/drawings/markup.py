"""The lines of drawings, and markup in their texts, which becomes plain text with line ends."""

import html
import re
from collections.abc import Iterator

_BREAKS = re.compile(
    r"<[bh]r\s*/?\s*>|</?(?:p|div|tr|td|li|h[1-6])(?:\s[^<>\n]{0,500})?>", re.IGNORECASE
)
_TAGS = re.compile(r"</?[A-Za-z][^<>\n]{0,500}>")
_CODES = re.compile(r"#(\d{1,7}|[A-Za-z]{2,10});")
_ICONS = re.compile(r"\bfa[bsrlkd]?:fa-[\w-]+|:[a-z_]{2,30}:(?=\s|$)|<&[\w-]{1,40}>")
_STARS = re.compile(r"(\*\*|__|~~|//)(?=\S)([^\n]{0,300}?\S)\1")
_ONE_STAR = re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])([^\n*_]{0,300}[^\s*_])\1(?![\w*_])")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,1000})\](?:\([^()\n]{0,1000}\)|\[[^\[\]\n]{0,200}\])")
_MOST = 20_000
"""Characters of one text in which markup is looked for."""


def lines_in(text: str, at: int = 0) -> Iterator[tuple[int, str]]:
    """The lines of a text from an offset on, each with its own, without their ends."""
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield at, text[at:end].rstrip("\r")
        at = end + 1


def plain_html(text: str) -> str:
    """Text of a label in HTML: line ends for `<br>` and the like, no other tags, no entities."""
    text = _TAGS.sub("", _BREAKS.sub("\n", text))
    return _lines(html.unescape(text))


def plain_mermaid(text: str) -> str:
    """Text of a Mermaid label: its own codes, icons, Markdown and HTML."""
    text = text.replace("\\n", "\n")
    text = _ICONS.sub("", _TAGS.sub("", _BREAKS.sub("\n", text[:_MOST])))
    text = _without_stars(text)
    return _lines(html.unescape(decoded_mermaid(text)))


def decoded_mermaid(text: str) -> str:
    """The characters for Mermaid's codes, `#35;` and `#quot;`."""
    return _CODES.sub(lambda code: html.unescape(f"&{'#' * code[1].isdigit()}{code[1]};"), text)


def plain_markdown(text: str) -> str:
    """Text of a line in Markdown: no links, no emphasis, no tags."""
    text = _LINK.sub(r"\1", text[:_MOST].replace("`", ""))
    text = _ICONS.sub("", _TAGS.sub("", _BREAKS.sub("\n", text)))
    return _lines(html.unescape(_without_stars(text)))


def _without_stars(text: str) -> str:
    if not any(mark in text for mark in "*_~/"):
        return text
    return _ONE_STAR.sub(r"\2", _STARS.sub(r"\2", text))


def _lines(text: str) -> str:
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.splitlines())))
