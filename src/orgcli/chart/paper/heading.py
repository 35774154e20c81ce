"""The title block of a chart and its legend: what they say and where, in points on paper.

Both are as large on every page, whatever the scale of the cards between them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from orgcli.chart.deck.card_photos import Picture
from orgcli.chart.deck.cards import Deck
from orgcli.chart.deck.heading_text import LegendEntry, count_line, legend_entries
from orgcli.chart.paper.dotted_lines import DottedPath, draws_dotted_lines, tagged_purposes
from orgcli.chart.paper.text_width import BOLD, cut, width

TITLE_SIZE = 19
SUBTITLE_SIZE = 10
LEGEND_SIZE = 8
LEGEND_LINE = 15
"""Points from one line of the legend to the next."""
SAMPLE_GAP = 5
"""Between a sample and its text."""
_TITLE_LINE, _SUBTITLE_LINE = 25, 16
_NARROWEST = 300
_DOT, _CARD = 8, 18
_BETWEEN = 16
CODE_SIZE, _AROUND_CODE = 6.5, 6
_LOGO = (150, 38)
"""The most that a logo is wide and high."""

SampleKind = Literal["group", "code", "state", "dotted", "chain", "pill", "tag", "phrase"]


class Heading(NamedTuple):
    """The title, empty for none, and the line below it; width and height of both."""

    title: str
    subtitle: str
    width: int
    height: int


class Sample(NamedTuple):
    """What stands before a text of the legend: its width, and the entry that it explains."""

    kind: SampleKind
    width: int
    entry: LegendEntry


class LegendItem(NamedTuple):
    """A sample with its text: where it begins, from the left and from the top of the legend."""

    x: int
    y: int
    sample: Sample


class Legend(NamedTuple):
    """The entries in their places, and the width and height that all take."""

    items: tuple[LegendItem, ...] = ()
    width: int = 0
    height: int = 0


NO_LEGEND = Legend()


def logo_size(logo: Picture) -> tuple[float, float]:
    """The width and height of a logo on paper."""
    scale = min(_LOGO[0] / logo.width, _LOGO[1] / logo.height)
    return logo.width * scale, logo.height * scale


def code_width(code: str) -> int:
    """How wide the flag with the letters of a group is."""
    return int(width(code, CODE_SIZE, BOLD)) + _AROUND_CODE


def heading(deck: Deck, room: float) -> Heading:
    """The title block of a chart, which with the logo is no wider than `room` points."""
    logo = logo_size(deck.logo)[0] + _BETWEEN if deck.logo else 0
    return title_block(deck.title, _subtitle(deck, room - logo), room - logo)


def _subtitle(deck: Deck, room: float) -> str:
    """The line below the title. Names above a slide may be cut, but not its number behind them."""
    line = count_line(deck)
    if not deck.way or width(line, SUBTITLE_SIZE) <= room:
        return line
    count = f" · {count_line(replace(deck, way=()))}"
    names = line.removesuffix(count)
    return cut(names, max(1, int(room - width(count, SUBTITLE_SIZE))), SUBTITLE_SIZE) + count


def title_block(title: str, subtitle: str, room: float) -> Heading:
    """A title, which may be empty, and the line below it, no wider than `room` points."""
    whole = max(1, int(room))
    title = cut(title, whole, TITLE_SIZE, BOLD) if title else ""
    subtitle = cut(subtitle, whole, SUBTITLE_SIZE)
    wide = max(width(title, TITLE_SIZE, BOLD), width(subtitle, SUBTITLE_SIZE))
    height = (_TITLE_LINE if title else 0) + _SUBTITLE_LINE
    return Heading(title, subtitle, min(whole, int(wide) + 1), height)


def legend(deck: Deck, room: float, dotted: Sequence[DottedPath] | None = None) -> Legend:
    """The entries of the legend in lines no wider than `room` points.

    dotted  the dotted lines that are drawn, None where that is not known yet
    """
    return legend_lines(_samples(deck, dotted), room)


def legend_lines(samples: Iterable[Sample], room: float) -> Legend:
    """Samples with their texts in lines no wider than `room` points."""
    whole = max(int(room), _NARROWEST)
    items: list[LegendItem] = []
    x = y = right = 0
    for sample in samples:
        label = cut(sample.entry.label, whole - sample.width - SAMPLE_GAP, LEGEND_SIZE)
        sample = sample._replace(entry=sample.entry._replace(label=label))
        wide = sample.width + int(width(label, LEGEND_SIZE)) + 1
        if x and x + wide > whole:
            x, y = 0, y + LEGEND_LINE
        items.append(LegendItem(x, y, sample))
        right = max(right, x + wide)
        x += wide + _BETWEEN
    return Legend(tuple(items), right, y + LEGEND_LINE if items else 0)


def _samples(deck: Deck, dotted: Sequence[DottedPath] | None) -> Iterator[Sample]:
    for entry in legend_entries(deck):
        if entry.color and entry.sample:
            yield Sample("code", code_width(entry.sample) + SAMPLE_GAP, entry)
        elif entry.color:
            yield Sample("group", _DOT + SAMPLE_GAP, entry)
        elif entry.state:
            yield Sample("state", _CARD + SAMPLE_GAP, entry)
        elif entry.sample:
            yield Sample("pill", _CARD + SAMPLE_GAP, entry)
        else:
            yield Sample("phrase", 0, entry)
    if draws_dotted_lines(deck) if dotted is None else dotted:
        label = LegendEntry(deck.words.page.dotted_line)
        yield Sample("dotted", _CARD + SAMPLE_GAP, label)
    for tag, purpose in enumerate(tagged_purposes(dotted or ()), 1):
        yield Sample("tag", _DOT + 4 + SAMPLE_GAP, LegendEntry(purpose, sample=str(tag)))
    if any(card.chain for card in deck.cards):
        yield Sample("chain", _CARD + SAMPLE_GAP, LegendEntry(deck.words.chain))
