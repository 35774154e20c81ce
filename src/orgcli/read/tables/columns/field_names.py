"""The names of fields that settings give to columns, judged before a table is read."""

from collections.abc import Iterable

from orgcli.model.likeness import did_you_mean
from orgcli.read.tables.columns.headings import FIELDS, RANK, likely_fields, list_fields


def unknown_field(names: Iterable[str]) -> tuple[str, str, str] | None:
    """The first name that no field of a position has: it, what is wrong, and likely fields."""
    name = next((name for name in names if name.removeprefix("contact.") not in RANK), None)
    if name is None:
        return None
    help = did_you_mean(likely_fields(name), list_fields(FIELDS))
    return name, f"`{name}` is not a field of a position", help
