"""Which column of a table is which field: what `--map` says, else the best heading that fits."""

from orgcli.model.findings.finding import Finding, Place
from orgcli.model.likeness import did_you_mean, nearest_words
from orgcli.read.entries import TableOptions
from orgcli.read.tables.cells.cell_values import read_cells
from orgcli.read.tables.columns.heading_conflicts import two_headings
from orgcli.read.tables.columns.headings import (
    FIELDS,
    RANK,
    fold,
    known_word,
    list_fields,
    map_option,
    meant_heading,
    rank_of,
)
from orgcli.read.tables.columns.identity import join_name
from orgcli.read.tables.columns.lines import find_lines
from orgcli.read.tables.grid import Fields, Table

_VITAL = frozenset({"id", "reports_to"})


def choose_columns(table: Table, options: TableOptions) -> tuple[Fields, list[Finding]]:
    """Find the column of every field; `options.columns` wins over what is known of headings.

    Findings: ORG005 for `--map` with an unknown field or heading, and where two headings could
    both be meant; ORG003 where one heading stands twice; those of `find_lines`.
    """
    fields, mapped, findings = _mapped_columns(table, options)
    for name in FIELDS:
        if name not in mapped and name not in _VITAL:
            fields, found = _choose(name, table, fields)
            findings += found
    fields = join_name(fields, [known_word(heading)[0] for heading in table.headings], mapped)
    root = (options.root_token or "").strip().casefold()
    fields, found = find_lines(table, fields, mapped, root)
    return fields, [*findings, *found]


def _mapped_columns(
    table: Table, options: TableOptions
) -> tuple[Fields, frozenset[str], list[Finding]]:
    """The fields that the options name a column for, all that they name, and their mistakes.

    A field that is named with no heading is not to be read.
    """
    by_word: dict[str, int] = {}
    for number, heading in enumerate(table.headings):
        by_word.setdefault(fold(heading) or heading, number)
    exact = {heading: number for number, heading in enumerate(table.headings)}
    columns: dict[str, int | None] = {}
    findings, missing = [], set()
    for written, heading in options.columns:
        name = written.removeprefix("contact.")
        if name not in RANK:
            findings.append(_unknown_field(written, heading, table.places.header()))
            continue
        columns[name] = exact.get(heading, by_word.get(fold(heading)))
        if columns[name] is None and heading:
            missing.add(name)
            findings.append(_unknown_heading(written, heading, table))
    fields = Fields(unresolved=_VITAL & missing)
    for name, column in columns.items():
        if column is not None:
            fields = fields.assign(name, column, read_cells(name, table.columns[column])[0])
    return fields, frozenset(columns), findings


def _unknown_field(written: str, heading: str, place: Place) -> Finding:
    word = fold(written)
    known = next((name for name, ranks in RANK.items() if word in ranks), None)
    likely = (known,) if known else nearest_words(written, FIELDS)
    near = tuple(map_option(one, heading) for one in likely)
    advice = did_you_mean(near, list_fields(FIELDS))
    return Finding("ORG005", f"`{written}` is not a field of a position", place, help=advice)


def _unknown_heading(written: str, heading: str, table: Table) -> Finding:
    message = f"there is no column `{heading}` to be `{written}`"
    advice = meant_heading(written, heading, table.headings)
    return Finding("ORG005", message, table.places.header(), help=advice)


def _choose(name: str, table: Table, fields: Fields) -> tuple[Fields, list[Finding]]:
    """The best column with cells that fit; an empty one only where there is no other."""
    columns, used = table.columns, fields.used
    ranked = sorted(
        (rank, column)
        for column, heading in enumerate(table.headings)
        if column not in used and (rank := rank_of(name, heading)) is not None
    )
    filled = [column for _, column in ranked if any(map(str.strip, columns[column]))]
    if ranked and not filled:
        column = ranked[0][1]
        return fields.assign(name, column, [""] * len(columns[column])), []
    read = {column: read_cells(name, columns[column]) for column in filled}
    fitting = {column: cells for column, (cells, fits) in read.items() if fits}
    best = [(rank, column) for rank, column in ranked if column in fitting]
    rivals = [column for rank, column in best if rank == best[0][0]]
    if not rivals:
        return fields, []
    first = rivals[0]
    other = next((rival for rival in rivals if fitting[rival] != fitting[first]), None)
    chosen = fields.assign(name, first, fitting[first])
    if other is None:
        return chosen, []
    found, is_twice = two_headings(name, table, first, other)
    return (chosen if is_twice else fields), [found]
