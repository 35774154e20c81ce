"""The head of a chart: its title, how many positions it shows, and the legend."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from orgcli.chart.deck.cards import Deck
from orgcli.chart.deck.heading_text import count_line, legend_entries
from orgcli.chart.paper.dot_markup import bold, fixed_cell, small, table
from orgcli.chart.paper.dotted_lines import draws_dotted_lines
from orgcli.chart.paper.text_width import BOLD, cut, width
from orgcli.chart.paper.themes import LIGHT, Theme

TITLE_SIZE = 18
SMALL_SIZE = 9

_TITLE_ROW, _COUNT_ROW, _LEGEND_ROW, _ABOVE_LEGEND = 26, 16, 17, 5
_NARROWEST, _WIDEST = 300, 640
"""The head is as wide as the cards and the line of counts, but no narrower, and no wider for a
long title."""
_MOST = 6000
"""Graphviz takes no table wider than 65535; nobody follows a legend that far."""
_SWATCH, _CARD, _TALL = 6, 18, 12
_BESIDE = 5
"""Between a sample and its text; samples are lower than their line."""
_BETWEEN = 16


class Heading(NamedTuple):
    """An HTML-like table for the label of the graph; width and height in points."""

    label: str
    width: int
    height: int


class _Item(NamedTuple):
    """One entry of the legend: its table cells, and the width they take in points."""

    cells: str
    width: int


def heading(deck: Deck, body: int, theme: Theme = LIGHT, most: int = _MOST) -> Heading:
    """The head of a chart whose cards and lines are `body` points wide.

    most  how wide it may be, where a page is no wider
    """
    title_width = int(width(deck.title, TITLE_SIZE, BOLD)) + 1
    count = count_line(deck)
    least = max(min(_WIDEST, max(title_width, _NARROWEST)), _small_width(count))
    whole = max(1, min(max(body, least), most, _MOST))
    rows: list[tuple[int, str]] = []
    if deck.title:
        shown = bold(cut(deck.title, whole, TITLE_SIZE, BOLD))
        rows.append((_TITLE_ROW, f'<FONT POINT-SIZE="{TITLE_SIZE}">{shown}</FONT>'))
    rows.append((_COUNT_ROW, small(cut(count, whole, SMALL_SIZE), SMALL_SIZE, theme.quiet)))
    samples = _legend(deck, whole, theme)
    lines = list(_flow((_item(*sample, theme) for sample in samples), whole))
    if lines:
        rows.append((_ABOVE_LEGEND, ""))
    rows.extend((_LEGEND_ROW, line) for line in lines)
    height = sum(row_height for row_height, _ in rows)
    cells = "".join(
        f'<TR><TD ALIGN="LEFT" HEIGHT="{row_height}">{content}</TD></TR>'
        for row_height, content in rows
    )
    return Heading(table(cells, f' WIDTH="{whole}" HEIGHT="{height}"'), whole, height)


def _small_width(text: str) -> int:
    """Whole points that small letters take at most."""
    return int(width(text, SMALL_SIZE)) + 1


def _legend(deck: Deck, room: int, theme: Theme) -> Iterator[tuple[str, str, int]]:
    """Per entry the attributes of its sample, its label, and the width of the sample."""
    for entry in legend_entries(deck):
        if entry.color:
            label = cut(entry.label, room - _SWATCH - _BESIDE - _BETWEEN, SMALL_SIZE)
            yield f'BGCOLOR="{theme.stripe(entry.color)}"', label, _SWATCH
        elif entry.state:
            card = theme.looks[entry.state]
            line = f'BORDER="1" STYLE="{card.border}" COLOR="{card.color}"'
            yield f'{line} BGCOLOR="{card.fill}"', entry.label, _CARD
        else:
            yield "", entry.label, 0
    if draws_dotted_lines(deck):
        look = f'BORDER="1" SIDES="B" STYLE="DASHED" COLOR="{theme.dotted}"'
        yield look, deck.words.page.dotted_line, _CARD
    if any(card.chain for card in deck.cards):
        look = f'BORDER="2" COLOR="{theme.chain}" BGCOLOR="{theme.lit}"'
        yield look, deck.words.chain, _CARD


def _item(look: str, label: str, sample_width: int, theme: Theme) -> _Item:
    """A label behind a sample, if any; fixed widths keep the cells of each line apart alike.

    look  the attributes of the sample, which is lower than its row; empty for none
    """
    label_width = _small_width(label)
    text = fixed_cell(small(label, SMALL_SIZE, theme.quiet), label_width, _LEGEND_ROW)
    if not look:
        return _Item(text, label_width)
    border = "" if "BORDER" in look else ' BORDER="0"'
    sample = (
        f'<TABLE {look} CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"{border} FIXEDSIZE="TRUE"'
        f' WIDTH="{sample_width}" HEIGHT="{_TALL}"><TR><TD></TD></TR></TABLE>'
    )
    cell = f'<TD WIDTH="{sample_width}" HEIGHT="{_LEGEND_ROW}">'
    cells = f'{cell}{table(f"<TR><TD>{sample}</TD></TR>")}</TD><TD WIDTH="{_BESIDE}"></TD>{text}'
    return _Item(cells, sample_width + _BESIDE + label_width)


def _flow(items: Iterable[_Item], room: int) -> Iterator[str]:
    """Lines of the legend, each as one table as wide as the head: Graphviz would spread its cells.

    room  the width of the head
    """
    gap = f'<TD WIDTH="{_BETWEEN}"></TD>'
    lines: list[list[_Item]] = []
    rest = 0
    for item in items:
        if not lines or item.width > rest:
            lines.append([])
            rest = room
        lines[-1].append(item)
        rest -= item.width + _BETWEEN
    for line in lines:
        rest = room - sum(item.width + _BETWEEN for item in line)
        cells = gap.join(item.cells for item in line)
        yield table(f'<TR>{cells}<TD WIDTH="{max(rest, 0)}"></TD></TR>')
