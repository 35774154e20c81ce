"""What a layout works on: cards with a size, the lines between them, and the room they need."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

Point = tuple[int, int]

INDENT = 12
"""How far the reports in a list stand to the right of their manager."""
LIST_GAP = 6
"""Between cards in a list or a column; SUBLIST_GAP after a card with reports of its own."""
SUBLIST_GAP = 10
UNIT_GAP = 16
"""Between subtrees side by side."""
DROP = 10
"""From a card down to the shared line, and from that down to the next cards."""
STACKED = 0
"""For the `tiers` of a Shape."""
BRANCH = 8
"""From a trunk to the cards at its sides; other cards keep twice as far away."""
PANEL_PADDING = 6
"""In a panel above its first row and below its last."""
PANEL_GAP = 8
"""From a card down to the panel of its reports."""


class Extent(NamedTuple):
    """How far something reaches from the middle of its card to both sides, and how high it is."""

    left: int
    right: int
    height: int


class ShapeKind(IntEnum):
    """How a manager's reports stand."""

    CARD = 0  # there are none
    LIST = 1  # below each other, indented, on a trunk at the left
    ROW = 2  # side by side under a shared line, or in several such rows
    INDENTED = 3  # in one such row that begins at the indent of a list


class Shape(NamedTuple):
    """One way to place a card with all below it; left and right of the middle of the card.

    limit  of a list: how wide its reports may be; of rows: how high
    tiers  rows below each other; STACKED for one row in which reports also stand below each other
    """

    left: int
    right: int
    height: int
    kind: ShapeKind
    limit: int = 0
    tiers: int = 1

    @property
    def width(self) -> int:
        """From the leftmost card to the rightmost."""
        return self.left + self.right


class Shapes(NamedTuple):
    """The shapes of a subtree, each list from low and wide to high and narrow.

    hanging   for a line that arrives at the top of its card
    indented  for one that arrives at its left: nothing stands further left than the card, and
              what is below it is indented
    """

    hanging: Sequence[Shape]
    indented: Sequence[Shape]


class PanelShape(NamedTuple):
    """Reports as rows of a panel, in columns of so many rows that are filled from the left."""

    cards: Sequence[int]
    rows: int
    width: int
    height: int


class PlacedReport(NamedTuple):
    """One report of a manager, relative to the middle of the top edge of the manager's card.

    dx, dy  the middle of the top edge of the report's card, or of its panel
    path    the corners of the line from the manager's card to it; none to a panel that stands
            directly under the manager's card
    panel   that begins with this report
    """

    report: int
    dx: int
    dy: int
    path: tuple[Point, ...]
    panel: PanelShape | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """What is to be shaped; all lists are indexed by card.

    order      managers before their reports
    manager    -1 at the top of a tree
    reports    in file order
    heights    of the cards; their width is the same for all
    assistant  drawn beside the stem if nobody reports to them
    rows       the heights that cards have as rows of a panel, 0 where they cannot be one; empty
               where there are no panels
    heads      what is kept free above the rows of a panel that begins with the card; empty for 0
    """

    order: Sequence[int]
    manager: Sequence[int]
    reports: Sequence[Sequence[int]]
    heights: Sequence[int]
    assistant: Sequence[bool]
    width: int
    rows: Sequence[int] = ()
    heads: Sequence[int] = ()

    @property
    def panel_width(self) -> int:
        """Of a column of rows: it ends flush with the card above it."""
        return self.width - INDENT

    def above_rows(self, card: int) -> int:
        """From the top of a panel that begins with a card to its first row."""
        return PANEL_PADDING + (self.heads[card] if self.heads else 0)

    def may_be_row(self, card: int) -> bool:
        """Whether a card can stand as a row of a panel."""
        return bool(self.rows and self.rows[card]) and not (
            self.reports[card] or self.assistant[card]
        )


def tree_of(
    manager: Sequence[int],
    heights: Sequence[int],
    assistant: Sequence[bool],
    width: int,
    leaves_first: bool = False,
    row_heights: Sequence[int] = (),
    panel_heads: Sequence[int] = (),
) -> Tree:
    """The tree of cards, lists by card; reports are in file order, or those without any first."""
    order, reports = order_from_top(manager)
    if leaves_first:
        for siblings in reports:
            siblings.sort(key=lambda report: bool(reports[report]))
    rows = [*row_heights, *[0] * (len(manager) - len(row_heights))] if any(row_heights) else ()
    return Tree(order, manager, reports, heights, assistant, width, rows, panel_heads)


def order_from_top(manager: Sequence[int]) -> tuple[list[int], list[list[int]]]:
    """Cards so that managers stand before their reports, and the reports of each, in file order.

    manager  per card its manager or -1; without rings, so that every card is reached
    """
    reports: list[list[int]] = [[] for _ in manager]
    order: list[int] = []
    for card, above in enumerate(manager):
        (reports[above] if above >= 0 else order).append(card)
    for card in order:
        order.extend(reports[card])
    return order, reports


def split(card: int, tree: Tree) -> tuple[list[int], list[int]]:
    """Assistants who have no reports, and all other reports."""
    beside = [
        report
        for report in tree.reports[card]
        if tree.assistant[report] and not tree.reports[report]
    ]
    if not beside:
        return beside, list(tree.reports[card])
    assistants = set(beside)
    return beside, [report for report in tree.reports[card] if report not in assistants]
