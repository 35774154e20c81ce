"""`orgcli validate`: read organisations and roles, run the rules, print what is wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from orgcli.cli.inputs import (
    Columns,
    ConfigFile,
    Inputs,
    Isolated,
    Paths,
    RootToken,
    Source,
    StdinFilename,
    read_inputs,
)
from orgcli.cli.output import fail, note, one_of, refuse_input, write_result

if TYPE_CHECKING:
    from orgcli.model.finding import Level, Verdict
    from orgcli.model.project import Project
    from orgcli.report.rendering import Rendering, RuleText

_IN_ACTIONS = "github and text"
"""What a step of GitHub Actions prints where no format is asked for."""
_LEVELS = ("error", "warning", "info")


def validate(
    paths: Paths = None,
    columns: Columns = None,
    root_token: RootToken = None,
    source: Source = None,
    stdin_filename: StdinFilename = None,
    select: Annotated[
        list[str] | None, typer.Option("--select", metavar="CODES", help="Only these rules.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="CODES", help="Not these rules.")
    ] = None,
    format: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT[:FILE]",
            help="concise, full, json, github, gitlab, junit, sarif, rdjson or markdown.",
        ),
    ] = None,
    max_findings: Annotated[
        int, typer.Option("--max-findings", min=0, metavar="N", help="For people; 0 shows all.")
    ] = 200,
    color: Annotated[
        str, typer.Option("--color", metavar="WHEN", help="auto, always or never.")
    ] = "auto",
    fail_on: Annotated[
        str | None,
        typer.Option("--fail-on", metavar="LEVEL", help="error, warning, info or never."),
    ] = None,
    config: ConfigFile = None,
    isolated: Isolated = False,
) -> None:
    """Check organisations: files, reporting lines, roles.

    \b
    orgcli validate org.yaml
    orgcli validate people.csv --map reports_to="Line manager"
    orgcli validate -f full -f sarif:orgcli.sarif
    """
    from orgcli.check.run import UnknownRule, check

    outputs = _outputs(format or os.environ.get("ORGCLI_OUTPUT_FORMAT", "").split())
    one_of("--color", color, ("auto", "always", "never"))
    inputs = Inputs(
        paths or (), columns or (), root_token, stdin_filename, config, isolated, source
    )
    project, found = read_inputs(inputs)
    settings = replace(
        found.settings,
        select=_words(select) or found.settings.select,
        ignore=(*found.settings.ignore, *_words(ignore)),
    )
    try:
        verdict = check(project, settings)
    except UnknownRule as error:
        fail(str(error), error.help)
    failing = _failing(one_of("--fail-on", fail_on or settings.fail_on, (*_LEVELS, "never")))
    for output in outputs:
        refuse_input(output.file, project.files)
    _write(verdict, outputs, _rendering(project, outputs, max_findings, failing), color)
    for line in verdict.notes:
        note(f"orgcli: {line}")
    if any(one.level in failing and not one.suppressed for one in verdict.findings):
        raise typer.Exit(1)


def _failing(limit: str) -> Collection[Level]:
    """The levels at or above the limit."""
    from orgcli.model.finding import Level

    bad = () if limit == "never" else _LEVELS[: _LEVELS.index(limit) + 1]
    return frozenset(map(Level, bad))


@dataclass(frozen=True, slots=True)
class _Output:
    """A format and where it goes: a file, or stdout (None)."""

    format: str
    file: str | None = None


def _outputs(words: Iterable[str]) -> Sequence[_Output]:
    """What `-f FORMAT[:FILE]` asks for, files first; else what suits where stdout goes."""
    from orgcli.report.formats import FORMATS

    outputs = []
    for word in words:
        name, colon, file = word.partition(":")
        one_of("--format", name, FORMATS)
        if colon and not file:
            fail(f"--format `{word}` names no file", f"write `{name}:FILE`, or `{name}` for stdout")
        outputs.append(_Output(name, None if file in ("", "-") else file))
    _refuse_mixtures(outputs)
    if outputs:
        return sorted(outputs, key=lambda output: output.file is None)
    if _in_actions():
        return [_Output(_IN_ACTIONS)]
    return [_Output("full" if sys.stdout.isatty() else "concise")]


def _refuse_mixtures(outputs: Sequence[_Output]) -> None:
    """Leave with exit code 2 where two results would go to one place."""
    from orgcli.report.formats import LINES

    printed = [output.format for output in outputs if output.file is None]
    for name in printed:
        if printed.count(name) > 1:
            fail(f"--format `{name}` is asked for twice", f"write one to a file, `{name}:FILE`")
        if len(printed) > 1 and name not in LINES:
            fail(f"nothing else fits on stdout beside `{name}`", f"write `{name}:FILE`")
    files = [os.path.realpath(output.file) for output in outputs if output.file]
    for output in outputs:
        if output.file and files.count(os.path.realpath(output.file)) > 1:
            fail(f"two formats would be written to `{output.file}`", "give each a file of its own")


def _in_actions() -> bool:
    return os.environ.get("GITHUB_ACTIONS") == "true"


def _rendering(
    project: Project, outputs: Sequence[_Output], max_findings: int, failing: Collection[Level]
) -> Rendering:
    from orgcli import __version__
    from orgcli.report.rendering import Rendering

    return Rendering(
        project.sources,
        max_findings=max_findings,
        rules=_rules() if any(output.format == "sarif" for output in outputs) else (),
        failing=failing,
        version=__version__,
        located=_located(),
    )


def _rules() -> Sequence[RuleText]:
    from orgcli.check.explain import rule_section
    from orgcli.check.run import RULES
    from orgcli.report.rendering import RuleText

    return [
        RuleText(rule.code, rule.name, rule.level, rule.summary, rule.why, rule_section(rule))
        for rule in RULES.values()
    ]


def _located() -> Callable[[str], str]:
    """Files by their path from the top of the repository, which is what its host knows.

    Links are followed; a file outside keeps its absolute path. Without a repository, the current
    folder is the top.
    """
    from functools import cache
    from pathlib import Path

    @cache
    def top() -> Path:
        here = Path(os.path.realpath("."))
        folders = (here, *here.parents)
        return next((folder for folder in folders if (folder / ".git").exists()), here)

    @cache
    def located(file: str) -> str:
        real, written = Path(os.path.realpath(file)), Path(os.path.normpath(Path.cwd() / file))
        for path in (real, written):
            if path.is_relative_to(top()):
                return path.relative_to(top()).as_posix()
        return written.as_posix()

    return located


def _write(verdict: Verdict, outputs: Sequence[_Output], how: Rendering, color: str) -> None:
    """Each result to its place; where all go to files, a line on stderr says how it went."""
    from orgcli.cli.terminal import wants_color_in

    for output in outputs:
        colored = replace(how, color=wants_color_in(color, output.file))
        write_result(_result(verdict, output, colored), output.file)
    if all(output.file for output in outputs):
        from orgcli.report.words import closing_line

        note(f"orgcli: {closing_line(verdict, len(verdict.findings))}")


def _result(verdict: Verdict, output: _Output, how: Rendering) -> str:
    from orgcli.report.formats import FORMATS

    if output.format == _IN_ACTIONS:
        from orgcli.report.github import in_actions

        return in_actions(verdict, how)
    result = FORMATS[output.format](verdict, how)
    if output.file is None and output.format in ("concise", "full") and _in_actions():
        from orgcli.report.github import harmless

        return harmless(result)
    return result


def _words(several: list[str] | None) -> tuple[str, ...]:
    return tuple(word.strip() for one in several or () for word in one.split(",") if word.strip())
