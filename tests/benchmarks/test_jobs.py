"""Every job of the benchmarks runs, on a small organisation: a move of what it calls breaks it."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from generate import write
from inside import JOBS


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    """Jobs turn it off, each in a process of its own."""
    yield
    gc.enable()


@pytest.mark.parametrize("name", JOBS)
def test_job(name: str, tmp_path: Path) -> None:
    words = ["tree", "50"] if name == "rules" else [str(write(tmp_path / "org.yaml", "tree", 50))]
    parts = JOBS[name](*words)
    assert parts["whole"] > 0
    assert all(0 <= seconds <= parts["whole"] for seconds in parts.values() if name != "rules")
