"""What a row is called where it has no id: by its address, its name, its title or its number."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from orgcli.model.appearance import first_spellings
from orgcli.model.findings.finding import Finding
from orgcli.model.text import shortened
from orgcli.read.tables.cells.cell_values import vacancy
from orgcli.read.tables.column import counts, different, look_of, replaced, texts_of
from orgcli.read.tables.columns.evidence import Evidence, mentions_in
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
    if "id" not in fields.cells or _is_of_few(fields, table, root):
        return _with_names_as_ids(fields.without("id"), table, root)
    fields, unnumbered = _with_names_for_ids(fields, table)
    fields, replaced = _without_placeholders(fields, table, root)
    return fields, [*unnumbered, *replaced]


def _is_of_few(fields: Fields, table: Table, root: str) -> bool:
    """Whether most rows have no id, no manager is named by one, and something else is unique."""
    cells = fields.cells["id"]
    if "" not in different(cells):
        return False
    if 2 * counts(cells)[""] <= len(cells) or not _unique_field(fields, table, root):
        return False
    mentions = mentions_in(fields.cells.get("reports_to", ()), root)
    return different(cells).isdisjoint(mentions)


def _with_names_for_ids(fields: Fields, table: Table) -> tuple[Fields, list[Finding]]:
    """Rows without an id, such as contractors in a list of numbers, are called by what they say.

    Those that say nothing of somebody stay without. ORG014, at the first one.
    """
    cells = fields.cells["id"]
    if "" not in different(cells) or len(different(cells)) == 1:
        return fields, []
    naming = [fields.cells[name] for name in _NAMING if name in fields.cells]
    rows = [
        row for row, cell in enumerate(cells) if not cell and any(column[row] for column in naming)
    ]
    if not rows:
        return fields, []
    names, taken, ids = _names(fields, len(cells)), {*different(cells)}, list(cells)
    for row in rows:
        ids[row] = _free(names[row], taken)
    heading = table.headings[fields.column["id"]]
    message = f"this row has no `{heading}`, so it is called `{shortened(ids[rows[0]])}`"
    if len(rows) > 1:
        message += f"; {len(rows) - 1:,} more {'rows have' if len(rows) > 2 else 'row has'} none"
    help = f"write an id into each row, or name another column with `{map_option('id', 'Heading')}`"
    place = table.cell(rows[0], fields.column["id"])
    return fields.with_cells("id", ids), [Finding("ORG014", message, place, help=help)]


def _without_placeholders(fields: Fields, table: Table, root: str) -> tuple[Fields, list[Finding]]:
    """Words such as `XXXX` that stand for several ids become what their rows are called."""
    cells = _one_spelling(fields.cells["id"])
    fields = fields.with_cells("id", cells)
    bad = repeated_placeholders(cells)
    if not bad:
        return fields, []
    names = _names(fields, len(cells))
    if all(not cell or cell in bad for cell in cells) and _unique_field(fields, table, root):
        others, _ = _with_names_as_ids(fields.without("id"), table, root)
        ids = others.cells["id"]
    else:
        taken = {*different(cells)}
        ids = [_free(names[row], taken) if cell in bad else cell for row, cell in enumerate(cells)]
    findings = [_placeholders(fields, table, bad, ids, damaged) for damaged in (False, True)]
    return fields.with_cells("id", ids), [finding for finding in findings if finding is not None]


def _one_spelling(ids: Cells) -> Cells:
    spelling = {} if look_of(ids).is_ascii else first_spellings([*texts_of(ids)])
    return replaced(ids, spelling) if spelling else ids


def _with_names_as_ids(fields: Fields, table: Table, root: str) -> tuple[Fields, list[Finding]]:
    """Without a column of ids, addresses or else names are the ids where they are unique."""
    name = _unique_field(fields, table, root)
    if name:
        cells = _one_spelling(fields.cells[name])
        return fields.assign("id", fields.column[name], cells), []
    why, at = _why_not(fields, table)
    is_named = any(field in fields.cells for field in _NAMING)
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
    """The field whose cells can be the ids: an address or a name, else a title managers use."""
    unique = [
        name
        for name in _NAMING
        if name in fields.cells
        and all(fields.cells[name])
        and _repeated(fields.cells[name]) is None
    ]
    if "title" not in unique:
        return unique[0] if unique else ""
    mentions, evidence = mentions_in(fields.cells.get("reports_to", ()), root), Evidence(table)
    counts = {
        name: evidence.tally(mentions, evidence.named_by(name, fields.cells[name])).matched
        for name in unique
    }
    others = sum(counts.values()) - counts["title"]
    if counts["title"] > others:
        return "title"
    return unique[0] if unique[0] != "title" else ""


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

    Names that several rows have all get a number, so that the name alone is nobody's id.
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
        else f"{name} (row {row})"
        if name
        else f"row {row}"
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


def ids_of_tree(fields: Fields, table: Table) -> tuple[Fields, list[Finding]]:
    """The fields with an id for each row of a table whose structure says who reports to whom.

    Its own where it has one, else its address, name or title where all differ, else its number.
    Of rows with one id, which would stand in each other's place, all but the first get another.
    Findings: ORG014.
    """
    own = fields.cells.get("id")
    if own is None or not any(own):
        return _with_ids_in_tree(fields, len(table.parents)), []
    own = _one_spelling(own)
    taken, seen, ids = set(own), set[str](), []
    twice: list[int] = []
    for row, name in enumerate(own):
        free = name if name and name not in seen else ""
        if not free:
            free = _free(f"{name} ({row + 1})" if name else str(row + 1), taken)
            twice += [row] if name else []
        seen.add(free)
        ids.append(free)
    fields = fields.with_cells("id", ids)
    if not twice:
        return fields, []
    row = twice[0]
    message = f"`{shortened(own[row])}` is the id of another row too, so this one is `{ids[row]}`"
    message += f"; the same of {len(twice) - 1:,} more" if len(twice) > 1 else ""
    help = "give every position an id of its own"
    place = table.cell(row, fields.column["id"])
    return fields, [Finding("ORG014", message, place, help=help)]


def _with_ids_in_tree(fields: Fields, size: int) -> Fields:
    """Rows without ids are called by a field in which all differ, else by their numbers."""
    columns = {name: fields.cells[name] for name in _NAMING if name in fields.cells}
    for name, cells in columns.items():
        if all(cells) and _repeated(cells) is None:
            return fields.assign("id", fields.column[name], _one_spelling(cells))
    combined = [next(filter(None, row), "") for row in zip(*columns.values(), strict=True)]
    if not combined or not all(combined) or _repeated(combined) is not None:
        combined = [str(row) for row in range(1, size + 1)]
    return fields.with_cells("id", combined)
