"""What people have is read as they mean it, with no flag, or it is said what is not."""

from pathlib import Path

import pytest
from exports import EXPORTS, Export
from typer.testing import CliRunner

from orgcli.cli.app import app
from orgcli.model.organisation.position import Position
from orgcli.read.organisation.project import read_project


def called(position: Position) -> str:
    return ", ".join(position.holder) or position.title or position.id


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
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
