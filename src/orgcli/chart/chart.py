"""A chart that is to be drawn: its cards, and its sheet for the formats that need one."""

from dataclasses import dataclass
from functools import cached_property

from orgcli.chart.asked import EVERYTHING, USUAL, Appearance, Selection
from orgcli.chart.cards import Deck
from orgcli.chart.dot import Sheet, sheet
from orgcli.chart.faces import CARD_WIDTH, face
from orgcli.chart.layout import layout
from orgcli.chart.looks import THEMES


@dataclass(frozen=True, eq=False)
class Chart:
    """The cards of an organisation; where they stand is found when a format asks for it.

    width, color  of the terminal that a tree is for; 0 cells is as wide as it gets
    selection     which positions of the organisation the cards are
    """

    deck: Deck
    width: int = 0
    color: bool = False
    selection: Selection = EVERYTHING
    appearance: Appearance = USUAL

    @cached_property
    def sheet(self) -> Sheet:
        """Every card placed, as DOT with the size of its page."""
        deck = self.deck
        faces = [face(card) for card in deck.cards]
        heights = [one.height for one in faces]
        assistant = [card.assistant for card in deck.cards]
        placed = layout(deck.manager, heights, assistant, CARD_WIDTH)
        return sheet(deck, faces, placed, THEMES[self.appearance.theme])
