"""What people have is read as they mean it, with no flag, or it is said what is not."""

import csv
from io import StringIO
from pathlib import Path

import pytest
from export import Export
from exports import EXPORTS
from hr_systems import HR_SYSTEMS
from typer.testing import CliRunner

from orgcli.cli.app import app
from orgcli.model.organisation.position import Position
from orgcli.model.source.source import Source
from orgcli.read.organisation.project import read_project
from orgcli.read.syntax.decoding import decode_export
from workbooks import xlsx


def called(position: Position) -> str:
    return ", ".join(position.holder) or position.title or position.id


@pytest.mark.parametrize("export", (*EXPORTS, *HR_SYSTEMS), ids=lambda export: export.name)
def test_export(export: Export, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path(f"{export.name}.{export.ending}")
    content = export.content
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    result = CliRunner().invoke(app, ["validate", "--isolated", str(path)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    for word in export.said:
        assert word in result.output
    if export.lines is None:
        return
    (organisation,) = read_project([path]).organisations
    names = {one.id: called(one) for one in organisation.positions}
    lines = [
        f"{called(one)} < {names[one.reports_to]}" if one.reports_to else called(one)
        for one in organisation.positions
    ]
    assert sorted(lines) == sorted(export.lines)
    closed = [called(one) for one in organisation.positions if one.status == "closed"]
    assert sorted(closed) == sorted(export.closed)
    assert result.exit_code == 0 or export.said


TABLES = [one for one in (*EXPORTS, *HR_SYSTEMS) if one.ending == "csv" and one.name != "conflict"]


@pytest.mark.parametrize("export", TABLES, ids=lambda export: export.name)
def test_a_workbook_reads_as_its_csv(export: Export, tmp_path: Path) -> None:
    table, workbook = tmp_path / "people.csv", tmp_path / "people.xlsx"
    content = export.content
    table.write_bytes(content if isinstance(content, bytes) else content.encode())
    workbook.write_bytes(xlsx({"People": rows_of(table.read_bytes())}))
    as_table, as_workbook = (
        (
            [one.positions for one in project.organisations],
            [
                (one.sources, [(row.kind, row.count) for row in one.left_out])
                for one in project.tables
            ],
        )
        for project in (read_project([path]) for path in (table, workbook))
    )
    assert as_workbook == as_table


def rows_of(raw: bytes) -> list[list[str]]:
    """The cells of a table as somebody sees them who opens it in a spreadsheet."""
    decoded = decode_export("people.csv", raw)
    source, _ = decoded if isinstance(decoded, tuple) else (decoded, [])
    assert isinstance(source, Source)
    text = source.text.removeprefix("\ufeff").replace("sep=;\n", "")
    marks = max(",;\t", key=text.partition("\n")[0].count)
    return [*csv.reader(StringIO(text), delimiter=marks, skipinitialspace=', "' in text)]
