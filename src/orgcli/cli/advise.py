"""`orgcli advise`: ask or read what is known, and write what follows and who says so."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from orgcli.cli.inputs import (
    Columns,
    ConfigFile,
    Inputs,
    Isolated,
    Paths,
    RootToken,
    StdinFilename,
    read_inputs,
)
from orgcli.cli.output import fail, one_of, refuse_input, write_result
from orgcli.cli.speech import Lang, speech
from orgcli.cli.terminal import page_width, wants_color_in

if TYPE_CHECKING:
    from orgcli.model.project import Project

_STDIN = "-"


def advise(
    paths: Paths = None,
    answers: Annotated[
        str | None, typer.Option("--answers", "-a", metavar="FILE", help="YAML or JSON; - stdin.")
    ] = None,
    gap: Annotated[
        str | None,
        typer.Option("--gap", metavar="QUESTION", help="What no source says, and what is near."),
    ] = None,
    gaps: Annotated[bool, typer.Option("--gaps", help="All that no source says.")] = False,
    template: Annotated[
        bool, typer.Option("--template", help="A file of answers to fill in.")
    ] = False,
    save: Annotated[
        str | None, typer.Option("--save", metavar="FILE", help="Write the answers there too.")
    ] = None,
    sources: Annotated[
        bool | None,
        typer.Option("--sources/--no-sources", help="With statements; or without works."),
    ] = None,
    lang: Lang = None,
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="text, markdown or json.")
    ] = "text",
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write there.")
    ] = None,
    color: Annotated[
        str, typer.Option("--color", metavar="WHEN", help="auto, always or never.")
    ] = "auto",
    columns: Columns = None,
    root_token: RootToken = None,
    stdin_filename: StdinFilename = None,
    config: ConfigFile = None,
    isolated: Isolated = False,
) -> None:
    """Which sales leader fits, what to add, what can go wrong; who says so, and what nobody says.

    \b
    orgcli advise                          asks twelve questions; each may be skipped
    orgcli advise --template -o answers.yaml
    orgcli advise --answers answers.yaml
    orgcli advise org.yaml                 which seats there are, who reports where
    orgcli advise --gap "To whom does a CRO report?"
    """
    from orgcli.advise.formats import FORMATS, TOLD
    from orgcli.cli.advisor import Advisor, list_findings
    from orgcli.page.page import Page

    one_of("--format", format, FORMATS)
    one_of("--color", color, ("auto", "always", "never"))
    spoken = speech(lang)
    page = Page(page_width(output), wants_color_in(color, output), sources, spoken.words)
    advisor = Advisor(spoken, with_statements=sources is True or format == "json")
    if gaps or gap is not None:
        write_result(TOLD[format](advisor.told(gap), page), output)
        return
    inputs = Inputs(paths or (), columns or (), root_token, stdin_filename, config, isolated)
    _refuse_overwriting(inputs.paths, answers, output, save)
    project = _project(inputs)
    given = advisor.answers_in(answers) if answers else []
    if not (answers or project or template):
        if not sys.stdin.isatty():
            fail(spoken.words.advise.nothing_to_do, spoken.words.advise.nothing_help)
        given = advisor.asked()
    if template or save:
        write_result(advisor.template(given, project), output if template else save)
    if not template:
        write_result(FORMATS[format](advisor.advised(given, project), page), output)
    if project and project.findings:
        list_findings(project.findings)
        raise typer.Exit(1)


def _project(inputs: Inputs) -> Project | None:
    """What was read of the organisations named; leaves where no position is among it."""
    if not inputs.paths:
        return None
    from orgcli.cli.advisor import list_findings

    project, _ = read_inputs(inputs)
    if not any(one.positions for one in project.organisations):
        list_findings(project.findings)
        fail("there is no organisation here", "name a file with positions")
    return project


def _refuse_overwriting(
    paths: Sequence[str], answers: str | None, output: str | None, save: str | None
) -> None:
    """Leave where standard input is wanted twice, or a file that is read would be written."""
    if answers == _STDIN and _STDIN in paths:
        fail("standard input cannot be both the answers and an organisation")
    read = [path for path in (*paths, answers) if path and path != _STDIN]
    refuse_input(output, read)
    refuse_input(save, read)
