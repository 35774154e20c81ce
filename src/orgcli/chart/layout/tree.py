"""What a layout works on: cards with a size, the lines between them, and the room they need."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

Point = tuple[int, int]

INDENT = 16
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
BRANCH = 9
"""From a trunk to the cards at its sides."""


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


class PlacedReport(NamedTuple):
    """One report of a manager, relative to the middle of the top edge of the manager's card.

    dx, dy  the middle of the top edge of the report's card
    path    the corners of the line from the manager's card to the report's
    """

    report: int
    dx: int
    dy: int
    path: tuple[Point, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """What is to be shaped; all lists are indexed by card.

    order      managers before their reports
    manager    -1 at the top of a tree
    reports    in file order
    heights    of the cards; their width is the same for all
    assistant  drawn beside the stem if nobody reports to them
    """

    order: Sequence[int]
    manager: Sequence[int]
    reports: Sequence[Sequence[int]]
    heights: Sequence[int]
    assistant: Sequence[bool]
    width: int


def tree_of(
    manager: Sequence[int],
    heights: Sequence[int],
    assistant: Sequence[bool],
    width: int,
    leaves_first: bool = False,
) -> Tree:
    """The tree of cards, lists by card; reports are in file order, or those without any first."""
    order, reports = order_from_top(manager)
    if leaves_first:
        for each in reports:
            each.sort(key=lambda report: bool(reports[report]))
    return Tree(order, manager, reports, heights, assistant, width)


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
    beside = [one for one in tree.reports[card] if tree.assistant[one] and not tree.reports[one]]
    if not beside:
        return beside, list(tree.reports[card])
    assistants = set(beside)
    return beside, [one for one in tree.reports[card] if one not in assistants]
