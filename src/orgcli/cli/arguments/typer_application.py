"""The command line as Typer has it: what it parses, its help and its completion."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from orgcli.cli.options import (
    CommandLine,
    Completions,
    beginning,
    command_line,
    flag_name,
    kind_of,
)
from orgcli.model.request.flag import Flag, choices_of, loaded


def typer_application(names: Iterable[str]) -> typer.Typer:
    """The command line with some commands; to build them all takes a twentieth of a small run."""
    application = typer.Typer(
        name="orgcli",
        cls=_Group,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    application.callback()(_orgcli)
    for name in names:
        command = command_line(name)
        kind = type("Command", (_Command,), {"line": command})
        application.command(name, cls=kind)(_function(command))
    return application


def _version(is_requested: bool) -> None:
    if is_requested:
        from orgcli import __version__

        typer.echo(f"orgcli {__version__}")
        raise typer.Exit


def _orgcli(
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
    orgcli diff main               what has changed since a revision
    orgcli init                    writes a small organisation and its CI
    """


def _function(command: CommandLine) -> Callable[..., None]:
    """What Typer makes a command of: a parameter for each flag."""

    def run(**typed: Any) -> None:
        command(**typed)

    parameters = [_parameter(name, flag, hint) for name, (flag, hint) in command.flags.items()]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    run.__doc__, run.__name__ = command.run.__doc__, command.run.__name__
    return run


class _Group(TyperGroup):
    """The commands; a help or a result that nobody reads to its end is no failure."""

    def make_context(self, *args: Any, **options: Any) -> Any:
        """Parse the arguments; `--help` writes."""
        try:
            return super().make_context(*args, **options)
        except BrokenPipeError:
            raise typer.Exit from None

    def invoke(self, ctx: Any) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise typer.Exit from None


class _Command(TyperCommand):
    """A command whose help names the choices of its flags, looked up when somebody reads it."""

    line: CommandLine

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """What is left of the arguments; those that are written in another way are spelt first."""
        rest: list[str] = super().parse_args(
            ctx, self.line.spell(args) if self.line.spell else args
        )
        return rest

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the flags of the help."""
        self._name_choices()
        super().format_options(ctx, formatter)

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """The flags that begin as what was typed, with their help."""
        self._name_choices()
        return super().shell_complete(ctx, incomplete)

    def _name_choices(self) -> None:
        flags = self.line.flags
        for parameter in self.params:
            flag, _ = flags.get(parameter.name or "", (None, None))
            if flag and "{choices}" in flag.help:
                *most, last = choices_of(flag)
                listed = f"{', '.join(most)} or {last}" if most else last
                parameter.help = flag.help.replace("{choices}", listed)  # type: ignore[attr-defined]


def _parameter(name: str, flag: Flag, hint: Any) -> inspect.Parameter:
    """The parameter that Typer makes a flag of; its default, None, is a flag that is not there."""
    kind = kind_of(hint, flag)
    complete = _completion(flag) if flag.choices or flag.complete else None
    if flag.argument:
        info = typer.Argument(metavar=flag.metavar, help=flag.help, autocompletion=complete)
    else:
        long = flag_name(name, flag)
        spelling = f"{long}/--no-{long[2:]}" if flag.negatable else long
        info = typer.Option(
            *([spelling, flag.short] if flag.short else [spelling]),
            metavar=flag.metavar,
            help=flag.help,
            min=flag.minimum,
            max=flag.maximum,
            autocompletion=complete,
        )
    default = inspect.Parameter.empty if flag.argument and flag.required else None
    annotation = Annotated[kind, info] if default is not None else Annotated[kind | None, info]
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation
    )


def _completion(flag: Flag) -> Callable[[str], Completions]:
    """What the shell offers for a value; its table is read when somebody presses Tab."""

    def complete(incomplete: str) -> Completions:
        if flag.complete:
            return list(loaded(flag.complete)(incomplete))
        before, separator, last = "", "", incomplete
        if flag.separator:
            before, separator, last = incomplete.rpartition(flag.separator)
        return [
            f"{before}{separator}{word}" if isinstance(word, str) else word
            for word in beginning(choices_of(flag), last)
        ]

    return complete
