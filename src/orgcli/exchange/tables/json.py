"""Records as a JSON document, and as JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator

from orgcli.exchange.export import Exported, ExportJob
from orgcli.exchange.tables.line_values import ResolvedPositions
from orgcli.exchange.tables.record_fields import VERSION, chosen_fields, values_of
from orgcli.exchange.tables.record_texts import json_records
from orgcli.render.json import as_document, plain_value, safe_json

_END = "\n}\n"
"""Of a document."""
_INDENT = 4
"""Blanks before each record in it."""


def export_json(job: ExportJob) -> Exported:
    """One document: its version, the name of the organisation, departments and positions."""
    document = {
        "version": VERSION,
        "organisation": job.organisation.name,
        "departments": [plain_value(department) for department in job.organisation.departments],
    }
    head = as_document(document, ascii=False).removesuffix(_END)
    records = ",\n".join(_records(job, _INDENT))
    listed = f"[\n{safe_json(records)}\n  ]" if records else "[]"
    return Exported(f'{head},\n  "positions": {listed}{_END}'.encode())


def export_jsonl(job: ExportJob) -> Exported:
    """A record on each line."""
    return Exported("".join(f"{safe_json(line)}\n" for line in _records(job)).encode())


def _records(job: ExportJob, indent: int | None = None) -> Iterator[str]:
    """The text of each record: every field, null where there is no value."""
    of = ResolvedPositions(job)
    names = chosen_fields(of)
    return json_records(names, [values_of(name, of) for name in names], indent)
