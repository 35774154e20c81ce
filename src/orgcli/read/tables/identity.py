"""Who a row is, where no column says so alone: parts of a name joined, ids from e-mail or name."""

from collections.abc import Iterable, Mapping, Sequence

from orgcli.model.findings.finding import Finding
from orgcli.read.tables.cells import Cells, Fields
from orgcli.read.tables.grid import Table
from orgcli.read.tables.headings import NAME_ALONE, list_headings, map_option


def join_name(fields: Fields, folded: Sequence[str], mapped: Mapping[str, int | None]) -> None:
    """Make one holder of first and last name; what a full name makes superfluous is let go.

    folded  the headings; mapped  the fields that the user chose
    A `name` beside a last name alone is the first name, and beside a first name alone the last,
    unless most of its cells contain the other already.
    """
    parts = [part for part in ("first_name", "last_name") if part in fields.column]
    full = "holder" in fields.column and not any(part in mapped for part in parts)
    if full and len(parts) == 1 and folded[fields.column["holder"]] in NAME_ALONE:
        part, cells = parts[0], fields.cells["holder"]
        if "holder" not in mapped and not _contained(fields.cells[part], cells):
            other = "last_name" if part == "first_name" else "first_name"
            fields.take(other, fields.column["holder"], cells)
            parts, full = ["first_name", "last_name"], False
    if full or "holder" in mapped or not parts:
        for part in parts:
            fields.drop(part)
        return
    written = [fields.cells[part] for part in parts]
    column = fields.column[parts[0]]
    if "holder" in fields.column and fields.column["holder"] not in map(fields.column.get, parts):
        fields.drop("holder")
    joined = written[0] if len(written) == 1 else map(" ".join, zip(*written, strict=True))
    fields.take("holder", column, list(map(str.strip, joined)))


def _contained(parts: Cells, names: Cells) -> bool:
    both = [(part, name) for part, name in zip(parts, names, strict=True) if part and name]
    return 2 * sum(part.casefold() in name.casefold() for part, name in both) > len(both)


def find_id(fields: Fields, table: Table) -> None:
    """Without a column of ids, e-mail addresses or else names are the ids where they are unique."""
    why = ""
    for name in ("email", "holder"):
        cells = fields.cells.get(name)
        if cells is None:
            continue
        twice = _repeated(cells)
        if twice is None and all(cells):
            fields.take("id", fields.column[name], cells)
            return
        heading = table.headings[fields.column[name]]
        what = f"`{twice}` stands twice" if twice else "some cells are empty"
        why = f"; `{heading}` cannot be it, for {what}"
    fields.unknown.add("id")
    message = "no column holds the ids of the positions"
    columns, say = list_headings(table.headings), map_option("id", "Heading")
    advice = f"{columns}; say which it is with `{say}`{why}"
    fields.findings.append(Finding("ORG006", message, table.places.header(), help=advice))


def _repeated(texts: Iterable[str]) -> str | None:
    seen: set[str] = set()
    for text in texts:
        word = text.casefold()
        if word and word in seen:
            return text
        seen.add(word)
    return None
