"""The figures as one table for spreadsheets: groups, managers, or a row for each figure."""

from __future__ import annotations

from collections.abc import Iterator

from orgcli.figures.report import FigureReport
from orgcli.figures.tables.figure_table import Cell, FigureTable
from orgcli.figures.tables.organisation_tables import FigureTables
from orgcli.figures.tables.phrases import FigurePhrases
from orgcli.render.csv import as_csv
from orgcli.render.view import Page


def figures_csv(report: FigureReport, page: Page) -> str:
    """The groups with all their figures, also where they are crossed; without groups the managers
    with so many reports where the report has `over`; else the figures.

    Numbers have a point before decimals and nothing between thousands. Several organisations have
    a first column with their names.
    """
    say = FigurePhrases.of(report, page)
    several = len(report.organisations) > 1
    heading: list[str] = []
    rows: list[list[Cell]] = []
    for at, organisation in enumerate(report.organisations):
        tables = FigureTables(report, at, say, whole=True)
        for table in _table(tables, report):
            heading = [*([say.words.organisation] if several else []), *table.heading]
            rows += [[*([organisation.name] if several else []), *row] for row in table.rows]
    return as_csv(heading, rows)


def _table(tables: FigureTables, report: FigureReport) -> Iterator[FigureTable]:
    """The one table that there is room for."""
    compared = tables.compared()
    if report.by and compared is not None:
        yield from tables.groups()
    elif report.by:
        yield tables.long_groups()
    elif report.over is not None:
        yield tables.managers()
    else:
        yield compared or tables.summary()
