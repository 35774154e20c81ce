"""Keeps from standard error what libraries write to it: a finding says what is wrong."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_STANDARD_ERROR = 2


@contextmanager
def silent_standard_error() -> Iterator[None]:
    """Meanwhile, what any part of the process writes to standard error goes nowhere."""
    try:
        saved = os.dup(_STANDARD_ERROR)
    except OSError:  # it is closed
        yield
        return
    try:
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), _STANDARD_ERROR)
        yield
    finally:
        os.dup2(saved, _STANDARD_ERROR)
        os.close(saved)
