"""Dates as systems and people write them become ISO dates, where only one reading is possible.

The order of day and month is that of the column: one cell whose day is above 12 decides, a dot
between the numbers means day first, and `--date-format` says it where neither does.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from orgcli.read.entries import DATE_FORMATS
from orgcli.read.tables.cells.words import bare

DAY_FIRST, MONTH_FIRST, YEAR_FIRST = DATE_FORMATS

_TIME = re.compile(
    r"(?:[T ]|, ?)[0-9]{1,2}(?:[:.h][0-9]{2}){1,2}(?:[.,][0-9]{1,9})?(?: ?[ap]\.? ?m\.?)?"
    r"(?: ?(?:Z|UTC|GMT)?(?:[+-][0-9]{2}:?[0-9]{2})?)(?: ?\([^()]{1,40}\))?$",
    re.IGNORECASE,
)
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_NUMBERS = re.compile(r"([0-9]{1,4})( ?[-/.年] ?)([0-9]{1,2})(?: ?[-/.月] ?)([0-9]{1,4})[日.]?")
_COMPACT = re.compile(r"([0-9]{8})(?:[0-9]{6}(?:\.[0-9]+)?Z?)?")
_SERIAL = re.compile(r"([1-9][0-9]{4})(?:\.[0-9]+)?")
_WEEKDAY = re.compile(r"[^\W\d_]{2,10}\.?,? (?=[^\W_])")
_DAY_AND_MONTH = re.compile(
    r"([0-9]{1,2})(?:st|nd|rd|th|er|[oa.°])?[ -/]{0,2}(?:de |of )?([^\W\d_]{3,12})\.?,?"
    r"[ -/']{0,2}(?:de |del )?([0-9]{4}|[0-9]{2})\.?"
)
_MONTH_AND_DAY = re.compile(
    r"([^\W\d_]{3,12})\.?[ -/]{0,2}([0-9]{1,2})(?:st|nd|rd|th)?[ ,/-]{1,2}'?([0-9]{4}|[0-9]{2})"
)
_YEAR_AND_MONTH = re.compile(r"([0-9]{4})[ -/]{1,2}([^\W\d_]{3,12})\.?[ -/]{1,2}([0-9]{1,2})")
_NOTHING = (
    "n a,na,none,null,nil,nan,tbd,tba,tbc,to be determined,to be confirmed,unknown,never,open,"
    "open ended,openended,indefinite,permanent,unlimited,no end date,present,current,ongoing,today,"
    "not set,not applicable,unbefristet,offen,indefini,indefinido,tillsvidare,pagaende,0,0 0"
)
_NO_DATE = frozenset({"", *_NOTHING.split(",")})
"""Words, folded, that stand for no date; a cell of dashes folds to nothing."""
_FAR_AWAY = frozenset({(9999, 12, 31), (9999, 1, 1), (2999, 12, 31), (1, 1, 1), (4712, 12, 31)})
"""Days that systems write where there is none."""
_LONGEST = 60
_YEARS = range(1900, 2200)
_PIVOT = 69
"""The first of the two-digit years that are of the last century, as POSIX has it."""
_SERIALS = range(14_611, 73_051)
"""Days since the end of 1899, as spreadsheets count them, of 1940 to 2099."""
_NO_SERIAL = "2958465"  # 9999-12-31
_EPOCH = date(1899, 12, 30)

_MONTHS = (
    "january januar janvier enero janeiro januari gennaio jan ene gen",
    "february februar fevrier febrero fevereiro februari febbraio feb fev fevr",
    "march marz mars marzo marco mart maart mar mrz mrt",
    "april avril abril aprile apr avr abr",
    "may mai mayo maio maj mei maggio mag",
    "june juni juin junio junho giugno jun giu",
    "july juli juillet julio julho luglio jul juil lug",
    "august aout agosto augusti augustus aug ago agu",
    "september septembre septiembre setembro settembre sep sept set",
    "october oktober octobre octubre outubro ottobre oct okt out ott",
    "november novembre noviembre novembro nov",
    "december dezember decembre diciembre dezembro desember dicembre dec dez dic des",
)  # English, German, French, Spanish, Portuguese, Swedish, Norwegian, Danish, Italian, Dutch
_MONTH_OF = {word: at for at, words in enumerate(_MONTHS, 1) for word in words.split()}


@dataclass(frozen=True, slots=True)
class DateColumn:
    """What the different cells of a column of dates say.

    days       cell -> ISO date, "" where it says that there is none; without those that are no date
    ambiguous  cell -> two of its readings, where nothing decides between them
    """

    days: Mapping[str, str] = field(default_factory=dict)
    ambiguous: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Readings:
    """What one cell can mean: order of day, month and year -> ISO date.

    Empty for what is no date. A cell that does not depend on an order has it as `certain`.
    mark  what stands between its numbers; is_short  whether its year has two digits
    """

    certain: str | None = None
    by_order: Mapping[str, str] = field(default_factory=dict)
    mark: str = ""
    is_short: bool = False


def read_dates(cells: Collection[str], order: str | None = None) -> DateColumn:
    """What the different cells of a column say.

    order  of day, month and year in cells of numbers, one of DATE_FORMATS; None to infer it
    """
    readings = {cell: _readings(cell) for cell in cells}
    days = {
        cell: reading.certain for cell, reading in readings.items() if reading.certain is not None
    }
    several = {cell: reading for cell, reading in readings.items() if reading.by_order}
    if not several:
        return DateColumn(days)
    orders = {
        is_short: order
        or _order([reading for reading in several.values() if reading.is_short is is_short])
        for is_short in (False, True)
    }
    ambiguous: dict[str, tuple[str, str]] = {}
    for cell, reading in several.items():
        column_order = orders[reading.is_short] or orders[False]
        possible = [*dict.fromkeys(reading.by_order.values())]
        if column_order is not None and column_order in reading.by_order:
            days[cell] = reading.by_order[column_order]
        elif len(possible) > 1:
            ambiguous[cell] = (possible[0], possible[1])
        elif column_order is None:
            days[cell] = possible[0]
    return DateColumn(days, ambiguous)


def _order(cells: Collection[_Readings]) -> str | None:
    """The order that a column has, as its cells of one kind tell; None where they do not.

    A short year stands first where dashes part the numbers, or where it can stand nowhere else.
    """
    if not cells:
        return None
    common = {DAY_FIRST, MONTH_FIRST, YEAR_FIRST}.intersection(*(cell.by_order for cell in cells))
    if not any(cell.mark == "-" for cell in cells):
        common = common - {YEAR_FIRST} or common
    if len(common) == 1:
        return common.pop()
    unsure = (cell for cell in cells if len(set(cell.by_order.values())) > 1)
    return DAY_FIRST if DAY_FIRST in common and all(cell.mark == "." for cell in unsure) else None


def _readings(text: str) -> _Readings:
    if len(text) > _LONGEST:
        return _Readings()
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    if (text[0] in "-0" or not text[0].isdigit()) and bare(text) in _NO_DATE:
        return _Readings("")
    if text == _NO_SERIAL:
        return _Readings("")
    text = _TIME.sub("", text.strip(" '"))
    if match := _ISO.fullmatch(text):
        year, month, day = map(int, match.groups())
        return _Readings(_day(year, month, day, range(1, 10_000)))
    if match := _NUMBERS.fullmatch(text):
        return _of_numbers(match[1], match[3], match[4], match[2].strip())
    if match := _COMPACT.fullmatch(text):
        return _of_digits(match[1])
    if match := _SERIAL.fullmatch(text):
        count = int(match[1])
        return _Readings((_EPOCH + timedelta(count)).isoformat() if count in _SERIALS else None)
    return _Readings(_with_month_name(text))


def _day(year: int, month: int, day: int, years: range = _YEARS) -> str | None:
    """The ISO date, "" for one that stands for none, None where there is no such day."""
    if (year, month, day) in _FAR_AWAY or not (year or month or day) or (year, day) == (1900, 0):
        return ""
    if year not in years:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _of_numbers(first: str, second: str, third: str, mark: str) -> _Readings:
    leading, middle, trailing = int(first), int(second), int(third)
    if len(first) == 4 and len(third) <= 2:
        return _Readings(_day(leading, middle, trailing))
    if len(first) > 2 or len(third) not in (2, 4):
        return _Readings()
    is_short = len(third) == 2
    last = _full_year(trailing) if is_short else trailing
    orders = {DAY_FIRST: _day(last, middle, leading), MONTH_FIRST: _day(last, leading, middle)}
    if is_short and len(first) == 2 and mark != ".":
        orders[YEAR_FIRST] = _day(_full_year(leading), middle, trailing)
    if "" in orders.values():
        return _Readings("")
    possible = {order: day for order, day in orders.items() if day is not None}
    return _Readings(by_order=possible, mark=mark, is_short=is_short)


def _of_digits(digits: str) -> _Readings:
    """Eight digits: year, month and day, or else the year at the end."""
    day = _day(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    if day is not None:
        return _Readings(day)
    return _of_numbers(digits[:2], digits[2:4], digits[4:], "")


def _with_month_name(text: str) -> str | None:
    for pattern, order in (
        (_DAY_AND_MONTH, (3, 2, 1)),
        (_MONTH_AND_DAY, (3, 1, 2)),
        (_YEAR_AND_MONTH, (1, 2, 3)),
    ):
        match = pattern.fullmatch(text) or pattern.fullmatch(_WEEKDAY.sub("", text, count=1))
        if match:
            year, month, day = (match[group] for group in order)
            number = _MONTH_OF.get(bare(month))
            if number:
                full = _full_year(int(year)) if len(year) == 2 else int(year)
                return _day(full, number, int(day))
    return None


def _full_year(short: int) -> int:
    return short + (1900 if short >= _PIVOT else 2000)
