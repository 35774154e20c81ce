"""One line per finding, `path:line:col: level[CODE] message`, for logs, editors and CI."""

from orgcli.model.findings.finding import Finding, Verdict
from orgcli.model.text import visible
from orgcli.render.terminal import paint_text
from orgcli.report.finding_lines import also, with_closing_line
from orgcli.report.rendering import Rendering


def concise(verdict: Verdict, how: Rendering) -> str:
    """All findings, a line each, then a line that counts them. User text cannot break a line."""
    return "".join(f"{line}\n" for line in with_closing_line(verdict, how, _line))


def _line(finding: Finding, more: int, how: Rendering) -> str:
    level = paint_text(f"{finding.level}[{finding.code}]", finding.level, how.color)
    message = visible(finding.message) + also(finding, more, like="")
    advice = f" ({visible(finding.help)})" if finding.help else ""
    return f"{visible(str(finding.place))}: {level} {message}{advice}"
