"""Makes user text safe for a chart: one line, control characters escaped, never empty."""

import unicodedata

from orgcli.model.text import visible

_MOST_MARKS = 5
"""Combining marks on one letter: more would be drawn over the cards above and below."""


def plain(text: str) -> str:
    """The text on one line, harmful characters spelled out, no spaces around it.

    Two noncharacters that `visible` lets through may not stand in XML. Text of nothing but
    invisible characters is spelled out too: fonts have no width for it. Marks are left out
    where they are stacked higher than any script does.
    """
    shown = visible(text).strip()
    if not shown or max(shown) < "\u0300":
        return shown
    shown = shown.replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")
    kinds = [unicodedata.category(character) for character in shown]
    if all(kind in ("Cf", "Mn", "Me", "Zs") for kind in kinds):
        return "".join(f"\\u{ord(character):04x}" for character in shown)
    return _without_towers(shown, kinds)


def _without_towers(text: str, kinds: list[str]) -> str:
    kept = []
    marks = 0
    for character, kind in zip(text, kinds, strict=True):
        marks = marks + 1 if kind in ("Mn", "Me") else 0
        if marks <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)
