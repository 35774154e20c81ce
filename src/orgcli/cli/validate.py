"""`orgcli validate`: read organisations and roles, run the rules, print what is wrong."""

import sys
from dataclasses import replace
from typing import Annotated

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
from orgcli.cli.output import fail, note, one_of, write_result


def validate(
    paths: Paths = None,
    columns: Columns = None,
    root_token: RootToken = None,
    stdin_filename: StdinFilename = None,
    select: Annotated[
        list[str] | None, typer.Option("--select", metavar="CODES", help="Only these rules.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="CODES", help="Not these rules.")
    ] = None,
    format: Annotated[
        str | None, typer.Option("--format", "-f", metavar="FORMAT", help="concise, full or json.")
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
    orgcli validate --format json
    """
    from orgcli.check.run import UnknownRule, check
    from orgcli.report.formats import FORMATS, Rendering

    format = one_of("--format", format or ("full" if sys.stdout.isatty() else "concise"), FORMATS)
    one_of("--color", color, ("auto", "always", "never"))
    inputs = Inputs(paths or (), columns or (), root_token, stdin_filename, config, isolated)
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
    from orgcli.cli.terminal import wants_color

    how = Rendering(project.sources, wants_color(color, sys.stdout), max_findings)
    write_result(FORMATS[format](verdict, how), None)
    for line in verdict.notes:
        note(f"orgcli: {line}")
    levels = ("error", "warning", "info")
    limit = one_of("--fail-on", fail_on or settings.fail_on, (*levels, "never"))
    bad = () if limit == "never" else levels[: levels.index(limit) + 1]
    if any(str(finding.level) in bad for finding in verdict.findings):
        raise typer.Exit(1)


def _words(several: list[str] | None) -> tuple[str, ...]:
    return tuple(word.strip() for one in several or () for word in one.split(",") if word.strip())
