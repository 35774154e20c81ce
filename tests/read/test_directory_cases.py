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


def test_a_format_without_lines_says_nothing_of_other_organisations(tmp_path: Path) -> None:
    for name in ("Acme", "Other"):
        (tmp_path / name).mkdir()
        tops = f"organisation: {name}\npositions: [{{id: a, title: A}}, {{id: b, title: B}}]\n"
        (tmp_path / name / "org.yaml").write_text(tops, "utf-8")
    catalog = (INPUTS / "catalog.yaml").read_bytes()
    (tmp_path / "Other" / "catalog.yaml").write_bytes(catalog)
    result = CliRunner().invoke(app, ["validate", "--isolated", str(tmp_path)])
    (several,) = [line for line in result.stdout.splitlines() if "ORG106" in line]
    assert "Acme" in several
    assert "no lines between people" in result.stdout
