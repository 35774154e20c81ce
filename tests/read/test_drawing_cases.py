"""Each file in drawings/ and structure/ as a tree, and what `validate` says of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from orgcli.cli.app import app

HERE = Path(__file__).parent
FILES = [
    path
    for folder in ("drawings", "structure")
    for path in sorted((HERE / folder).iterdir())
    if path.is_file()
]


def _said(words: list[str]) -> str:
    result = CliRunner().invoke(app, [*words, "--isolated"])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return f"$ orgcli {' '.join(words)}\n{result.stdout}[exit {result.exit_code}]\n"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_case(
    path: Path, golden: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    tree = _said(["chart", path.name, "-f", "tree"]).replace("\u200b", "")
    expected = path.parent / "expected" / f"{path.name}.out"
    golden(expected, tree + _said(["validate", path.name]))
