"""The locale and the time zone of a computer, which no chart may depend on."""

import locale
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_NEUTRAL = {"LC_ALL": "C", "TZ": "UTC0"}
_ABSENT = ("LANGUAGE", "LANG", "LC_CTYPE", "FC_LANG", "PANGO_LANGUAGE", "SOURCE_DATE_EPOCH")


@contextmanager
def no_locale() -> Iterator[None]:
    """Draw as on a computer without a locale, in UTC, in this process and in those it starts.

    Graphviz compares its own words by the rules of the locale, Pango and Fontconfig choose fonts
    by its language, and Cairo dates a PDF in its time zone. Holds for the whole process: not for
    use in several threads at once.
    """
    names = (*_NEUTRAL, *_ABSENT)
    before = {name: os.environ[name] for name in names if name in os.environ}
    original_locale = locale.setlocale(locale.LC_ALL)
    _become(_NEUTRAL, names)
    locale.setlocale(locale.LC_ALL, "C")
    try:
        yield
    finally:
        _become(before, names)
        with suppress(locale.Error):  # its files have just gone
            locale.setlocale(locale.LC_ALL, original_locale)


def _become(values: dict[str, str], names: tuple[str, ...]) -> None:
    for name in names:
        os.environ.pop(name, None)
    os.environ.update(values)
    if hasattr(time, "tzset"):
        time.tzset()
