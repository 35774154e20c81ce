"""Texts of an attribute as numbers: all of them together decide which mark parts thousands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_AMOUNT = re.compile(r"[-+\u2212]?\d[\d.,'\u2019\s]*")
_UNIT = re.compile(r"[^\W\d_]{1,4}\.?|[^\w\s.,'\u2019+\-\u2212]")
_BLANKS = re.compile(r"[\s'\u2019]")
_GROUPED = re.compile(r"[-+]?[1-9]\d{0,2}(?:[.,]\d{3})+")


def amounts(texts: Iterable[str]) -> Mapping[str, float | None]:
    """Each different text with its number, or None for one that is none.

    A currency or another short unit may stand before or behind. Of two marks in a number the last
    is that of decimals; one that parts three digits in all of them parts thousands.
    """
    bare = {text: _bare(text) for text in dict.fromkeys(texts)}
    point = _decimal_mark([number for number in bare.values() if number])
    other = "," if point == "." else "."
    return {
        text: None if number is None else _read(number, point, other)
        for text, number in bare.items()
    }


def _bare(text: str) -> str | None:
    """The number without its unit and blanks; None where there is none, or more than one."""
    match = _AMOUNT.search(text)
    if match is None:
        return None
    around = (text[: match.start()].strip(), text[match.end() :].strip())
    if any(unit and not _UNIT.fullmatch(unit) for unit in around):
        return None
    return _BLANKS.sub("", match.group()).replace("\u2212", "-").rstrip(".,")


def _decimal_mark(numbers: Iterable[str]) -> str:
    """The mark before decimals; where nothing tells, the point."""
    marked = [number for number in numbers if "." in number or "," in number]
    for text in marked:
        if "." in text and "," in text:
            return max(".,", key=text.rfind)
    for mark, other in ((",", "."), (".", ",")):
        with_mark = [number for number in marked if mark in number]
        if with_mark and all(_GROUPED.fullmatch(number) for number in with_mark):
            return other
    return "," if marked and all("," in number for number in marked) else "."


def _read(number: str, point: str, other: str) -> float | None:
    if other in number and not _GROUPED.fullmatch(number.rpartition(point)[0] or number):
        return None
    try:
        return float(number.replace(other, "").replace(point, "."))
    except ValueError:
        return None
