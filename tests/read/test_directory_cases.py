"""Each input in directories/ as people have it, read with no flag; beside it what becomes of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from orgcli.cli.app import app

INPUTS = Path(__file__).parent / "directories/inputs"
EXPECTED = Path(__file__).parent / "directories/expected"


@pytest.mark.parametrize("name", sorted(path.name for path in INPUTS.iterdir()))
def test_input(
    name: str, golden: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(INPUTS)
    monkeypatch.setenv("COLUMNS", "120")
    said = ""
    for arguments in (["validate", "--isolated", name], ["chart", name, "-f", "tree"]):
        result = CliRunner().invoke(app, arguments)
        assert result.exception is None or isinstance(result.exception, SystemExit)
        said += f"$ orgcli {' '.join(arguments)}\n{result.stdout}[exit {result.exit_code}]\n"
        if result.stderr:
            said += f"[stderr]\n{result.stderr}"
    golden(EXPECTED / f"{name}.txt", said)


def test_nothing_is_expected_of_what_is_not_there() -> None:
    names = {path.name for path in INPUTS.iterdir()}
    assert {path.name.removesuffix(".txt") for path in EXPECTED.iterdir()} == names
