"""The values of cells as the texts that a table of CSV would have."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite

Value = str | int | float | bool | date | datetime | time | timedelta


def texts_of(values: Sequence[Value]) -> Sequence[str]:
    """The cells of a column: whole numbers without `.0`, dates as ISO 8601 writes them.

    Other numbers have the 15 digits that spreadsheets keep. A percentage is the number that it
    stands for, `0.5` for 50 %. Nothing is known of leading zeros that only a format shows.
    """
    kinds = set(map(type, values))
    if kinds <= {str}:
        return values  # type: ignore[return-value]
    if len(kinds) == 1:
        (kind,) = kinds
        return [*map(_TEXT[kind], values)]
    return [value if type(value) is str else _TEXT[type(value)](value) for value in values]


def _number(value: float) -> str:
    if not isfinite(value):
        return ""
    if value == int(value):
        return str(int(value))
    text = f"{value:.15g}"
    return format(Decimal(text), "f") if "e" in text else text


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _moment(value: datetime) -> str:
    if value.hour or value.minute or value.second or value.microsecond:
        return value.isoformat(sep=" ", timespec="seconds")
    return value.date().isoformat()


_TEXT: Mapping[type, Callable[..., str]] = {
    str: str,
    int: str,
    float: _number,
    bool: _truth,
    datetime: _moment,
    date: date.isoformat,
    time: time.isoformat,
    timedelta: str,
}
