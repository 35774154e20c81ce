"""Findings as a Code Quality report, which GitLab shows in merge requests.

The fields are those of https://docs.gitlab.com/ci/testing/code_quality/; GitLab drops all but
the first finding of a fingerprint, and shows the description only.
"""

from orgcli.model.findings.finding import Level, Verdict
from orgcli.model.text import visible
from orgcli.render.json import as_document
from orgcli.report.findings import fingerprints, message_line, unsuppressed
from orgcli.report.rendering import Rendering

_SEVERITY = {Level.ERROR: "major", Level.WARNING: "minor", Level.INFO: "info"}


def gitlab(verdict: Verdict, how: Rendering) -> str:
    """An array with an entry per finding; empty where there are none."""
    findings = unsuppressed(verdict)
    names = fingerprints(findings, how.located)
    return as_document(
        [
            {
                "description": f"{finding.code} {message_line(finding)}",
                "check_name": finding.name or finding.code,
                "fingerprint": fingerprint,
                "severity": _SEVERITY[finding.level],
                "location": {
                    "path": visible(how.located(finding.place.file)),
                    "lines": {"begin": finding.place.line, "end": finding.place.end_line},
                },
            }
            for finding, fingerprint in zip(findings, names, strict=True)
        ],
        ascii=False,
    )
