"""Text as wide as the typeface draws it: measured, cut, and broken into lines."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from functools import partial
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
_SHRUNK = (0.975, 0.95, 0.925, 0.9)
"""The sizes that are tried before a word is broken."""
_ROUNDING = 1e-9
"""Points that sums of widths may differ by, as they are made in another order."""


@dataclass(frozen=True, slots=True, eq=False)
class Weight:
    """One style of letters: whether it is bold, and its widths per ASCII code point in UNITS."""

    bold: bool
    ascii: tuple[int, ...] = field(repr=False)


REGULAR, BOLD = (Weight(bold, ascii_widths(bold)) for bold in (False, True))


class LineFault(IntEnum):
    """What is wrong with the lines of a text, the worse the higher.

    MOVED   the first line is empty, as its only word does not fit beside what stands there
    JOINT   a compound is broken at a joint
    BROKEN  a word is broken elsewhere
    CUT     the end is not shown
    """

    NONE = 0
    MOVED = 1
    JOINT = 2
    BROKEN = 3
    CUT = 4


class FittedText(NamedTuple):
    """Lines, and the size of their letters in points."""

    lines: tuple[str, ...]
    size: float


class _BrokenText(NamedTuple):
    """Lines, and what is wrong with them."""

    lines: tuple[str, ...]
    fault: LineFault


def width(text: str, size: float, weight: Weight = REGULAR) -> float:
    """How wide the text is in points in letters of `size` points, kerning aside."""
    points = size / UNITS
    if text.isascii():
        return sum(map(weight.ascii.__getitem__, text.encode())) * points
    if JOINER in text:
        text = "".join(map(_joined, clusters(text)))
    bold = weight.bold
    return sum([character_width(character, bold) for character in text]) * points


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
    return _broken(text, points, size, weight, most, beside).lines


def fitted(
    text: str, room: float, size: float, face: Weight, most: int = 2, beside: float = 0
) -> FittedText:
    """The text as `wrap` breaks it; smaller by up to a tenth where that keeps words whole."""
    found = {size: _broken(text, room, size, face, most, beside)}
    for step in _SHRUNK if found[size].fault else ():
        found[size * step] = _broken(text, room, size * step, face, most, beside)
        if not found[size * step].fault:
            break
    best = min(found, key=lambda tried: (found[tried].fault, -tried))
    return FittedText(found[best].lines, best)


def _broken(
    text: str, points: float, size: float, weight: Weight, most: int, beside: float
) -> _BrokenText:
    """The lines with the least fault."""
    measure = partial(width, size=size, weight=weight)
    whole = text.replace(SOFT_HYPHEN, "")
    if measure(whole) <= points - beside:
        return _BrokenText((whole,), LineFault.NONE)
    ways = [(BreakKind.WORD, False), (BreakKind.JOINT, False), (BreakKind.JOINT, True),
            (BreakKind.ANYWHERE, False)]  # fmt: skip
    made = _BrokenText((), LineFault.CUT)
    for kind, eager in ways:
        made = _Attempt(measure, points, kind, eager).lines(text, most, beside)
        if made.fault != LineFault.CUT:
            break
    return made


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
    fault: LineFault = LineFault.NONE

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
            self.fault = LineFault.CUT
            text = _cut(text, room, self.measure)
        return _BrokenText((*lines, text), self.fault)

    def _line(self, text: str, place: LineBreak) -> str:
        line = text[: place.end].rstrip().replace(SOFT_HYPHEN, "")
        return line + _HYPHEN if place.hyphen else line

    def _place(self, text: str, room: float) -> LineBreak | None:
        """Where a line in this room ends; None where nothing of the text fits in it."""
        end = len(longest_start(text, room + _ROUNDING, self.measure))
        place = self._fitting(text, word_breaks(text, end), room)
        word = first_word(text, place.start if place else 0)
        if not self.eager and self.measure(word) <= self.points:
            if place:
                return place
            if room < self.points and self.kind < BreakKind.ANYWHERE:
                self.fault = max(self.fault, LineFault.MOVED)
                return LineBreak(0, 0)
        if self.kind >= BreakKind.JOINT:
            joint = self._fitting(text, joint_breaks(text, end), room)
            if joint and (place is None or joint.end > place.end):
                self.fault = max(self.fault, LineFault.JOINT)
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
        self.fault = max(self.fault, LineFault.BROKEN)
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
