"""The formats of one role's card; the names of `--format` come from here."""

from orgcli.compare.role_card.card import RoleCard
from orgcli.render.document.formats import DocumentFormats

CARD_FORMATS: DocumentFormats[RoleCard] = DocumentFormats(
    "orgcli.compare.role_card.document:card_document",
    table="orgcli.compare.role_card.terminal:card_table",
    csv="orgcli.compare.role_card.csv:card_csv",
    json="orgcli.compare.role_card.json:card_json",
)
