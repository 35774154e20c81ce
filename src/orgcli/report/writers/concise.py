"""One line per finding, `path:line:col: level[CODE] message`, for logs, editors and CI."""

from orgcli.model.findings.finding import Finding, Verdict
from orgcli.model.text import visible
from orgcli.report.finding_lines import closing_line, folded, paint_level


def concise(
    verdict: Verdict, color: bool = False, max_findings: int = 0, quiet: bool = False
) -> str:
    """All findings, a line each, then a line that counts them. User text cannot break a line.

    quiet  leaves that line out, unless it has to say that some are not shown
    """
    lines = []
    shown = 0
    for finding, more in folded(verdict.findings, max_findings):
        lines.append(_line(finding, more, color))
        shown += 1 + more
    if not quiet or shown < len(verdict.findings):
        lines.append(closing_line(verdict, shown))
    return "".join(f"{line}\n" for line in lines)


def _line(finding: Finding, more: int, color: bool) -> str:
    level = paint_level(finding.level, f"{finding.level}[{finding.code}]", color)
    also = f" (+{more:,} more)" if more else ""
    also += " (suppressed)" if finding.suppressed else ""
    advice = f" ({visible(finding.help)})" if finding.help else ""
    return f"{visible(str(finding.place))}: {level} {visible(finding.message)}{also}{advice}"
