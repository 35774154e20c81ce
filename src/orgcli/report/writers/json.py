"""Findings as a versioned JSON document; its fields are a contract (docs/json.md)."""

from typing import Any

from orgcli.model.findings.finding import Finding, Place, Summary, Verdict
from orgcli.render.json import as_document
from orgcli.report.rendering import Rendering

VERSION = 1


def as_json(verdict: Verdict, how: Rendering) -> str:
    """All findings with every place, and the summary. Control characters come out escaped."""
    return as_document(
        {
            "version": VERSION,
            "findings": [_finding(finding) for finding in verdict.findings],
            "summary": _summary(verdict.summary),
        },
        ascii=False,
    )


def _finding(finding: Finding) -> dict[str, Any]:
    place = finding.place
    return {
        "code": finding.code,
        "name": finding.name,
        "level": str(finding.level),
        "message": finding.message,
        "help": finding.help,
        **_place(place),
        "end_line": place.end_line,
        "end_column": place.end_column,
        "entity": finding.entity,
        "related": [{**_place(one.place), "message": one.message} for one in finding.related],
        "suppressed": finding.suppressed,
    }


def _place(place: Place) -> dict[str, Any]:
    return {"file": place.file, "line": place.line, "column": place.column}


def _summary(summary: Summary) -> dict[str, int]:
    return {name: getattr(summary, name) for name in Summary.__slots__}
