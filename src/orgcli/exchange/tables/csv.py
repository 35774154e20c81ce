"""Records as CSV, and with tabs between the cells."""

from __future__ import annotations

import re

from orgcli.exchange.export import Exported, ExportJob
from orgcli.exchange.tables.cell_texts import cell_text, record_columns
from orgcli.exchange.tables.line_values import ResolvedPositions
from orgcli.render.csv import as_csv

_APOSTROPHES = re.compile(r"'+[=+\-@]")
"""How a text begins of which an apostrophe would be taken for one of ours."""


def export_csv(job: ExportJob) -> Exported:
    """RFC 4180 with line feeds: a line of headings, and a row for each position."""
    return _table(job, ",")


def export_tsv(job: ExportJob) -> Exported:
    """The same with tabs."""
    return _table(job, "\t")


def _table(job: ExportJob, delimiter: str) -> Exported:
    columns = list(record_columns(ResolvedPositions(job)))
    rows = zip(*(map(cell_text, cells) for _, cells in columns), strict=True)
    quoted = ([_kept(text) for text in row] for row in rows)
    return Exported(as_csv([_kept(name) for name, _ in columns], quoted, delimiter).encode())


def _kept(text: str) -> str:
    return f"'{text}" if _APOSTROPHES.match(text) else text
