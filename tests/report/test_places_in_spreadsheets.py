"""A finding in a spreadsheet is at a cell: every format names it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from orgcli.cli.app import app
from orgcli.report.formats import FORMATS
from workbooks import xlsx

RAW = xlsx({"Q1 People": [["id", "name", "manager"], ["a", "Ada", None], ["b", "Ben", "x"]]})


def said(folder: Path, format: str, *, stdin: bytes | None = None) -> str:
    file = folder / "people.xlsx"
    file.write_bytes(RAW)
    path = "-" if stdin else file.name
    arguments = ["validate", "--isolated", "--format", format, path]
    return CliRunner().invoke(app, arguments, input=stdin).stdout


@pytest.mark.parametrize("format", sorted(set(FORMATS) - {"statistics"}))
def test_every_format_names_the_cell(
    format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = said(tmp_path, format).replace("\\", "").replace("&#58;", ":")  # Markdown escapes
    assert "Q1 People!C3" in text or "!Q1 People:C3" in text


def test_documents_have_row_and_column(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (finding,) = json.loads(said(tmp_path, "json"))["findings"]
    place = [finding[name] for name in ("line", "column", "end_line", "end_column", "cell")]
    assert place == [3, 3, 3, 4, "Q1 People!C3"]
    (result,) = json.loads(said(tmp_path, "sarif"))["runs"][0]["results"]
    (location,) = result["locations"]
    assert location["physicalLocation"]["region"]["startLine"] == 3
    assert location["logicalLocations"] == [{"fullyQualifiedName": "Q1 People!C3"}]


def test_standard_input_can_be_a_workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "<stdin>!Q1 People:C3" in said(tmp_path, "concise", stdin=RAW)
