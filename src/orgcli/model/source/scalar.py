"""How text becomes a number, a truth or a date: the YAML 1.2 core reading, nothing more."""

import re
from datetime import date
from functools import lru_cache
from typing import Annotated

from pydantic import BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

_INT = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]{1,18}(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


def _whole(value: object) -> object:
    if isinstance(value, str):
        if not _INT.fullmatch(value):
            raise PydanticCustomError("whole_number", "expected a whole number")
        return int(value)
    return value


def _number(value: object) -> object:
    if isinstance(value, str):
        if not _FLOAT.fullmatch(value):
            raise PydanticCustomError("number", "expected a number")
        return float(value)
    return value


def _truth(value: object) -> object:
    if isinstance(value, str):
        if value not in _TRUTH:
            raise PydanticCustomError("truth", "expected `true` or `false`")
        return _TRUTH[value]
    return value


def _day(value: object) -> object:
    return _date(value) if isinstance(value, str) else value


@lru_cache(maxsize=4096)  # people start on the same few days
def _date(text: str) -> date:
    if not _DATE.fullmatch(text):
        raise PydanticCustomError("day", "expected a date as YYYY-MM-DD")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("day", "there is no such date") from None


def _several(value: object) -> object:
    return (value,) if isinstance(value, str) else () if value is None else value


def text_under(key: str) -> BeforeValidator:
    """Text alone stands for a mapping with it under a key."""
    return BeforeValidator(lambda value: {key: value} if isinstance(value, str) else value)


def _listed(value: object) -> object:
    return (value,) if isinstance(value, dict) else _several(value)


AS_LIST = BeforeValidator(_listed)
"""One text or mapping alone stands for a list of it, nothing for an empty one."""

Text = Annotated[str, StringConstraints(min_length=1)]
Whole = Annotated[int, BeforeValidator(_whole)]
Number = Annotated[float, BeforeValidator(_number)]
Truth = Annotated[bool, BeforeValidator(_truth)]
Day = Annotated[date, BeforeValidator(_day)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_several)]
"""One text or a list of them."""
