"""Where the entries of an index stand: columns as wide as what they hold, on as many pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from orgcli.chart.book.surnames import letters, surname_first
from orgcli.chart.deck.cards import Deck
from orgcli.chart.paper.page_sizes import PageSize
from orgcli.chart.paper.text_width import BOLD, REGULAR, cut, width
from orgcli.chart.typesetting.character_widths import is_estimated

ABOVE = 54
"""The title with the number of the page, and the space below it, in points."""
COLUMN_GAP = 24
_NAME_SIZE, _DETAIL_SIZE, _LINE_HEIGHT = 9, 8, 13
_NUMBER_ROOM = 26
"""At the right of each row, for a page of four digits and the space before it."""
_SCALES = (1.0, 0.95, 0.9)
"""All is smaller by up to a tenth where that saves a page."""
_BETWEEN = 6
"""Between a name and the title beside it."""
_LOOSE = 0.2
"""So much wider a name may come out in a script of which only the average is known."""
_INDENT = 10
"""Before a title that stands below its name."""


class IndexEntry(NamedTuple):
    """Somebody, what they are, and the page on which they stand, from 0."""

    name: str
    title: str
    page: int


class IndexRow(NamedTuple):
    """An entry at its place: left upper corner and size in points, y downwards in the margins.

    name, title  as they are shown; a title may stand `below` its name, `indent` from the left
    indent       of the title, from the left edge
    """

    entry: IndexEntry
    name: str
    title: str
    indent: float
    below: bool
    left: float
    top: float
    width: float
    height: float


IndexPage = Sequence[Sequence[IndexRow]]
"""The columns of a page, each with its rows."""


@dataclass(frozen=True, slots=True, eq=False)
class IndexLayout:
    """The pages of an index, and how large all on them is, in points."""

    pages: Sequence[IndexPage]
    scale: float

    @property
    def name_size(self) -> float:
        """Of names and numbers of pages."""
        return _NAME_SIZE * self.scale

    @property
    def detail_size(self) -> float:
        """Of titles."""
        return _DETAIL_SIZE * self.scale


def entries_of(deck: Deck, card_pages: Sequence[int]) -> list[IndexEntry]:
    """Every holder of every position by surname; titles where no holder is named at all.

    card_pages  the page of each card, from 0
    """
    cards = list(zip(deck.cards, card_pages, strict=True))
    entries = [
        IndexEntry(surname_first(name), card.title, page)
        for card, page in cards
        for name in card.holders
    ]
    if not entries:
        entries = [IndexEntry(card.title or card.name, "", page) for card, page in cards]
    return sorted(
        entries, key=lambda entry: (letters(entry.name), entry.name, entry.title, entry.page)
    )


def lay_out_index(entries: Sequence[IndexEntry], size: PageSize) -> IndexLayout:
    """The entries in columns; how many pages they take does not depend on their own numbers."""
    # All is linear: a room that is larger stands for letters that are smaller.
    width, height = size.room[0], size.room[1] - ABOVE
    rooms = [(scale, width / scale, int(height / scale // _LINE_HEIGHT)) for scale in _SCALES]
    attempts = [(scale, _pages(entries, room, max(1, lines))) for scale, room, lines in rooms]
    scale, pages = min(attempts, key=lambda attempt: len(attempt[1]))
    return IndexLayout([[_scaled(column, scale) for column in page] for page in pages], scale)


def _scaled(column: Sequence[IndexRow], scale: float) -> Sequence[IndexRow]:
    return [
        row._replace(
            indent=row.indent * scale,
            left=row.left * scale,
            top=ABOVE + row.top * scale,
            width=row.width * scale,
            height=row.height * scale,
        )
        for row in column
    ]


def _pages(entries: Sequence[IndexEntry], room: float, lines: int) -> list[IndexPage]:
    """Columns of so many lines beside each other, as many as there is room for."""
    pages: list[IndexPage] = []
    page: list[Sequence[IndexRow]] = []
    filled_width = 0.0
    for column in _columns(entries, lines, room):
        wide = max(row.width for row in column)
        if page and filled_width + wide > room:
            pages.append(_placed(page, (room + COLUMN_GAP - filled_width) / len(page)))
            page, filled_width = [], 0.0
        page.append(column)
        filled_width += wide + COLUMN_GAP
    return [*pages, _placed(page, 0)] if page else pages


def _placed(columns: Sequence[Sequence[IndexRow]], more: float) -> IndexPage:
    """The columns beside each other, each so much wider than its widest row."""
    columns_on_page: list[Sequence[IndexRow]] = []
    left = 0.0
    for column in columns:
        wide = max(row.width for row in column) + more
        columns_on_page.append([row._replace(left=left, width=wide) for row in column])
        left += wide + COLUMN_GAP
    return columns_on_page


def _columns(
    entries: Sequence[IndexEntry], lines: int, room: float
) -> Iterator[Sequence[IndexRow]]:
    """Columns of so many lines, each row as wide as it is by itself."""
    column: list[IndexRow] = []
    filled = 0
    for row in (_row(entry, room) for entry in entries):
        needed = 1 + row.below
        if column and filled + needed > lines:
            yield column
            column, filled = [], 0
        column.append(row._replace(top=filled * _LINE_HEIGHT))
        filled += needed
    if column:
        yield column


def _row(entry: IndexEntry, room: float) -> IndexRow:
    """The entry in half of the room, or in all of it where it would be cut."""
    half = _row_within(entry, (room - COLUMN_GAP) / 2)
    whole = (half.name, half.title) == (entry.name, entry.title)
    return half if whole else _row_within(entry, room)


def _row_within(entry: IndexEntry, room: float) -> IndexRow:
    """The name with the title beside it; below it where both are too wide."""
    room = max(room - _NUMBER_ROOM, 0)
    name = cut(entry.name, room, _NAME_SIZE, BOLD)
    wide = width(name, _NAME_SIZE, BOLD) * (1 + _LOOSE * is_estimated(name))
    if not entry.title:
        return IndexRow(entry, name, "", 0, False, 0, 0, wide + _NUMBER_ROOM, _LINE_HEIGHT)
    beside = wide + _BETWEEN
    title_width = width(entry.title, _DETAIL_SIZE, REGULAR)
    if beside + title_width <= room:
        wide = beside + title_width
        return IndexRow(
            entry, name, entry.title, beside, False, 0, 0, wide + _NUMBER_ROOM, _LINE_HEIGHT
        )
    title = cut(entry.title, room - _INDENT, _DETAIL_SIZE, REGULAR)
    wide = max(wide, _INDENT + width(title, _DETAIL_SIZE, REGULAR))
    return IndexRow(entry, name, title, _INDENT, True, 0, 0, wide + _NUMBER_ROOM, 2 * _LINE_HEIGHT)
