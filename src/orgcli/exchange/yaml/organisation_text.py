"""Positions and departments as the text of an organisation file."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from itertools import repeat
from operator import attrgetter, eq
from typing import Any, cast

from orgcli.exchange.numbers import number_text
from orgcli.exchange.yaml.scalars import key, repeated_scalar, scalar
from orgcli.model.organisation.organisation import Department
from orgcli.model.organisation.position import Position
from orgcli.model.strict import keys_of

_ITEM = "  - "
_NEXT = "\n" + " " * len(_ITEM)

_AT_ONCE = 1000
_SIMPLE = frozenset((str, date))


def organisation_text(
    name: str | None,
    positions: Iterable[Position],
    departments: Sequence[Department] = (),
    includes: Sequence[str] = (),
) -> str:
    """The text of a file with all or some of an organisation.

    name      None where the file does not name its organisation
    includes  the files that belong to it
    """
    lines = [] if name is None else [f"organisation: {scalar(name)}"]
    if includes:
        lines += ["include:", *(f"{_ITEM}{scalar(include)}" for include in includes)]
    if departments:
        lines += ["departments:", *_items(departments)]
    entries = list(_items(positions))
    if entries or not includes:
        lines += ["positions:", *entries] if entries else ["positions: []"]
    return "\n".join([*lines, ""])


def _items(models: Iterable[Any]) -> Iterator[str]:
    """Models of one kind as the items of a list, each key on a line."""
    several = [*models]
    for start in range(0, len(several), _AT_ONCE):
        some = several[start : start + _AT_ONCE]
        columns = (_column(some, *field) for field in _fields_of(cast(Hashable, type(some[0]))))
        for lines in zip(*filter(None, columns), strict=True):
            yield _ITEM + _NEXT.join(filter(None, lines))


def _column(models: Sequence[Any], name: str, key_text: str, usual: Any) -> list[str]:
    """What a field adds to each of some models: a line or more, or none; nothing at all if no line.

    Most fields of a position are as usual, and most of the others are texts.
    """
    values = [*map(attrgetter(name), models)]
    if all(map(eq, values, repeat(usual))):
        return []
    if usual == ():
        values = [*map(_single, values)]
    texts = {value for value in values if type(value) in _SIMPLE}
    lines = {text: f"{key_text} {_scalar(text)}" for text in texts}
    return [
        lines[value] if type(value) in _SIMPLE else _entry_text(key_text, value, usual)
        for value in values
    ]


def _entry_text(key_text: str, value: Any, usual: Any) -> str:
    return "" if value == usual else _NEXT.join(_entry(key_text, value))


def _mapping(model: Any) -> list[str]:
    """A model as the lines of a mapping, without what is as usual."""
    return [
        line
        for name, key_text, usual in _fields_of(cast(Hashable, type(model)))
        if (value := getattr(model, name)) != usual
        for line in _entry(key_text, _single(value))
    ]


def _single(value: Any) -> Any:
    """One text stands for a list of it."""
    return value[0] if type(value) is tuple and len(value) == 1 and type(value[0]) is str else value


def _entry(key_text: str, value: Any) -> Iterator[str]:
    """A key with its value, on one line or several."""
    if isinstance(value, tuple):
        yield from _list(key_text, value)
    elif isinstance(value, Mapping) or is_dataclass(value):
        inside = list(_attributes(value) if isinstance(value, Mapping) else _mapping(value))
        yield key_text if inside else f"{key_text} {{}}"
        yield from (f"  {line}" for line in inside)
    else:
        yield f"{key_text} {_scalar(value)}"


def _attributes(value: Mapping[str, str]) -> Iterator[str]:
    for name, text in value.items():
        yield from f"{key(name)} {repeated_scalar(text)}".split("\n")


def _list(key_text: str, values: Sequence[Any]) -> Iterator[str]:
    yield key_text
    for value in values:
        if isinstance(value, str):
            yield f"  - {scalar(value)}"
            continue
        lines = _mapping(value)
        if len(lines) == 1:  # a dotted line that is for nothing in particular is an id
            lines = [scalar(value.to)]
        yield f"  - {lines[0]}"
        yield from (f"    {line}" for line in lines[1:])


def _scalar(value: str | date | bool | int | float) -> str:
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(value)
    return str(value)


@cache
def _fields_of(model: Any) -> Sequence[tuple[str, str, Any]]:
    """The fields of a model: name, key with its colon, and the value that is not written."""
    keys = keys_of(model)
    return [
        (field.name, f"{keys[field.name]}:", None if field.default is MISSING else field.default)
        for field in fields(model)
    ]
