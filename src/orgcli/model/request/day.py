"""The day that a request is about: a date, or today, for which alone the clock is read."""

from datetime import date, datetime
from typing import Literal

TODAY: Literal["today"] = "today"
DAY_HELP = "write a day as 2027-01-31, or today"


def day_named(value: object) -> date | Literal["today"] | None:
    """The day that a value of a request names: text as 2027-01-31 or today, or a date.

    None for anything else, such as a number, a moment, or another of the spellings that Python
    reads (20270131, 2027-W01-1) and files may not have.
    """
    if isinstance(value, date):
        return None if isinstance(value, datetime) else value
    if not isinstance(value, str):
        return None
    if value.casefold() == TODAY:
        return TODAY
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day if day.isoformat() == value else None


def date_of(day: date | Literal["today"] | None) -> date | None:
    """The date of a day; reads the clock for today."""
    return day if day is None or isinstance(day, date) else date.today()
