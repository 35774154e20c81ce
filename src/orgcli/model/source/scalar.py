"""How text becomes a number, a truth or a date: the YAML 1.2 core reading, nothing more."""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Annotated

from orgcli.model.source.marks import Before, Count, WrongValue

_INT = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]{1,18}(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


def _reads(read: Callable[[str], object]) -> Before:
    """Text becomes its value; anything else stays."""
    return Before(lambda value: read(value) if isinstance(value, str) else value)


def _whole(text: str) -> int:
    if not _INT.fullmatch(text):
        raise WrongValue("whole_number", "expected a whole number")
    return int(text)


def _number(text: str) -> float:
    if not _FLOAT.fullmatch(text):
        raise WrongValue("number", "expected a number")
    return float(text)


def _truth(text: str) -> bool:
    if text not in _TRUTH:
        raise WrongValue("truth", "expected `true` or `false`")
    return _TRUTH[text]


@lru_cache(maxsize=4096)  # people start on the same few days
def _day(text: str) -> date:
    if not _DATE.fullmatch(text):
        raise WrongValue("day", "expected a date as YYYY-MM-DD")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongValue("day", "there is no such date") from None


def _several(value: object) -> object:
    return (value,) if isinstance(value, str) else () if value is None else value


def text_under(key: str) -> Before:
    """Text alone stands for a mapping with it under a key."""
    return _reads(lambda text: {key: text})


def _listed(value: object) -> object:
    return (value,) if isinstance(value, dict) else _several(value)


AS_LIST = Before(_listed)
"""One text or mapping alone stands for a list of it, nothing for an empty one."""

Text = Annotated[str, Count(least=1)]
Whole = Annotated[int, _reads(_whole)]
Number = Annotated[float, _reads(_number)]
Truth = Annotated[bool, _reads(_truth)]
Day = Annotated[date, _reads(_day)]
Texts = Annotated[tuple[Text, ...], Before(_several)]
"""One text or a list of them."""
