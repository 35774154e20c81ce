"""Finds the line and column of a table cell on demand."""

from collections.abc import Sequence
from dataclasses import dataclass

from orgcli.model.findings.finding import Place
from orgcli.read.tables.cells.cell_values import holders_in
from orgcli.read.tables.grid import Fields, Table
from orgcli.read.tables.people.job_shares import holders_of


@dataclass(frozen=True, slots=True)
class EntryPlaces:
    """Places by entry and field, for Entries; `rows` are those of each entry, if not one each."""

    table: Table
    fields: Fields
    rows: Sequence[Sequence[int]] | None = None

    def place(self, entry: int, *path: str | int) -> Place:
        """The cell of a field of an entry; where it is empty, the row."""
        rows = self._rows(entry)
        column = self._column(path)
        if column is not None:
            cells = self.table.columns[column]
            filled = [row for row in rows if cells[row].strip()]
            if path[0] == "holder" and len(path) > 1 and len(rows) > 1:
                filled = self._row_of_holder(rows, path[1])
            if filled:
                return self.table.cell(filled[0], column)
        return self.table.places.row(rows[0])

    def key_place(self, entry: int, *path: str | int) -> Place:
        """The heading of the column of a field; where it has none, the row."""
        row = self._rows(entry)[0]
        column = self._column(path)
        places = self.table.places
        return places.row(row) if column is None else places.heading(column, row)

    def _rows(self, entry: int) -> Sequence[int]:
        return (entry,) if self.rows is None else self.rows[entry]

    def _column(self, path: Sequence[str | int]) -> int | None:
        if path and path[0] in ("contact", "attributes"):
            name = path[1] if len(path) > 1 else ""
            if path[0] == "contact":
                return self.fields.column.get(str(name))
            return self.table.headings.index(name) if name in self.table.headings else None
        return self.fields.column.get(str(path[0])) if path else None

    def _row_of_holder(self, rows: Sequence[int], number: str | int) -> list[int]:
        cells = self.fields.cells["holder"]
        brought = holders_of((row, holders_in(cells[row])) for row in rows)
        return [row for _, row in brought[int(number) :][:1]]
