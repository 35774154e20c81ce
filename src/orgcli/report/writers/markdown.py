"""Findings as a Markdown table, for the summary of a CI job or a comment."""

from orgcli.model.findings.finding import Finding, Verdict
from orgcli.render.markdown import escaped
from orgcli.report.finding_lines import also, closing_line, folded
from orgcli.report.findings import unsuppressed, worst_first
from orgcli.report.rendering import Rendering

_LARGEST = 1_000_000  # bytes; GitHub refuses a step summary above 1 MiB


def markdown(verdict: Verdict, how: Rendering) -> str:
    """A heading, how many findings there are, and a row for each, errors first."""
    findings = worst_first(unsuppressed(verdict))
    rows = []
    shown = len(verdict.findings) - len(findings)  # the suppressed ones are not missed
    size = 0
    for finding, more in folded(findings, how.max_findings):
        row = _row(finding, more, how)
        size += len(row.encode("utf-8"))
        if size > _LARGEST:
            break
        rows.append(row)
        shown += 1 + more
    head = f"### orgcli validate\n\n{closing_line(verdict, shown)}\n"
    if not rows:
        return head
    return f"{head}\n| level | where | finding | rule |\n|---|---|---|---|\n{''.join(rows)}"


def _row(finding: Finding, more: int, how: Rendering) -> str:
    place = finding.place
    where = escaped(f"{how.located(place.file)}{place.position}")
    help = f"<br>{escaped(finding.help)}" if finding.help else ""
    message = escaped(finding.message) + also(finding, more)
    rule = escaped(f"{finding.code} {finding.name}".strip())
    return f"| {finding.level} | {where} | {message}{help} | {rule} |\n"
