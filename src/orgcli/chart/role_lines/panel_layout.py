"""Places the cards of each panel, with room for words above each, and the panels on a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from orgcli.chart.layout.layout import Box, DrawnLine, Layout, Target, layout
from orgcli.chart.layout.shape_choice import evenly_chosen
from orgcli.chart.layout.tree import Point
from orgcli.chart.paper.card_text import RANKS, ROOMY, CardText
from orgcli.chart.paper.text_width import BOLD, REGULAR, wrap
from orgcli.chart.role_lines.line_label import LineLabel, line_label
from orgcli.chart.role_lines.line_statement import LineCard, LinePanel

TITLE_SIZE, TITLE_LINE = 10.5, 14
PADDING = 14
"""Between the edge of a panel and what is in it."""
_GAP = 14
"""Between panels."""
_BELOW_TITLE = 12
_MOST_TRIES = 24
"""Numbers of panels in a row that are tried."""
_BEYOND = 6
"""How far words beside a line reach over the edge of the card."""
_RANK = RANKS[2]
_MOST_LINES = 12
"""Of a name on a card, which may be a sentence."""


@dataclass(frozen=True, slots=True, eq=False)
class SizedPanel:
    """A panel with its cards in places of their own, from its left upper corner.

    title   in lines
    texts   what is printed on each card; labels, what stands above it beside its line
    boxes   of the cards; their lines reach from the card above to the top of the card
    """

    title: tuple[str, ...]
    texts: Sequence[CardText]
    labels: Sequence[LineLabel]
    boxes: Sequence[Box]
    lines: Sequence[DrawnLine]
    width: int
    height: int


@dataclass(frozen=True, slots=True, eq=False)
class PanelPlaces:
    """All panels on their page: the places of their grounds, and all cards as one layout."""

    panels: Sequence[SizedPanel]
    grounds: Sequence[Box]
    layout: Layout


def sized(panel: LinePanel) -> SizedPanel:
    """The cards of a panel as a tree in which reports stand side by side."""
    texts = [_text(card) for card in panel.cards]
    labels = _even_labels(panel.cards)
    heights = [text.height + label.height for text, label in zip(texts, labels, strict=True)]
    panel_layout = layout(
        [card.above for card in panel.cards],
        heights,
        [False] * len(heights),
        ROOMY.width,
        upright=len(heights),
    )
    title = wrap(panel.title, panel_layout.width, TITLE_SIZE, BOLD, most=_MOST_LINES)
    dx, dy = PADDING, PADDING + TITLE_LINE * len(title) + _BELOW_TITLE
    boxes = [
        Box(box.x + dx, box.y + dy + label.height, box.width, text.height)
        for box, label, text in zip(panel_layout.boxes, labels, texts, strict=True)
    ]
    lines = [
        DrawnLine(line.manager, line.report, tuple(_moved(_longer(line, boxes, dy), dx, dy)))
        for line in panel_layout.lines
    ]
    size = panel_layout.width + 2 * PADDING, panel_layout.height + dy + PADDING
    return SizedPanel(title, texts, labels, boxes, lines, *size)


def _even_labels(cards: Sequence[LineCard]) -> Sequence[LineLabel]:
    """What stands above each card; as high for all that are below one, so that they stand level."""
    labels = [line_label(card.statement, ROOMY.width / 2 + _BEYOND) for card in cards]
    highest: dict[int, int] = {}
    for card, label in zip(cards, labels, strict=True):
        highest[card.above] = max(highest.get(card.above, 0), label.height)
    return [
        replace(label, height=highest[card.above])
        for card, label in zip(cards, labels, strict=True)
    ]


def _longer(line: DrawnLine, boxes: Sequence[Box], dy: int) -> Iterator[Point]:
    """The line down to the card, below the words that stand above it."""
    yield from line.points[:-1]
    yield line.points[-1][0], boxes[line.report].y - dy


def _moved(points: Iterable[Point], dx: int, dy: int) -> Iterator[Point]:
    return ((x + dx, y + dy) for x, y in points)


def _text(card: LineCard) -> CardText:
    """The whole name, however many lines that takes, within reason."""
    room = ROOMY.text_width
    names = wrap(card.name, room, _RANK.name_size, BOLD, most=_MOST_LINES)
    titles = wrap(card.note, room, _RANK.title_size, REGULAR, most=_MOST_LINES) if card.note else ()
    text_height = _RANK.name_line * len(names) + _RANK.title_line * len(titles)
    height = ROOMY.above + text_height + ROOMY.below
    return CardText(names, titles, _RANK, height + height % 2, ROOMY.above, room, ROOMY)


def arranged(panels: Sequence[SizedPanel], targets: Sequence[Target]) -> PanelPlaces:
    """The panels in rows, in their order, on the target that shows them largest."""
    best: PanelPlaces | None = None
    largest = 0.0
    for target in targets:
        for per_row in evenly_chosen(range(len(panels), 0, -1), _MOST_TRIES):
            places = _in_rows(panels, per_row, target)
            scale = target.scale(places.layout.width, places.layout.height)
            if best is None or scale > largest:
                best, largest = places, scale
    assert best
    return best


def _in_rows(panels: Sequence[SizedPanel], per_row: int, target: Target) -> PanelPlaces:
    """So many panels in each row, all of a row of one height, those of a column of one width."""
    rows = [panels[at : at + per_row] for at in range(0, len(panels), per_row)]
    widths = [max(row[at].width for row in rows if at < len(row)) for at in range(per_row)]
    lefts = [0, *accumulate(width + _GAP for width in widths)]
    heights = [max(panel.height for panel in row) for row in rows]
    tops = [0, *accumulate(height + _GAP for height in heights)]
    grounds = [
        Box(lefts[at % per_row], tops[at // per_row], widths[at % per_row], heights[at // per_row])
        for at in range(len(panels))
    ]
    boxes: list[Box] = []
    lines: list[DrawnLine] = []
    for panel, ground in zip(panels, grounds, strict=True):
        dx, dy = ground.x + (ground.width - panel.width) // 2, ground.y
        first = len(boxes)
        boxes += [box.moved(dx, dy) for box in panel.boxes]
        lines += [
            DrawnLine(
                line.manager + first, line.report + first, tuple(_moved(iter(line.points), dx, dy))
            )
            for line in panel.lines
        ]
    size = lefts[-1] - _GAP, tops[-1] - _GAP
    return PanelPlaces(panels, grounds, Layout(*size, boxes, lines, target))
