"""Which reporting lines are drawn in a view, and those through the places of cards not there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgcli.chart.deck.cards import Card
from orgcli.chart.layout.layout import DrawnLine, Layout
from orgcli.chart.layout.tree import order_from_top

_INSET = 6


@dataclass(frozen=True, slots=True)
class ViewLines:
    """What is drawn in one view, per card.

    cards    what stands there, or None; a ghost only where something is drawn below it
    lines    whether the line above it is drawn
    bridges  whether a line goes through its empty place
    """

    cards: Sequence[Card | None]
    lines: Sequence[bool]
    bridges: Sequence[bool]


def view_lines(manager: Sequence[int], cards: Sequence[Card | None]) -> ViewLines:
    """The lines between the cards of a view that are there.

    manager  per card the card it is drawn under, or -1; never a ring
    """
    order, _ = order_from_top(manager)
    whole = [card is not None and not card.ghost for card in cards]
    carries = [False] * len(cards)
    for at in reversed(order):
        above = manager[at]
        if above >= 0 and (whole[at] or (cards[at] is None and carries[at])):
            carries[above] = True
    view_cards = [
        card if card is None or not card.ghost or carries[at] else None
        for at, card in enumerate(cards)
    ]
    held, lines = [False] * len(cards), [False] * len(cards)
    for at in order:
        above = manager[at]
        passes = view_cards[at] is None and carries[at]
        lines[at] = above >= 0 and held[above] and (whole[at] or passes)
        held[at] = view_cards[at] is not None or (passes and lines[at])
    bridges = [held[at] and view_cards[at] is None for at in range(len(cards))]
    return ViewLines(view_cards, lines, bridges)


def drawn_lines(layout: Layout, view: ViewLines) -> Iterator[DrawnLine]:
    """The lines of a layout that a view shows; to a panel if any of its rows is there."""
    panels = {panel.cards[0]: panel.cards for panel in layout.panels}
    for line in layout.lines:
        if any(view.lines[card] for card in panels.get(line.report, (line.report,))):
            yield line


def bridge_lines(layout: Layout, view: ViewLines) -> Iterator[DrawnLine]:
    """The lines through empty places: from where the one above ends to where those below begin."""
    ends = {line.report: line.points[-1] for line in layout.lines}
    starts = [(line.manager, line.points[0]) for line in drawn_lines(layout, view)]
    for panel in layout.panels:
        if panel.cards[0] not in ends and any(view.lines[card] for card in panel.cards):
            starts.append((panel.manager, (panel.box.x + _INSET, panel.box.y)))
    for at, (x, y) in starts:
        if view.bridges[at] and at in ends:
            corner = ends[at]
            yield DrawnLine(at, at, (corner, (x, corner[1]), (x, y)))
