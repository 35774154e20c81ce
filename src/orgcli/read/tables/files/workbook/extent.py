"""How far the cells of a sheet reach, and which of them are errors, before anything is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from orgcli.read.tables.files.workbook.fault import MAX_SHEET_CELLS, too_big


@dataclass(slots=True)
class SheetExtent:
    """The rectangle of the cells in use, and the errors in it; rows and columns count from 0.

    errors  row and column of cells that hold an error -> the error, such as `#N/A`
    has_too_much_text  whether its cells repeat the texts of the workbook beyond all measure
    """

    first_row: int = -1
    last_row: int = -1
    first_column: int = -1
    last_column: int = -1
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    has_too_much_text: bool = False

    def add(self, row: int, column: int, last_row: int = -1, last_column: int = -1) -> None:
        """Let a cell, or all up to a last one, be in use."""
        if self.first_row < 0:
            self.first_row, self.first_column = row, column
        self.first_row = min(self.first_row, row)
        self.last_row = max(self.last_row, row, last_row)
        self.first_column = min(self.first_column, column)
        self.last_column = max(self.last_column, column, last_column)

    @property
    def rows(self) -> int:
        """How many rows there are from the first to the last in use."""
        return self.last_row - self.first_row + (self.last_row >= 0)

    @property
    def columns(self) -> int:
        """How many columns there are from the first to the last in use."""
        return self.last_column - self.first_column + (self.last_column >= 0)

    @property
    def is_too_large(self) -> bool:
        """Whether reading the rectangle would take too much memory."""
        return self.rows * self.columns > MAX_SHEET_CELLS or self.has_too_much_text

    def refuse_if_too_large(self) -> None:
        """Raises WorkbookFault, ORG009, where the sheet cannot be read in reasonable memory."""
        if self.has_too_much_text:
            raise too_big("the cells of the sheet repeat too much text")
        if self.is_too_large:
            raise too_big(
                f"cells stand in {self.rows:,} rows of {self.columns:,} columns; "
                f"the limit is {MAX_SHEET_CELLS:,} cells in a sheet"
            )


EXCEL_ERRORS: Mapping[int, str] = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!",
    0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A", 0x2B: "#GETTING_DATA",
}  # fmt: skip
"""Code of an error in the binary formats of Excel -> the error."""
