"""`orgcli advise`: ask or read what is known, and write what follows and who says so."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from orgcli.cli.console import page_width, wants_color_in
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
from orgcli.cli.language import Lang, Speech, speech
from orgcli.cli.output import chosen_format, is_input, one_of, write_result
from orgcli.cli.roles.selection import Color, Output
from orgcli.cli.roles.sources import refuse_source

if TYPE_CHECKING:
    from orgcli.cli.advise.advisor import Advisor
    from orgcli.model.project import Project
    from orgcli.model.roles.advice import Answer

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
        str | None,
        typer.Option("--format", "-f", metavar="FORMAT", help="text, markdown or json."),
    ] = None,
    output: Output = None,
    color: Color = "auto",
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
    from orgcli.cli.advise.advisor import Advisor
    from orgcli.render.view import Page

    if format is not None or not template:
        format = chosen_format(format, output, FORMATS)
    one_of("--color", color, ("auto", "always", "never"))
    spoken = speech(lang)
    page = Page(page_width(output), wants_color_in(color, output), sources, spoken.words)
    advisor = Advisor(spoken, with_statements=sources is True or format == "json")
    asks = {"PATHS": paths, "--answers": answers, "--template": template, "--save": save}
    if gaps or gap is not None:
        _refuse_with("--gaps" if gaps else "--gap", {"--gap": gaps and gap, **asks}, spoken)
        write_result(TOLD[format or "text"](advisor.told(gap), page), output)
        return
    if template:
        _refuse_with("--template", {"--format": format}, spoken)
    inputs = Inputs(paths or (), columns or (), root_token, stdin_filename, config, isolated)
    _refuse_twice(inputs.paths, answers, output, save, spoken)
    project, read = _project(inputs, spoken)
    also = [*read, answers] if answers else read
    refuse_source(output, spoken, also=also)
    refuse_source(save, spoken, also=also, flag="--save")
    given = advisor.answers_in(answers) if answers else []
    if not (answers or project or template):
        given = _asked(advisor, spoken)
    if save:
        write_result(advisor.template(given, project), save)
    if template:
        write_result(advisor.template(given, project), output)
    else:
        write_result(FORMATS[format or "text"](advisor.advised(given, project), page), output)
    if project and project.findings:
        spoken.list_findings(project.findings)
        raise typer.Exit(1)


def _asked(advisor: Advisor, spoken: Speech) -> list[Answer]:
    """The answers of whoever sits at the terminal; leaves where nobody does."""
    if not sys.stdin.isatty():
        spoken.fail(spoken.words.advise.nothing_to_do, spoken.words.advise.nothing_help)
    return advisor.asked()


def _project(inputs: Inputs, spoken: Speech) -> tuple[Project | None, Sequence[str]]:
    """What was read of the organisations named, and the files; leaves without a position."""
    if not inputs.paths:
        return None, ()
    project, config = read_inputs(inputs)
    if not any(one.positions for one in project.organisations):
        spoken.list_findings(project.findings)
        spoken.fail(spoken.words.advise.no_organisation, spoken.words.advise.name_positions)
    return project, (*project.files, *([str(config.file)] if config.file else []))


def _refuse_with(flag: str, others: Mapping[str, object], spoken: Speech) -> None:
    """Leave where a flag stands with another that would have no effect."""
    for other, given in others.items():
        if given not in (None, False, []):
            spoken.fail(spoken.words.ask.not_together.format(first=flag, second=other))


def _refuse_twice(
    paths: Sequence[str], answers: str | None, output: str | None, save: str | None, spoken: Speech
) -> None:
    """Leave where standard input is wanted twice, or two results would go to one place."""
    if answers == _STDIN and _STDIN in paths:
        spoken.fail(spoken.words.ask.stands_twice.format(name=_STDIN))
    both_printed = save == _STDIN and output in (None, _STDIN)
    if save and (both_printed or is_input(save, [output or _STDIN])):
        _refuse_with("--save", {"--output": True}, spoken)
