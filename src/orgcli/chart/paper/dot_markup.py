"""User text inside DOT: nothing in a name, a tooltip or a label is interpreted."""


def label(*lines: str) -> str:
    r"""A quoted label of some lines; Graphviz replaces `\N`, `\G` and so on, and entities."""
    escaped = [line.replace("&", "&amp;").replace("\\", "\\\\") for line in lines]
    text = "\\n".join([line.replace('"', '\\"') for line in escaped])
    return f'"{text}"'


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
