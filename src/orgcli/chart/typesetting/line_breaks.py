"""Where a line of text may end: between words, at the joints of a compound, inside a word."""

import re
import unicodedata
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from orgcli.chart.typesetting.clusters import joins
from orgcli.chart.typesetting.compounds import joints

SOFT_HYPHEN = "\u00ad"
_DASHES = "-/\u2010\u2013\u2014"
_ZERO_WIDTH_SPACE = "\u200b"
_NO_START = frozenset(
    "、。，．・：；？！ー々〜）」』】〉》〕ぁぃぅぇぉっゃゅょァィゥェォッャュョ…%"
)
_NO_END = frozenset("（「『【〈《〔")
"""What no line begins with and none ends with in Chinese and Japanese."""
_LONGEST = 100
"""Letters before and after a place that are looked at for its word."""
_WORD = re.compile(r"[^ \-/\u2010\u2013\u2014\u00ad\u200b]+[-/\u2010\u2013\u2014]*")
_LETTERS_BEFORE, _LETTERS = re.compile(r"[^\W\d_]*\Z"), re.compile(r"[^\W\d_]*")


class BreakKind(IntEnum):
    """Where a line ends, the better the lower."""

    WORD = 0
    JOINT = 1
    ANYWHERE = 2


class LineBreak(NamedTuple):
    """A line ends before `end`, with a hyphen or without; the next begins at `start`."""

    end: int
    start: int
    hyphen: bool = False


def word_breaks(text: str, end: int, in_numbers: bool = False) -> Iterator[LineBreak]:
    """The places between words up to `end`, the last first.

    in_numbers  whether a day such as 2027-01-31 may be broken
    After spaces, dashes, slashes and soft hyphens, and between Chinese and Japanese characters.
    """
    for at in range(min(end, len(text) - 1), 0, -1):
        before, here = text[at - 1], text[at]
        if here == " ":
            yield LineBreak(at, at + 1)
        elif before == " " or joins(here):
            continue
        elif before == SOFT_HYPHEN:
            yield LineBreak(at - 1, at, True)
        elif (
            before == _ZERO_WIDTH_SPACE
            or _after_dash(text, at, in_numbers)
            or _between_ideographs(text, at)
        ):
            yield LineBreak(at, at)


def joint_breaks(text: str, end: int) -> Iterator[LineBreak]:
    """The joints up to `end` of the word in which that is, the last first."""
    before = _LETTERS_BEFORE.search(text, max(0, end - _LONGEST), end)
    after = _LETTERS.match(text, end, end + _LONGEST)
    start = before.start() if before else end
    word = text[start : after.end() if after else end]
    for at in reversed(joints(word)):
        if start + at <= end:
            yield LineBreak(start + at, start + at, True)


def forced_break(text: str, end: int) -> LineBreak:
    """The place `end` itself; with a hyphen inside a word."""
    return LineBreak(end, end, is_inside_word(text, end))


def is_inside_word(text: str, at: int) -> bool:
    """Whether the letters at both sides are of a script that is hyphenated."""
    return 0 < at < len(text) and all(
        unicodedata.category(text[place]) in ("Lu", "Ll") for place in (at - 1, at)
    )


def first_word(text: str, start: int) -> str:
    """The word that begins there, with the dash behind it; "" for none, or for an ideograph."""
    match = _WORD.match(text, start)
    return match.group() if match and not _is_ideograph(match.group()[0]) else ""


def _after_dash(text: str, at: int, in_numbers: bool) -> bool:
    if text[at - 1] not in _DASHES or at < 2 or text[at - 2] in f" {_DASHES}":
        return False
    return in_numbers or not (text[at - 2].isdigit() and text[at].isdigit())


def _between_ideographs(text: str, at: int) -> bool:
    before, here = text[at - 1], text[at]
    if not (_is_ideograph(before) or _is_ideograph(here)):
        return False
    return here not in _NO_START and before not in _NO_END


def _is_ideograph(character: str) -> bool:
    """Whether it is written without spaces; Korean is not."""
    return "\u2e80" <= character < "\uac00" and unicodedata.east_asian_width(character) == "W"
