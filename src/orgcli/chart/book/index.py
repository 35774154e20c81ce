"""The index of a book: who is on which page, in columns, on pages of its own."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from orgcli.chart.deck.cards import Deck
from orgcli.chart.graphviz.sheet import PageLink, Sheet
from orgcli.chart.paint.items import Item, PaintedGroup, PaintedText
from orgcli.chart.paper.frame import Frame
from orgcli.chart.paper.page_sizes import PageSize
from orgcli.chart.paper.text_width import BOLD, REGULAR, cut, width
from orgcli.chart.paper.themes import Theme

_SIZE, _SMALL = 9, 8
_LINE = 13
_TITLE = 18
_COLUMN, _GAP = 176, 24
"""How wide columns are at least, and the space between them, in points."""
_ABOVE = 60
"""The title with the number of the page, and the space below it."""


class IndexEntry(NamedTuple):
    """Somebody, what they are, and the page on which they stand, from 0."""

    name: str
    title: str
    page: int


def index_of(deck: Deck, found: Sequence[int]) -> list[IndexEntry]:
    """Every holder of every position by name; titles where no holder is named at all.

    found  the page of each card, from 0
    """
    cards = list(zip(deck.cards, found, strict=True))
    made = [IndexEntry(name, card.title, page) for card, page in cards for name in card.holders]
    if not made:
        made = [IndexEntry(card.title or card.name, "", page) for card, page in cards]
    return sorted(made, key=lambda one: (_letters(one.name), one.name, one.title, one.page))


def pages_of_index(deck: Deck, size: PageSize) -> int:
    """How many pages an index takes."""
    across, down = _grid(size)
    many = sum(len(card.holders) for card in deck.cards) or len(deck.cards)
    return -(-many // (across * down))


def _grid(size: PageSize) -> tuple[int, int]:
    """Columns, and entries in each."""
    page_width, page_height = size.room
    across, down = (page_width + _GAP) // (_COLUMN + _GAP), (page_height - _ABOVE) // _LINE
    return max(1, int(across)), max(1, int(down))


def index_sheets(
    deck: Deck, found: Sequence[int], size: PageSize, before: int, theme: Theme
) -> Iterator[Sheet]:
    """The entries in columns, on as many pages as they take.

    before  pages of the book that the index follows
    """
    across, down = _grid(size)
    listed = index_of(deck, found)
    count = before + pages_of_index(deck, size)
    for first in range(0, len(listed), across * down):
        shown = listed[first : first + across * down]
        columns = [shown[at : at + down] for at in range(0, len(shown), down)]
        before += 1
        page_number = deck.words.page_of.format(number=before, count=count)
        yield _sheet(deck, size, columns, page_number, theme)


def _sheet(
    deck: Deck,
    size: PageSize,
    columns: Sequence[Sequence[IndexEntry]],
    page_number: str,
    theme: Theme,
) -> Sheet:
    """One page; points as on paper, from the left lower corner inside its margins."""
    page_width, page_height = size.room
    frame = Frame(round(size.width), round(size.height), (page_width / 2, page_height / 2))
    column_width = (page_width + _GAP) / _grid(size)[0] - _GAP
    items: list[Item] = []
    links: list[PageLink] = []
    for at, entries in enumerate(columns):
        left = at * (column_width + _GAP)
        for row, entry in enumerate(entries):
            top = _ABOVE + row * _LINE
            items += _row(entry, left, top, column_width, theme)
            low = page_height - top - _LINE
            upper = frame.to_page(left + column_width, low + _LINE)
            links.append(PageLink(*frame.to_page(left, low), *upper, entry.page))
    title = f"{deck.title}: {deck.words.index}" if deck.title else deck.words.index
    head = [
        PaintedText(0, 18, cut(title, page_width, _TITLE, BOLD), _TITLE, theme.ink, bold=True),
        PaintedText(0, 36, page_number, _SMALL, theme.quiet),
    ]
    return Sheet(
        title=title,
        frame=frame,
        painting=[PaintedGroup("head", head), PaintedGroup("ground", items)],
        floor=page_height,
        color=theme.page,
        page_links=links,
    )


def _row(entry: IndexEntry, left: float, top: float, room: float, theme: Theme) -> list[Item]:
    """The name, what is left of the room for the title, and the page."""
    page, base = str(entry.page + 1), top + 9.5
    rest = room - width(page, _SIZE, BOLD) - 8
    name = cut(entry.name, rest, _SIZE, BOLD)
    taken = width(name + "  ", _SIZE, BOLD)
    title = cut(entry.title, rest - taken, _SMALL, REGULAR) if rest - taken > _COLUMN / 5 else ""
    row: list[Item] = [PaintedText(left, base, name, _SIZE, theme.ink, bold=True)]
    if title:
        row.append(PaintedText(left + taken, base, title, _SMALL, theme.quiet))
    row.append(PaintedText(left + room, base, page, _SIZE, theme.ink, False, "right"))
    return row


def _letters(name: str) -> str:
    """For sorting: small letters without their marks."""
    parts = unicodedata.normalize("NFKD", name.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
