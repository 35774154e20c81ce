"""Findings as a versioned JSON document; its fields are a contract (docs/json.md)."""

from typing import Any

from orgcli.model.findings.finding import Finding, Place, Summary, Verdict
from orgcli.render.json import as_document, fields_of
from orgcli.report.rendering import Rendering

VERSION = 1
_START = ("file", "line", "column")


def as_json(verdict: Verdict, how: Rendering) -> str:
    """All findings with every place, and the summary. Control characters come out escaped."""
    return as_document(
        {
            "version": VERSION,
            "findings": [_finding(finding) for finding in verdict.findings],
            "summary": fields_of(verdict.summary, *Summary.__slots__),
        },
        ascii=False,
    )


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        **fields_of(finding, "code", "name", "level", "message", "help"),
        **fields_of(finding.place, *_START, "end_line", "end_column"),
        **_cell(finding.place),
        "entity": finding.entity,
        "related": [
            {
                **fields_of(related.place, *_START),
                **_cell(related.place),
                "message": related.message,
            }
            for related in finding.related
        ],
        "suppressed": finding.suppressed,
    }


def _cell(place: Place) -> dict[str, str]:
    """What a spreadsheet calls the place; nothing in other files."""
    return {"cell": place.cell} if place.cell else {}
