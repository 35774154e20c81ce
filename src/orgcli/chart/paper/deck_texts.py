"""The texts of all cards of a deck, the titles that whole teams share, and the tree to lay out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from orgcli.chart.deck.cards import Deck
from orgcli.chart.layout.panels import LEAST
from orgcli.chart.layout.tree import Tree, tree_of
from orgcli.chart.paper.card_text import (
    ROOMY,
    TEAM_TITLE_LINE,
    CardText,
    Density,
    card_text,
    may_be_row,
)

_BELOW_TEAM_TITLE = 2


def card_texts(deck: Deck, density: Density, teams: str) -> Sequence[CardText]:
    """What is printed on each card; `teams` is a key of DENSITY."""
    shared = _team_titles(deck)
    return [
        card_text(card, density, deck.words, teams=teams, shared=shared.get(at, ""))
        for at, card in enumerate(deck.cards)
    ]


def card_tree(deck: Deck, contents: Sequence[CardText], leaves_first: bool) -> Tree:
    """The tree of the cards of a deck, of the sizes that they have with these texts.

    leaves_first  whether reports without reports stand before those who have some
    """
    return tree_of(
        deck.manager,
        [content.height for content in contents],
        [card.assistant for card in deck.cards],
        (contents[0].density if contents else ROOMY).width,
        leaves_first,
        _row_heights(contents),
        _panel_heads(contents),
    )


def _row_heights(contents: Sequence[CardText]) -> list[int]:
    """The heights of cards as rows of panels, 0 where one cannot be a row."""
    return [content.as_row.height if content.as_row else 0 for content in contents]


def _panel_heads(contents: Sequence[CardText]) -> list[int]:
    """Per card what the shared title above a panel takes that begins with it."""
    return [
        TEAM_TITLE_LINE * len(row.heading) + _BELOW_TEAM_TITLE
        if (row := content.as_row) and row.heading
        else 0
        for content in contents
    ]


def _team_titles(deck: Deck) -> Mapping[int, str]:
    """Per card the title that all its reports in the rows of a panel share."""
    leading = set(deck.manager)
    teams: dict[int, list[int]] = defaultdict(list)
    for at, above in enumerate(deck.manager):
        if above >= 0 and at not in leading and may_be_row(deck.cards[at]):
            teams[above].append(at)
    shared: dict[int, str] = {}
    for team in teams.values():
        titles = {deck.cards[at].title for at in team}
        if len(team) >= LEAST and len(titles) == 1:
            shared.update(dict.fromkeys(team, titles.pop()))
    return shared
