"""Text as wide as the typeface draws it: measured, cut, and broken into lines."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import NamedTuple

from orgcli.chart.typesetting.advances import UNITS
from orgcli.chart.typesetting.character_widths import ascii_widths, character_width
from orgcli.chart.typesetting.clusters import JOINER, clusters
from orgcli.chart.typesetting.line_breaks import (
    SOFT_HYPHEN,
    BreakKind,
    LineBreak,
    first_word,
    forced_break,
    is_inside_word,
    joint_breaks,
    word_breaks,
)

Measure = Callable[[str], float]
ELLIPSIS = "…"
_HYPHEN = "-"
_ROUNDING = 1e-9
"""Points that sums of widths may differ by, as they are made in another order."""


@dataclass(frozen=True, slots=True, eq=False)
class Weight:
    """One style of letters: whether it is bold, and its widths per ASCII code point in UNITS."""

    bold: bool
    ascii: tuple[int, ...] = field(repr=False)


REGULAR, BOLD = (Weight(bold, ascii_widths(bold)) for bold in (False, True))


class _BrokenText(NamedTuple):
    """Lines, and whether the end of the text is not in them."""

    lines: tuple[str, ...]
    cut: bool = False


def width(text: str, size: float, weight: Weight = REGULAR) -> float:
    """How wide the text is in points in letters of `size` points, kerning aside."""
    if text.isascii():
        return sum(map(weight.ascii.__getitem__, text.encode())) * (size / UNITS)
    return _units(text, weight.bold) * (size / UNITS)


@lru_cache(maxsize=1024)
def _units(text: str, bold: bool) -> float:
    """The width in UNITS; a name is measured for its card and for its row."""
    if JOINER in text:
        text = "".join(map(_joined, clusters(text)))
    return sum([character_width(character, bold) for character in text])


def _joined(cluster: str) -> str:
    """Of several emoji that are drawn as one picture the first."""
    return cluster[:1] if JOINER in cluster and cluster >= "\u2190" else cluster


def cut(text: str, points: float, size: float, weight: Weight = REGULAR) -> str:
    """The text if it fits in `points`, else its start with an ellipsis; clusters stay whole."""
    if width(text, size, weight) <= points:
        return text
    return _cut(text, points, partial(width, size=size, weight=weight))


def _cut(text: str, room: float, measure: Measure) -> str:
    room -= measure(ELLIPSIS) + _ROUNDING
    return longest_start(text, room, measure).rstrip() + ELLIPSIS


def wrap(
    text: str, points: float, size: float, weight: Weight, most: int = 2, beside: float = 0
) -> tuple[str, ...]:
    """The text on at most `most` lines no wider than `points`; the last one may be cut.

    beside  how much narrower the first line is, as something stands beside it
    Lines break between words. A word is broken only where it is wider than a whole line, or where
    the text would be cut otherwise: at the joint of a compound if it has one.
    """
    if SOFT_HYPHEN not in text and width(text, size, weight) <= points - beside:
        return (text,)
    return _broken(text, points, size, weight, most, beside)


def _broken(
    text: str, points: float, size: float, weight: Weight, most: int, beside: float
) -> tuple[str, ...]:
    """The lines of the gentlest way to break the text that cuts nothing off."""
    measure = partial(width, size=size, weight=weight)
    whole = text.replace(SOFT_HYPHEN, "")
    if measure(whole) <= points - beside:
        return (whole,)
    ways = [(BreakKind.WORD, False), (BreakKind.JOINT, False), (BreakKind.JOINT, True),
            (BreakKind.ANYWHERE, False)]  # fmt: skip
    broken = _BrokenText(())
    for kind, eager in ways:
        broken = _Attempt(measure, points, kind, eager).lines(text, most, beside)
        if not broken.cut:
            break
    return broken.lines


@dataclass(slots=True)
class _Attempt:
    """One way to break a text: measured so, no line wider than `points`.

    kind   the worst kind of places where lines may end
    eager  whether a compound is broken although it fits on a line of its own
    """

    measure: Measure
    points: float
    kind: BreakKind
    eager: bool

    def lines(self, text: str, most: int, beside: float) -> _BrokenText:
        lines: list[str] = []
        room = self.points - beside
        while len(lines) < most - 1 and self.measure(text) > room:
            place = self._place(text, room)
            if place is None:
                break
            lines.append(self._line(text, place))
            text = text[place.start :].lstrip()
            room = self.points
        text = text.replace(SOFT_HYPHEN, "")
        if self.measure(text) > room:
            return _BrokenText((*lines, _cut(text, room, self.measure)), cut=True)
        return _BrokenText((*lines, text))

    def _line(self, text: str, place: LineBreak) -> str:
        line = text[: place.end].rstrip().replace(SOFT_HYPHEN, "")
        return line + _HYPHEN if place.hyphen else line

    def _place(self, text: str, room: float) -> LineBreak | None:
        """Where a line in this room ends; None where nothing of the text fits in it."""
        end = len(longest_start(text, room + _ROUNDING, self.measure))
        in_numbers = self.kind >= BreakKind.JOINT
        place = self._fitting(text, word_breaks(text, end, in_numbers), room)
        word = first_word(text, place.start if place else 0)
        if not self.eager and self.measure(word) <= self.points:
            if place:
                return place
            if room < self.points and self.kind < BreakKind.ANYWHERE:
                return LineBreak(0, 0)
        if self.kind >= BreakKind.JOINT:
            joint = self._fitting(text, joint_breaks(text, end), room)
            if joint and (place is None or joint.end > place.end):
                return joint
        if place or self.kind < BreakKind.ANYWHERE:
            return place
        return self._forced(text, room - _ROUNDING)

    def _forced(self, text: str, room: float) -> LineBreak | None:
        """Inside a word that has no place to break, or none so early."""
        end = len(longest_start(text, room, self.measure))
        if is_inside_word(text, end):
            end = len(longest_start(text, room - self.measure(_HYPHEN), self.measure))
        if not end:
            return None
        return forced_break(text, end)

    def _fitting(self, text: str, places: Iterator[LineBreak], room: float) -> LineBreak | None:
        """The first of the places whose line, its hyphen included, fits."""
        for place in places:
            line = self._line(text, place)
            if line and self.measure(line) <= room:
                return place
        return None


def longest_start(text: str, room: float, measure: Measure) -> str:
    """The longest start of the text, in whole clusters, that fits.

    measure  how much of the room a cluster takes
    """
    end = 0
    for cluster in clusters(text):
        room -= measure(cluster)
        if room < 0:
            break
        end += len(cluster)
    return text[:end]
