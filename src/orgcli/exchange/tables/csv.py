"""Records as CSV, and with tabs between the cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from orgcli.exchange.export import Exported, ExportJob
from orgcli.exchange.tables.cell_texts import column_texts, record_columns
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
    rows = zip(*(_kept(column_texts(cells)) for _, cells in columns), strict=True)
    return Exported(as_csv(_kept([name for name, _ in columns]), rows, delimiter).encode())


def _kept(texts: Sequence[str]) -> Sequence[str]:
    if not any(text[:1] == "'" for text in texts):
        return texts
    return [f"'{text}" if _APOSTROPHES.match(text) else text for text in texts]
