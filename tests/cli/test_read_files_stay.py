"""No result replaces a file that the same run has read, whatever the name it is reached by."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from command_line import run_in

ORG = """\
organisation: Northwind
include: [teams/*.yaml]
positions:
  - {id: ceo, title: CEO, photo: ada.png}
"""
FILES = {
    ".git/x": "",
    "org.yaml": ORG,
    "teams/sales.yaml": "positions:\n  - {id: cro, reports_to: ceo}\n",
    "orgcli.toml": 'extend = "base.toml"\nroles = ["ours"]\n',
    "base.toml": 'extend = "far.toml"\n',
    "far.toml": 'fail-on = "error"\n',
    "pyproject.toml": "[project]\n",
    "roles/abc.yaml": "role: abc\ntitle: Abc\nsummary: A seat\n",
    "ours/x.yaml": "role: x\ntitle: X\nsummary: A seat\n",
    "known.json": '{"version": 1, "findings": []}\n',
    "people.csv": "id,title,manager\nceo,CEO,\n",
    "answers.yaml": "channels: several\n",
}
PHOTO = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8"
    "cfc0000003010100c9fe92ef0000000049454e44ae426082"
)
Run = Callable[[str], tuple[int, str, str]]


@pytest.fixture
def here(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "ada.png").write_bytes(PHOTO)
    return tmp_path


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


COMMANDS = [
    "export org.yaml -f csv -o org.yaml",
    "export -f json -o orgcli.toml",
    "export org.yaml --split department -o .",
    "import org.yaml -o org.yaml",
    *(f"validate -f json:{file}" for file in
      ("base.toml", "far.toml", "orgcli.toml", "org.yaml", "teams/sales.yaml", "ours/x.yaml",
       "roles/abc.yaml", "ada.png")),
    "validate org.yaml -f json:ada.png",
    "validate -f json:known.json --baseline known.json",
    "validate --isolated org.yaml -f concise -f sarif:teams/sales.yaml",
    "validate --baseline known.json --write-baseline=far.toml",
    "validate --write-baseline=ada.png",
    "validate --write-baseline=org.yaml",
    "validate --config base.toml org.yaml -f json:far.toml",
    "chart -o base.toml -f svg",
    "chart -o far.toml -f svg",
    "chart -o ada.png -f png",
    "chart -o ours/x.yaml -f txt",
    "columns people.csv -o far.toml",
    "columns people.csv -o people.csv -f json",
    "roles -o far.toml",
    "roles -f csv -o base.toml",
    "role cro -o far.toml",
    "compare cso cro -o base.toml",
    "dispute -o far.toml",
    "advise org.yaml -o ada.png -f json",
    "advise org.yaml --save far.toml",
    "advise --gaps -o far.toml",
    "advise --answers answers.yaml -o base.toml",
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_writes_over_what_it_has_read(
    here: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(here)
    code, _, err = run_in(here, f"orgcli {command}", monkeypatch)
    assert code == 2
    assert "files that are read" in err
    assert contents(here) == before


@pytest.mark.parametrize("make", [os.link, os.symlink])
@pytest.mark.parametrize(
    "command",
    ["validate -f json:other", "chart -o other -f svg", "validate --write-baseline=other",
     "advise org.yaml -o other", "columns people.csv -o other"],
)  # fmt: skip
@pytest.mark.parametrize("file", ["org.yaml", "far.toml"])
def test_another_name_of_a_file_is_the_same_file(
    here: Path,
    make: Callable[[Path, Path], None],
    command: str,
    file: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if "columns" in command and file == "org.yaml":
        file = "people.csv"
    make(here / file, here / "other")
    before = contents(here)
    code, _, err = run_in(here, f"orgcli {command}", monkeypatch)
    assert (code, "files that are read" in err) == (2, True)
    assert contents(here) == before


def _casefolding(folder: Path) -> bool:
    """Make a folder one whose file system knows names by their letters only, where it can."""
    folder.mkdir()
    subprocess.run(["chattr", "+F", folder], capture_output=True, check=False)
    (folder / "a").touch()
    return (folder / "A").exists()


def test_case_makes_no_other_file_where_names_have_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "folded"
    if not _casefolding(folder):
        pytest.skip("names have case on this file system")
    (folder / "org.yaml").write_text(ORG, "utf-8")
    code, _, err = run_in(folder, "orgcli validate -f json:ORG.YAML", monkeypatch)
    assert (code, "files that are read" in err) == (2, True)


def test_a_baseline_is_replaced_by_the_next(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(2):
        command = "orgcli validate --baseline known.json --write-baseline"
        assert run_in(here, command, monkeypatch)[0] == 0


def test_a_file_with_the_number_of_one_that_is_gone_is_another(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Editors replace what they save, and file systems give numbers of files out again."""
    for _ in range(5):
        (here / "new").write_text(ORG, "utf-8")
        (here / "new").replace(here / "org.yaml")
        assert run_in(here, "orgcli validate -f json:report.json", monkeypatch)[0] == 0
        assert run_in(here, "orgcli chart -o chart.svg", monkeypatch)[0] == 0
