"""Places of tables whose rows are made of cells of another table, or of its rows in part."""

from collections.abc import Sequence
from dataclasses import dataclass

from orgcli.model.findings.finding import Place
from orgcli.read.tables.grid import Table


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
        other = self._column(column)
        return self.table.cell(at, own if other is None else other)

    def heading(self, column: int, row: int | None) -> Place:
        """The heading of the column of the other table."""
        at, own = self.cells[row or 0] if self.cells else (0, 0)
        other = self._column(column)
        return self.table.places.heading(own if other is None else other, at + self.table.skipped)

    def header(self) -> Place:
        """The line of all headings."""
        return self.table.places.header()

    def _column(self, column: int) -> int | None:
        other = self.behind[column - 1] if 0 < column <= len(self.behind) else -1
        return other if other >= 0 else None


@dataclass(frozen=True, slots=True)
class MoreColumns:
    """The places of a table that got further columns, each made of one that it had.

    origins  per further column: the column that it was made of
    """

    table: Table
    origins: Sequence[int]

    def row(self, row: int) -> Place:
        """As in the table."""
        return self.table.places.row(row)

    def cell(self, row: int, column: int) -> Place:
        """The cell that the text comes from."""
        return self.table.places.cell(row, self._origin(column))

    def heading(self, column: int, row: int | None) -> Place:
        """The heading of the column that the text comes from."""
        return self.table.places.heading(self._origin(column), row)

    def header(self) -> Place:
        """The line of all headings."""
        return self.table.places.header()

    def _origin(self, column: int) -> int:
        size = len(self.table.headings)
        return column if column < size else self.origins[column - size]
