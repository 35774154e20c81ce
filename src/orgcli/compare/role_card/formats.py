"""The formats of one role's card; the names of `--format` come from here."""

from typing import Protocol

from orgcli.compare.role_card.card import RoleCard
from orgcli.render.formats import Formats
from orgcli.render.view import Page


class CardWriter(Protocol):
    """What every function of the table is."""

    def __call__(self, card: RoleCard, page: Page) -> str:
        """The card as text."""


CARD_FORMATS: Formats[CardWriter] = Formats(
    {
        "table": "orgcli.compare.role_card.terminal:card_table",
        "markdown": "orgcli.compare.role_card.markdown:card_markdown",
        "html": "orgcli.compare.role_card.html:card_html",
        "csv": "orgcli.compare.role_card.csv:card_csv",
        "json": "orgcli.compare.role_card.json:card_json",
    }
)
