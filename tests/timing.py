"""How long something takes, so that a slow or a busy computer is not taken for slow code."""

import gc
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_USUAL = 0.07
"""CPU seconds of `_reference` on a computer of 2024 that has nothing else to do."""


def cpu_seconds(work: Callable[[], T]) -> tuple[float, T]:
    """How long a function works, and what it returns.

    The seconds are CPU time without the collector, which the command turns off as well. Where a
    loop of plain Python takes longer than usual just then, they shrink in proportion.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        start = time.process_time()
        result = work()
        seconds = time.process_time() - start
        if seconds > 1:
            seconds *= _USUAL / max(_USUAL, _reference())
    finally:
        if collects:
            gc.enable()
    return seconds, result


def slowness() -> float:
    """How many times longer a loop of plain Python takes just now than usual; at least 1."""
    start = time.perf_counter()
    _reference()
    return max(1.0, (time.perf_counter() - start) / _USUAL)


def _reference() -> float:
    start = time.process_time()
    made = {number: [number, str(number)] for number in range(200_000)}
    assert sum(len(pair) for pair in made.values()) == 400_000
    return time.process_time() - start
