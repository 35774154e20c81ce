"""Places of tables that are made of the cells, or of some rows and columns, of another one."""

from collections.abc import Sequence
from dataclasses import dataclass

from orgcli.model.findings.finding import Place
from orgcli.read.tables.grid import Table, TablePlaces


@dataclass(frozen=True, slots=True)
class CellRows:
    """Each row stands for one cell of another table, its column 0; the others are behind.

    cells   per row: the row and the column of the other table
    behind  per further column: the column of the other table, or -1
    """

    table: Table
    cells: Sequence[tuple[int, int]]
    behind: Sequence[int] = ()

    def row(self, row: int) -> Place:
        """The cell that the row stands for."""
        return self.table.cell(*self.cells[row])

    def cell(self, row: int, column: int) -> Place:
        """The cell of the other table."""
        at, own = self.cells[row]
        source = self._column(column)
        return self.table.cell(at, own if source is None else source)

    def heading(self, column: int, row: int | None = None) -> Place:
        """The heading of the column of the other table."""
        at, own = self.cells[row or 0] if self.cells else (0, 0)
        source = self._column(column)
        return self.table.places.heading(own if source is None else source, at)

    def header(self) -> Place:
        """The line of all headings."""
        return self.table.places.header()

    def _column(self, column: int) -> int | None:
        source = self.behind[column - 1] if 0 < column <= len(self.behind) else -1
        return source if source >= 0 else None


@dataclass(frozen=True, slots=True)
class SelectedPlaces:
    """The places of a table whose rows and columns are some of another one, or made of them.

    rows     per row: the row of the other table
    columns  per column: the column of the other table
    """

    places: TablePlaces
    rows: Sequence[int]
    columns: Sequence[int]

    def row(self, row: int) -> Place:
        """The first line of the row."""
        return self.places.row(self.rows[row])

    def cell(self, row: int, column: int) -> Place:
        """The cell that the text comes from."""
        return self.places.cell(self.rows[row], self.columns[column])

    def heading(self, column: int, row: int | None = None) -> Place:
        """The heading of the column that the text comes from."""
        return self.places.heading(self.columns[column], None if row is None else self.rows[row])

    def header(self) -> Place:
        """The line of all headings."""
        return self.places.header()
