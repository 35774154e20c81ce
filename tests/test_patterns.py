"""No regular expression of the source takes more than a moment for a long text that repeats."""

import importlib
import pkgutil
import re
import signal
from collections.abc import Iterator
from types import FrameType
from typing import Any

import pytest

import orgcli

LENGTH = 1_000
SECONDS = 1.0
"""Of this process alone; one that tries every way of parting a text takes years."""
_SIGNS = [*"aA0-._ \t\n:;,'\"#&!/\\()[]{}<>=|*+@é—"]
_PAIRS = ["a ", "a-", "0.", "0,", "0-", "a:", "a/", "aA", "a0", "- ", " :", "/ ", "a.", "a_", "a'"]
_UNITS = [*_SIGNS, *_PAIRS, "aaaa-", "0000-", "<a>", "&a ", "!a ", "a, "]


def patterns() -> Iterator[tuple[str, "re.Pattern[Any]"]]:
    """Those that are values of modules, with their names; also in tuples, lists and mappings."""
    seen: set[tuple[object, int]] = set()
    for module in pkgutil.walk_packages(orgcli.__path__, "orgcli."):
        for name, value in vars(importlib.import_module(module.name)).items():
            several = [*value.values()] if isinstance(value, dict) else value
            for one in several if isinstance(several, (list, tuple)) else [several]:
                if isinstance(one, re.Pattern) and (one.pattern, one.flags) not in seen:
                    seen.add((one.pattern, one.flags))
                    yield f"{module.name}.{name}", one


def is_quick(pattern: "re.Pattern[Any]", text: str) -> bool:
    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    subject: Any = text.encode() if isinstance(pattern.pattern, bytes) else text
    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        pattern.fullmatch(subject)
    except TimeoutError:
        return False
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return True


@pytest.mark.parametrize(("name", "pattern"), [pytest.param(*one, id=one[0]) for one in patterns()])
def test_a_long_text_that_repeats_takes_no_time(name: str, pattern: "re.Pattern[Any]") -> None:
    slow = [
        unit
        for unit in _UNITS
        for tail in ("\x01", "g!")
        if not is_quick(pattern, unit * (LENGTH // len(unit)) + tail)
    ]
    assert not slow, f"{name} tries every way of parting a text of these"


def test_a_pattern_that_tries_every_way_is_seen() -> None:
    assert not is_quick(re.compile("(?:-?[a-f]{4,})+!"), "a" * LENGTH)
