"""Derives the holder of a row from the parts of the name."""

from collections.abc import Collection, Sequence

from orgcli.read.tables.columns.headings import NAME_ALONE
from orgcli.read.tables.grid import Cells, Fields

_PARTS = ("first_name", "last_name")


def join_name(fields: Fields, folded: Sequence[str], mapped: Collection[str]) -> Fields:
    """Make one holder of first and last name; what a full name makes superfluous is let go.

    folded  the headings; mapped  the fields that the user chose
    A `name` beside a last name alone is the first name, and beside a first name alone the last,
    unless most of its cells contain the other already.
    """
    parts = [part for part in _PARTS if part in fields.column]
    full = "holder" in fields.column and not any(part in mapped for part in parts)
    if "holder" in mapped:
        return fields.without(*parts)
    if full and len(parts) == 1 and folded[fields.column["holder"]] in NAME_ALONE:
        name = fields.cells["holder"]
        if not _contained(fields.cells[parts[0]], name):
            (other,) = set(_PARTS) - set(parts)
            fields = fields.assign(other, fields.column["holder"], name)
            parts, full = [*_PARTS], False
    if full or not parts:
        return fields.without(*parts)
    written = [fields.cells[part] for part in parts]
    joined = written[0] if len(written) == 1 else map(" ".join, zip(*written, strict=True))
    return fields.assign("holder", fields.column[parts[0]], list(map(str.strip, joined)))


def _contained(parts: Cells, names: Cells) -> bool:
    both = [(part, name) for part, name in zip(parts, names, strict=True) if part and name]
    return 2 * sum(part.casefold() in name.casefold() for part, name in both) > len(both)
