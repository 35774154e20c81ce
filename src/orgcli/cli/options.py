"""Commands whose flags are the fields of requests: their names, words and checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from keyword import iskeyword
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from orgcli.cli.output import fail, one_of
from orgcli.model.request.day import DAY_HELP, day_named
from orgcli.model.request.flag import Flag, choices_of, flags_of, loaded
from orgcli.read.syntax.paths import forget_read

R = TypeVar("R")
Completions = list[str | tuple[str, str]]


COLORS = ("auto", "always", "never")


def language_flag(default: str) -> Flag:
    """The flag for a language; `default` is what decides where there is none."""
    help = f"{{choices}}; default: the configuration, or {default}."
    return Flag(help, "LANGUAGE", choices="orgcli.language.tags:LANGUAGES", open=True)


Language = Annotated[str | None, language_flag("the locale")]
Colors = Annotated[str, Flag("Use colours: {choices}.", "WHEN", choices=f"{__name__}:COLORS")]
OutputFile = Annotated[str | None, Flag("Write to FILE instead of stdout.", "FILE", short="-o")]


def format_flag(table: str, default: str = "", open: bool = False) -> Flag:
    """The flag for one of the formats in a table, `module:TABLE`; `default` is the usual one.

    open  whether `chosen_format` judges it, and not the flag
    """
    help = "Output format: {choices}" + (f"; default: {default}." if default else ".")
    return Flag(help, "FORMAT", short="-f", choices=table, open=open)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ResultRequest:
    """The language, the file and the colours of a result."""

    lang: Language = None
    output: OutputFile = None
    color: Colors = "auto"


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments of a command line: the name of a field -> its value, if its flag is there."""

    values: Mapping[str, object]

    def typed(self, request: type) -> Mapping[str, object]:
        """The fields of a request whose flags are on the command line."""
        return {name: self.values[name] for name in flags_of(request) if name in self.values}

    def request(self, request: type[R]) -> R:
        """A request of these fields, the others as usual."""
        return request(**self.typed(request))


@dataclass(frozen=True, slots=True, eq=False)
class CommandLine:
    """A command: the requests whose fields are its flags, and what it does with them.

    run    takes the arguments of the command line
    spell  spells the arguments as other commands take them, where some are written otherwise
    words  the flag of the `paths` to read, where other words stand before them
    """

    run: Callable[[Arguments], None]
    requests: tuple[type, ...]
    spell: Callable[[Sequence[str]], list[str]] | None = None
    words: Flag | None = None

    @property
    def flags(self) -> Mapping[str, tuple[Flag, Any]]:
        """The name of each field -> its flag, and the type without its metadata."""
        by_field = {
            name: pair for request in self.requests for name, pair in flags_of(request).items()
        }
        if self.words is not None:
            by_field["paths"] = self.words, by_field["paths"][1]
        return by_field

    def __call__(self, **typed: Any) -> None:
        """Run with the values of the flags; None is a flag that is not there.

        Leaves with exit code 2 where a flag has a word that is none of its choices.
        """
        forget_read()
        flags = self.flags
        values = {
            name: _read(name, flags[name], value)
            for name, value in typed.items()
            if value is not None
        }
        self.run(Arguments(values))


def command_line(name: str) -> CommandLine:
    """The command of a name; its module is imported now."""
    word = f"{name}_" if iskeyword(name) else name
    command: CommandLine = loaded(f"orgcli.cli.commands.{word}:{word}")
    return command


def takes(
    *requests: type,
    spell: Callable[[Sequence[str]], list[str]] | None = None,
    words: Flag | None = None,
) -> Callable[[Callable[[Arguments], None]], CommandLine]:
    """Make a command of a function of arguments: a flag for each field of the requests.

    words  what stands before the `paths` to read, and these: a field has all until they are parted
    """
    return lambda run: CommandLine(run, requests, spell, words)


def flag_name(name: str, flag: Flag) -> str:
    """How a field is written on the command line: `--min-font`."""
    return f"--{flag.name or name.replace('_', '-')}"


def kind_of(hint: Any, flag: Flag) -> Any:
    """What the command line reads a value as: a number, a truth, a text or a list of texts."""
    plain = _without_none(hint)
    if get_origin(plain) is tuple:
        return str if flag.separator else list[str]
    return plain if plain in (bool, int, float) else str


def _without_none(hint: Any) -> Any:
    """The type of a value that is there, without metadata."""
    while get_origin(hint) in (Annotated, Union, UnionType):
        hint = next(choice for choice in get_args(hint) if choice is not NoneType)
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


def beginning(words: Iterable[str], incomplete: str) -> Completions:
    """The words that begin as what was typed, with their meaning where a table has one."""
    if isinstance(words, Mapping) and all(
        isinstance(meaning, str) and meaning for meaning in words.values()
    ):
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
