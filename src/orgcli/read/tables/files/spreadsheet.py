"""Spreadsheets become position entries: the cells of one sheet, as the texts of a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from orgcli.model.findings.finding import Finding, Place
from orgcli.model.table_reading import SHEET
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.tables.files.heading_row import PEOPLE, TableKind, grouped
from orgcli.read.tables.files.workbook.cell_texts import Value, texts_of
from orgcli.read.tables.files.workbook.container import container_of
from orgcli.read.tables.files.workbook.fault import WorkbookFault
from orgcli.read.tables.files.workbook.sheet_choice import SheetChoice, choose_sheet
from orgcli.read.tables.files.workbook.sheet_xml import column_letters
from orgcli.read.tables.files.workbook.workbook import SheetCells, open_workbook
from orgcli.read.tables.grid import LeftOutRow, Table, collector_off, distinct, too_large

_LONGEST_TITLE = 80


@collector_off()
def spreadsheet_entries(
    path: str, raw: bytes, options: TableOptions, kind: TableKind = PEOPLE
) -> Entries | Finding:
    """The entries of one sheet of a workbook: .xlsx, .xlsm, .xlsb, .xls or .ods.

    A finding where nothing can be read: ORG001 for a damaged workbook, ORG002 for a locked one and
    for packed files that are no spreadsheet, ORG005 and ORG007 of `choose_sheet`, ORG009 beyond the
    limits. The findings of the entries are those of `kind.read`.
    """
    try:
        container = container_of(path, raw)
        choice = choose_sheet(open_workbook(raw, container), options, kind.are_headings)
    except WorkbookFault as fault:
        return Finding(fault.code, fault.message, Place(path), help=fault.help)
    table = _table(path, choice, container.value)
    if isinstance(table, Finding):
        return table
    return replace(kind.read(table, options), headings=table.headings)


def _table(path: str, choice: SheetChoice, program: str) -> Table | Finding:
    sheet, header, groups = choice.sheet, choice.headings.number, choice.headings.groups
    headings = grouped(texts_of(sheet.rows[header]), groups)
    places = _SheetPlaces(path, sheet.name, sheet.row, sheet.column, header)
    left_out = [LeftOutRow(Place(path, cell=f"{name}!A1"), SHEET, name) for name in choice.others]
    titles = [*_titles(sheet.rows[:header], places)]
    left_out += titles[:-1] if groups else titles
    rows = sheet.rows[header + 1 :]
    if large := too_large(len(rows), len(headings), places):
        return large
    sheet.rows.clear()
    columns = [[*texts_of(cells)] for cells in zip(*rows, strict=True)] or [[] for _ in headings]
    _add_errors(columns, sheet, header + 1)
    _fill_merged(columns, sheet, header + 1)
    places.rows = _drop_blank_rows(columns, header + 1)
    places.columns = [
        at for at, cells in enumerate(columns) if headings[at].strip() or any(map(str.strip, cells))
    ]
    return Table(
        distinct([headings[at] for at in places.columns]),
        [columns[at] for at in places.columns],
        places,
        left_out=left_out,
        format=f"{program} sheet `{sheet.name}`",
    )


def _titles(rows: Sequence[Sequence[Value]], places: "_SheetPlaces") -> Iterator[LeftOutRow]:
    for number, row in enumerate(rows):
        text = " ".join(cell.strip() for cell in texts_of(row) if cell.strip())
        if text:
            yield LeftOutRow(places.at(number, 0), "title", text[:_LONGEST_TITLE])


def _add_errors(columns: Sequence[list[str]], sheet: SheetCells, begin: int) -> None:
    """Write errors as their text, which the reader of all tables knows."""
    for (row, column), error in sheet.errors.items():
        row, column = row - sheet.row - begin, column - sheet.column
        if 0 <= column < len(columns) and 0 <= row < len(columns[column]):
            columns[column][row] = columns[column][row] or error


def _fill_merged(columns: Sequence[list[str]], sheet: SheetCells, begin: int) -> None:
    """Let a cell that is merged over several rows stand in each of them."""
    done = [0] * len(columns)
    for (first, column), (last, _) in sorted(sheet.merged):
        first, last, column = (
            first - sheet.row - begin,
            last - sheet.row - begin,
            column - sheet.column,
        )
        if last <= first or not 0 <= column < len(columns) or first < done[column]:
            continue
        cells = columns[column]
        done[column] = last = min(last + 1, len(cells))
        cells[first:last] = cells[first : first + 1] * (last - first)


def _drop_blank_rows(columns: list[list[str]], begin: int) -> Sequence[int]:
    """Leave out the rows without text; gives the numbers of the others in the sheet's rows."""
    size = len(columns[0])
    blank = {row for row, cell in enumerate(columns[0]) if not cell.strip()}
    for cells in columns[1:]:
        blank = {row for row in blank if not cells[row].strip()}
    if not blank:
        return range(begin, begin + size)
    rows = [row for row in range(size) if row not in blank]
    columns[:] = [[cells[row] for row in rows] for cells in columns]
    return [row + begin for row in rows]


@dataclass
class _SheetPlaces:
    """Where rows and cells stand in a sheet.

    first_row, first_column  of the cells in use, from 0
    header_row               the row of the headings, counted from the first row in use
    rows                     the row, counted so, of each row of the table
    columns                  the column, counted from the first in use, of each of its columns
    """

    path: str
    sheet: str
    first_row: int
    first_column: int
    header_row: int
    rows: Sequence[int] = ()
    columns: Sequence[int] = ()

    def at(self, row: int, column: int) -> Place:
        """The place of a cell, counted from the first row and column in use."""
        row, column = self.first_row + row + 1, self.first_column + column + 1
        cell = f"{self.sheet}!{column_letters(column - 1)}{row}"
        return Place(self.path, row, column, row, column + 1, cell)

    def row(self, row: int) -> Place:
        return self.at(self.rows[row], 0)

    def cell(self, row: int, column: int) -> Place:
        return self.at(self.rows[row], self.columns[column])

    def heading(self, column: int, row: int | None = None) -> Place:
        return self.at(self.header_row, self.columns[column])

    def header(self) -> Place:
        return self.at(self.header_row, 0)
