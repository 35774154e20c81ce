"""The command line: which commands there are; what they import, they import when they run."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

COMMANDS: tuple[str, ...] = (
    "compare", "roles", "role", "dispute", "advise", "validate", "columns", "chart", "diff",
    "stats", "show", "move", "set", "hire", "leave", "close", "rename", "add", "apply", "export",
    "import", "make", "init", "rule", "schema", "lsp",
)  # fmt: skip
"""In the order of the help. Each is the function of its name in `orgcli.cli.commands.<name>`.

A word of Python has an underscore after it there.
"""

if TYPE_CHECKING:
    import typer

    app: typer.Typer


def __getattr__(name: str) -> object:
    """`app` is the command line with all its commands, built when it is first used."""
    if name != "app":
        raise AttributeError(f"module `{__name__}` has no `{name}`")
    from orgcli.cli.arguments.typer_application import typer_application

    globals()["app"] = whole = typer_application(COMMANDS)
    return whole


def run() -> int:
    """Run the command line and return its exit code.

    A pipe that closes early and Ctrl-C end it quietly. What no command has foreseen is a line and
    exit code 2.
    """
    # Looking for Pydantic plugins reads the metadata of everything installed: a tenth of a run.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from orgcli.cli.output import in_actions

    if in_actions():
        from orgcli.render.runner_log import HarmlessStream

        # The parser of the command line writes to it too.
        sys.stderr = HarmlessStream(sys.stderr)
    try:
        _run(sys.argv[1:])
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    except BrokenPipeError:
        return 0
    except KeyboardInterrupt:
        return 130
    except (OSError, ValueError, MemoryError, RecursionError) as error:
        from orgcli.cli.failures import report_failure

        return report_failure(error)
    return 0


def _run(args: list[str]) -> None:
    names = COMMANDS
    if args[:1] and args[0] in COMMANDS and "_ORGCLI_COMPLETE" not in os.environ:
        from orgcli.cli.arguments.plain_arguments import plain_arguments
        from orgcli.cli.options import command_line

        command = command_line(args[0])
        values = plain_arguments(command, args[1:])
        if values is not None:
            command(**values)
            return
        names = (args[0],)
    from orgcli.cli.arguments.typer_application import typer_application

    typer_application(names)()
