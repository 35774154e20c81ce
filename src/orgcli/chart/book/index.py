"""The index of a book: who is on which page, in columns, on pages of its own."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from orgcli.chart.deck.cards import Deck
from orgcli.chart.graphviz.dot import PageLink, Sheet
from orgcli.chart.paper.dot_markup import bold, fixed_cell, inches, small, table
from orgcli.chart.paper.frame import Frame
from orgcli.chart.paper.page_sizes import PageSize
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
    wide = f' WIDTH="{int(column_width)}"'
    nodes, links = [], []
    for at, entries in enumerate(columns):
        left, top = at * (column_width + _GAP), page_height - _ABOVE
        height = _LINE * len(entries)
        rows = "".join(_row(entry, int(column_width), theme) for entry in entries)
        nodes.append(
            f'pos="{left + column_width / 2:.2f},{top - height / 2:.2f}!"'
            f" width={inches(column_width)} height={inches(height)}"
            f" label=<{table(rows, wide)}>];\n"
        )
        for row, entry in enumerate(entries):
            low = top - (row + 1) * _LINE
            upper = frame.to_page(left + column_width, low + _LINE)
            links.append(PageLink(*frame.to_page(left, low), *upper, entry.page))
    title = f"{deck.title}: {deck.words.index}" if deck.title else deck.words.index
    head = _head(title, page_number, int(page_width), theme)
    return Sheet(
        title=title,
        frame=frame,
        defaults=_defaults(head, size, theme),
        names=[f'"index {at + 1}"' for at in range(len(columns))],
        cards=nodes,
        descriptions=[
            "; ".join(f"{entry.name}, {entry.page + 1}" for entry in entries) for entries in columns
        ],
        edges=_CORNER,
        page_links=links,
        paged=True,
    )


def _defaults(head: str, size: PageSize, theme: Theme) -> str:
    page_width, page_height = size.room
    fonts = f'fontname="{FONTS}" fontsize={_SIZE} fontcolor="{theme.ink}"'
    middle = f"{page_width / 2:.2f},{page_height - 20:.2f}"
    return (
        f'graph [label=<{head}> labelloc=t labeljust=l lp="{middle}"\n'
        f'  {fonts} margin=0 bgcolor="{theme.page}"];\n'
        f"node [shape=none margin=0 fixedsize=true {fonts}];\n"
    )


def _head(title: str, page_number: str, room: int, theme: Theme) -> str:
    shown = bold(cut(title, room, _TITLE, BOLD))
    return table(
        f'<TR><TD ALIGN="LEFT" HEIGHT="26"><FONT POINT-SIZE="{_TITLE}">{shown}</FONT></TD></TR>'
        f'<TR><TD ALIGN="LEFT" HEIGHT="14">{small(page_number, _SMALL, theme.quiet)}</TD></TR>',
        f' WIDTH="{room}" HEIGHT="40"',
    )


def _row(entry: IndexEntry, room: int, theme: Theme) -> str:
    """The name, what is left of the room for the title, and the page."""
    page = str(entry.page + 1)
    aside = int(width(page, _SIZE, BOLD)) + 8
    room -= aside
    name = cut(entry.name, room, _SIZE, BOLD)
    rest = room - width(name + "  ", _SIZE, BOLD)
    title = cut(entry.title, rest, _SMALL, REGULAR) if rest > _COLUMN / 5 else ""
    text = bold(name) + (f"  {small(title, _SMALL, theme.quiet)}" if title else "")
    cells = fixed_cell(text, room, _LINE) + fixed_cell(page, aside, _LINE, "RIGHT")
    return f"<TR>{cells}</TR>"


def _letters(name: str) -> str:
    """For sorting: small letters without their marks."""
    parts = unicodedata.normalize("NFKD", name.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
