"""Findings for reviewdog, which makes review comments of them on any host.

The fields are those of reviewdog's `proto/rdf/reviewdog.proto`: columns count bytes of UTF-8
from 1, and the end of a range is the place after it.
"""

from typing import Any

from orgcli.model.findings.finding import Finding, Place, Verdict
from orgcli.model.text import visible
from orgcli.render.json import as_document
from orgcli.report.findings import message_line, replacement, unsuppressed
from orgcli.report.rendering import Rendering


def rdjson(verdict: Verdict, how: Rendering) -> str:
    """One result with a diagnostic per finding."""
    diagnostics = [_diagnostic(finding, how) for finding in unsuppressed(verdict)]
    return as_document({"source": {"name": "orgcli"}, "diagnostics": diagnostics}, ascii=False)


def _diagnostic(finding: Finding, how: Rendering) -> dict[str, Any]:
    related = [
        {"message": visible(related_place.message), "location": _location(related_place.place, how)}
        for related_place in finding.related
    ]
    location, text = _location(finding.place, how), replacement(finding, how)
    return {
        "message": message_line(finding),
        "location": location,
        "severity": finding.level.upper(),
        "code": {"value": finding.code},
        **({"relatedLocations": related} if related else {}),
        **({} if text is None else {"suggestions": [{"range": location["range"], "text": text}]}),
    }


def _location(place: Place, how: Rendering) -> dict[str, Any]:
    return {
        "path": visible(how.located(place.file)),
        "range": {
            "start": _position(place.file, place.line, place.column, how),
            "end": _position(place.file, place.end_line, place.end_column, how),
        },
    }


def _position(file: str, line: int, column: int, how: Rendering) -> dict[str, int]:
    """The column in bytes; in code points where the text is not known."""
    source = how.sources.get(file)
    if source is not None and line <= source.line_count:
        before = source.line(line)[: column - 1]
        if not before.isascii():
            column += len(before.encode("utf-8", "surrogatepass")) - len(before)
    return {"line": line, "column": column}
