"""User text and tables inside DOT: nothing in a name, a tooltip or a label is interpreted."""

import re

_SPECIAL = re.compile(r'[&<>"\\]')
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\\": "\\\\"}
_BARE = 'BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"'


def label_text(text: str) -> str:
    r"""Text for an HTML-like label; Graphviz replaces `\N`, `\G` and so on even there."""
    return _SPECIAL.sub(lambda found: _ENTITIES[found.group()], text)


def bold(text: str) -> str:
    """Bold text; an empty <B></B> would be an error that leaves the card blank."""
    return f"<B>{label_text(text)}</B>" if text else ""


def small(text: str, size: float, color: str) -> str:
    """Text in points and a color of its own; nothing for no text, as above."""
    if not text:
        return ""
    return f'<FONT POINT-SIZE="{size:g}" COLOR="{color}">{label_text(text)}</FONT>'


def table(rows: str, attributes: str = "") -> str:
    """A table without lines and space between its cells."""
    return f"<TABLE {_BARE}{attributes}>{rows}</TABLE>"


def fixed_cell(content: str, width: int, height: int, align: str = "LEFT") -> str:
    """A cell of a size in points that stays, even where a font is wider than our table."""
    size = f'FIXEDSIZE="TRUE" WIDTH="{width}" HEIGHT="{height}"'
    return f'<TD {size} ALIGN="{align}">{content}</TD>'


def name(text: str) -> str:
    r"""A quoted node name; different texts give different names.

    Two backslashes stand for one, as Graphviz keeps both of `\\`; one stands before a leading
    `%`, which it takes for the sign of a node without a name.
    """
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"\\{text}"' if text.startswith("%") else f'"{text}"'


def quoted_text(text: str) -> str:
    r"""A quoted value of an attribute that Graphviz does not know: it is kept as it is."""
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"'


def tooltip(text: str) -> str:
    r"""A quoted tooltip; Graphviz reads its backslashes twice and its `&` as entities."""
    text = text.replace("&", "&amp;").replace("\\", "\\\\\\\\").replace('"', '\\"')
    return f'"{text}"'


def inches(points: float) -> str:
    """Rounded up: a node a millionth lower than its label is worth a warning to Graphviz."""
    return f"{points / 72 + 5e-7:.6f}"
