"""The figures as a workbook: a sheet for each table, with numbers as numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from orgcli.figures.report import FigureReport
from orgcli.figures.tables.definitions import definition_entries
from orgcli.figures.tables.figure_table import Cell, FigureTable
from orgcli.figures.tables.organisation_tables import FigureTables
from orgcli.figures.tables.phrases import FigurePhrases
from orgcli.model.text import cells, visible
from orgcli.render.view import Page

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_LONGEST_NAME = 31
_WIDEST = 60
_MOST_CELL = 32_767
"""Characters that a cell holds."""
_WRITTEN = datetime(2000, 1, 1, tzinfo=UTC)
"""The day in the properties of every workbook: the same figures are the same bytes."""


def figures_xlsx(report: FigureReport, page: Page) -> bytes:
    """A workbook; text that looks like a formula or a link stays text."""
    from xlsxwriter import Workbook  # only a workbook needs it

    say = FigurePhrases.of(report, page)
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
            "text": book.add_format({}),
        }
        taken: set[str] = set()
        for table in _tables(report, say):
            _write(book, _sheet_name(table.title, taken), table, formats)
    return data.getvalue()


def _tables(report: FigureReport, say: FigurePhrases) -> Iterator[FigureTable]:
    """The tables of all organisations, each with a title to call its sheet by."""
    words = report.words
    for at, one in enumerate(report.organisations):
        tables = FigureTables(report, at, say, whole=True)
        prefix = f"{one.name} " if one.name and len(report.organisations) > 1 else ""
        compared = tables.compared()
        first = tables.summary() if compared is None else compared
        yield _titled(first, f"{prefix}{words.figure}")
        for table in tables.groups():
            yield _titled(table, f"{prefix}{table.title}")
        if len(report.by) > 1 and compared is None:
            yield _titled(tables.long_groups(), f"{prefix}{words.all_figures}")
        for table, title in (
            (tables.managers(), words.span_of_control),
            (tables.layers(), words.layers),
            (tables.tops(), words.tops),
        ):
            if table.rows:
                yield _titled(table, f"{prefix}{title}")
    if report.defines:
        yield FigureTable("definitions", words.meaning, (words.figure, words.meaning),
                          list(definition_entries(words)), labels=2)  # fmt: skip


def _titled(table: FigureTable, title: str) -> FigureTable:
    return replace(table, title=title)


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


def _write(book: Workbook, name: str, table: FigureTable, formats: dict[str, Any]) -> None:
    """One sheet: headings that stay in view and filter, and columns as wide as their texts."""
    sheet = book.add_worksheet(name)
    for at, text in enumerate(table.heading):
        sheet.write_string(0, at, _cell_text(text), formats["head"])
        texts = [str(row[at]) for row in table.rows if row[at] is not None]
        longest = max(map(cells, (*texts, *text.split())), default=0)
        sheet.set_column(at, at, min(_WIDEST, longest + 4))
    for number, row in enumerate(table.rows, start=1):
        depth = table.depths[number - 1] if number <= len(table.depths) else 0
        kind = book.add_format({"indent": min(depth, 15)}) if depth else formats["text"]
        for at, cell in enumerate(row):
            _write_cell(sheet, number, at, cell, kind if at == 0 else formats["text"])
    for at, cell in enumerate(table.total or ()):
        _write_cell(sheet, len(table.rows) + 1, at, cell, formats["total"])
    sheet.freeze_panes(1, table.labels)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.heading) - 1)


def _write_cell(sheet: Any, row: int, column: int, cell: Cell, kind: Any) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, column, _cell_text(cell), kind)
    elif cell is None:
        sheet.write_blank(row, column, None, kind)
    else:
        sheet.write_number(row, column, cell, kind)


def _cell_text(text: str) -> str:
    return visible(text)[:_MOST_CELL]
