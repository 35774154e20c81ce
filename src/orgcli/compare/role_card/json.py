"""The card of one role as a JSON document, version 1, with every field always there."""

from dataclasses import asdict

from orgcli.compare.comparison.json import document
from orgcli.compare.role_card.card import RoleCard
from orgcli.render.json import as_document
from orgcli.render.view import Page


def card_json(card: RoleCard, page: Page) -> str:
    """The document of a comparison of one role, with what only a card has."""
    return as_document(
        {
            **document(card.comparison, page),
            "archetypes": [
                {"label": archetype.text, "works": archetype.works} for archetype in card.archetypes
            ],
            "axes": [asdict(axis) for axis in card.axes],
            "names": [asdict(name) for name in card.names],
            "not_stated": card.unstated,
        }
    )
