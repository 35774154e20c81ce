"""The index of a book: the page of each person, in columns, on pages of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgcli.chart.book.index_layout import (
    IndexLayout,
    IndexPage,
    IndexRow,
    entries_of,
    lay_out_index,
)
from orgcli.chart.deck.cards import Deck
from orgcli.chart.graphviz.sheet import PageLink, Sheet
from orgcli.chart.paint.items import Item, PaintedGroup, PaintedText, mirrored_painting
from orgcli.chart.paper.frame import Frame
from orgcli.chart.paper.mirroring import is_mirrored
from orgcli.chart.paper.page_sizes import PageSize
from orgcli.chart.paper.text_width import BOLD, cut
from orgcli.chart.paper.themes import Theme

_TITLE, _BELOW = 18, 8
_TITLE_BASE, _NUMBER_BASE = 18, 36
_BASE = 0.72
"""Where the baseline of a line is, of its height."""


def pages_of_index(deck: Deck, size: PageSize) -> int:
    """How many pages an index takes."""
    entries = entries_of(deck, [0] * len(deck.cards))
    return len(lay_out_index(entries, size).pages)


def index_sheets(
    deck: Deck, card_pages: Sequence[int], size: PageSize, before: int, theme: Theme
) -> Iterator[Sheet]:
    """The entries in columns, on as many pages as they take.

    card_pages  the page of each card, from 0
    before      pages of the book that the index follows
    """
    layout = lay_out_index(entries_of(deck, card_pages), size)
    whole = before + len(layout.pages)
    from_right = is_mirrored(deck)
    for number, page in enumerate(layout.pages, before + 1):
        page_number = deck.words.page_of.format(number=number, count=whole)
        index_sheet = _sheet(deck, size, layout, page, page_number, theme)
        yield _mirrored(index_sheet, size.room[0]) if from_right else index_sheet


def _sheet(
    deck: Deck,
    size: PageSize,
    layout: IndexLayout,
    page: IndexPage,
    page_number: str,
    theme: Theme,
) -> Sheet:
    """One page; points as on paper, from the left lower corner inside its margins."""
    page_width, page_height = size.room
    frame = Frame(round(size.width), round(size.height), (page_width / 2, page_height / 2))
    title = f"{deck.title}: {deck.words.index}" if deck.title else deck.words.index
    title_shown = cut(title, page_width, _TITLE, BOLD)
    head = [
        PaintedText(0, _TITLE_BASE, title_shown, _TITLE, theme.ink, bold=True),
        PaintedText(0, _NUMBER_BASE, page_number, _BELOW, theme.quiet),
    ]
    rows = [row for column in page for row in column]
    entries = [PaintedGroup("entry", list(_row(row, layout, theme))) for row in rows]
    return Sheet(
        title=title,
        frame=frame,
        painting=[PaintedGroup("head", head), *entries],
        floor=page_height,
        color=theme.page,
        page_links=[_link(row, frame, page_height) for row in rows],
    )


def _mirrored(page: Sheet, width: float) -> Sheet:
    """The page for languages that are written from right to left.

    width  of all inside its margins
    """
    links = [
        link._replace(left=page.width - link.right, right=page.width - link.left)
        for link in page.page_links
    ]
    return replace(page, painting=mirrored_painting(page.painting, width), page_links=links)


def _link(row: IndexRow, frame: Frame, page_height: float) -> PageLink:
    """The row leads to its page."""
    high = page_height - row.top
    left, low = frame.to_page(row.left, high - row.height)
    return PageLink(left, low, *frame.to_page(row.left + row.width, high), row.entry.page)


def _row(row: IndexRow, layout: IndexLayout, theme: Theme) -> Iterator[Item]:
    """The name, the title beside or below it, and the page."""
    line = row.height / (2 if row.below else 1)
    base = row.top + line * _BASE
    name, size = layout.name_size, layout.detail_size
    right = row.left + row.width
    number = PaintedText(right, base, str(row.entry.page + 1), name, theme.ink, False, "right")
    yield PaintedText(row.left, base, row.name, name, theme.ink, bold=True)
    # In the order of reading, for those who copy the text of a PDF: line by line.
    if row.below:
        yield number
    if row.title:
        below = base + line if row.below else base
        yield PaintedText(row.left + row.indent, below, row.title, size, theme.quiet)
    if not row.below:
        yield number
