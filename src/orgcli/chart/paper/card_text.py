"""What is printed on a card: lines of text that fit it, and the size that this takes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from orgcli.chart.deck.cards import Card
from orgcli.chart.layout.tree import INDENT
from orgcli.chart.paper.text_width import BOLD, REGULAR, cut, width, wrap
from orgcli.language.en import CHART as ENGLISH
from orgcli.language.words import ChartWords

MARK_SIZE = 8
MARK_LINE = 10
PILL_LINE, PILL_HEIGHT, PILL_SIZE = 13, 11, 7.5
"""The height of a line with a pill in it, of the pill, and the size of its letters."""
_AROUND_PILL = 8
_BELOW_PILL = 4
"""Below text that reaches the pill on the lower edge of a card."""
_AROUND_FACE = 8
"""Above and below a photo on a card, together."""
_MOST_HOLDERS = 3
_GAP = 5


@dataclass(frozen=True, slots=True)
class Rank:
    """The letters of a card by its place in the organisation: sizes and lines in points."""

    name_size: float
    title_size: float
    name_line: int
    title_line: int


RANKS = (Rank(13, 10, 17, 13), Rank(12, 9, 15, 11), Rank(11, 8.5, 14, 11), Rank(10, 8, 12, 10))
"""By `Card.rank`: the top, those below it, other managers, and all others."""
NAME_SIZE = RANKS[-1].name_size
"""The smallest size of a name."""


@dataclass(frozen=True, slots=True)
class Density:
    """How much room cards have, in points; sizes of letters are the same in all.

    width    of a card; even
    margin   at the left and at the right of its text
    above    above its text, below the accent; below, under it
    face     the diameter of a photo or of initials; row_face, the same in rows of panels
    """

    width: int
    margin: int
    above: int
    below: int
    face: int
    row_face: int

    @property
    def text_width(self) -> int:
        """How wide a line of text may be."""
        return self.width - 2 * self.margin

    @property
    def usual_height(self) -> int:
        """Of the lowest card with a name and a title on a line each."""
        return self.height_of(RANKS[-1])

    def height_of(self, rank: Rank) -> int:
        """Of a card of a rank with a name and a title on a line each."""
        return _even(self.above + rank.name_line + rank.title_line + self.below)


ROOMY = Density(164, 10, 9, 6, 36, 22)
COMPACT = Density(134, 7, 7, 3, 28, 20)
"""For pages: more cards on each."""
ROW_MARGINS, ROW_INSET = 4, 8
"""Above and below the text of a row of a panel, together; at the left and at the right of it."""
TEAM_TITLE_SIZE, TEAM_TITLE_LINE = 8.5, 11
"""The size of the title that all rows of a panel share, above them, and the height of a line."""


def _even(points: int) -> int:
    """Even heights keep the middle of a card on a whole point, where lines arrive."""
    return points + points % 2


class CardText(NamedTuple):
    """The printed text of one card; heights in points.

    marks    what is wrong with it, and notes, further phrases about it, in small letters
    badge    the headcount, right of the name; empty for one seat
    state    the word in the pill below the name or title: open, planned; empty where it is filled
    total    all seats below, for a pill; empty where the cards of the direct reports show it
    rank     the sizes of its letters
    side     the width kept for the badge at the right of the name
    height   of the card
    top      from its upper edge to the text
    face     the diameter of the photo or of the initials at the left, 0 where there are none
    room     how wide its text may be
    density  how much room it has, and its width
    row      whether it is a row of a panel, without a box of its own
    as_row   the same text as a row, where the card may be one
    teams    how teams are drawn, a key of DENSITY
    shared   the title that it shares with all rows beside it, which stands above them, once
    heading  of a row: the lines of that title
    titles_alone  the lines of the title where the pill stands on the lower edge, not beside them;
             empty where that makes no difference
    """

    names: tuple[str, ...]
    titles: tuple[str, ...]
    rank: Rank
    height: int
    top: int
    room: int
    density: Density
    marks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    badge: str = ""
    state: str = ""
    total: str = ""
    side: int = 0
    face: int = 0
    row: bool = False
    as_row: "CardText | None" = None
    teams: str = "cards"
    shared: str = ""
    heading: tuple[str, ...] = ()
    titles_alone: tuple[str, ...] = ()

    def again(self, card: Card, words: ChartWords) -> "CardText":
        """The text of the same card with other notes."""
        return card_text(card, self.density, words, teams=self.teams, shared=self.shared)


def card_text(
    card: Card,
    density: Density = ROOMY,
    words: ChartWords = ENGLISH,
    *,
    teams: str = "cards",
    counted: bool = False,
    shared: str = "",
) -> CardText:
    """The lines that fit on the card; long names and titles take two lines, then are cut.

    teams    a key of DENSITY: with rows, the text has one of a row too, where `may_be_row` is true
    counted  with the count of all below also where the cards of the reports show it
    shared   the title of all rows beside it, which is not repeated in each of them
    """
    as_row = None
    if teams != "cards" and may_be_row(card):
        room = density.width - INDENT - 2 * ROW_INSET
        as_row = _text(card, density, words, room, counted, row=True, shared=shared)
        if teams == "names":
            shorter = as_row.height - as_row.rank.title_line * len(as_row.titles)
            as_row = as_row._replace(titles=(), heading=(), height=_even(shorter))
    text = _text(card, density, words, density.text_width, counted)
    if teams == "cards":
        return text
    return text._replace(as_row=as_row, teams=teams, shared=shared if as_row else "")


def may_be_row(card: Card) -> bool:
    """Whether a card can stand as a row of a panel: nobody is below it."""
    return not (card.total or card.left_out or card.assistant)


def _text(
    card: Card,
    density: Density,
    words: ChartWords,
    room: int,
    counted: bool,
    row: bool = False,
    shared: str = "",
) -> CardText:
    rank = RANKS[card.rank]
    face = (density.row_face if row else density.face) if has_face(card) else 0
    room -= face + density.margin if face else 0
    badge = f"×{card.headcount}" if card.headcount > 1 else ""
    counts = card.total if counted else _needs_total(card)
    count = cut(f"{card.total}", room // 3, rank.title_size, BOLD) if counts else ""
    side = _beside(badge, rank)
    heading = _team_title(shared, room) if shared else ()
    lines = _lines(card, bool(shared))
    names = _names(card, lines[0], room, side, rank, words) if lines else ()
    # At the top the pill is on the lower edge, where the line to the reports leaves.
    beside = pill_width(count) + _GAP if count and (card.rank or counted) else 0
    titles = tuple(_titles(lines[1:], room, beside, rank.title_size))
    alone = tuple(_titles(lines[1:], room, 0, rank.title_size)) if beside else titles
    unsaid = card.state == "filled" or card.ghost
    state = "" if unsaid else _capital(words.states[card.state])
    marks = _small(card.marks, room)
    left_out = (words.below.format(count=card.left_out),) if card.left_out else ()
    notes = _small((*left_out, *card.notes), room)
    text_height = (
        rank.name_line * len(names)
        + rank.title_line * max(len(titles), bool(count))
        + (PILL_LINE if state else 0)
        + MARK_LINE * (len(marks) + len(notes))
    )
    above, below = (ROW_MARGINS // 2,) * 2 if row else (density.above, density.below)
    last = (notes or marks)[-1:]
    if count and last and width(last[0], MARK_SIZE) > room / 2 - pill_width(count):
        below += _BELOW_PILL
    least = face + (ROW_MARGINS if row else _AROUND_FACE) if face else 0
    height = _even(max(least, above + text_height + below))
    return CardText(
        names,
        titles,
        rank,
        height,
        above + (height - above - text_height - below) // 2,
        room,
        density,
        marks,
        notes,
        badge,
        state,
        count,
        side,
        face,
        row,
        shared=shared,
        heading=heading,
        titles_alone=alone if alone != titles else (),
    )


def has_face(card: Card) -> bool:
    """Whether a photo or initials stand at the left of the text."""
    return card.initials is not None or card.picture is not None


def _needs_total(card: Card) -> bool:
    """Whether the number of all seats below says more than the cards of the direct reports."""
    return card.total > card.direct or bool(card.left_out and card.total)


def _small(phrases: tuple[str, ...], room: int) -> tuple[str, ...]:
    """Each phrase on a line or two of small letters."""
    if not phrases:
        return ()
    return tuple([line for phrase in phrases for line in wrap(phrase, room, MARK_SIZE, REGULAR)])


def _titles(lines: Iterable[str], room: int, beside: float, size: float) -> Iterator[str]:
    """The lines below the name; the first has a pill at its right."""
    for line in lines:
        yield from _wrapped(line, room, beside, size)
        beside = 0


@lru_cache(maxsize=4096)
def _wrapped(title: str, room: int, beside: float, size: float) -> tuple[str, ...]:
    """Many positions have the same title."""
    return wrap(title, room, size, REGULAR, beside=beside)


@lru_cache(maxsize=4096)
def _team_title(title: str, room: int) -> tuple[str, ...]:
    """The same for a whole team."""
    return wrap(title, room, TEAM_TITLE_SIZE, BOLD)


def pill_width(text: str) -> float:
    """How wide a pill with this text is."""
    return max(PILL_HEIGHT, width(text, PILL_SIZE, BOLD) + _AROUND_PILL)


def _beside(text: str, rank: Rank) -> int:
    """Whole points that the text takes at the right of a line, with a gap."""
    return int(width(text, rank.title_size, BOLD)) + 1 + _GAP if text else 0


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _lines(card: Card, untitled: bool = False) -> tuple[str, ...]:
    """What is printed, the line in bold first: the title where nobody holds a position.

    untitled  whether the title stands elsewhere
    """
    if card.holders and not card.lines:
        return (card.name,) if untitled or not card.title else (card.name, card.title)
    vacant = not card.holders and card.state != "filled" and bool(card.title)
    lines = dict(card.lines) or {"name": card.name, "title": card.title}
    if vacant and "name" in lines:
        del lines["name"]
        lines = {"title": card.title, **lines}
    if untitled or not lines.get("title"):
        lines.pop("title", None)
    return tuple(lines.values())


def _names(
    card: Card, first: str, room: int, side: int, rank: Rank, words: ChartWords
) -> tuple[str, ...]:
    """A job share on one line if it fits beside the badge, else a line or two for each holder."""
    size = rank.name_size
    holders = card.holders
    if first != card.name or len(holders) < 2 or width(first, size, BOLD) <= room - side:
        return wrap(first, room, size, BOLD, beside=side)
    if len(holders) == 2:
        return (
            *wrap(holders[0], room, size, BOLD, beside=side),
            *wrap(holders[1], room, size, BOLD),
        )
    names = [cut(name, room - side, size, BOLD) for name in holders[:_MOST_HOLDERS]]
    if len(holders) > _MOST_HOLDERS:
        names[-1] = words.more_holders.format(count=len(holders) - _MOST_HOLDERS + 1)
    return tuple(names)
