"""Makes values of models from what was parsed, where all of it is sound.

This does what Pydantic would, and gives up where anything is wrong, which Pydantic then finds and
explains. Most runs read few entries and find nothing wrong with them: to import Pydantic would
take them longer than all else.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache, reduce
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from orgcli.model.source.marks import Before, Exact, Mark, ModelLater
from orgcli.model.strict import keys_of

if TYPE_CHECKING:
    from pydantic import TypeAdapter, ValidationError

T = TypeVar("T")

_Reader = Callable[[Any], Any]


class NotSound(ValueError):
    """Something is wrong with a value, or it is of a kind that only Pydantic reads."""


def sound_value(kind: type[T], value: object) -> T:
    """The value that Pydantic would make; `kind` is a model or a type made of models.

    Raises NotSound where something is wrong, or might be.
    """
    result: T = reader_of(cast(Hashable, kind))(value)
    return result


class InvalidValue(ValueError):
    """A value of which something is wrong; `error` is what Pydantic found."""

    def __init__(self, error: ValidationError) -> None:
        super().__init__(str(error))
        self.error = error


def valid_value(kind: type[T], value: object) -> T:
    """The same where it need not be sound. Raises InvalidValue where something is wrong."""
    try:
        return sound_value(kind, value)
    except NotSound:
        pass
    from pydantic import ValidationError

    try:
        result: T = _adapter(cast(Hashable, kind)).validate_python(value)
    except ValidationError as error:
        raise InvalidValue(error) from None
    return result


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


@cache
def reader_of(kind: Any) -> _Reader:
    """What makes a value of a type from what was parsed; it raises NotSound."""
    origin = get_origin(kind)
    if origin is Annotated:
        return reduce(_with_mark, kind.__metadata__, reader_of(kind.__origin__))
    if origin in (Union, UnionType):
        return _optional(get_args(kind))
    if origin is Literal:
        return _one_of(get_args(kind))
    if origin is tuple:
        return _tuple(get_args(kind))
    if origin is dict:
        return _mapping(*map(reader_of, get_args(kind)))
    if is_dataclass(kind):
        return _model(kind)
    return _SCALARS.get(kind, _never)


def _never(_value: object) -> object:
    raise NotSound


def _text(value: object) -> str:
    if type(value) is not str:
        raise NotSound
    if not value.isascii():
        try:
            value.encode()  # half a character is none
        except UnicodeEncodeError:
            raise NotSound from None
    return value


def _number(value: object) -> float:
    if type(value) is float or type(value) is int:
        return float(value)
    raise NotSound


def _of_type(kind: type[T]) -> Callable[[object], T]:
    def read(value: object) -> T:
        if type(value) is not kind:
            raise NotSound
        return value

    return read


_SCALARS: dict[Any, _Reader] = {
    str: _text,
    float: _number,
    int: _of_type(int),
    bool: _of_type(bool),
    date: _of_type(date),
    Any: lambda value: value,
}


def _with_mark(read: _Reader, mark: object) -> _Reader:
    if isinstance(mark, Exact) or not isinstance(mark, Mark):  # what is no mark is for others
        return read
    if isinstance(mark, ModelLater):
        return _later(mark)
    if isinstance(mark, Before):
        before = mark.read

        def with_before(value: object) -> object:
            try:
                value = before(value)
            except ValueError:
                raise NotSound from None
            return read(value)

        return with_before
    fits: Callable[[Any], bool] | None = getattr(mark, "fits", None)
    if fits is None:
        return _never

    def with_limit(value: object) -> object:
        result = read(value)
        if not fits(result):
            raise NotSound
        return result

    return with_limit


def _later(mark: ModelLater) -> _Reader:
    def read(value: object) -> object:
        if not value:
            return () if mark.several else None
        return reader_of(mark.kind)(mark.listed(value))

    return read


def _optional(kinds: tuple[Any, ...]) -> _Reader:
    """None or one other type; of several, Pydantic chooses."""
    others = [kind for kind in kinds if kind is not NoneType]
    if len(others) != 1 or len(others) == len(kinds):
        return _never
    inner = reader_of(others[0])
    return lambda value: None if value is None else inner(value)


def _one_of(choices: tuple[object, ...]) -> _Reader:
    def read(value: object) -> object:
        if type(value) is not str or value not in choices:
            raise NotSound
        return value

    return read


def _tuple(kinds: tuple[Any, ...]) -> _Reader:
    if len(kinds) != 2 or kinds[1] is not Ellipsis:
        return _never
    inner = reader_of(kinds[0])

    def read(value: object) -> tuple[object, ...]:
        if type(value) is not list and type(value) is not tuple:
            raise NotSound
        return tuple(map(inner, value))

    return read


def _mapping(key: _Reader, inner: _Reader) -> _Reader:
    def read(value: object) -> dict[object, object]:
        if type(value) is not dict:
            raise NotSound
        return {key(name): inner(item) for name, item in value.items()}

    return read


def _model(model: Any) -> _Reader:
    hints = get_type_hints(model, include_extras=True)
    readers = {key: (name, reader_of(hints[name])) for name, key in keys_of(model).items()}
    required = {
        field.name
        for field in fields(model)
        if field.default is MISSING and field.default_factory is MISSING
    }

    def read(value: object) -> object:
        if type(value) is not dict:
            raise NotSound
        arguments: dict[str, object] = {}
        for key, item in value.items():
            if key not in readers:
                raise NotSound
            name, inner = readers[key]
            arguments[name] = inner(item)
        if not required <= arguments.keys():
            raise NotSound
        return model(**arguments)

    return read
