"""What is printed on a card: lines of text that fit it, and the size that this takes."""

from dataclasses import dataclass
from functools import lru_cache

from orgcli.chart.cards import Card
from orgcli.chart.metrics import BOLD, REGULAR, cut, width, wrap

CARD_WIDTH = 172
NAME_SIZE = 11
TITLE_SIZE = 9
MARK_SIZE = 8
STRIPE = 5
"""Width of the department's stripe at the left edge."""

MARGIN = 6
TEXT_WIDTH = CARD_WIDTH - STRIPE - 2 * MARGIN
NAME_LINE, TITLE_LINE, MARK_LINE = 14, 12, 11
_MARGINS = 10
"""Above and below the text together."""
USUAL_HEIGHT = _MARGINS + NAME_LINE + TITLE_LINE
_MOST_HOLDERS = 3
_GAP = 5


@dataclass(frozen=True, slots=True)
class Face:
    """The printed text of one card; heights in points, the width is CARD_WIDTH.

    left_out  how many below it are not drawn, on a line of its own; empty for none
    badge    the headcount, right of the name; empty for one seat
    counts   direct and total reports, right of the title; empty without reports
    side     the width kept for these two, 0 where both are empty
    lines    how high the lines of text are together
    height   of the card
    """

    names: tuple[str, ...]
    titles: tuple[str, ...]
    marks: tuple[str, ...]
    left_out: str
    badge: str
    counts: str
    side: int
    lines: int
    height: int


def face(card: Card) -> Face:
    """The lines that fit on the card; long names and titles take two lines, then are cut."""
    badge = f"×{card.headcount}" if card.headcount > 1 else ""
    counts = _counts(card)
    side = max(_beside(badge), _beside(counts))
    names = _names(card, side if badge else 0)
    titles = _titles(card, side if counts else 0)
    if counts and not titles:
        titles = ("",)
    marks = tuple(
        line for mark in card.marks for line in wrap(mark, TEXT_WIDTH, MARK_SIZE, REGULAR)
    )
    lines = NAME_LINE * len(names) + TITLE_LINE * len(titles) + MARK_LINE * len(marks)
    left_out = f"+{card.left_out} below" if card.left_out else ""
    lines += MARK_LINE if left_out else 0
    # Even heights keep the middle of a card on a whole point, where lines arrive.
    height = max(USUAL_HEIGHT, _MARGINS + lines + lines % 2)
    return Face(names, titles, marks, left_out, badge, counts, side, lines, height)


@lru_cache(maxsize=4096)
def _wrapped(title: str, beside: int) -> tuple[str, ...]:
    """Many positions have the same title."""
    return wrap(title, TEXT_WIDTH, TITLE_SIZE, REGULAR, beside=beside)


def _beside(text: str) -> int:
    """Whole points that the text takes at the right of a line, with a gap."""
    return int(width(text, TITLE_SIZE, BOLD)) + 1 + _GAP if text else 0


def _counts(card: Card) -> str:
    if not card.total:
        return ""
    both = f"{card.direct}" if card.direct == card.total else f"{card.direct} / {card.total}"
    return cut(both, TEXT_WIDTH // 2, TITLE_SIZE, BOLD)


def _titles(card: Card, counts: int) -> tuple[str, ...]:
    """The title, or the lines asked for after the first; the counts stand beside the first."""
    if not card.lines:
        return _wrapped(card.title, counts) if card.title else ()
    shown: list[str] = []
    for _, text in card.lines[1:]:
        shown.extend(_wrapped(text, 0 if shown else counts))
    return tuple(shown)


def _names(card: Card, badge: int) -> tuple[str, ...]:
    """A job share on one line if it fits beside the badge, else a line or two for each holder."""
    if card.lines and card.lines[0][0] != "name":
        return wrap(card.lines[0][1], TEXT_WIDTH, NAME_SIZE, BOLD, beside=badge)
    holders = card.holders
    if len(holders) < 2 or width(card.name, NAME_SIZE, BOLD) <= TEXT_WIDTH - badge:
        return wrap(card.name, TEXT_WIDTH, NAME_SIZE, BOLD, beside=badge)
    if len(holders) == 2:
        first, second = holders
        above = wrap(first, TEXT_WIDTH, NAME_SIZE, BOLD, beside=badge)
        return (*above, *wrap(second, TEXT_WIDTH, NAME_SIZE, BOLD))
    shown = [cut(name, TEXT_WIDTH - badge, NAME_SIZE, BOLD) for name in holders[:_MOST_HOLDERS]]
    if len(holders) > _MOST_HOLDERS:
        shown[-1] = f"+{len(holders) - _MOST_HOLDERS + 1} more"
    return tuple(shown)
