"""The command line: which commands there are; what they import, they import when they run."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Annotated

import typer

COMMANDS = ("compare", "roles", "role", "dispute", "advise", "validate", "columns", "chart", "init",
            "rule", "schema")  # fmt: skip
"""In the order of the help. Each is the function of its name in `orgcli.cli.commands.<name>`,
and, where it parses its arguments itself, the class `Command` beside it."""

if TYPE_CHECKING:
    app: typer.Typer


def application(names: Iterable[str] = COMMANDS) -> typer.Typer:
    """The command line with some commands; to build them all takes a twentieth of a small run."""
    made = typer.Typer(
        name="orgcli",
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    made.callback()(orgcli)
    for name in names:
        module = import_module(f"orgcli.cli.commands.{name}")
        command = getattr(module, name)
        cls = getattr(command, "cls", getattr(module, "Command", None))
        made.command(name, cls=cls)(command)
    return made


def __getattr__(name: str) -> object:
    """`app` is the command line with all its commands, built when it is asked for."""
    if name != "app":
        raise AttributeError(f"module `{__name__}` has no `{name}`")
    globals()["app"] = whole = application()
    return whole


def _version(asked: bool) -> None:
    if asked:
        from orgcli import __version__

        typer.echo(f"orgcli {__version__}")
        raise typer.Exit


def orgcli(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Show the version and exit."
        ),
    ] = False,
) -> None:
    """Org design as code: compare roles, check reporting lines, draw org charts.

    \b
    orgcli compare cso cro vp      roles side by side, with sources
    orgcli advise                  which sales leader fits your organisation
    orgcli validate org.yaml       findings with file, line and column
    orgcli chart org.yaml          writes org.svg; -o org.pdf writes a PDF
    orgcli init                    writes a small organisation and its CI
    """


def run() -> int:
    """Run the command line and return its exit code.

    A pipe that closes early and Ctrl-C end it quietly.
    """
    # Looking for Pydantic plugins reads the metadata of everything installed: a tenth of a run.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    asked = sys.argv[1:2]
    whole = "_ORGCLI_COMPLETE" in os.environ or not set(asked) & set(COMMANDS)
    try:
        application(COMMANDS if whole else asked)()
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    except BrokenPipeError:
        return 0
    except KeyboardInterrupt:
        return 130
    return 0
