"""What to do where no column says who reports to whom, by the program that wrote the file."""

from orgcli.model.findings.finding import Finding
from orgcli.read.tables.columns.headings import fold, list_headings, map_option
from orgcli.read.tables.grid import Table

_EXPAND = "ask Microsoft Graph for them: `users?$expand=manager`"
_HINTS = (
    ({"userprincipalname"}, _EXPAND),
    ({"username", "schemas"}, "ask the server for the enterprise extension, which has `manager`"),
    ({"username", "active"}, "ask the server for the enterprise extension, which has `manager`"),
    ({"primaryemail"}, "ask Google for them: `users.list` with `projection=full`"),
)
"""Folded headings that tell the program, and how it gives managers."""
_OF_GRAPH = (
    {"displayName", "jobTitle"}, {"displayName", "mail"}, {"displayName", "givenName", "surname"},
)  # fmt: skip
"""Keys of its users as they are written."""


def no_managers(table: Table) -> Finding:
    """ORG006 at the headings."""
    option = map_option("reports_to", "Heading")
    advice = f"{list_headings(table.headings)}; say which does with `{option}`"
    hint = _hint(table)
    if hint:
        advice = f"{hint}; {advice}"
    message = "no column says who reports to whom"
    return Finding("ORG006", message, table.places.header(), help=advice)


def _hint(table: Table) -> str:
    headings, words = set(table.headings), set(map(fold, table.headings))
    if table.format == "JSON" and any(keys <= headings for keys in _OF_GRAPH):
        return _EXPAND
    return next((hint for keys, hint in _HINTS if keys <= words), "")
