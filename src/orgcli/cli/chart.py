"""`orgcli chart`: read an organisation, draw it, write the picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from orgcli.cli.chart_flags import (
    AsOf,
    Chain,
    ColorBy,
    Depth,
    Fields,
    Root,
    ShowClosed,
    ThemeName,
    appearance_of,
    selection_of,
)
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
    from orgcli.chart.asked import Appearance, Selection
    from orgcli.chart.formats import Drawing
    from orgcli.model.finding import Verdict
    from orgcli.model.organisation import Organisation
    from orgcli.model.project import Project

_STDOUT = "-"
_SHOWN = 10


def chart(
    paths: Paths = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Its ending says the format; - is stdout."
        ),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="svg, png, pdf, dot, mermaid, plantuml, drawio, tree or txt.",
        ),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help="Above the chart.")
    ] = None,
    engine: Annotated[
        str,
        typer.Option(
            "--engine", metavar="ENGINE", help="bundled, or system for the Graphviz installed here."
        ),
    ] = "bundled",
    root: Root = None,
    depth: Depth = None,
    chain: Chain = None,
    as_of: AsOf = None,
    show_closed: ShowClosed = False,
    color_by: ColorBy = "department",
    fields: Fields = None,
    theme: ThemeName = "light",
    columns: Columns = None,
    root_token: RootToken = None,
    source: Source = None,
    stdin_filename: StdinFilename = None,
    config: ConfigFile = None,
    isolated: Isolated = False,
) -> None:
    """Draw an org chart.

    \b
    orgcli chart org.yaml                 writes org.svg
    orgcli chart people.csv -o people.pdf
    orgcli chart org.yaml -o - -f png > org.png
    orgcli chart org.yaml -f tree         on the terminal
    orgcli chart org.yaml --root cro --depth 2 --color-by location
    """
    from orgcli.chart.engine import ENGINES
    from orgcli.chart.formats import ENDINGS, FORMATS
    from orgcli.check.run import check

    one_of("--engine", engine, ENGINES)
    selection = selection_of(root, depth, chain, as_of, show_closed)
    appearance = appearance_of(color_by, fields, theme)
    inputs = Inputs(
        paths or (), columns or (), root_token, stdin_filename, config, isolated, source
    )
    if format is not None:
        one_of("--format", format, FORMATS)
    target = _target(inputs.paths, output, format, ENDINGS)
    format = format or _format(target, ENDINGS)
    project, found = read_inputs(inputs)
    refuse_input(target, project.files)
    verdict = check(project, found.settings)
    organisation = _the_one(project, verdict)
    drawing = _drawn(organisation, project, format, title, engine, target, selection, appearance)
    write_result(drawing.data, target)
    _say(target, drawing, verdict)
    if any(finding.code < "ORG1" for finding in verdict.findings if finding.level == "error"):
        raise typer.Exit(1)


def _target(
    paths: Sequence[str], output: str | None, format: str | None, endings: Mapping[str, str]
) -> str:
    """Where the chart goes: beside nothing else, named after what is drawn.

    A format without files of its own, such as the tree for a terminal, goes to stdout.
    """
    if output is not None:
        return output
    first = paths[0] if paths else "org"
    if first == _STDOUT:
        return _STDOUT
    here = Path(first).resolve()
    ending = next((end for end, name in endings.items() if name == (format or "svg")), None)
    if ending is None:
        return _STDOUT
    return f"{here.name if here.is_dir() else here.stem}{ending}"


def _format(target: str, endings: Mapping[str, str]) -> str:
    """The format that the name of a file asks for."""
    if target == _STDOUT:
        return "svg"
    name = Path(target).name.lower()
    found = next((end for end in sorted(endings, key=len, reverse=True) if name.endswith(end)), "")
    if not found:
        listed = ", ".join(endings)
        fail(f"`{target}` does not say which format it is", f"end it in {listed}, or add --format")
    return endings[found]


def _the_one(project: Project, verdict: Verdict) -> Organisation:
    """The organisation to draw; leaves where there is none, or more than one."""
    drawable = [one for one in project.organisations if one.positions]
    if len(drawable) == 1:
        return drawable[0]
    if drawable:
        names = ", ".join(f"`{one.name or one.files[0]}`" for one in drawable[:_SHOWN])
        fail(f"there are {len(drawable)} organisations here: {names}", "name the files of one")
    _list_errors(verdict)
    note("orgcli: there is nothing to draw")
    raise typer.Exit(1)


def _drawn(
    organisation: Organisation,
    project: Project,
    format: str,
    title: str | None,
    engine: str,
    target: str,
    selection: Selection,
    appearance: Appearance,
) -> Drawing:
    from orgcli.chart.draw import draw
    from orgcli.chart.engine import EngineError
    from orgcli.chart.formats import TooLarge
    from orgcli.chart.shown import NotShown
    from orgcli.cli.terminal import page_width, wants_color_in
    from orgcli.read.titles import role_titles

    try:
        return draw(
            organisation, role_titles(project), format, title=title, engine=engine,
            width=page_width(target), color=wants_color_in("auto", target),
            selection=selection, appearance=appearance,
        )  # fmt: skip
    except (EngineError, NotShown, TooLarge) as error:
        fail(str(error), error.help)


def _say(target: str, drawing: Drawing, verdict: Verdict) -> None:
    """What was written and how large it is, and what is wrong with what it shows."""
    shown = "the chart" if target == _STDOUT else target
    count = "1 position" if drawing.positions == 1 else f"{drawing.positions:,} positions"
    size = f"{drawing.width:,} x {drawing.height:,} pt, " if drawing.width else ""
    note(f"{shown}: {size}{count}")
    for line in drawing.notes:
        note(f"  {line}")
    _list_errors(verdict)


def _list_errors(verdict: Verdict) -> None:
    errors = [finding for finding in verdict.findings if finding.level == "error"]
    for finding in errors[:_SHOWN]:
        note(f"{finding.place}: error[{finding.code}] {finding.message}")
    if len(errors) > _SHOWN:
        note(f"and {len(errors) - _SHOWN:,} more errors: orgcli validate lists them")
