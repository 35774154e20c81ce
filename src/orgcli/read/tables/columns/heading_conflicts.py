"""The finding about two columns that could both be one field."""

from orgcli.model.findings.finding import Finding, Related
from orgcli.read.tables.columns.headings import fold, map_option
from orgcli.read.tables.grid import Table


def two_headings(name: str, table: Table, first: int, other: int) -> tuple[Finding, bool]:
    """ORG003 and true where one heading stands twice, and its first column is read; else ORG005."""
    headings, place = table.headings, table.places.heading
    is_twice = fold(headings[first]) == fold(headings[other])
    options = " or ".join(f"`{map_option(name, headings[column])}`" for column in (first, other))
    advice = f"choose with {options}"
    if is_twice:
        related = Related(place(first), f"`{headings[first]}` stands here")
        message = f"two columns are headed `{headings[first]}`"
        advice = f"{advice}; the first is read"
        finding = Finding("ORG003", message, place(other), help=advice, related=(related,))
        return finding, True
    related = Related(place(other), f"`{headings[other]}` stands here")
    message = f"`{headings[first]}` and `{headings[other]}` could both be `{name}`"
    finding = Finding("ORG005", message, place(first), help=advice, related=(related,))
    return finding, False
