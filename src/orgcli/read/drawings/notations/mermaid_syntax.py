"""The pieces of a Mermaid flowchart: boxes in their shapes, links in their styles."""

import re
from typing import NamedTuple

from orgcli.read.drawings.markup import plain_mermaid

_SHAPES = (
    ("(((", ")))"), ("((", "))"), ("([", "])"), ("[[", "]]"), ("[(", ")]"), ("[/", "/]", "\\]"),
    ("[\\", "\\]", "/]"), ("{{", "}}"), ("[", "]"), ("(", ")"), ("{", "}"), (">", "]"),
)  # fmt: skip
"""How a box is opened and closed, the longest first."""
_ID = re.compile(r"[^\W](?:\w|[-.:/](?=\w))*+")
_CLASS = re.compile(r":::[\w-]+")
_ATTRIBUTES = re.compile(r"@\{([^{}]{0,5000})\}")
_LABEL = re.compile(r"""label:\s*(?:"([^"]*)"|'([^']*)'|([^,}\n]+))""")
_LINK = re.compile(
    r"[ \t]*(?:\w{1,100}@)?([<xo]?)(?:(--+[-xo>]|==+[=xo>])|(-\.+-[xo>]?)|(~~~+))"
    r"(?:[ \t]*\|([^|\n]{0,2000})\|)?\s*"
)
_LINK_WITH_TEXT = re.compile(
    r"[ \t]*([<xo]?)(?:--(?![->])|==(?![=>])|(-\.)(?!-))[ \t]*([^|\n]{1,500}?)[ \t]*"
    r"(?:--+[-xo>]|==+[=xo>]|\.+-[xo>]?)\s*"
)
_LONGEST = 20_000
"""Characters of a label."""


class BoxText(NamedTuple):
    """A box as it stands in a statement: text is None where only its name stands there."""

    key: str
    text: str | None
    start: int
    end: int


class Link(NamedTuple):
    """A link between boxes; hidden ones only arrange them."""

    end: int
    dotted: bool
    hidden: bool
    reverse: bool
    label: str


def box_at(text: str, at: int) -> BoxText | None:
    """The box that begins at an offset, with its shape, attributes and class."""
    match = _ID.match(text, at)
    if not match:
        return None
    end, label = match.end(), None
    if attributes := _ATTRIBUTES.match(text, end):
        label_match = _LABEL.search(attributes[1])
        label = plain_mermaid(next(filter(None, label_match.groups()), "")) if label_match else None
        end = attributes.end()
    elif shape := shape_at(text, end):
        label, end = shape
    if style := _CLASS.match(text, end):
        end = style.end()
    return BoxText(match.group(), label, at, end)


def shape_at(text: str, at: int) -> tuple[str, int] | None:
    """The text in a shape that opens at an offset, and where the shape ends."""
    for opening, *closings in _SHAPES:
        if not text.startswith(opening, at):
            continue
        start = at + len(opening)
        bare = len(text[start : start + 20]) - len(text[start : start + 20].lstrip())
        if text[start + bare : start + bare + 1] == '"':
            close = text.find('"', start + bare + 1, start + _LONGEST)
            end = close + 1
            while close >= 0 and text[end : end + 1] in (" ", "\t"):
                end += 1
            label = text[start + bare + 1 : close].strip("`")
        else:
            line_end = text.find("\n", start, start + _LONGEST)
            limit = line_end if line_end >= 0 else min(len(text), start + _LONGEST)
            ends = [
                offset for closing in closings if (offset := text.find(closing, start, limit)) >= 0
            ]
            close = end = min(ends, default=-1)
            label = text[start:close]
        if close < 0:
            continue
        for closing in closings:
            if text.startswith(closing, end):
                return plain_mermaid(label), end + len(closing)
    return None


def link_at(text: str, at: int) -> Link | None:
    """The link that stands at an offset."""
    if match := _LINK.match(text, at):
        left, line, dots, hidden, label = match.groups()
        mark = line or dots or ""
        reverse = left == "<" and not mark.endswith(">")
        return Link(match.end(), bool(dots), bool(hidden), reverse, _label(label or ""))
    if match := _LINK_WITH_TEXT.match(text, at):
        left, dots, label = match.groups()
        reverse = left == "<" and not match.group().rstrip().endswith(">")
        return Link(match.end(), bool(dots), False, reverse, _label(label))
    return None


def _label(text: str) -> str:
    return " ".join(plain_mermaid(text.strip().strip('"')).split())
