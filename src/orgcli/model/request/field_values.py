"""Checks the values of a request that a Python caller made: their types, and bounds of numbers."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from inspect import get_annotations
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from orgcli.model.request.day import DAY_HELP, day_named
from orgcli.model.request.flag import Flag, RequestError, Where, choices_of
from orgcli.model.text import listed

_MEANT = {bool: "True or False", str: "a text", tuple: "a text or several"}


def refuse_wrong_values(request: object, where: Where) -> None:
    """Raise RequestError for the first field whose value is not of its type; help names the type.

    Words of tables and what a page is are not judged here.
    """
    kind: type = type(request)
    for name, (flag, kinds) in _fields_of(kind).items():
        value = getattr(request, name)
        if not any(_fits(value, kind, flag) for kind in kinds):
            raise RequestError(f"{where(name)} cannot be `{value!r}`", _help(flag, kinds))


def plain_types(hint: Any) -> Iterator[type]:
    """The types that a hint allows, without metadata and words; tuple for a tuple of anything."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        for choice in get_args(hint):
            yield from plain_types(choice)
    elif origin is Annotated:
        yield from plain_types(hint.__origin__)
    elif origin is not Literal:
        yield origin or hint


@cache
def _fields_of(request: Any) -> Mapping[str, tuple[Flag, tuple[type, ...]]]:
    flags: dict[str, tuple[Flag, tuple[type, ...]]] = {}
    for base in request.__mro__[:-1]:
        for name, hint in get_annotations(base, eval_str=True).items():
            if name in getattr(request, "__dataclass_fields__", {}) and name[0] != "_":
                marks = getattr(hint, "__metadata__", ())
                flag = next((mark for mark in marks if isinstance(mark, Flag)), Flag())
                flags.setdefault(name, (flag, tuple(plain_types(hint))))
    return flags


def _fits(value: object, kind: type, flag: Flag) -> bool:
    """Whether a value is one of a type: a truth is no number, and a whole number may be a float."""
    if kind is date:
        return day_named(value) is not None
    if kind is tuple:
        several = (value,) if isinstance(value, str) else value
        return isinstance(several, list | tuple) and all(isinstance(text, str) for text in several)
    if kind is float:
        return type(value) in (int, float)
    if type(value) is not kind:
        return False
    return kind is not int or _is_between(value, flag)


def _is_between(number: Any, flag: Flag) -> bool:
    least, most = flag.minimum, flag.maximum
    return (least is None or least <= number) and (most is None or number <= most)


def _help(flag: Flag, kinds: tuple[type, ...]) -> str:
    """What may be written instead."""
    if flag.choices and not flag.open:
        return f"one of {listed(list(choices_of(flag)))}"
    if date in kinds:
        return DAY_HELP
    if int in kinds:
        least, most = flag.minimum, flag.maximum
        if most is None:
            return "a whole number" if least is None else f"a whole number, {least:,} or more"
        return f"a whole number from {least or 0:,} to {most:,}"
    kind = next(kind for kind in kinds if kind is not NoneType)
    return _MEANT.get(kind, "a number")
