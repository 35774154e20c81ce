"""The figures as a workbook: a sheet for each table, with numbers as numbers."""

from __future__ import annotations

from collections.abc import Iterator

from orgcli.figures.report import FigureReport
from orgcli.figures.tables.definitions import definition_entries
from orgcli.figures.tables.figure_table import FigureTable
from orgcli.figures.tables.organisation_tables import FigureTables
from orgcli.figures.tables.phrases import FigurePhrases
from orgcli.render.spreadsheet.workbook import SheetTable, workbook
from orgcli.render.view import Page


def figures_xlsx(report: FigureReport, page: Page) -> bytes:
    """A workbook; text that looks like a formula or a link stays text."""
    return workbook(figure_sheets(report, page))


def figure_sheets(report: FigureReport, page: Page) -> Iterator[SheetTable]:
    """The tables of all organisations, each with a title to call its sheet by."""
    say, words = FigurePhrases.of(report, page), report.words
    for at, organisation in enumerate(report.organisations):
        tables = FigureTables(report, at, say, whole=True)
        prefix = (
            f"{organisation.name} " if organisation.name and len(report.organisations) > 1 else ""
        )
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
        yield SheetTable(
            words.meaning, (words.figure, words.meaning), list(definition_entries(words)), labels=2
        )


def _titled(table: FigureTable, title: str) -> SheetTable:
    return SheetTable(title, table.heading, table.rows, table.labels, table.total, table.depths)
