"""What is printed on a card: lines of text that fit it, and the size that this takes."""

from dataclasses import dataclass
from functools import lru_cache

from orgcli.chart.deck.cards import Card
from orgcli.chart.paper.text_width import BOLD, REGULAR, cut, width, wrap
from orgcli.language.en import CHART as ENGLISH
from orgcli.language.words import ChartWords

NAME_SIZE = 11
TITLE_SIZE = 9
MARK_SIZE = 8
STRIPE = 5
"""Width of the department's stripe at the left edge."""
_MOST_HOLDERS = 3
_GAP = 5


@dataclass(frozen=True, slots=True)
class Density:
    """How much room cards have, in points; sizes of letters are the same in all.

    width    of a card; even
    margin   at the left and at the right of its text
    margins  above and below its text, together
    """

    width: int
    margin: int
    margins: int
    name_line: int
    title_line: int
    mark_line: int

    @property
    def text_width(self) -> int:
        """How wide a line of text may be."""
        return self.width - STRIPE - 2 * self.margin

    @property
    def photo(self) -> int:
        """The sides of the square that a photo fits in."""
        return self.usual_height - 6

    @property
    def usual_height(self) -> int:
        """Of a card with a name and a title on a line each."""
        return self.margins + self.name_line + self.title_line


ROOMY = Density(172, 6, 10, 14, 12, 11)
COMPACT = Density(144, 5, 6, 13, 11, 10)
"""For pages: a company of 128 has names of 7.5 pt on A3, where ROOMY gives 6.6."""


@dataclass(frozen=True, slots=True)
class CardText:
    """The printed text of one card; heights in points.

    marks    what is wrong with it, and notes, what else is said of it, in small letters
    badge    the headcount, right of the name; empty for one seat
    counts   direct and total reports, right of the title; empty without reports
    side     the width kept for these two, 0 where both are empty
    lines    how high the lines of text are together
    height   of the card
    room     how wide its text may be
    density  how much room it has, and its width
    """

    names: tuple[str, ...]
    titles: tuple[str, ...]
    marks: tuple[str, ...]
    notes: tuple[str, ...]
    badge: str
    counts: str
    side: int
    lines: int
    height: int
    room: int
    density: Density


def card_text(card: Card, density: Density = ROOMY, words: ChartWords = ENGLISH) -> CardText:
    """The lines that fit on the card; long names and titles take two lines, then are cut."""
    room = density.text_width - (density.photo + density.margin if card.picture else 0)
    badge = f"×{card.headcount}" if card.headcount > 1 else ""
    counts = _counts(card, room)
    side = max(_beside(badge), _beside(counts))
    names = _names(card, room, side if badge else 0, words)
    titles = _titles(card, room, side if counts else 0)
    if counts and not titles:
        titles = ("",)
    marks = _small(card.marks, room)
    left_out = (words.below.format(count=card.left_out),) if card.left_out else ()
    notes = _small((*left_out, *card.notes), room)
    lines = (
        density.name_line * len(names)
        + density.title_line * len(titles)
        + density.mark_line * (len(marks) + len(notes))
    )
    # Even heights keep the middle of a card on a whole point, where lines arrive.
    height = max(density.usual_height, density.margins + lines + lines % 2)
    return CardText(names, titles, marks, notes, badge, counts, side, lines, height, room, density)


def _small(phrases: tuple[str, ...], room: int) -> tuple[str, ...]:
    """Each phrase on a line or two of small letters."""
    if not phrases:
        return ()
    return tuple([line for one in phrases for line in wrap(one, room, MARK_SIZE, REGULAR)])


@lru_cache(maxsize=4096)
def _wrapped(title: str, room: int, beside: int) -> tuple[str, ...]:
    """Many positions have the same title."""
    return wrap(title, room, TITLE_SIZE, REGULAR, beside=beside)


def _beside(text: str) -> int:
    """Whole points that the text takes at the right of a line, with a gap."""
    return int(width(text, TITLE_SIZE, BOLD)) + 1 + _GAP if text else 0


def _counts(card: Card, room: int) -> str:
    if not card.total:
        return ""
    both = f"{card.direct}" if card.direct == card.total else f"{card.direct} / {card.total}"
    return cut(both, room // 2, TITLE_SIZE, BOLD)


def _titles(card: Card, room: int, counts: int) -> tuple[str, ...]:
    """The title, or the lines asked for after the first; the counts stand beside the first."""
    if not card.lines:
        return _wrapped(card.title, room, counts) if card.title else ()
    shown: list[str] = []
    for _, text in card.lines[1:]:
        shown.extend(_wrapped(text, room, 0 if shown else counts))
    return tuple(shown)


def _names(card: Card, room: int, badge: int, words: ChartWords) -> tuple[str, ...]:
    """A job share on one line if it fits beside the badge, else a line or two for each holder."""
    if card.lines and card.lines[0][0] != "name":
        return wrap(card.lines[0][1], room, NAME_SIZE, BOLD, beside=badge)
    holders = card.holders
    if len(holders) < 2 or width(card.name, NAME_SIZE, BOLD) <= room - badge:
        return wrap(card.name, room, NAME_SIZE, BOLD, beside=badge)
    if len(holders) == 2:
        first = wrap(holders[0], room, NAME_SIZE, BOLD, beside=badge)
        return (*first, *wrap(holders[1], room, NAME_SIZE, BOLD))
    shown = [cut(name, room - badge, NAME_SIZE, BOLD) for name in holders[:_MOST_HOLDERS]]
    if len(holders) > _MOST_HOLDERS:
        shown[-1] = words.more_holders.format(count=len(holders) - _MOST_HOLDERS + 1)
    return tuple(shown)
