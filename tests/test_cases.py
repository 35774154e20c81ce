"""Each folder in cases/ is an input; its `expected.txt` is all that orgcli says of it.

`arguments.txt` holds the command line where it is not `validate --format full .`, or several, each
on a line.
"""

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from orgcli.cli.app import app

CASES = Path(__file__).parent / "cases"


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_case(
    case: Path, golden: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = case / "arguments.txt"
    written = arguments.read_text("utf-8") if arguments.exists() else ""
    lines = written.splitlines() or ["validate --isolated --format full ."]
    monkeypatch.chdir(case)
    monkeypatch.setenv("COLUMNS", "100")
    golden(case / "expected.txt", "\n".join(map(said_to, lines)))


def said_to(line: str) -> str:
    """A command line and all that is said to it."""
    result = CliRunner().invoke(app, shlex.split(line))
    said = f"$ orgcli {line.strip()}\n{result.stdout}[exit {result.exit_code}]\n"
    if result.stderr:
        said += f"[stderr]\n{result.stderr}"
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return said
