"""Derives the holder of a row from the parts of the name."""

from collections.abc import Collection, Sequence

from orgcli.read.tables.columns.headings import NAME_ALONE, known_word
from orgcli.read.tables.columns.names_in_use import PARTS, by_preferred_names, completed, joined
from orgcli.read.tables.grid import Cells, Fields, Table

_HALVES = ("first", "last")
"""Headings that are a part of a name only where the other one stands beside it."""


def join_name(fields: Fields, table: Table, mapped: Collection[str]) -> Fields:
    """Make one holder of first and last name; what a full name makes superfluous is let go.

    mapped  the fields that the user chose
    A `name` beside a last name alone is the first name, and beside a first name alone the last,
    unless most of its cells contain the other already. What people are called comes before their
    legal names, by which managers are found too.
    """
    folded = [known_word(heading)[0] for heading in table.headings]
    fields = _without_half(fields, folded, mapped)
    if "last_name" in fields.column and not any(name in mapped for name in ("holder", *PARTS)):
        called = by_preferred_names(fields, table, folded)
        if called is not None:
            return called
    parts = [part for part in PARTS if part in fields.column]
    if "holder" in fields.column and "holder" not in mapped and len(parts) == 2:
        names = fields.cells["holder"]
        if "" in names:  # rows that leave the full name out have its parts
            fields = fields.with_cells("holder", completed(names, joined(fields, PARTS)))
    full = "holder" in fields.column and not any(part in mapped for part in parts)
    if "holder" in mapped:
        return fields.without(*parts)
    if full and len(parts) == 1 and folded[fields.column["holder"]] in NAME_ALONE:
        name = fields.cells["holder"]
        if not _contained(fields.cells[parts[0]], name):
            (missing_part,) = set(PARTS) - set(parts)
            fields = fields.assign(missing_part, fields.column["holder"], name)
            parts, full = [*PARTS], False
    if full or not parts:
        return fields.without(*parts)
    return fields.assign("holder", fields.column[parts[0]], joined(fields, parts))


def _without_half(fields: Fields, folded: Sequence[str], mapped: Collection[str]) -> Fields:
    """`Last` may be anything where there is no first name, and `First` where there is no last."""
    for part, other in (PARTS, PARTS[::-1]):
        if part in fields.column and part not in mapped and other not in fields.column:
            if folded[fields.column[part]] in _HALVES:
                return fields.without(part)
    return fields


def _contained(parts: Cells, names: Cells) -> bool:
    both = [(part, name) for part, name in zip(parts, names, strict=True) if part and name]
    return 2 * sum(part.casefold() in name.casefold() for part, name in both) > len(both)
