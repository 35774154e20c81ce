"""Panels: neighbours without reports of their own, as rows below each other in one box."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from orgcli.chart.layout.tree import PANEL_PADDING, PanelShape, Tree

LEAST = 3
"""So many neighbours make a panel, and so many rows at least stand below each other in it."""
_COLUMNS = 8
"""Columns of a panel; more of them stand as several panels."""


class RowPlace(NamedTuple):
    """A row of a panel, relative to the left upper corner of the panel."""

    card: int
    dx: int
    dy: int


def panel_shape(cards: Sequence[int], rows: int, tree: Tree) -> PanelShape:
    """The panel of some cards, with so many rows in a column."""
    columns = -(-len(cards) // rows)
    height = max(
        sum(tree.rows[card] for card in cards[first : first + rows])
        for first in range(0, len(cards), rows)
    )
    around = tree.above_rows(cards[0]) + PANEL_PADDING
    return PanelShape(cards, rows, columns * tree.panel_width, height + around)


def panel_within(cards: Sequence[int], width: int, tree: Tree) -> PanelShape:
    """The lowest panel no wider than this, else the narrowest."""
    columns = min(_COLUMNS, max(1, width // tree.panel_width))
    return panel_shape(cards, max(min(LEAST, len(cards)), -(-len(cards) // columns)), tree)


def several_panels(cards: Sequence[int], rows: int, tree: Tree) -> Iterator[PanelShape]:
    """Panels with so many rows in a column, as few as their columns allow, evened out."""
    columns = -(-len(cards) // rows)
    panels = -(-columns // _COLUMNS)
    many = -(-columns // panels) * rows
    for first in range(0, len(cards), many):
        yield panel_shape(cards[first : first + many], rows, tree)


def row_places(panel: PanelShape, tree: Tree) -> Iterator[RowPlace]:
    """Where each row of a panel stands."""
    for first in range(0, len(panel.cards), panel.rows):
        x, y = first // panel.rows * tree.panel_width, tree.above_rows(panel.cards[0])
        for card in panel.cards[first : first + panel.rows]:
            yield RowPlace(card, x, y)
            y += tree.rows[card]


def entry(panel: PanelShape, tree: Tree) -> int:
    """How far below the top of a panel a line arrives at its side: in the middle of a row."""
    return tree.above_rows(panel.cards[0]) + tree.rows[panel.cards[0]] // 2
