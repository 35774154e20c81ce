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
    if "holder" in fields.column and "holder" not in mapped and len(parts) == 2:
        fields = _completed(fields, folded[fields.column["holder"]])
    full = "holder" in fields.column and not any(part in mapped for part in parts)
    if "holder" in mapped:
        return fields.without(*parts)
    if full and len(parts) == 1 and folded[fields.column["holder"]] in NAME_ALONE:
        name = fields.cells["holder"]
        if not _contained(fields.cells[parts[0]], name):
            (missing_part,) = set(_PARTS) - set(parts)
            fields = fields.assign(missing_part, fields.column["holder"], name)
            parts, full = [*_PARTS], False
    if full or not parts:
        return fields.without(*parts)
    return fields.assign("holder", fields.column[parts[0]], _joined(fields, parts))


def _completed(fields: Fields, word: str) -> Fields:
    """A full name that some rows leave out is made of its parts there.

    A preferred name that is no full name is what people are called instead of the first one.
    """
    names = fields.cells["holder"]
    if word == "preferredname" and not all(" " in name for name in names):
        return fields.without("holder")
    if "" not in names:
        return fields
    joined = _joined(fields, _PARTS)
    return fields.with_cells("holder", [a or b for a, b in zip(names, joined, strict=True)])


def _joined(fields: Fields, parts: Sequence[str]) -> Cells:
    names = zip(*(fields.cells[part] for part in parts), strict=True)
    return list(map(str.strip, map(" ".join, names)))


def _contained(parts: Cells, names: Cells) -> bool:
    both = [(part, name) for part, name in zip(parts, names, strict=True) if part and name]
    return 2 * sum(part.casefold() in name.casefold() for part, name in both) > len(both)
