"""The results of `validate`: which formats are requested, where they go, and writing them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from orgcli import __version__
from orgcli.check.registry import RULES
from orgcli.cli.console import wants_color_in
from orgcli.cli.output import (
    fail,
    format_and_file,
    in_actions,
    note,
    refuse_same_file,
    write_result,
)
from orgcli.model.text import quoted
from orgcli.read.syntax.paths import display_path, top_of
from orgcli.report.finding_lines import closing_line
from orgcli.report.formats import FOR_PEOPLE, FORMATS, LINES, UNLISTED
from orgcli.report.rendering import Rendering, RuleText

if TYPE_CHECKING:
    from orgcli.model.findings.finding import Level, Verdict
    from orgcli.model.project import Project

_STEP_LOG = "step_log"
"""What a step of GitHub Actions prints where no format is asked for, of UNLISTED."""
_FOR_PEOPLE = (*FOR_PEOPLE, _STEP_LOG)
_COMMANDS = ("github", _STEP_LOG)
"""The formats whose lines are commands to GitHub's runner."""


@dataclass(frozen=True, slots=True)
class Output:
    """A format and where it goes: a file, or stdout (None).

    configured  whether the configuration names it, and no command line
    """

    format: str
    file: str | None = None
    configured: bool = False


def requested_outputs(typed: Sequence[str], configured: Sequence[str]) -> Sequence[Output]:
    """What `-f`, else ORGCLI_OUTPUT_FORMAT, else the configuration requests, files first.

    Each is written `FORMAT[:FILE]`. Where none is: what suits where stdout goes.
    """
    outputs = []
    chosen = typed or os.environ.get("ORGCLI_OUTPUT_FORMAT", "").split()
    for word in chosen or configured:
        name, file = format_and_file(word, FORMATS)
        outputs.append(Output(name, file, not chosen))
    _refuse_mixtures(outputs)
    if outputs:
        return sorted(outputs, key=lambda output: output.file is None)
    if in_actions():
        return [Output(_STEP_LOG)]
    return [Output("full" if sys.stdout.isatty() else "concise")]


def _refuse_mixtures(outputs: Sequence[Output]) -> None:
    """Leave with exit code 2 where two results would go to one place."""
    printed = [output.format for output in outputs if output.file is None]
    for name in printed:
        if printed.count(name) > 1:
            fail(f"--format `{name}` is asked for twice", f"write one to a file, `{name}:FILE`")
        if len(printed) > 1 and name not in LINES:
            fail(f"nothing else fits on stdout beside `{name}`", f"write `{name}:FILE`")
    files = [output.file for output in outputs if output.file]
    for first, second in combinations(files, 2):
        refuse_same_file(first, second)


def refuse_foreign_reports(outputs: Sequence[Output]) -> None:
    """Leave with exit code 2 where a configuration names a file that is no report of its format.

    What a stranger's configuration names might be any file of whoever runs orgcli.
    """
    configured = [
        (output.format, output.file) for output in outputs if output.configured and output.file
    ]
    if not configured:
        return
    from orgcli.cli.files.targets import refuse_foreign

    for format, file in configured:
        name = display_path(Path(file))
        row = FORMATS[format]
        if not row.is_name(file):
            endings = quoted(row.endings)
            fail(f"`format` of the configuration names `{name}` for {format}",
                 f"end it in {endings}, or name it on the command line")  # fmt: skip
        refuse_foreign(name, row.is_report, f"-f {format}:{name}")


def refuse_statistics(outputs: Sequence[Output]) -> None:
    """Leave with exit code 2 where the counts would have to stand in a document for machines."""
    if all(output.file for output in outputs):
        fail("--statistics is for stdout, and nothing goes there", "add `-f concise`")
    for output in outputs:
        if output.file is None and output.format not in _FOR_PEOPLE:
            fail(f"--statistics is text, and `{output.format}` is not",
                 f"leave one of them out, or write `{output.format}:FILE`")  # fmt: skip


def rendering(
    project: Project, failing: Collection[Level], max_findings: int, quiet: bool
) -> Rendering:
    """What the formats may use besides the verdict."""
    return Rendering(
        project.sources,
        max_findings=max_findings,
        quiet=quiet,
        rules=_rule_texts,
        failing=failing,
        version=__version__,
        located=_from_repository(),
    )


def _rule_texts() -> Sequence[RuleText]:
    from orgcli.check.rule_pages.markdown import rule_section  # few formats want it

    return [
        RuleText(rule.code, rule.name, rule.level, rule.summary, rule.why, rule_section(rule))
        for rule in RULES.values()
    ]


def _from_repository() -> Callable[[str], str]:
    """Files by their path from the top of the repository, which is what its host knows.

    Links are followed; a file outside keeps its absolute path. Without a repository, the current
    folder is the top.
    """

    @cache
    def top() -> Path:
        return top_of(Path(os.path.realpath(".")))

    @cache
    def located(file: str) -> str:
        real, written = Path(os.path.realpath(file)), Path(os.path.normpath(Path.cwd() / file))
        for path in (real, written):
            if path.is_relative_to(top()):
                return path.relative_to(top()).as_posix()
        return written.as_posix()

    return located


def write_reports(
    verdict: Verdict, outputs: Sequence[Output], how: Rendering, color: str, statistics: bool
) -> None:
    """Each result to its place; where all go to files, a line on stderr says how it went."""
    for output in outputs:
        colored = replace(how, color=wants_color_in(color, output.file))
        result = _result(verdict, output, colored, statistics)
        write_result(result, output.file, commands=output.format in _COMMANDS and not statistics)
    if all(output.file for output in outputs) and not how.quiet:
        note(f"orgcli: {closing_line(verdict, len(verdict.findings))}")


def _result(verdict: Verdict, output: Output, how: Rendering, statistics: bool) -> str:
    if output.format in _FOR_PEOPLE and statistics:
        return UNLISTED["statistics"](verdict, how)
    if output.format == _STEP_LOG:
        return UNLISTED[_STEP_LOG](verdict, how)
    return FORMATS[output.format].write(verdict, how)
