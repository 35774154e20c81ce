"""The formats of one role's card; the names of `--format` come from here."""

from orgcli.compare.role_card.card import RoleCard
from orgcli.render.formats import Formats
from orgcli.render.view import PageWriter

CARD_FORMATS: Formats[PageWriter[RoleCard]] = Formats(
    table="orgcli.compare.role_card.terminal:card_table",
    markdown="orgcli.compare.role_card.markdown:card_markdown",
    html="orgcli.compare.role_card.html:card_html",
    csv="orgcli.compare.role_card.csv:card_csv",
    json="orgcli.compare.role_card.json:card_json",
)
