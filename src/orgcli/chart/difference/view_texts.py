"""The texts of all views of a difference, each card as high as the highest of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from orgcli.chart.deck.cards import Card, Deck
from orgcli.chart.difference.view_cards import VIEWS, ViewName
from orgcli.chart.paper.card_text import ROOMY, CardText, card_text
from orgcli.chart.paper.deck_texts import card_texts

Views = Mapping[ViewName, Sequence[Card | None]]


def view_texts(deck: Deck, views: Views, teams: str) -> Mapping[ViewName, Sequence[CardText]]:
    """What is printed on each card in each view; a card that is not there has the text of changes.

    deck   the changes
    teams  a key of DENSITY
    """
    usual = card_texts(deck, ROOMY, teams)
    texts = {
        view: [
            _text(card, current, text, deck)
            for card, current, text in zip(views[view], deck.cards, usual, strict=True)
        ]
        for view in VIEWS
    }
    for at in range(len(usual)):
        view_texts = [texts[view][at] for view in VIEWS]
        for view, evened in zip(VIEWS, _even(view_texts), strict=True):
            texts[view][at] = evened
    return texts


def _text(card: Card | None, current: Card, usual: CardText, deck: Deck) -> CardText:
    """The text of a card, as a row too where the one that is shown may be one."""
    if card is None or card is current or card == replace(current, dimmed=False):
        return usual
    text = card_text(card, ROOMY, deck.words)
    if usual.as_row is None:
        return text
    leaf = replace(card, total=0, direct=0, left_out=0, assistant=False)
    shared = usual.shared if card.title == current.title else ""
    row = card_text(leaf, ROOMY, deck.words, teams=usual.teams, shared=shared)
    return text._replace(as_row=row.as_row)


def _even(texts: Sequence[CardText]) -> Sequence[CardText]:
    """The texts with the height of the highest, as cards and as rows; one and the same stays so."""
    if all(text is texts[0] for text in texts):
        return texts
    height = max(text.height for text in texts)
    rows = [text.as_row for text in texts if text.as_row]
    if not rows:
        return [text._replace(height=height) for text in texts]
    row_height = max(row.height for row in rows)
    return [
        text._replace(height=height, as_row=(text.as_row or rows[0])._replace(height=row_height))
        for text in texts
    ]
