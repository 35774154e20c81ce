"""Texts as elements of an SVG, as Graphviz would write them.

Graphviz sets each text in a font of this computer before it writes it, which takes most of its
time and changes nothing: the text is measured, placed and broken into lines already.
"""

import re
from functools import lru_cache

from orgcli.chart.paint.items import PaintedText

_RAISED = 0.05
"""Of its size: so much higher than its place Graphviz draws a text, in PNG and PDF as well."""
_ANCHOR = {"left": "", "middle": ' text-anchor="middle"', "right": ' text-anchor="end"'}
_FURTHER_SPACE = re.compile("(?<= ) ")
_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;"))


def text_element(item: PaintedText, floor: float) -> str:
    """The element of a text, without what all texts share: typeface, white space, `start`.

    floor  the y of the painting, downwards, that becomes 0, upwards, as for `xdot`
    """
    x, y, text, size, color, bold, align, _ = item
    style, raised = _style(size, color, bold)
    base = float(f"{floor - y:g}") + raised
    place = f'x="{_number(float(f"{x:g}"))}" y="{_number(-base)}"'
    return f"<text{_ANCHOR[align]} {place}{style}>{_escaped(text)}</text>"


@lru_cache(maxsize=1024)
def _style(size: float, color: str, bold: bool) -> tuple[str, float]:
    """The attributes of letters, and how much higher they are drawn."""
    weight = ' font-weight="bold"' if bold else ""
    points = float(f"{size:g}")
    return f'{weight} font-size="{points:.2f}" fill="{color.lower()}"', _RAISED * points


def _number(value: float) -> str:
    """With two decimals, without zeros at the end."""
    number = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if number == "-0" else number


def _escaped(text: str) -> str:
    """Signs of XML, hyphens and all spaces but the first as references, as Graphviz has them."""
    for sign, reference in _ESCAPES:
        if sign in text:
            text = text.replace(sign, reference)
    if "  " in text:
        text = _FURTHER_SPACE.sub("&#160;", text)
    return text.replace("-", "&#45;")
