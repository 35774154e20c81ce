"""The command line: which commands there are; what they import, they import when they run."""

import os
from typing import Annotated

import typer

from orgcli.cli.advise import advise
from orgcli.cli.chart import chart
from orgcli.cli.compare import compare
from orgcli.cli.dispute import dispute
from orgcli.cli.role import role
from orgcli.cli.roles import roles
from orgcli.cli.validate import validate

app = typer.Typer(
    name="orgcli",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("compare")(compare)
app.command("roles")(roles)
app.command("role")(role)
app.command("dispute")(dispute)
app.command("advise")(advise)
app.command("validate")(validate)
app.command("chart")(chart)


def _version(asked: bool) -> None:
    if asked:
        from orgcli import __version__

        typer.echo(f"orgcli {__version__}")
        raise typer.Exit


@app.callback()
def orgcli(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Org design as code: compare roles, check reporting lines, draw charts that fit the page.

    \b
    orgcli compare cso cro vp      what each role is, what they share, who says so
    orgcli advise                  which sales leader fits, and what no source says
    orgcli validate org.yaml       reporting lines, roles and shape, at file:line:column
    orgcli chart org.yaml          org.svg; -o org.pdf or org.png for the other formats
    """


def run() -> int:
    """Run the command line and return its exit code.

    A pipe that closes early and Ctrl-C end it quietly.
    """
    # Looking for Pydantic plugins reads the metadata of everything installed: a tenth of a run.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        app()
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    except BrokenPipeError:
        return 0
    except KeyboardInterrupt:
        return 130
    return 0
