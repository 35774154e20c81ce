"""What a row is called where it has no id: by its address, its name, its title or its number."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from orgcli.model.appearance import first_spellings
from orgcli.model.findings.finding import Finding
from orgcli.model.text import shortened
from orgcli.read.tables.cells.cell_values import vacancy
from orgcli.read.tables.columns.evidence import Evidence, named_in
from orgcli.read.tables.columns.headings import list_headings, map_option
from orgcli.read.tables.grid import Cells, Fields, Table
from orgcli.read.tables.people.placeholders import is_damaged, repeated_placeholders

_NAMING = ("email", "holder", "title")
"""The fields that can stand for an id, the best first."""


def with_ids(fields: Fields, table: Table, root: str) -> tuple[Fields, list[Finding]]:
    """The fields with an id for every row that can have one.

    root  the word, in small letters, that means nobody in the column of managers
    Findings: ORG015 at ids that are placeholders; ORG014 where rows are named otherwise; ORG006
    where nothing can be the id, and none is.
    """
    if "id" not in fields.cells:
        return _named(fields, table, root)
    cells = _one_spelling(fields.cells["id"])
    fields = fields.with_cells("id", cells)
    bad = repeated_placeholders(cells)
    if not bad:
        return fields, []
    names = _names(fields, len(cells))
    if all(not cell or cell in bad for cell in cells) and _unique_field(fields, table, root):
        others, _ = _named(fields.without("id"), table, root)
        ids = others.cells["id"]
    else:
        taken = set(cells)
        ids = [_free(names[row], taken) if cell in bad else cell for row, cell in enumerate(cells)]
    found = [_placeholders(fields, table, bad, ids, damaged) for damaged in (False, True)]
    return fields.with_cells("id", ids), [one for one in found if one is not None]


def _one_spelling(ids: Cells) -> Cells:
    spelling = first_spellings(list(ids))
    return list(map(spelling.get, ids, ids)) if spelling else ids


def _named(fields: Fields, table: Table, root: str) -> tuple[Fields, list[Finding]]:
    """Without a column of ids, addresses or else names are the ids where they are unique."""
    name = _unique_field(fields, table, root)
    if name:
        cells = _one_spelling(fields.cells[name])
        return fields.assign("id", fields.column[name], cells), []
    why, at = _why_not(fields, table)
    is_named = any(one in fields.cells for one in _NAMING)
    if not is_named or not any(fields.cells.get("reports_to", ())):
        columns, option = list_headings(table.headings), map_option("id", "Heading")
        advice = f"{columns}; say which it is with `{option}`{why}"
        message = "no column holds the ids of the positions"
        finding = Finding("ORG006", message, table.places.header(), help=advice)
        return replace(fields, unresolved=fields.unresolved | {"id"}), [finding]
    ids = _names(fields, len(table.columns[0]))
    taken: set[str] = set()
    ids = [_free(name, taken) for name in ids]
    message = "no column holds the ids of the positions, so they are called by what their rows say"
    message += why.replace("; ", ": ", 1)
    help = f"say which column has the ids with `{map_option('id', 'Heading')}`"
    finding = Finding("ORG014", message, table.places.header(), help=help)
    return fields.assign("id", fields.column[at], ids), [finding]


def _unique_field(fields: Fields, table: Table, root: str) -> str:
    """The field whose cells can be the ids: of several, the one that most managers are named by."""
    unique = [
        name
        for name in _NAMING
        if name in fields.cells
        and all(fields.cells[name])
        and _repeated(fields.cells[name]) is None
    ]
    named = named_in(fields.cells.get("reports_to", ()), root)
    counts = {}
    for name in unique if len(unique) > 1 or unique == ["title"] else ():
        holds = Evidence(table).named_by(name, fields.cells[name])
        counts[name] = sum(count for text, count in named.items() if holds(text))
    if "title" in unique and not counts["title"]:
        unique.remove("title")  # a title that nobody is named by is no name
    return max(unique, key=lambda name: counts.get(name, 0), default="")


def _why_not(fields: Fields, table: Table) -> tuple[str, str]:
    """Why the last field that could be the id cannot be it, and which that is."""
    why, at = "", ""
    for name in _NAMING[:2]:
        cells = fields.cells.get(name)
        if cells is not None:
            twice = _repeated(cells)
            heading = table.headings[fields.column[name]]
            reason = f"`{twice}` stands twice" if twice else "some cells are empty"
            why, at = f"; `{heading}` cannot be it, for {reason}", name
    return why, at or next((name for name in _NAMING if name in fields.cells), "")


def _repeated(texts: Sequence[str]) -> str | None:
    seen: set[str] = set()
    for text in texts:
        word = text.casefold()
        if word and word in seen:
            return text
        seen.add(word)
    return None


def _names(fields: Fields, size: int) -> list[str]:
    """What each row is called: by whatever of it no other row has, else with its number.

    Names that several rows have all get a number, so that nobody is meant by the name alone.
    """
    holders: Cells = [
        "" if vacancy(cell) else cell for cell in fields.cells.get("holder", [""] * size)
    ]
    columns = [fields.cells.get("email"), holders, fields.cells.get("title")]
    first = [
        next((column[row] for column in columns if column and column[row]), "")
        for row in range(size)
    ]
    count = Counter(map(str.casefold, first))
    return [
        name
        if name and count[name.casefold()] == 1
        else f"{name} (row {row})".strip("() ")
        if not name
        else f"{name} (row {row})"
        for row, name in enumerate(first, 1)
    ]


def _free(name: str, taken: set[str]) -> str:
    """A name that is not taken, which then is."""
    while name in taken:
        name += "'"
    taken.add(name)
    return name


def _placeholders(
    fields: Fields, table: Table, bad: dict[str, int], ids: Cells, damaged: bool
) -> Finding | None:
    """ORG015, at the first cell of one kind; None where there is none of it."""
    words = [word for word in bad if is_damaged(word) == damaged]
    if not words:
        return None
    cells, heading = fields.cells["id"], table.headings[fields.column["id"]]
    row = cells.index(words[0])
    count = sum(bad[word] for word in words)
    others = f" and {len(words) - 1:,} more like it" if len(words) > 1 else ""
    verb = "stand" if others else "stands"
    message = (
        f"`{shortened(words[0])}`{others} {verb} for {count:,} different ids in `{heading}`;"
        f" this row is called `{shortened(ids[row])}`"
    )
    help = "write an id of its own into each row, or choose another column with --map"
    if damaged:
        help = "a spreadsheet cut the numbers: format the column as text, and export it again"
    return Finding("ORG015", message, table.cell(row, fields.column["id"]), help=help)


def ids_of_tree(fields: Fields, table: Table) -> tuple[Cells, list[Finding]]:
    """An id for each row of a table whose structure says who reports to whom.

    Its own where it has one, else its address, name or title where all differ, else its number.
    Of rows with one id, which would stand in each other's place, all but the first get another;
    ORG014 says so.
    """
    size = len(table.parents)
    own = fields.cells.get("id")
    if own is None or not any(own):
        columns = [fields.cells.get(name, [""] * size) for name in _NAMING]
        combined = [next(filter(None, row), "") for row in zip(*columns, strict=True)]
        for cells in (*columns, combined):
            if all(cells) and _repeated(cells) is None:
                return _one_spelling(cells), []
        return [str(row) for row in range(1, size + 1)], []
    own = _one_spelling(own)
    taken = set(own)
    seen: set[str] = set()
    twice: list[int] = []
    ids = []
    for row, name in enumerate(own):
        if name in seen:
            twice.append(row)
        ids.append(_free(f"{name} ({row + 1})" if name else str(row + 1), taken)
                   if name in seen or not name else name)  # fmt: skip
        seen.add(name or ids[-1])
    if not twice:
        return ids, []
    row = twice[0]
    message = f"`{shortened(own[row])}` is the id of another row too, so this one is `{ids[row]}`"
    message += f"; the same of {len(twice) - 1:,} more" if len(twice) > 1 else ""
    help = "give every position an id of its own"
    column = fields.column["id"]
    return ids, [Finding("ORG014", message, table.cell(row, column), help=help)]
