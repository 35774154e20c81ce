"""The head of a chart: its title, how many positions it shows, and the legend."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from orgcli.chart.deck.cards import Deck
from orgcli.chart.deck.palette import NEUTRAL
from orgcli.chart.paper.dot_markup import bold, label_text
from orgcli.chart.paper.dotted_lines import drawn_as_lines
from orgcli.chart.paper.text_width import BOLD, REGULAR, cut, width
from orgcli.chart.paper.themes import LIGHT, Theme
from orgcli.language.words import ChartWords, Counted

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
_SHOWN_STATES: tuple[Literal["open", "planned", "closed"], ...] = ("open", "planned", "closed")


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
    asked = int(width(deck.title, TITLE_SIZE, BOLD)) + 1
    count = count_line(deck)
    least = max(min(_WIDEST, max(asked, _NARROWEST)), int(width(count, SMALL_SIZE, REGULAR)) + 1)
    whole = max(1, min(max(body, least), most, _MOST))
    rows: list[tuple[int, str]] = []
    if deck.title:
        shown = bold(cut(deck.title, whole, TITLE_SIZE, BOLD))
        rows.append((_TITLE_ROW, f'<FONT POINT-SIZE="{TITLE_SIZE}">{shown}</FONT>'))
    rows.append((_COUNT_ROW, _small(cut(count, whole, SMALL_SIZE, REGULAR), theme)))
    legend = [*_groups(deck, whole, theme), *_states(deck, theme)]
    lines = list(_flow(legend, whole))
    if lines:
        rows.append((_ABOVE_LEGEND, ""))
    rows.extend((_LEGEND_ROW, line) for line in lines)
    height = sum(tall for tall, _ in rows)
    cells = "".join(
        f'<TR><TD ALIGN="LEFT" HEIGHT="{tall}">{content}</TD></TR>' for tall, content in rows
    )
    return Heading(_table(cells, f' WIDTH="{whole}" HEIGHT="{height}"'), whole, height)


def count_line(deck: Deck) -> str:
    """How many positions a chart shows, of which states, on which day and page."""
    words, many = deck.words, len(deck.cards)
    if deck.whole:
        said = [words.some_positions.format(count=many, whole=deck.whole)]
    else:
        said = [words.positions.said(many)]
    for state in _SHOWN_STATES:
        if found := sum(card.state == state for card in deck.cards):
            said.append(words.counts[state].said(found))
    if deck.day:
        said.append(words.on_day.format(day=deck.day))
    return " · ".join(filter(None, (", ".join(said), deck.page)))


def _groups(deck: Deck, room: int, theme: Theme) -> Iterator[_Item]:
    swatches = [(swatch.color, swatch.name) for swatch in deck.legend]
    if deck.others:
        swatches.append((NEUTRAL, other_groups(deck.by, deck.words).said(deck.others)))
    for color, name in swatches:
        text = cut(name, room - _SWATCH - _BESIDE - _BETWEEN, SMALL_SIZE, REGULAR)
        yield _item(_sample(_SWATCH, f'BGCOLOR="{theme.stripe(color)}"'), text, _SWATCH, theme)


def other_groups(by: str, words: ChartWords) -> Counted:
    """How many groups have no colour; every state has one."""
    said = words.others
    return {
        "department": said["department"],
        "level": said["level"],
        "role": said["role"],
        "location": said["location"],
    }[by]


def _states(deck: Deck, theme: Theme) -> Iterator[_Item]:
    present = {card.state for card in deck.cards}
    for state in _SHOWN_STATES:
        if state in present and deck.by != "status":
            look = theme.looks[state]
            line = f'BORDER="1" STYLE="{look.border}" COLOR="{look.color}"'
            sample = _sample(_CARD, f'{line} BGCOLOR="{look.fill}"')
            yield _item(sample, deck.words.states[state], _CARD, theme)
    if any(card.total > card.direct for card in deck.cards):
        yield _item("", deck.words.direct_and_all, 0, theme)
    if drawn_as_lines(deck):
        sample = _sample(_CARD, f'BORDER="1" SIDES="B" STYLE="DASHED" COLOR="{theme.dotted}"')
        yield _item(sample, deck.words.page.dotted_line, _CARD, theme)
    if any(card.chain for card in deck.cards):
        sample = _sample(_CARD, f'BORDER="2" COLOR="{theme.chain}" BGCOLOR="{theme.lit}"')
        yield _item(sample, deck.words.chain, _CARD, theme)


def _sample(wide: int, look: str) -> str:
    """A cell with a small picture of what is explained, lower than its row."""
    bare = 'BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"'
    own = f'{look} CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"'
    border = "" if "BORDER" in look else ' BORDER="0"'
    return (
        f'<TD WIDTH="{wide}" HEIGHT="{_LEGEND_ROW}"><TABLE {bare}><TR><TD>'
        f'<TABLE {own}{border} FIXEDSIZE="TRUE" WIDTH="{wide}" HEIGHT="{_TALL}">'
        "<TR><TD></TD></TR></TABLE></TD></TR></TABLE></TD>"
    )


def _item(sample: str, text: str, wide: int, theme: Theme) -> _Item:
    """A sample so wide with its text; cells of a fixed width stand apart alike in each line."""
    asked = int(width(text, SMALL_SIZE, REGULAR)) + 1
    gap = f'<TD WIDTH="{_BESIDE}"></TD>' if sample else ""
    cell = f'<TD FIXEDSIZE="TRUE" WIDTH="{asked}" HEIGHT="{_LEGEND_ROW}" ALIGN="LEFT">'
    taken = wide + _BESIDE + asked if sample else asked
    return _Item(f"{sample}{gap}{cell}{_small(text, theme)}</TD>", taken)


def _flow(items: Sequence[_Item], room: int) -> Iterator[str]:
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
    return _table(f'<TR>{cells}<TD WIDTH="{max(rest, 0)}"></TD></TR>')


def _small(text: str, theme: Theme) -> str:
    return f'<FONT POINT-SIZE="{SMALL_SIZE}" COLOR="{theme.quiet}">{label_text(text)}</FONT>'


def _table(rows: str, size: str = "") -> str:
    plain = 'BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"'
    return f"<TABLE {plain}{size}>{rows}</TABLE>"
