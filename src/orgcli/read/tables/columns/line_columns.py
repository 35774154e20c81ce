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
    mentions_in,
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
        fitting = []
        for column, heading in enumerate(self.table.headings):
            rank = rank_of(name, heading) if column not in self.fields.used else None
            if rank is not None and not is_blank(self.table.columns[column]):
                read = read_column(name, self.table.columns[column])
                if read.is_field and not read.misfits:
                    fitting.append(ColumnCandidate(column, rank, read.cells))
        return sorted(fitting, key=lambda candidate: (candidate.rank, candidate.column))

    def people(self) -> list[Holds]:
        """How managers may be named other than by ids: by address, name, or unit."""
        cells = self.fields.cells
        names = [name for name in ("email", "holder", "legal_name", "department") if name in cells]
        if "holder" not in cells and "title" in cells:
            names.append("title")
        return [self.evidence.named_by(name, cells[name]) for name in names]

    def best(self, managers: Cells, ids: Sequence[ColumnCandidate]) -> Tally:
        """How many cells of managers name somebody in the one way that fits most of them."""
        mentions = mentions_in(managers, self.root)
        values = [self.evidence.values(candidate.column) for candidate in ids]
        ways = [value.holds for value in values if value.is_unique or value.may_repeat]
        best = Tally(0, mentions.total())
        for holds in (*ways, *self.people()):
            best = max(best, self.evidence.tally(mentions, holds), key=lambda tally: tally.matched)
            if best.matched and best.matched == best.total:
                break
        return best


def choose_managers(lines: LineColumns) -> tuple[Fields, list[Finding]]:
    """The column of managers: the best heading of those whose cells name most people.

    Findings: ORG005 where two could be meant; ORG014 where the cells overrule the headings.
    """
    fields, table = lines.fields, lines.table
    candidates, ids = lines.candidates("reports_to"), lines.candidates("id")
    if "reports_to" in lines.mapped or not candidates:
        return fields if candidates or "reports_to" in lines.mapped else _empty(
            lines, "reports_to"
        ), []
    if len(candidates) == 1 and int(candidates[0].rank) != _OF_UNITS:
        return fields.assign("reports_to", candidates[0].column, candidates[0].cells), []
    tallies = {candidate.column: lines.best(candidate.cells, ids) for candidate in candidates}
    candidates = [
        candidate
        for candidate in candidates
        if int(candidate.rank) != _OF_UNITS or tallies[candidate.column].is_most
    ]
    if not candidates:
        return fields, []
    most = max(tallies[candidate.column].matched for candidate in candidates)
    good = [
        candidate for candidate in candidates if tallies[candidate.column].matched >= _NEARLY * most
    ]
    first = good[0]
    rivals = [candidate for candidate in good if int(candidate.rank) == int(first.rank)]
    other = next((rival for rival in rivals if rival.cells != first.cells), None)
    if other is not None:
        return _undecided(lines, "reports_to", first, other)
    chosen = fields.assign("reports_to", first.column, first.cells)
    if int(first.rank) == _OF_UNITS:
        return _with_heads(chosen, candidates), []
    others = [
        candidate
        for candidate in candidates
        if candidate is not first and tallies[candidate.column].is_most
    ]
    chosen, completed = _completed(chosen, table, first, others)
    if first is candidates[0]:
        return chosen, completed
    finding = overruled(table, "reports_to", first.column, candidates[0].column, tallies)
    return chosen, [finding, *completed]


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
    finding = Finding("ORG014", message, table.cell(row, column), help=help)
    return fields.with_cells("reports_to", cells), [finding]


def _with_heads(fields: Fields, candidates: Sequence[ColumnCandidate]) -> Fields:
    """Where the rows are units, whoever is called their manager is the holder of the unit."""
    head = next((candidate for candidate in candidates if int(candidate.rank) != _OF_UNITS), None)
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
    fields, candidates = lines.fields, lines.candidates("id")
    if "id" in lines.mapped or not candidates:
        if "id" in fields.cells:
            fields = fields.with_cells("id", clean_ids(fields.cells["id"]))
        elif not lines.table.columns or not lines.table.columns[0]:
            fields = _empty(lines, "id")
        return fields, []
    values = {candidate.column: lines.evidence.values(candidate.column) for candidate in candidates}
    tallies = {candidate.column: NO_TALLY for candidate in candidates}
    if len(candidates) > 1:
        mentions = mentions_in(fields.cells.get("reports_to", ()), lines.root)
        tallies = {
            column: lines.evidence.tally(mentions, value.holds) for column, value in values.items()
        }
    unique = [
        candidate
        for candidate in candidates
        if values[candidate.column].is_unique and values[candidate.column].filled
    ]
    never_twice = {candidate.column for candidate in unique}
    repeating = [
        candidate
        for candidate in candidates
        if candidate.column not in never_twice and int(candidate.rank) != _WEAK_ID
    ]
    shares = [
        candidate
        for candidate in repeating
        if values[candidate.column].may_repeat and tallies[candidate.column].is_most
    ]
    if shares and all(tallies[candidate.column].is_few for candidate in unique):
        unique = shares
    pool = (
        unique
        or [candidate for candidate in repeating if values[candidate.column].may_repeat]
        or repeating
    )
    if not pool:
        return fields, []
    most = max(tallies[candidate.column].matched for candidate in pool)
    pool = [candidate for candidate in pool if tallies[candidate.column].matched == most]
    whole = [candidate for candidate in pool if values[candidate.column].is_complete] or pool
    first = whole[0]
    rivals = [candidate for candidate in whole if int(candidate.rank) == int(first.rank)]
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
    finding, is_twice = two_headings(name, lines.table, first.column, other.column)
    if is_twice:
        return lines.fields.assign(name, first.column, first.cells), [finding]
    unresolved = lines.fields.unresolved | {name}
    return replace(lines.fields, unresolved=unresolved), [finding]


def overruled(
    table: Table, name: str, column: int, better: int, tallies: dict[int, Tally]
) -> Finding:
    """ORG014 at a column that is taken before one with a better heading."""
    heading, better_heading = table.headings[column], table.headings[better]
    message = (
        f"`{heading}` is read as `{name}`: {tallies[column]} name somebody here,"
        f" of `{better_heading}` {tallies[better]}"
    )
    help = f"keep it with `{map_option(name, heading)}`"
    return Finding("ORG014", message, table.places.heading(column), help=help)


def _one_of_two(table: Table, column: int, other: int) -> Finding:
    heading = table.headings[column]
    message = f"`{heading}` is read as `id`; `{table.headings[other]}` could be it as well"
    help = f"no manager is named by either; keep it with `{map_option('id', heading)}`"
    return Finding("ORG014", message, table.places.heading(column), help=help)
