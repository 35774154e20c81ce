"""Which columns say who reports to whom: ids and managers, by heading and by what the cells say.

The managers tell the ids apart: of several columns of ids the one is taken that they are named
by. A better heading only wins where its cells name as many people.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from orgcli.model.findings.finding import Finding
from orgcli.read.tables.cells.column_cells import read_column
from orgcli.read.tables.column import is_blank
from orgcli.read.tables.columns.evidence import (
    NO_TALLY,
    Evidence,
    Holds,
    Tally,
    clean_ids,
    named_in,
)
from orgcli.read.tables.columns.heading_conflicts import two_headings
from orgcli.read.tables.columns.headings import RANK, map_option, rank_of
from orgcli.read.tables.grid import Cells, Fields, Table
from orgcli.read.tables.people.placeholders import NOBODY

_OF_UNITS = int(RANK["reports_to"]["parentunit"])
"""The rank of headings that say which unit a unit belongs to, and no person."""
_WEAK_ID = int(RANK["id"]["code"])
"""The rank of headings such as `Code` and `No.`, which are ids only where they are unique."""
_NEARLY = 0.9


def names_units(heading: str) -> bool:
    """Whether a heading says which unit a unit belongs to."""
    rank = rank_of("reports_to", heading)
    return rank is not None and int(rank) == _OF_UNITS


@dataclass(frozen=True, slots=True)
class ColumnCandidate:
    """A column that may be a field by its heading: the smaller the rank, the better."""

    column: int
    rank: float
    cells: Cells


@dataclass(frozen=True, eq=False)
class LineColumns:
    """The candidates of a table for ids and managers, and who can be named in it.

    root    the word, in small letters, that means nobody
    mapped  the fields that the user named a column for
    """

    table: Table
    fields: Fields
    evidence: Evidence
    mapped: frozenset[str]
    root: str = ""

    def candidates(self, name: str) -> list[ColumnCandidate]:
        """The columns whose heading means a field and whose cells fit it, best first."""
        if name in self.mapped:
            column = self.fields.column.get(name)
            return [] if column is None else [ColumnCandidate(column, 0, self.fields.cells[name])]
        found = []
        for column, heading in enumerate(self.table.headings):
            rank = rank_of(name, heading) if column not in self.fields.used else None
            if rank is not None and not is_blank(self.table.columns[column]):
                read = read_column(name, self.table.columns[column])
                if read.is_field and not read.misfits:
                    found.append(ColumnCandidate(column, rank, read.cells))
        return sorted(found, key=lambda one: (one.rank, one.column))

    def people(self) -> list[Holds]:
        """How managers may be named other than by ids: by address, name, or unit."""
        cells = self.fields.cells
        names = [name for name in ("email", "holder", "department") if name in cells]
        if "holder" not in cells and "title" in cells:
            names.append("title")
        return [self.evidence.named_by(name, cells[name]) for name in names]

    def best(self, managers: Cells, ids: Sequence[ColumnCandidate]) -> Tally:
        """How many cells of managers name somebody in the one way that fits most of them."""
        named = named_in(managers, self.root)
        values = [self.evidence.values(one.column) for one in ids]
        ways = [value.holds for value in values if value.is_unique or value.may_repeat]
        best = Tally(0, named.total())
        for holds in (*ways, *self.people()):
            best = max(best, self.evidence.tally(named, holds), key=lambda tally: tally.matched)
            if best.matched and best.matched == best.total:
                break
        return best


def choose_managers(lines: LineColumns) -> tuple[Fields, list[Finding]]:
    """The column of managers: the best heading of those whose cells name most people.

    Findings: ORG005 where two could be meant; ORG014 where the cells overrule the headings.
    """
    fields, table = lines.fields, lines.table
    found, ids = lines.candidates("reports_to"), lines.candidates("id")
    if "reports_to" in lines.mapped or not found:
        return fields if found or "reports_to" in lines.mapped else _empty(lines, "reports_to"), []
    if len(found) == 1 and int(found[0].rank) != _OF_UNITS:
        return fields.assign("reports_to", found[0].column, found[0].cells), []
    tallies = {one.column: lines.best(one.cells, ids) for one in found}
    found = [one for one in found if int(one.rank) != _OF_UNITS or tallies[one.column].is_most]
    if not found:
        return fields, []
    most = max(tallies[one.column].matched for one in found)
    good = [one for one in found if tallies[one.column].matched >= _NEARLY * most]
    first = good[0]
    rivals = [one for one in good if int(one.rank) == int(first.rank)]
    other = next((rival for rival in rivals if rival.cells != first.cells), None)
    if other is not None:
        return _undecided(lines, "reports_to", first, other)
    chosen = fields.assign("reports_to", first.column, first.cells)
    if int(first.rank) == _OF_UNITS:
        return _with_heads(chosen, found), []
    others = [one for one in found if one is not first and tallies[one.column].is_most]
    chosen, completed = _completed(chosen, table, first, others)
    if first is found[0]:
        return chosen, completed
    told = overruled(table, "reports_to", first.column, found[0].column, tallies)
    return chosen, [told, *completed]


def _completed(
    fields: Fields, table: Table, first: ColumnCandidate, others: Sequence[ColumnCandidate]
) -> tuple[Fields, list[Finding]]:
    """The managers, where their column is empty those of another one whose cells name people.

    ORG014, at the first such cell.
    """
    cells, filled = list(first.cells), dict[int, int]()
    own = [fields.cells[name] for name in ("holder", "email") if name in fields.cells]
    for other in others:
        if int(other.rank) != _OF_UNITS:
            for row, cell in enumerate(other.cells):
                if not cell or cells[row] or cell.casefold() in NOBODY:
                    continue
                if not any(column[row].casefold() == cell.casefold() for column in own):
                    cells[row], filled[row] = cell, other.column
    if not filled:
        return fields, []
    row, column = next(iter(filled.items()))
    message = f"`{table.headings[first.column]}` is empty here, so the manager is read from"
    message += f" `{table.headings[column]}`"
    more = len(filled) - 1
    message += f"; the same in {more:,} more row{'s' * (more > 1)}" if more else ""
    help = (
        f"to read one column alone, say `{map_option('reports_to', table.headings[first.column])}`"
    )
    found = Finding("ORG014", message, table.cell(row, column), help=help)
    return fields.with_cells("reports_to", cells), [found]


def _with_heads(fields: Fields, found: Sequence[ColumnCandidate]) -> Fields:
    """Where the rows are units, whoever is called their manager is the holder of the unit."""
    head = next((one for one in found if int(one.rank) != _OF_UNITS), None)
    if head is None or "holder" in fields.cells:
        return fields
    return fields.assign("holder", head.column, head.cells)


def _empty(lines: LineColumns, name: str) -> Fields:
    """A column that is empty, where there is no other."""
    for column, heading in enumerate(lines.table.headings):
        rank = rank_of(name, heading)
        if rank is not None and (name, int(rank)) != ("reports_to", _OF_UNITS):
            cells = lines.table.columns[column]
            if column not in lines.fields.used and is_blank(cells):
                return lines.fields.assign(name, column, [""] * len(cells))
    return lines.fields


def choose_ids(lines: LineColumns) -> tuple[Fields, list[Finding]]:
    """The column of ids: unique before repeated, named by managers before not, then by heading."""
    fields, found = lines.fields, lines.candidates("id")
    if "id" in lines.mapped or not found:
        if "id" in fields.cells:
            fields = fields.with_cells("id", clean_ids(fields.cells["id"]))
        elif not lines.table.columns or not lines.table.columns[0]:
            fields = _empty(lines, "id")
        return fields, []
    values = {one.column: lines.evidence.values(one.column) for one in found}
    tallies = {one.column: NO_TALLY for one in found}
    if len(found) > 1:
        named = named_in(fields.cells.get("reports_to", ()), lines.root)
        tallies = {column: lines.evidence.tally(named, one.holds) for column, one in values.items()}
    unique = [one for one in found if values[one.column].is_unique and values[one.column].filled]
    never_twice = {one.column for one in unique}
    repeating = [
        one for one in found if one.column not in never_twice and int(one.rank) != _WEAK_ID
    ]
    shares = [
        one for one in repeating if values[one.column].may_repeat and tallies[one.column].is_most
    ]
    if shares and all(tallies[one.column].is_few for one in unique):
        unique = shares
    pool = unique or [one for one in repeating if values[one.column].may_repeat] or repeating
    if not pool:
        return fields, []
    most = max(tallies[one.column].matched for one in pool)
    pool = [one for one in pool if tallies[one.column].matched == most]
    whole = [one for one in pool if values[one.column].is_complete] or pool
    first = whole[0]
    rivals = [one for one in whole if int(one.rank) == int(first.rank)]
    other = next((rival for rival in rivals if rival.cells != first.cells), None)
    chosen = fields.assign("id", first.column, clean_ids(first.cells))
    if other is None:
        return chosen, []
    if most:
        return _undecided(lines, "id", first, other)
    return chosen, [_one_of_two(lines.table, first.column, other.column)]


def _undecided(
    lines: LineColumns, name: str, first: ColumnCandidate, other: ColumnCandidate
) -> tuple[Fields, list[Finding]]:
    """Two columns of one rank: the first of two with one heading is read, else neither."""
    found, is_twice = two_headings(name, lines.table, first.column, other.column)
    if is_twice:
        return lines.fields.assign(name, first.column, first.cells), [found]
    unresolved = lines.fields.unresolved | {name}
    return replace(lines.fields, unresolved=unresolved), [found]


def overruled(
    table: Table, name: str, column: int, better: int, tallies: dict[int, Tally]
) -> Finding:
    """ORG014 at a column that is taken before one with a better heading."""
    heading, other = table.headings[column], table.headings[better]
    message = (
        f"`{heading}` is read as `{name}`: {tallies[column]} name somebody here,"
        f" of `{other}` {tallies[better]}"
    )
    help = f"keep it with `{map_option(name, heading)}`"
    return Finding("ORG014", message, table.places.heading(column), help=help)


def _one_of_two(table: Table, column: int, other: int) -> Finding:
    heading = table.headings[column]
    message = f"`{heading}` is read as `id`; `{table.headings[other]}` could be it as well"
    help = f"no manager is named by either; keep it with `{map_option('id', heading)}`"
    return Finding("ORG014", message, table.places.heading(column), help=help)
