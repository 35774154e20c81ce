"""Commands whose flags are the fields of requests: their names, help, completion and checks."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

import typer
from typer.core import TyperCommand

from orgcli.cli.output import fail, one_of
from orgcli.model.request.day import DAY_HELP, day_named
from orgcli.model.request.flag import Flag, choices_of, flags_of, loaded

R = TypeVar("R")
Completions = list[str | tuple[str, str]]


COLORS = ("auto", "always", "never")
Language = Annotated[
    str | None,
    Flag(
        "{choices}; default: the configuration, or the locale.",
        "LANGUAGE",
        choices="orgcli.language.tags:LANGUAGES",
        open=True,
    ),
]
OutputFile = Annotated[str | None, Flag("Write to FILE instead of stdout.", "FILE", short="-o")]


def format_flag(table: str, default: str = "", open: bool = False) -> Flag:
    """The flag for one of the formats in a table, `module:TABLE`; `default` says which is usual.

    open  whether `chosen_format` judges it, and not the flag
    """
    help = "Output format: {choices}" + (f"; default: {default}." if default else ".")
    return Flag(help, "FORMAT", short="-f", choices=table, open=open)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ResultRequest:
    """The language, the file and the colours of a result."""

    lang: Language = None
    output: OutputFile = None
    color: Annotated[str, Flag("Use colours: {choices}.", "WHEN", choices=f"{__name__}:COLORS")] = (
        "auto"
    )


@dataclass(frozen=True, slots=True)
class Given:
    """What a command line says: the name of a field -> its value, only where a flag is there."""

    values: Mapping[str, object]

    def typed(self, request: type) -> Mapping[str, object]:
        """The fields of a request that flags were given for."""
        return {name: self.values[name] for name in flags_of(request) if name in self.values}

    def request(self, request: type[R]) -> R:
        """A request of these fields, the others as usual."""
        return request(**self.typed(request))


class Command(TyperCommand):
    """A command whose help names the choices of its flags, looked up when somebody reads it."""

    requests: tuple[type, ...] = ()

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the flags of the help."""
        self._name_choices()
        super().format_options(ctx, formatter)

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """The flags that begin as what was typed, with their help."""
        self._name_choices()
        return super().shell_complete(ctx, incomplete)

    def _name_choices(self) -> None:
        found = {name: flag for one in self.requests for name, (flag, _) in flags_of(one).items()}
        for parameter in self.params:
            flag = found.get(parameter.name or "")
            if flag and "{choices}" in flag.help:
                *most, last = choices_of(flag)
                listed = f"{', '.join(most)} or {last}" if most else last
                parameter.help = flag.help.replace("{choices}", listed)  # type: ignore[attr-defined]


def takes(
    *requests: type, base: type[Command] = Command
) -> Callable[[Callable[[Given], None]], Callable[..., None]]:
    """Make a command of a function of what is given: a flag for each field of the requests.

    It leaves with exit code 2 where a flag has a word that is none of its choices.
    base  the class of the command, where it parses its arguments itself
    """

    def decorated(run: Callable[[Given], None]) -> Callable[..., None]:
        flags = {name: pair for one in requests for name, pair in flags_of(one).items()}

        def command(**typed: Any) -> None:
            given = {
                name: _read(name, flags[name], value)
                for name, value in typed.items()
                if value is not None
            }
            run(Given(given))

        shown = [_parameter(name, flag, hint) for name, (flag, hint) in flags.items()]
        command.__signature__ = inspect.Signature(shown)  # type: ignore[attr-defined]
        command.__annotations__ = {one.name: one.annotation for one in shown}
        command.__doc__, command.__name__ = run.__doc__, run.__name__
        command.cls = type("Command", (base,), {"requests": requests})  # type: ignore[attr-defined]
        return command

    return decorated


def flag_name(name: str, flag: Flag) -> str:
    """How a field is written on the command line: `--min-font`."""
    return f"--{flag.name or name.replace('_', '-')}"


def _parameter(name: str, flag: Flag, hint: Any) -> inspect.Parameter:
    """The parameter that Typer makes a flag of; its default, None, is a flag that is not there."""
    kind = _kind(hint, flag)
    complete = _completion(flag) if flag.choices or flag.complete else None
    if flag.argument:
        info = typer.Argument(metavar=flag.metavar, help=flag.help, autocompletion=complete)
    else:
        long = flag_name(name, flag)
        written = f"{long}/--no-{long[2:]}" if flag.negatable else long
        info = typer.Option(
            *([written, flag.short] if flag.short else [written]),
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


def _kind(hint: Any, flag: Flag) -> Any:
    """What Typer reads a value as: a number, a truth, a text or a list of texts."""
    plain = _without_none(hint)
    if get_origin(plain) is tuple:
        return str if flag.separator else list[str]
    return plain if plain in (bool, int, float) else str


def _without_none(hint: Any) -> Any:
    """The type of a value that is there, without metadata."""
    while get_origin(hint) in (Annotated, Union, UnionType):
        hint = next(one for one in get_args(hint) if one is not NoneType)
    return hint


def _read(name: str, flag_and_hint: tuple[Flag, Any], value: Any) -> object:
    """A value as its request has it; exit code 2 for a word that is none of the choices."""
    flag, hint = flag_and_hint
    if flag.separator:
        value = tuple(word.strip() for word in value.split(flag.separator))
    elif isinstance(value, list):
        value = tuple(value)
    if flag.choices and not flag.open:
        for word in value if isinstance(value, tuple) else (value,):
            one_of(flag_name(name, flag), word, choices_of(flag))
    if _without_none(hint) is not date:
        return value
    day = day_named(value)
    return fail(f"{flag_name(name, flag)} cannot be `{value}`", DAY_HELP) if day is None else day


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


def beginning(words: Iterable[str], incomplete: str) -> Completions:
    """The words that begin as what was typed, with their meaning where a table has one."""
    if isinstance(words, Mapping) and all(isinstance(one, str) and one for one in words.values()):
        return [*with_meaning(words, incomplete)]
    return [word for word in words if word.startswith(incomplete)]


def with_meaning(words: Mapping[str, str], incomplete: str) -> list[tuple[str, str]]:
    """Words with what they mean. Case does not count, so what is typed stays as it is."""
    size = len(incomplete)
    return [
        (incomplete + word[size:], meaning)
        for word, meaning in words.items()
        if word[:size].casefold() == incomplete.casefold()
    ]
