"""What tests use besides Python, as tools.txt lists it: where it is, and what is done without it.

A test with `@pytest.mark.needs("dot")` is skipped where `dot` is missing; where the variable CI is
set it fails, or a machine that has nothing would find nothing.
"""

import os
import shutil
from functools import cache
from pathlib import Path

import pytest

LIST = Path(__file__).with_name("tools.txt")


@cache
def packages() -> dict[tuple[str, ...], str]:
    """The Debian package of every tool; a tool is the names that it may have."""
    lines = [line.split() for line in LIST.read_text("utf-8").splitlines()]
    return {tuple(line[0].split(",")): line[1] for line in lines if line[0] != "#"}


def program(tool: str) -> str | None:
    """The path of a tool by the first of its names, None where it is missing."""
    (names,) = [names for names in packages() if names[0] == tool]
    paths = (name if "/" in name else shutil.which(name) for name in names)
    return next((path for path in paths if path and Path(path).exists()), None)


def require(item: pytest.Item) -> None:
    """Skip a test whose tools are missing; fail where CI is set."""
    for mark in item.iter_markers("needs"):
        for tool in mark.args:
            if program(tool) is None:
                (package,) = [found for names, found in packages().items() if names[0] == tool]
                missing = f"`{tool}` is missing here; Debian's package {package} has it"
                if os.environ.get("CI"):
                    pytest.fail(missing, pytrace=False)
                pytest.skip(missing)
