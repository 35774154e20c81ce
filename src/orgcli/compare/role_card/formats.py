"""The formats of one role's card; the names of `--format` come from here."""

from collections.abc import Callable

from orgcli.compare.role_card.card import RoleCard
from orgcli.render.view import Page


def _table(card: RoleCard, page: Page) -> str:
    from orgcli.compare.role_card.terminal import card_table

    return card_table(card, page)


def _markdown(card: RoleCard, page: Page) -> str:
    from orgcli.compare.role_card.markdown import card_markdown

    return card_markdown(card, page)


def _html(card: RoleCard, page: Page) -> str:
    from orgcli.compare.role_card.html import card_html

    return card_html(card, page)


def _csv(card: RoleCard, page: Page) -> str:
    from orgcli.compare.comparison.csv import comparison_csv

    return comparison_csv(card.comparison)


def _json(card: RoleCard, page: Page) -> str:
    """The document of a comparison of one role, with what only a card has."""
    from orgcli.compare.comparison.json import document
    from orgcli.render.json import as_document

    return as_document(
        {
            **document(card.comparison, page),
            "archetypes": [{"label": one.text, "works": one.works} for one in card.archetypes],
            "axes": [
                {"key": one.key, "label": one.label, "ends": one.ends,
                 "places": [{"text": at.text, "works": at.works} for at in one.places]}
                for one in card.stands
            ],
            "names": [
                {"name": one.name, "languages": one.languages, "status": one.kind,
                 "works": one.sources, "ambiguous": one.ambiguous, "may_mean": one.may_mean}
                for one in card.names
            ],
            "not_stated": card.unstated,
        }
    )  # fmt: skip


CARD_FORMATS: dict[str, Callable[[RoleCard, Page], str]] = {
    "table": _table,
    "markdown": _markdown,
    "html": _html,
    "csv": _csv,
    "json": _json,
}
