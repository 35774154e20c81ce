"""The texts of all cards of a deck, and the titles that whole teams share."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from orgcli.chart.deck.cards import Deck
from orgcli.chart.layout.panels import LEAST
from orgcli.chart.paper.card_text import TEAM_TITLE_LINE, CardText, Density, card_text, may_be_row

_BELOW_TEAM_TITLE = 2


def card_texts(deck: Deck, density: Density, teams: str) -> Sequence[CardText]:
    """What is printed on each card; `teams` is a key of DENSITY."""
    shared = _team_titles(deck)
    return [
        card_text(card, density, deck.words, teams=teams, shared=shared.get(at, ""))
        for at, card in enumerate(deck.cards)
    ]


def row_heights(contents: Sequence[CardText]) -> list[int]:
    """The heights of cards as rows of panels, 0 where one cannot be a row."""
    return [one.as_row.height if one.as_row else 0 for one in contents]


def panel_heads(contents: Sequence[CardText]) -> list[int]:
    """Per card what the shared title above a panel takes that begins with it."""
    return [
        TEAM_TITLE_LINE * len(row.heading) + _BELOW_TEAM_TITLE
        if (row := one.as_row) and row.heading
        else 0
        for one in contents
    ]


def _team_titles(deck: Deck) -> Mapping[int, str]:
    """Per card the title that all reports share who stand beside it as rows of a panel."""
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
