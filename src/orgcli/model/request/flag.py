"""How a field of a request is written on a command line, and which words it takes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from inspect import get_annotations
from typing import Any, cast

from orgcli.model.likeness import did_you_mean, nearest_words
from orgcli.model.text import listed

Where = Callable[[str], str]
"""The name of a field -> what the user wrote, `--page` or `org.toml: [chart] page`."""


@dataclass(frozen=True, slots=True)
class Flag:
    """The flag of a field of a request; its name is the field's, `min_font` -> `--min-font`.

    help       one line; {choices} stands for the words it takes
    metavar    what stands for the value in the help
    name       the name of the flag where it is not the field's
    short      the letter of the flag, `-f`
    choices    `module:TABLE` with the words the field takes, in the order of the help
    open       whether it takes other words too, which are judged where they are used
    complete   `module:function` that completes a value, where it is not one of `choices`
    separator  between several values in one argument; without it the flag is repeated
    minimum, maximum  of a number
    negatable  whether a truth has a flag for false, `--no-book`
    argument   whether it is no flag but what stands on the command line without one
    required   whether such an argument must be there
    suits      the formats that the field means something for, as a property of their table
    """

    help: str = ""
    metavar: str | None = None
    name: str = ""
    short: str = ""
    choices: str = ""
    open: bool = False
    complete: str = ""
    separator: str = ""
    minimum: int | None = None
    maximum: int | None = None
    negatable: bool = False
    argument: bool = False
    required: bool = False
    suits: str = ""


class HelpfulError(Exception):
    """Something cannot be done as requested; `help` is what can be, where that is known."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.help = help


class RequestError(HelpfulError, ValueError):
    """A request with wrong values, or with some that exclude each other; `help` is a way out."""


def flags_of(request: type) -> Mapping[str, tuple[Flag, Any]]:
    """The fields of a request that have a flag -> the flag, and the type without its metadata.

    The fields of the class itself come before those it inherits.
    """
    return _flags_of(request)


@cache
def _flags_of(request: Hashable) -> Mapping[str, tuple[Flag, Any]]:
    flags: dict[str, tuple[Flag, Any]] = {}
    for base in cast(type, request).__mro__[:-1]:
        for name, hint in get_annotations(base, eval_str=True).items():
            metadata = getattr(hint, "__metadata__", ())
            flag = next((word for word in metadata if isinstance(word, Flag)), None)
            if flag is not None:
                flags.setdefault(name, (flag, hint.__origin__))
    return flags


def choices_of(flag: Flag) -> Mapping[str, object]:
    """The words that a field takes -> what they stand for; empty where it takes any value."""
    if not flag.choices:
        return {}
    table = loaded(flag.choices)
    return table if isinstance(table, Mapping) else dict.fromkeys(table, "")


def loaded(place: str) -> Any:
    """What stands at `module:name`, imported now."""
    module, _, name = place.partition(":")
    return getattr(import_module(module), name)


def refuse_unknown_words(request: object, where: Where, judged: Collection[str]) -> None:
    """Raise RequestError where a field has a word that is none of its choices.

    judged  the names of the fields to look at
    """
    kind: type = type(request)
    for name, (flag, _) in flags_of(kind).items():
        value = getattr(request, name)
        if flag.choices and not flag.open and name in judged and value is not None:
            for word in (value,) if isinstance(value, str) else value:
                refuse_unknown_word(where(name), word, choices_of(flag))


def refuse_unknown_word(where: str, word: str, choices: Iterable[str]) -> None:
    """Raise RequestError where a word is none of the choices; its help names similar ones."""
    known = list(choices)
    if word in known:
        return
    help = did_you_mean(nearest_words(word, known), f"one of {listed(known)}")
    raise RequestError(f"{where} cannot be `{word}`", help)
