"""Makes user text safe for a chart: one line, control characters escaped, never empty."""

import re
import unicodedata

from orgcli.model.text import visible

_MOST_MARKS = 5
"""Combining marks on one letter: more would be drawn over the cards above and below."""


_BREAKS = re.compile(r"\s*[\t\n\v\f\r\x85\u2028\u2029]\s*")
_DIRECTIONS = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
                                     "\u2066\u2067\u2068\u2069\ufeff"))  # fmt: skip


def plain(text: str) -> str:
    """The text on one line, control characters spelled out, no spaces around it.

    Line ends and tabs are spaces. Marks that say a direction of writing are left out: they could
    turn round what stands behind them.

    Two noncharacters that `visible` lets through may not stand in XML. Text of nothing but
    invisible characters is spelled out too: fonts have no width for it. Marks are left out
    where they are stacked higher than any script does.
    """
    if not text.isprintable():  # few texts are not
        turned = text.translate(_DIRECTIONS)
        text = _BREAKS.sub(" ", turned if turned.strip() else text)
    cleaned = visible(text).strip()
    if not cleaned or max(cleaned) < "\u0300":
        return cleaned
    cleaned = cleaned.replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")
    kinds = [unicodedata.category(character) for character in cleaned]
    if all(kind in ("Cf", "Mn", "Me", "Zs") for kind in kinds):
        return "".join(f"\\u{ord(character):04x}" for character in cleaned)
    return _without_towers(cleaned, kinds)


def _without_towers(text: str, kinds: list[str]) -> str:
    characters = []
    marks = 0
    for character, kind in zip(text, kinds, strict=True):
        marks = marks + 1 if kind in ("Mn", "Me") else 0
        if marks <= _MOST_MARKS:
            characters.append(character)
    return "".join(characters)
