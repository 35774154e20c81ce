"""The judgement of `orgcli make` on the files that results go to: nobody typed their names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

Judgement = Callable[[Path, bytes], bytes | None]
"""What is written to a file in the place of a result; None where the file stays as it is."""
_judgement: ContextVar[Judgement | None] = ContextVar("judgement", default=None)


@contextmanager
def judging(judgement: Judgement) -> Iterator[None]:
    """Every result that goes to a file is judged; the judgement may leave with exit code 2."""
    token = _judgement.set(judgement)
    try:
        yield
    finally:
        _judgement.reset(token)


def judged_result(path: Path, raw: bytes) -> bytes | None:
    """What is written to a file for a result, None for nothing; the result where nobody judges."""
    judgement = _judgement.get()
    return raw if judgement is None else judgement(path, raw)
