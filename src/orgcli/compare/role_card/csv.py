"""The card of one role as CSV: its statements, as in a comparison of one role."""

from orgcli.compare.comparison.csv import comparison_csv
from orgcli.compare.role_card.card import RoleCard
from orgcli.render.view import Page


def card_csv(card: RoleCard, page: Page) -> str:
    """A line for each statement."""
    return comparison_csv(card.comparison, page)
