"""Each folder in cases/ is an input; its `expected.txt` is all that orgcli says of it.

`arguments.txt` holds the command line where it is not `validate --format full .`.
"""

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
    words = arguments.read_text("utf-8").split() if arguments.exists() else []
    monkeypatch.chdir(case)
    monkeypatch.setenv("COLUMNS", "100")
    words = words or ["validate", "--isolated", "--format", "full", "."]
    result = CliRunner().invoke(app, words)
    said = f"$ orgcli {' '.join(words)}\n{result.stdout}[exit {result.exit_code}]\n"
    if result.stderr:
        said += f"[stderr]\n{result.stderr}"
    assert result.exception is None or isinstance(result.exception, SystemExit)
    golden(case / "expected.txt", said)
