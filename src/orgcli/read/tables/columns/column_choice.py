"""Which column of a table is which field: what `--map` says, else the best heading that fits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from orgcli.model.findings.finding import Finding, Place
from orgcli.model.likeness import did_you_mean
from orgcli.model.text import shortened
from orgcli.read.entries import TableOptions
from orgcli.read.tables.cells.column_cells import ColumnCells, read_column
from orgcli.read.tables.cells.misfits import Misfit, findings_of, reason_of
from orgcli.read.tables.cells.words import is_absence
from orgcli.read.tables.column import different, is_blank, rows_with
from orgcli.read.tables.columns.heading_conflicts import two_headings
from orgcli.read.tables.columns.headings import (
    FIELDS,
    RANK,
    fold,
    heading_help,
    is_negated,
    likely_fields,
    list_fields,
    map_option,
    rank_of,
)
from orgcli.read.tables.columns.identity import join_name
from orgcli.read.tables.columns.lines import find_lines
from orgcli.read.tables.grid import Cells, Fields, Table

_VITAL = frozenset({"id", "reports_to"})


def choose_columns(table: Table, options: TableOptions) -> tuple[Fields, list[Finding]]:
    """Find the column of every field; `options.columns` wins over what is known of headings.

    Findings: ORG005 for `--map` with an unknown field or heading, and where two headings could
    both be meant; ORG003 where one heading stands twice; ORG012 for columns of which no cell, or
    not every one, fits the field that the heading means; those of `find_lines`.
    """
    fields, mapped, misfits, findings = _mapped_columns(table, options)
    for name in FIELDS:
        if name not in mapped and name not in _VITAL:
            choice = _choose(name, table, fields, options)
            fields = choice.fields
            findings += choice.findings
            misfits += choice.misfits
    fields = join_name(fields, table, mapped)
    root = (options.root_token or "").strip().casefold()
    fields, line_findings = find_lines(table, fields, mapped, root)
    fields, unread = _with_misfits(table, fields, misfits)
    fields = _with_absences(table, fields)
    return fields, [*findings, *line_findings, *unread]


@dataclass(frozen=True, slots=True)
class _Choice:
    """The fields after one of them has been looked for, and what was found on the way."""

    fields: Fields
    findings: Sequence[Finding] = ()
    misfits: Sequence[Misfit] = ()


def _with_misfits(
    table: Table, fields: Fields, misfits: Sequence[Misfit]
) -> tuple[Fields, list[Finding]]:
    """The fields with what of their columns is not read, and the findings about it.

    A column that did not fit one field is no loss where it is another one, or where another
    column is the field.
    """
    rows: dict[str, Sequence[int]] = {}
    reasons: dict[int, str] = {}
    findings: list[Finding] = []
    for misfit in misfits:
        if misfit.read.is_field:
            if fields.column.get(misfit.name) != misfit.column:
                continue
            rows[misfit.name] = misfit.read.misfits
        else:
            if misfit.column in fields.used:
                continue
            reasons[misfit.column] = reason_of(misfit, table)
            if misfit.name in fields.column:
                continue
        if misfit.is_reported:
            findings += findings_of(misfit, table)
    return replace(fields, misfits=rows, reasons=reasons), findings


def _with_absences(table: Table, fields: Fields) -> Fields:
    """Where a status says why somebody is away, the cell is kept besides, for `filled` does not."""
    if "status" not in fields.column:
        return fields
    words = table.columns[fields.column["status"]]
    away = {word for word in different(words) if word and is_absence(word)}
    return replace(fields, kept={"status": rows_with(words, away)}) if away else fields


def _mapped_columns(
    table: Table, options: TableOptions
) -> tuple[Fields, frozenset[str], list[Misfit], list[Finding]]:
    """The fields that the options name a column for, all that they name, and what does not fit.

    A field that is named with no heading is not to be read.
    """
    by_word: dict[str, int] = {}
    for number, heading in enumerate(table.headings):
        by_word.setdefault(fold(heading) or heading, number)
    exact = {heading: number for number, heading in enumerate(table.headings)}
    columns: dict[str, int | None] = {}
    findings, missing = [], set()
    for field_name, heading in options.columns:
        name = field_name.removeprefix("contact.")
        if name not in RANK:
            findings.append(_unknown_field(field_name, heading, table.places.header()))
            continue
        columns[name] = exact.get(heading, by_word.get(fold(heading)))
        if columns[name] is None and heading:
            missing.add(name)
            findings.append(_unknown_heading(field_name, heading, table))
    fields = Fields(unresolved=_VITAL & missing)
    misfits = []
    for name, column in columns.items():
        if column is not None:
            read = _read(name, table, column, options, is_mapped=True)
            fields = fields.assign(name, column, read.cells)
            if read.misfits:
                misfits.append(Misfit(name, column, read))
    return fields, frozenset(columns), misfits, findings


def _unknown_field(field_name: str, heading: str, place: Place) -> Finding:
    near = tuple(map_option(field, heading) for field in likely_fields(field_name))
    advice = did_you_mean(near, list_fields(FIELDS))
    return Finding("ORG005", f"`{field_name}` is not a field of a position", place, help=advice)


def _unknown_heading(field_name: str, heading: str, table: Table) -> Finding:
    message = f"there is no column `{heading}` to be `{field_name}`"
    advice = heading_help(field_name, heading, table.headings)
    return Finding("ORG005", message, table.places.header(), help=advice)


def _choose(name: str, table: Table, fields: Fields, options: TableOptions) -> _Choice:
    """The best column with cells that fit; an empty one only where there is no other."""
    columns, used = table.columns, fields.used
    ranked = sorted(
        (rank, column)
        for column, heading in enumerate(table.headings)
        if column not in used and (rank := rank_of(name, heading)) is not None
    )
    filled = [column for _, column in ranked if not is_blank(columns[column])]
    if ranked and not filled:
        column = ranked[0][1]
        return _Choice(fields.assign(name, column, [""] * len(columns[column])))
    read = {column: _read(name, table, column, options) for column in filled}
    misfits = [Misfit(name, column, reading) for column, reading in read.items() if reading.misfits]
    best = _fitting(ranked, read)
    fitting = {column: read[column].cells for _, column in best}
    rivals = [column for rank, column in best if rank == best[0][0]]
    if not rivals:
        return _Choice(fields, misfits=misfits)
    first = rivals[0]
    other = next((rival for rival in rivals if fitting[rival] != fitting[first]), None)
    chosen = fields.assign(name, first, fitting[first])
    if other is None:
        if name == "status":
            return _with_more_closed(table, chosen, [*fitting], fitting, misfits)
        return _Choice(chosen, misfits=misfits)
    finding, is_twice = two_headings(name, table, first, other)
    return _Choice(chosen if is_twice else fields, [finding], misfits)


def _read(
    name: str, table: Table, column: int, options: TableOptions, is_mapped: bool = False
) -> ColumnCells:
    negated = is_negated(name, table.headings[column])
    return read_column(name, table.columns[column], options.date_format, is_mapped, negated)


def _with_more_closed(
    table: Table,
    fields: Fields,
    ranked: Sequence[int],
    cells: Mapping[int, Cells],
    misfits: Sequence[Misfit],
) -> _Choice:
    """Rows are closed too by the words of another column of statuses: `Full-Time`, `Terminated`.

    Findings: ORG014 for each column that closes rows.
    """
    first, *others = ranked
    statuses, findings = list(cells[first]), []
    for column in others:
        rows = [
            row
            for row, (status, more) in enumerate(zip(statuses, cells[column], strict=True))
            if more == "closed" and status != "closed"
        ]
        if rows:
            findings.append(_closed_besides(table, first, column, rows))
        for row in rows:
            statuses[row] = "closed"
    return _Choice(fields.with_cells("status", statuses) if findings else fields, findings, misfits)


def _closed_besides(table: Table, first: int, column: int, rows: Sequence[int]) -> Finding:
    heading, status_heading = table.headings[column], table.headings[first]
    word = shortened(table.columns[column][rows[0]].strip())
    count = f"{len(rows):,} rows are" if len(rows) > 1 else "1 row is"
    message = (
        f"{count} closed by `{heading}`, as `{word}`; `{status_heading}`, read as `status`,"
        " does not say so"
    )
    help = f"read one of them only with `{map_option('status', heading)}`"
    return Finding("ORG014", message, table.cell(rows[0], column), help=help)


def _fitting(
    ranked: Sequence[tuple[float, int]], read: Mapping[int, ColumnCells]
) -> list[tuple[float, int]]:
    """The columns that can be the field, those first of which every cell fits."""
    able = [pair for pair in ranked if pair[1] in read and read[pair[1]].is_field]
    return [pair for pair in able if not read[pair[1]].misfits] or able
