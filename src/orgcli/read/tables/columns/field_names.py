"""The names of fields that settings give to columns, judged before a table is read."""

from collections.abc import Iterable

from orgcli.model.likeness import did_you_mean, nearest_words
from orgcli.read.tables.columns.headings import FIELDS, RANK, fold, list_fields


def unknown_field(names: Iterable[str]) -> tuple[str, str, str] | None:
    """The first name that no field of a position has: it, what is wrong, and what was meant."""
    name = next((one for one in names if one.removeprefix("contact.") not in RANK), None)
    if name is None:
        return None
    word = fold(name)
    known = tuple(field for field, ranks in RANK.items() if word in ranks)
    help = did_you_mean(known[:1] or nearest_words(name, FIELDS), list_fields(FIELDS))
    return name, f"`{name}` is not a field of a position", help
