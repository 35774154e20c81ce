"""The sheet of a workbook that holds the positions: the chosen one, or that which names fields."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from orgcli.model.likeness import did_you_mean, nearest_words
from orgcli.model.text import listed
from orgcli.read.entries import TableOptions
from orgcli.read.tables.columns.headings import core_fields, fold
from orgcli.read.tables.files.heading_row import (
    ROWS_TRIED,
    HeadingRow,
    HeadingTest,
    find_heading_row,
    grouped,
)
from orgcli.read.tables.files.workbook.cell_texts import texts_of
from orgcli.read.tables.files.workbook.fault import WorkbookFault
from orgcli.read.tables.files.workbook.workbook import SheetCells, Workbook

_FEWEST_FIELDS = 2
"""Fields that a row must name to be taken for headings."""
_CLEARLY = 2
"""Fields that a sheet must name more than another to be taken without asking."""

_OF_PEOPLE = frozenset(("holder", "first_name", "last_name", "title", "email"))


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """The sheet to be read, the row of its headings in it, and the sheets like it."""

    sheet: SheetCells
    headings: HeadingRow
    others: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class _SheetCandidate:
    sheet: SheetCells
    headings: HeadingRow
    fields: frozenset[str]

    @property
    def rank(self) -> tuple[bool, bool, bool, int]:
        """What counts, the most first; departments have lines too, and nobody in them."""
        lines, people = "reports_to" in self.fields, not _OF_PEOPLE.isdisjoint(self.fields)
        return not self.sheet.is_hidden, lines, people, len(self.fields)


def choose_sheet(
    workbook: Workbook, options: TableOptions, are_headings: HeadingTest | None
) -> SheetChoice:
    """The sheet that the options name, else the one that names the most fields.

    are_headings  knows the headings of a table whose columns have other names
    Raises WorkbookFault: ORG005 where several sheets could be meant or none is called so, ORG007
    where there are no cells.
    """
    names = [name for name in workbook.names if name]
    if options.sheet is not None:
        number = _sheet_number(options.sheet, names, workbook)
        chosen = _candidate(workbook.sheet(number), options, are_headings)
        if not chosen.sheet.rows:
            raise _empty(f"in the sheet `{chosen.sheet.name}`")
        return SheetChoice(chosen.sheet, chosen.headings)
    candidates = _candidates(workbook, options, are_headings)
    if not candidates:
        raise _empty(
            "in this workbook" if names else "in this workbook, which has no sheet of cells"
        )
    if len(candidates) == 1:
        return SheetChoice(candidates[0].sheet, candidates[0].headings)
    candidates.sort(key=lambda candidate: candidate.rank, reverse=True)
    best, *others = candidates
    likely = [candidate for candidate in others if len(candidate.fields) >= _FEWEST_FIELDS]
    if len(best.fields) < _FEWEST_FIELDS:
        raise _unclear("no sheet has headings that are known", candidates)
    rivals = [candidate for candidate in likely if _equals(candidate, best)]
    if rivals:
        raise _unclear("several sheets could hold the positions", [best, *rivals])
    return SheetChoice(best.sheet, best.headings, [candidate.sheet.name for candidate in likely])


def _candidates(
    workbook: Workbook, options: TableOptions, are_headings: HeadingTest | None
) -> list[_SheetCandidate]:
    """The sheets with cells; those that are no better than the best are not kept in memory."""
    candidates = []
    for number, name in enumerate(workbook.names):
        if name and (sheet := workbook.sheet(number)).rows:
            candidates.append(_candidate(sheet, options, are_headings))
    return candidates


def _candidate(
    sheet: SheetCells, options: TableOptions, are_headings: HeadingTest | None
) -> _SheetCandidate:
    mapped = {fold(heading): name for name, heading in options.columns if fold(heading)}
    first = 0 if options.skip is None else max(options.skip - sheet.row, 0)
    texts = ((number, texts_of(sheet.rows[number])) for number in range(first, len(sheet.rows)))
    rows = ((number, cells) for number, cells in texts if any(map(str.strip, cells)))
    if options.skip is not None:
        number, cells = next(rows, (0, ()))
        return _SheetCandidate(sheet, HeadingRow(number), frozenset(_fields_in(cells, mapped)))
    filled = [*takewhile(lambda row: row[0] < ROWS_TRIED, rows)]
    if not filled:
        return _SheetCandidate(sheet, HeadingRow(0), frozenset())
    heading_row = find_heading_row([cells for _, cells in filled], mapped, are_headings)
    number, cells = filled[heading_row.number]
    names = grouped(cells, heading_row.groups)
    fields = frozenset(_fields_in(names, mapped))
    if are_headings is not None:
        fields = frozenset(("reports_to", "id") if are_headings(cells) else ())
    elif len(fields) < _FEWEST_FIELDS:
        fields = frozenset()
    return _SheetCandidate(sheet, HeadingRow(number, heading_row.groups), fields)


def _fields_in(cells: Sequence[str], mapped: Mapping[str, str]) -> set[str]:
    """The fields that a row names, with those that the user has named so."""
    return core_fields(cells) | {mapped[word] for word in map(fold, cells) if word in mapped}


def _equals(candidate: _SheetCandidate, best: _SheetCandidate) -> bool:
    """Whether a sheet has about the same right to be read as the best one."""
    if candidate.rank[:3] != best.rank[:3]:
        return False
    return len(best.fields) - len(candidate.fields) < _CLEARLY


def _sheet_number(name: str, names: Sequence[str], workbook: Workbook) -> int:
    """The number of the sheet with a name, in any case if no other is meant."""
    if name in names:
        return [*workbook.names].index(name)
    alike = [
        sheet_name
        for sheet_name in names
        if sheet_name.strip().casefold() == name.strip().casefold()
    ]
    if len(alike) == 1:
        return [*workbook.names].index(alike[0])
    near = nearest_words(name, names)
    help = did_you_mean(tuple(map(_option, near)), f"the sheets are {listed(names, 20)}")
    raise WorkbookFault("ORG005", f"there is no sheet `{name}`", help)


def _unclear(message: str, candidates: Iterable[_SheetCandidate]) -> WorkbookFault:
    names = [candidate.sheet.name for candidate in candidates]
    help = f"choose with `{_option(names[0])}`; the sheets are {listed(names, 20)}"
    return WorkbookFault("ORG005", message, help)


def _empty(where: str) -> WorkbookFault:
    help = "write a row of headings, such as id, title, holder, reports_to, and a row for each"
    return WorkbookFault("ORG007", f"nothing is written {where}", help)


def _option(name: str) -> str:
    """What to type so that a sheet is read, for help."""
    return f'--sheet "{name}"' if " " in name else f"--sheet {name}"
