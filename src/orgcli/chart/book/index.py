"""The index of a book: who is on which page, in columns, on pages of its own."""

from collections.abc import Iterator, Sequence

from orgcli.chart.book.index_layout import (
    IndexLayout,
    IndexPage,
    IndexRow,
    entries_of,
    lay_out_index,
)
from orgcli.chart.deck.cards import Deck
from orgcli.chart.graphviz.dot import PageLink, Sheet
from orgcli.chart.paper.dot_markup import bold, fixed_cell, inches, small, table
from orgcli.chart.paper.frame import Frame
from orgcli.chart.paper.page_sizes import PageSize
from orgcli.chart.paper.text_width import BOLD, cut
from orgcli.chart.paper.themes import FONTS, Theme

_TITLE, _BELOW, _BODY = 18, 8, 9
# Where columns are short nothing else is at the bottom, and Graphviz would move all to there.
_CORNER = '"index corner" [pos="0,0!" style=invis width=0.01 height=0.01 label=""];\n'


def pages_of_index(deck: Deck, size: PageSize) -> int:
    """How many pages an index takes."""
    entries = entries_of(deck, [0] * len(deck.cards))
    return len(lay_out_index(entries, size).pages)


def index_sheets(
    deck: Deck, found: Sequence[int], size: PageSize, before: int, theme: Theme
) -> Iterator[Sheet]:
    """The entries in columns, on as many pages as they take.

    found   the page of each card, from 0
    before  pages of the book that the index follows
    """
    layout = lay_out_index(entries_of(deck, found), size)
    whole = before + len(layout.pages)
    for number, page in enumerate(layout.pages, before + 1):
        page_number = deck.words.page_of.format(number=number, count=whole)
        yield _sheet(deck, size, layout, page, page_number, theme)


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
    head = _head(title, page_number, int(page_width), theme)
    return Sheet(
        title=title,
        frame=frame,
        defaults=_defaults(head, size, theme),
        names=[f'"index {at + 1}"' for at in range(len(page))],
        cards=[_column(column, layout, page_height, theme) for column in page],
        descriptions=[
            "; ".join(f"{row.entry.name}, {row.entry.page + 1}" for row in column)
            for column in page
        ],
        edges=_CORNER,
        page_links=[_link(row, frame, page_height) for column in page for row in column],
        paged=True,
    )


def _link(row: IndexRow, frame: Frame, page_height: float) -> PageLink:
    """The row leads to its page."""
    high = page_height - row.top
    left, low = frame.to_page(row.left, high - row.height)
    return PageLink(left, low, *frame.to_page(row.left + row.width, high), row.entry.page)


def _column(rows: Sequence[IndexRow], layout: IndexLayout, page_height: float, theme: Theme) -> str:
    """The node of a column: its place and size, and a table with a line or two for each row."""
    first, last = rows[0], rows[-1]
    high, low = first.top, last.top + last.height
    x, y = first.left + first.width / 2, page_height - (high + low) / 2
    label = table("".join(_row(row, layout, theme) for row in rows), f' WIDTH="{int(first.width)}"')
    return (
        f'pos="{x:.2f},{y:.2f}!" width={inches(first.width)} height={inches(low - high)}'
        f" fontsize={layout.name_size:g} label=<{label}>];\n"
    )


def _row(row: IndexRow, layout: IndexLayout, theme: Theme) -> str:
    """The name, the title beside or below it, and the page; heights of cells are whole points."""
    title = small(row.title, layout.detail_size, theme.quiet)
    page = str(row.entry.page + 1)
    if row.below:
        middle = row.top + row.height / 2
        return _line(row, layout, (row.top, middle), bold(row.name), page) + _line(
            row, layout, (middle, row.top + row.height), f"   {title}" if title else "", ""
        )
    name = bold(row.name) + (f"  {title}" if title else "")
    return _line(row, layout, (row.top, row.top + row.height), name, page)


def _line(
    row: IndexRow, layout: IndexLayout, edges: tuple[float, float], text: str, page: str
) -> str:
    upper, lower = edges
    height, aside = round(lower) - round(upper), int(layout.number_room)
    cells = fixed_cell(text, int(row.width) - aside, height)
    return f"<TR>{cells}{fixed_cell(page, aside, height, 'RIGHT')}</TR>"


def _defaults(head: str, size: PageSize, theme: Theme) -> str:
    page_width, page_height = size.room
    fonts = f'fontname="{FONTS}" fontsize={_BODY} fontcolor="{theme.ink}"'
    middle = f"{page_width / 2:.2f},{page_height - 20:.2f}"
    return (
        f'graph [label=<{head}> labelloc=t labeljust=l lp="{middle}"\n'
        f'  {fonts} margin=0 bgcolor="{theme.page}"];\n'
        f"node [shape=none margin=0 fixedsize=true {fonts}];\n"
    )


def _head(title: str, page_number: str, room: int, theme: Theme) -> str:
    shown = bold(cut(title, room, _TITLE, BOLD))
    below = small(page_number, _BELOW, theme.quiet)
    return table(
        f'<TR><TD ALIGN="LEFT" HEIGHT="26"><FONT POINT-SIZE="{_TITLE}">{shown}</FONT></TD></TR>'
        f'<TR><TD ALIGN="LEFT" HEIGHT="14">{below}</TD></TR>',
        f' WIDTH="{room}" HEIGHT="40"',
    )
