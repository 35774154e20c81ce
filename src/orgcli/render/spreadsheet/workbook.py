"""Tables as sheets of a workbook; no text is a formula, and the same tables are the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from orgcli.model.text import cells, visible
from orgcli.render.view import ResultError

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

SheetCell = str | int | float | bool | date | None

_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_LONGEST_NAME = 31
_WIDEST = 60
_MOST_CELL = 32_767
"""Characters that a cell holds."""
MOST_ROWS = 1_048_576
"""Rows of a sheet, the headings among them."""
_FIRST_DAY = date(1900, 3, 1)
"""Before it, spreadsheets disagree on the number of a day; such a day stays text."""
_WRITTEN = datetime(2000, 1, 1, tzinfo=UTC)
"""The day in the properties of every workbook: the same tables are the same bytes."""


class TooManyRows(ResultError):
    """More rows than a sheet holds."""

    def __init__(self, rows: int) -> None:
        message = f"a sheet holds {MOST_ROWS - 1:,} rows, and these are {rows:,}"
        super().__init__(message, "write csv, which has no limit")


@dataclass(frozen=True, slots=True)
class SheetTable:
    """A table that becomes a sheet.

    title   what the sheet is called, as far as a workbook takes that
    labels  how many columns at the left stay in view
    total   a last row of all together
    depths  how far the first cell of each row is set in
    """

    title: str
    heading: Sequence[str]
    rows: Sequence[Sequence[SheetCell]]
    labels: int = 1
    total: Sequence[SheetCell] | None = None
    depths: Sequence[int] = ()


def workbook(tables: Iterable[SheetTable]) -> bytes:
    """A workbook with a sheet for each table; text that looks like a formula or a link is text.

    Headings stay in view and filter, and columns are about as wide as their texts.
    """
    from xlsxwriter import Workbook  # only a workbook needs it

    data = BytesIO()
    with Workbook(
        data,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    ) as book:
        book.set_properties({"created": _WRITTEN, "author": "", "comments": ""})
        formats = {
            "head": book.add_format({"bold": True, "text_wrap": True, "bottom": 1}),
            "total": book.add_format({"bold": True, "top": 1}),
            "day": book.add_format({"num_format": "yyyy-mm-dd"}),
        }
        taken: set[str] = set()
        for table in tables:
            _write(book, _sheet_name(table.title, taken), table, formats)
    return data.getvalue()


def _sheet_name(title: str, taken: set[str]) -> str:
    """A name that a workbook takes, and that no other sheet has."""
    base = " ".join(visible(title).translate(_FORBIDDEN).split()) or "orgcli"
    number = 1
    name = base[:_LONGEST_NAME].strip()
    while name.casefold() in taken or name.casefold() == "history":
        number += 1
        end = f" {number}"
        name = base[: _LONGEST_NAME - len(end)].strip() + end
    taken.add(name.casefold())
    return name


def _write(book: Workbook, name: str, table: SheetTable, formats: dict[str, Any]) -> None:
    sheet = book.add_worksheet(name)
    for at, text in enumerate(table.heading):
        sheet.write_string(0, at, _cell_text(text), formats["head"])
        sheet.set_column(at, at, min(_WIDEST, _width(table, at) + 4))
    for number, row in enumerate(table.rows, start=1):
        depth = table.depths[number - 1] if number <= len(table.depths) else 0
        kind = book.add_format({"indent": min(depth, 15)}) if depth else None
        for at, cell in enumerate(row):
            if cell is not None:  # most cells of many tables are empty
                _write_cell(sheet, number, at, cell, None if at else kind, formats)
    for at, cell in enumerate(table.total or ()):
        _write_cell(sheet, len(table.rows) + 1, at, cell, formats["total"], formats)
    sheet.freeze_panes(1, table.labels)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.heading) - 1)


def _width(table: SheetTable, at: int) -> int:
    """In cells of a terminal, those of the longest text of a column and of its heading's words."""
    texts = {str(row[at]) for row in table.rows if row[at] is not None}
    longest = sorted(texts, key=len)[-20:]  # those of the most characters are the widest, nearly
    return max(map(cells, (*longest, *table.heading[at].split())), default=0)


def _write_cell(
    sheet: Any, row: int, column: int, cell: SheetCell, kind: Any, formats: dict[str, Any]
) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, column, _cell_text(cell), kind)
    elif cell is None:
        sheet.write_blank(row, column, None, kind)
    elif isinstance(cell, bool):
        sheet.write_boolean(row, column, cell, kind)
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, cell, kind)
    elif cell >= _FIRST_DAY:
        sheet.write_datetime(row, column, cell, formats["day"])
    else:
        sheet.write_string(row, column, str(cell), kind)


def _cell_text(text: str) -> str:
    return visible(text)[:_MOST_CELL]
