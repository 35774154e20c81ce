"""The head of a chart: its title, how many positions it shows, and the legend."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from orgcli.chart.deck.cards import Deck
from orgcli.chart.deck.heading_text import count_line, legend_entries
from orgcli.chart.paper.dot_markup import bold, fixed_cell, small, table
from orgcli.chart.paper.dotted_lines import draws_dotted_lines
from orgcli.chart.paper.text_width import BOLD, REGULAR, cut, width
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


@dataclass(frozen=True, slots=True)
class Heading:
    """An HTML-like table for the label of the graph; width and height in points."""

    label: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class _Item:
    """One entry of the legend: its table cells, and the width they take in points."""

    cells: str
    width: int


def heading(deck: Deck, body: int, theme: Theme = LIGHT, most: int = _MOST) -> Heading:
    """The head of a chart whose cards and lines are `body` points wide.

    most  how wide it may be, where a page is no wider
    """
    title_width = int(width(deck.title, TITLE_SIZE, BOLD)) + 1
    count = count_line(deck)
    least = max(
        min(_WIDEST, max(title_width, _NARROWEST)), int(width(count, SMALL_SIZE, REGULAR)) + 1
    )
    whole = max(1, min(max(body, least), most, _MOST))
    rows: list[tuple[int, str]] = []
    if deck.title:
        shown = bold(cut(deck.title, whole, TITLE_SIZE, BOLD))
        rows.append((_TITLE_ROW, f'<FONT POINT-SIZE="{TITLE_SIZE}">{shown}</FONT>'))
    rows.append(
        (_COUNT_ROW, small(cut(count, whole, SMALL_SIZE, REGULAR), SMALL_SIZE, theme.quiet))
    )
    lines = list(_flow(_legend(deck, whole, theme), whole))
    if lines:
        rows.append((_ABOVE_LEGEND, ""))
    rows.extend((_LEGEND_ROW, line) for line in lines)
    height = sum(row_height for row_height, _ in rows)
    cells = "".join(
        f'<TR><TD ALIGN="LEFT" HEIGHT="{row_height}">{content}</TD></TR>'
        for row_height, content in rows
    )
    return Heading(table(cells, f' WIDTH="{whole}" HEIGHT="{height}"'), whole, height)


def _legend(deck: Deck, room: int, theme: Theme) -> Iterator[_Item]:
    for entry in legend_entries(deck):
        if entry.color:
            look = f'BGCOLOR="{theme.stripe(entry.color)}"'
            label = cut(entry.label, room - _SWATCH - _BESIDE - _BETWEEN, SMALL_SIZE, REGULAR)
            yield _item(look, label, _SWATCH, theme)
        elif entry.state:
            card = theme.looks[entry.state]
            line = f'BORDER="1" STYLE="{card.border}" COLOR="{card.color}"'
            yield _item(f'{line} BGCOLOR="{card.fill}"', entry.label, _CARD, theme)
        else:
            yield _item("", entry.label, 0, theme)
    if draws_dotted_lines(deck):
        look = f'BORDER="1" SIDES="B" STYLE="DASHED" COLOR="{theme.dotted}"'
        yield _item(look, deck.words.page.dotted_line, _CARD, theme)
    if any(card.chain for card in deck.cards):
        look = f'BORDER="2" COLOR="{theme.chain}" BGCOLOR="{theme.lit}"'
        yield _item(look, deck.words.chain, _CARD, theme)


def _sample(look: str, sample_width: int) -> str:
    """A cell with a small picture of what is explained, lower than its row."""
    border = "" if "BORDER" in look else ' BORDER="0"'
    picture = (
        f'<TABLE {look} CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"{border} FIXEDSIZE="TRUE"'
        f' WIDTH="{sample_width}" HEIGHT="{_TALL}"><TR><TD></TD></TR></TABLE>'
    )
    cell = f'<TD WIDTH="{sample_width}" HEIGHT="{_LEGEND_ROW}">'
    return f"{cell}{table(f'<TR><TD>{picture}</TD></TR>')}</TD>"


def _item(look: str, label: str, sample_width: int, theme: Theme) -> _Item:
    """A label behind a sample, if any; fixed widths keep the cells of each line apart alike.

    look  the attributes of the sample; empty for none
    """
    label_width = int(width(label, SMALL_SIZE, REGULAR)) + 1
    text = fixed_cell(small(label, SMALL_SIZE, theme.quiet), label_width, _LEGEND_ROW)
    if not look:
        return _Item(text, label_width)
    gap = f'<TD WIDTH="{_BESIDE}"></TD>'
    return _Item(f"{_sample(look, sample_width)}{gap}{text}", sample_width + _BESIDE + label_width)


def _flow(items: Iterable[_Item], room: int) -> Iterator[str]:
    """Lines of the legend, each as one table that is as wide as its entries."""
    gap = f'<TD WIDTH="{_BETWEEN}"></TD>'
    line: list[str] = []
    taken = 0
    for item in items:
        if line and taken + item.width > room:
            yield _line(gap.join(line), room - taken)
            line, taken = [], 0
        line.append(item.cells)
        taken += item.width + _BETWEEN
    if line:
        yield _line(gap.join(line), room - taken)


def _line(cells: str, rest: int) -> str:
    """A line of the legend, as wide as the head: Graphviz would spread its cells otherwise."""
    return table(f'<TR>{cells}<TD WIDTH="{max(rest, 0)}"></TD></TR>')
