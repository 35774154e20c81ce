"""The head of a chart: its title, how many positions it shows, and the legend."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgcli.chart.cards import Deck
from orgcli.chart.looks import LIGHT, Theme
from orgcli.chart.markup import bold, label_text
from orgcli.chart.metrics import BOLD, REGULAR, cut, width
from orgcli.chart.palette import NEUTRAL
from orgcli.model.organisation import Status

TITLE_SIZE = 18
SMALL_SIZE = 9

_TITLE_ROW, _COUNT_ROW, _LEGEND_ROW, _ABOVE_LEGEND = 26, 16, 17, 5
_NARROWEST, _WIDEST = 300, 640
"""The head is as wide as the cards, but no narrower, and no wider for a long title."""
_MOST = 6000
"""Graphviz takes no table wider than 65535; nobody follows a legend that far."""
_SWATCH = 6
_BETWEEN = 16
_SHOWN_STATES: tuple[Status, ...] = ("open", "planned", "closed")


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


def heading(deck: Deck, body: int, theme: Theme = LIGHT) -> Heading:
    """The head of a chart whose cards and lines are `body` points wide."""
    asked = int(width(deck.title, TITLE_SIZE, BOLD)) + 1
    whole = min(max(body, min(_WIDEST, max(asked, _NARROWEST))), _MOST)
    rows: list[tuple[int, str]] = []
    if deck.title:
        shown = bold(cut(deck.title, whole, TITLE_SIZE, BOLD))
        rows.append((_TITLE_ROW, f'<FONT POINT-SIZE="{TITLE_SIZE}">{shown}</FONT>'))
    rows.append((_COUNT_ROW, _small(_count(deck), theme)))
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


def _count(deck: Deck) -> str:
    many = len(deck.cards)
    unit = "position" if (deck.whole or many) == 1 else "positions"
    said = [f"{many} of {deck.whole} {unit}" if deck.whole else f"{many} {unit}"]
    for state in _SHOWN_STATES:
        if found := sum(card.state == state for card in deck.cards):
            said.append(f"{found} {state}")
    if deck.day:
        said.append(f"on {deck.day}")
    return ", ".join(said)


def _groups(deck: Deck, room: int, theme: Theme) -> Iterator[_Item]:
    swatches = [(swatch.color, swatch.name) for swatch in deck.legend]
    if deck.others:
        many = deck.by if deck.others == 1 else f"{deck.by}s"
        swatches.append((NEUTRAL, f"{deck.others} other {many}"))
    for color, name in swatches:
        text = cut(name, room - _SWATCH - _BETWEEN, SMALL_SIZE, REGULAR)
        stripe = f'<TD WIDTH="{_SWATCH}" BGCOLOR="{theme.stripe(color)}"></TD>'
        yield _item(f'{stripe}<TD WIDTH="5"></TD>', text, _SWATCH + 5, theme)


def _states(deck: Deck, theme: Theme) -> Iterator[_Item]:
    present = {card.state for card in deck.cards}
    for state in _SHOWN_STATES:
        if state in present and deck.by != "status":
            look = theme.looks[state]
            sample = (
                f'<TD WIDTH="18" BORDER="1" STYLE="{look.border}" COLOR="{look.color}"'
                f' BGCOLOR="{look.fill}"></TD><TD WIDTH="5"></TD>'
            )
            yield _item(sample, state, 23, theme)
    if any(card.total > card.direct for card in deck.cards):
        yield _item("", "2 / 9: direct / all reports", 0, theme)
    if any(card.chain for card in deck.cards):
        sample = f'<TD WIDTH="18" BORDER="2" COLOR="{theme.chain}" BGCOLOR="{theme.lit}"></TD>'
        yield _item(f'{sample}<TD WIDTH="5"></TD>', "line to the top", 23, theme)


def _item(sample: str, text: str, taken: int, theme: Theme) -> _Item:
    return _Item(
        f"{sample}<TD>{_small(text, theme)}</TD>", taken + int(width(text, SMALL_SIZE, REGULAR)) + 1
    )


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
