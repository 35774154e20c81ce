"""A workbook with a sheet of positions, one of departments, and the figures."""

from __future__ import annotations

from collections.abc import Iterator

from orgcli.exchange.export import Exported, ExportJob
from orgcli.exchange.tables.cell_texts import cell, record_columns
from orgcli.exchange.tables.line_values import ResolvedPositions
from orgcli.render.spreadsheet.workbook import MOST_ROWS, SheetTable, TooManyRows, workbook


def export_xlsx(job: ExportJob) -> Exported:
    """Headings that stay in view and filter, real dates; text that looks like a formula is text.

    Raises TooManyRows where a sheet cannot hold all positions.
    """
    if len(job.at) >= MOST_ROWS:
        raise TooManyRows(len(job.at))
    return Exported(workbook(_sheets(job)))


def _sheets(job: ExportJob) -> Iterator[SheetTable]:
    columns = list(record_columns(ResolvedPositions(job)))
    rows = list(zip(*(cells for _, cells in columns), strict=True))
    yield SheetTable("Positions", [name for name, _ in columns], rows)
    if job.organisation.departments:
        yield SheetTable(
            "Departments",
            ("id", "name", "parent", "head", "color"),
            [
                tuple(
                    map(
                        cell,
                        (
                            department.id,
                            department.name,
                            department.parent,
                            department.head,
                            department.color,
                        ),
                    )
                )
                for department in job.organisation.departments
            ],
        )
    yield from job.figures(job.shown)
