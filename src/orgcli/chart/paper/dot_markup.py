"""User text inside DOT: names, tooltips and HTML-like labels in which nothing is interpreted."""

import re

_SPECIAL = re.compile(r'[&<>"\\]')
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\\": "\\\\"}


def label_text(text: str) -> str:
    r"""Text for an HTML-like label; Graphviz replaces `\N`, `\G` and so on even there."""
    return _SPECIAL.sub(_entity, text)


def bold(text: str) -> str:
    """Bold text; an empty <B></B> would be an error that leaves the card blank."""
    return f"<B>{label_text(text)}</B>" if text else ""


def name(text: str) -> str:
    r"""A quoted node name; different texts give different names.

    Two backslashes stand for one, as Graphviz keeps both of `\\`; one stands before a leading
    `%`, which it takes for the sign of a node without a name.
    """
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"\\{text}"' if text.startswith("%") else f'"{text}"'


def tooltip(text: str) -> str:
    r"""A quoted tooltip; Graphviz reads its backslashes twice and its `&` as entities."""
    text = text.replace("&", "&amp;").replace("\\", "\\\\\\\\").replace('"', '\\"')
    return f'"{text}"'


def _entity(match: re.Match[str]) -> str:
    return _ENTITIES[match.group()]
