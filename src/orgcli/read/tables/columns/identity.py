"""Derives the holder and the id of a row from name parts or the e-mail address."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from orgcli.model.findings.finding import Finding
from orgcli.read.tables.columns.headings import NAME_ALONE, list_headings, map_option
from orgcli.read.tables.grid import Cells, Fields, Table

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


def find_id(fields: Fields, table: Table) -> tuple[Fields, list[Finding]]:
    """Without a column of ids, e-mail addresses or else names are the ids where they are unique."""
    why = ""
    for name in ("email", "holder"):
        cells = fields.cells.get(name)
        if cells is None:
            continue
        twice = _repeated(cells)
        if twice is None and all(cells):
            return fields.assign("id", fields.column[name], cells), []
        heading = table.headings[fields.column[name]]
        reason = f"`{twice}` stands twice" if twice else "some cells are empty"
        why = f"; `{heading}` cannot be it, for {reason}"
    columns, option = list_headings(table.headings), map_option("id", "Heading")
    advice = f"{columns}; say which it is with `{option}`{why}"
    message = "no column holds the ids of the positions"
    finding = Finding("ORG006", message, table.places.header(), help=advice)
    return replace(fields, unresolved=fields.unresolved | {"id"}), [finding]


def _repeated(texts: Iterable[str]) -> str | None:
    seen: set[str] = set()
    for text in texts:
        word = text.casefold()
        if word and word in seen:
            return text
        seen.add(word)
    return None
