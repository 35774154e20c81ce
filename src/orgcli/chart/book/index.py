"""The index of a book: who is on which page, in columns, on pages of its own."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from orgcli.chart.deck.cards import Deck
from orgcli.chart.graphviz.dot import Sheet, Spot
from orgcli.chart.paper.dot_markup import bold, label_text
from orgcli.chart.paper.frame import Frame
from orgcli.chart.paper.page_sizes import Page
from orgcli.chart.paper.text_width import BOLD, REGULAR, cut, width
from orgcli.chart.paper.themes import FONTS, Theme

_SIZE, _SMALL = 9, 8
_LINE = 13
_TITLE = 18
_COLUMN, _GAP = 176, 24
"""How wide columns are at least, and the space between them, in points."""
_ABOVE = 60
"""The title with the number of the page, and the space below it."""
# Where columns are short nothing else is at the bottom, and Graphviz would move all to there.
_CORNER = '"index corner" [pos="0,0!" style=invis width=0.01 height=0.01 label=""];\n'
_BARE = 'BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"'


class Entry(NamedTuple):
    """Somebody, what they are, and the page on which they stand, from 0."""

    name: str
    title: str
    page: int


def index_of(deck: Deck, found: Sequence[int]) -> list[Entry]:
    """Every holder of every position by name; titles where no holder is named at all.

    found  the page of each card, from 0
    """
    cards = list(zip(deck.cards, found, strict=True))
    made = [Entry(name, card.title, page) for card, page in cards for name in card.holders]
    if not made:
        made = [Entry(card.title or card.name, "", page) for card, page in cards]
    return sorted(made, key=lambda one: (_letters(one.name), one.name, one.title, one.page))


def pages_of_index(deck: Deck, page: Page) -> int:
    """How many pages an index takes."""
    across, down = _grid(page)
    many = sum(len(card.holders) for card in deck.cards) or len(deck.cards)
    return -(-many // (across * down))


def _grid(page: Page) -> tuple[int, int]:
    """Columns, and entries in each."""
    wide, tall = page.room
    return max(1, int((wide + _GAP) // (_COLUMN + _GAP))), max(1, int((tall - _ABOVE) // _LINE))


def index_sheets(
    deck: Deck, found: Sequence[int], page: Page, before: int, theme: Theme
) -> Iterator[Sheet]:
    """The entries in columns, on as many pages as they take.

    before  pages of the book that the index follows
    """
    across, down = _grid(page)
    listed = index_of(deck, found)
    count = before + pages_of_index(deck, page)
    for first in range(0, len(listed), across * down):
        some = listed[first : first + across * down]
        columns = [some[at : at + down] for at in range(0, len(some), down)]
        before += 1
        said = deck.words.page_of.format(number=before, count=count)
        yield _sheet(deck, page, columns, said, theme)


def _sheet(
    deck: Deck, page: Page, columns: Sequence[Sequence[Entry]], said: str, theme: Theme
) -> Sheet:
    """One page; points as on paper, from the left lower corner inside its margins."""
    wide, tall = page.room
    frame = Frame(round(page.width), round(page.height), (wide / 2, tall / 2))
    column = (wide + _GAP) / _grid(page)[0] - _GAP
    nodes, spots = [], []
    for at, listed in enumerate(columns):
        left, top = at * (column + _GAP), tall - _ABOVE
        height = _LINE * len(listed)
        nodes.append(
            f'pos="{left + column / 2:.2f},{top - height / 2:.2f}!"'
            f" width={column / 72 + 5e-7:.6f} height={height / 72 + 5e-7:.6f}"
            f" label=<{_table(listed, int(column), theme)}>];\n"
        )
        for row, entry in enumerate(listed):
            low = top - (row + 1) * _LINE
            corners = (*frame.shown(left, low), *frame.shown(left + column, low + _LINE))
            spots.append(Spot(*corners, entry.page))
    title = f"{deck.title}: {deck.words.index}" if deck.title else deck.words.index
    names = [f'"index {at + 1}"' for at in range(len(columns))]
    words = ["; ".join(f"{entry.name}, {entry.page + 1}" for entry in one) for one in columns]
    defaults = _defaults(_head(title, said, int(wide), theme), frame, page, theme)
    return Sheet(title, frame, defaults, names, nodes, words, _CORNER, tuple(spots), paged=True)


def _defaults(head: str, frame: Frame, page: Page, theme: Theme) -> str:
    wide, tall = page.room
    fonts = f'fontname="{FONTS}" fontsize={_SIZE} fontcolor="{theme.ink}"'
    return (
        f'graph [label=<{head}> labelloc=t labeljust=l lp="{wide / 2:.2f},{tall - 20:.2f}"\n'
        f'  {fonts} margin=0 bgcolor="{theme.page}"];\n'
        f"node [shape=none margin=0 fixedsize=true {fonts}];\n"
    )


def _head(title: str, said: str, room: int, theme: Theme) -> str:
    shown = bold(cut(title, room, _TITLE, BOLD))
    return (
        f'<TABLE {_BARE} WIDTH="{room}" HEIGHT="40">'
        f'<TR><TD ALIGN="LEFT" HEIGHT="26"><FONT POINT-SIZE="{_TITLE}">{shown}</FONT></TD></TR>'
        f'<TR><TD ALIGN="LEFT" HEIGHT="14">{_quiet(said, theme)}</TD></TR></TABLE>'
    )


def _table(listed: Sequence[Entry], room: int, theme: Theme) -> str:
    rows = "".join(_row(one, room, theme) for one in listed)
    return f'<TABLE {_BARE} WIDTH="{room}">{rows}</TABLE>'


def _row(entry: Entry, room: int, theme: Theme) -> str:
    """The name, what is left of the room for the title, and the page."""
    page = str(entry.page + 1)
    aside = int(width(page, _SIZE, BOLD)) + 8
    room -= aside
    name = cut(entry.name, room, _SIZE, BOLD)
    rest = room - width(name + "  ", _SIZE, BOLD)
    title = cut(entry.title, rest, _SMALL, REGULAR) if rest > _COLUMN / 5 else ""
    text = bold(name) + (f"  {_quiet(title, theme)}" if title else "")
    return (
        f'<TR><TD FIXEDSIZE="TRUE" WIDTH="{room}" HEIGHT="{_LINE}" ALIGN="LEFT">{text}</TD>'
        f'<TD FIXEDSIZE="TRUE" WIDTH="{aside}" HEIGHT="{_LINE}" ALIGN="RIGHT">{page}</TD></TR>'
    )


def _quiet(text: str, theme: Theme) -> str:
    return f'<FONT POINT-SIZE="{_SMALL}" COLOR="{theme.quiet}">{label_text(text)}</FONT>'


def _letters(name: str) -> str:
    """For sorting: small letters without their marks."""
    parts = unicodedata.normalize("NFKD", name.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
