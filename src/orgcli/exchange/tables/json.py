"""Records as a JSON document, and as JSON Lines."""

from __future__ import annotations

import json

from orgcli.exchange.export import Exported, ExportJob
from orgcli.exchange.tables.line_values import ResolvedPositions
from orgcli.exchange.tables.record_fields import VERSION, json_records
from orgcli.render.json import as_document, plain_value, safe_json


def export_json(job: ExportJob) -> Exported:
    """One document: its version, the name of the organisation, departments and positions."""
    document = {
        "version": VERSION,
        "organisation": job.organisation.name,
        "departments": [plain_value(one) for one in job.organisation.departments],
        "positions": json_records(ResolvedPositions(job)),
    }
    return Exported(as_document(document, ascii=False).encode())


def export_jsonl(job: ExportJob) -> Exported:
    """A record on each line."""
    lines = (
        safe_json(json.dumps(record, ensure_ascii=False))
        for record in json_records(ResolvedPositions(job))
    )
    return Exported("".join(f"{line}\n" for line in lines).encode())
