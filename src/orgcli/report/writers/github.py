"""Findings as workflow commands, which GitHub's runner turns into annotations.

What the runner accepts is in actions/runner, `ActionCommand.cs` and `ExecutionContext.cs`.
"""

from orgcli.model.findings.finding import Finding, Level, Verdict
from orgcli.model.text import visible
from orgcli.render.runner_log import harmless
from orgcli.render.sentences import counted
from orgcli.report.finding_lines import also, folded
from orgcli.report.findings import unsuppressed
from orgcli.report.rendering import Rendering
from orgcli.report.writers.concise import concise

PER_LEVEL = 10
"""Annotations of one level that the runner keeps from a step; the rest are only logged."""
_LONGEST = 4096  # UTF-16 units of a message; the runner cuts there
_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}


def github(verdict: Verdict, how: Rendering) -> str:
    """A command per finding, errors first, and a notice that counts those above the limit."""
    groups = list(folded(unsuppressed(verdict), 0))
    by_level = {
        level: [group for group in groups if group[0].level is level] for level in _COMMANDS
    }
    limits = dict.fromkeys(_COMMANDS, PER_LEVEL)
    if any(len(of_level) > PER_LEVEL for of_level in by_level.values()):
        limits[Level.INFO] -= 1  # for the notice that counts the rest
    rest = {level: len(of_level) - limits[level] for level, of_level in by_level.items()}
    lines = [
        _command(finding, more, how)
        for level, of_level in by_level.items()
        for finding, more in of_level[: limits[level]]
    ]
    more = ", ".join(counted(number, level) for level, number in rest.items() if number > 0)
    if more:
        why = f"a step shows {PER_LEVEL} annotations of each level; the text and SARIF have all"
        lines.append(f"::notice title=orgcli::{more} more: {why}")
    return "".join(f"{line}\n" for line in lines)


def step_log(verdict: Verdict, how: Rendering) -> str:
    """What a step prints without `--format`: the text in a group, then the commands."""
    text = harmless(concise(verdict, how))
    if not verdict.findings:
        return text
    return f"::group::orgcli validate\n{text}::endgroup::\n{github(verdict, how)}"


def _command(finding: Finding, more: int, how: Rendering) -> str:
    place = finding.place
    properties = {"file": visible(how.located(place.file)), "line": place.line}
    properties["endLine"] = place.end_line
    if place.line == place.end_line:  # with columns the runner wants one line
        properties |= {"col": place.column, "endColumn": max(place.end_column, place.column)}
    properties["title"] = visible(f"{finding.code} {finding.name}".strip())
    parameters = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    help = f"\n{visible(finding.help)}" if finding.help else ""
    cell = f"{visible(place.cell)}: " if place.cell else ""
    message = _cut(f"{cell}{visible(finding.message)}{also(finding, more)}{help}")
    return f"::{_COMMANDS[finding.level]} {parameters}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _cut(text: str) -> str:
    raw = text.encode("utf-16-le")
    if len(raw) <= 2 * _LONGEST:
        return text
    return raw[: 2 * (_LONGEST - 1)].decode("utf-16-le", "ignore") + "…"
