"""Each file in screens/ is a command and what it shows; `pytest --update` writes the rest."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from command_line import run_in
from format_tables import FILES
from orgcli.cli.app import app
from orgcli.compare.comparison.formats import FORMATS

HERE = Path(__file__).parent
SCREENS = sorted((HERE / "screens").glob("*.txt"))


def run(
    command: str, monkeypatch: pytest.MonkeyPatch, stdin: bytes = b"", folder: Path | None = None
) -> tuple[int, str, str]:
    """Run a command line, with `NAME=value` before it, in a folder: that of the fixtures."""
    return run_in(folder or HERE / "project", command, monkeypatch, stdin)


@pytest.mark.parametrize("path", SCREENS, ids=lambda path: path.stem)
def test_screen(
    path: Path, golden: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    command = path.read_text("utf-8").partition("\n")[0].removeprefix("$ ")
    # Beside the fixtures a role of one's own takes the place of a built-in one.
    folder = HERE if path.stem.startswith("built-in") else None
    code, out, err = run(command, monkeypatch, folder=folder)
    said = "".join(f"! {line}\n" for line in err.splitlines())
    golden(path, f"$ {command}\n{out}{said}" + (f"? {code}\n" if code else ""))


def test_every_format_has_a_screen() -> None:
    commands = [path.read_text("utf-8").partition("\n")[0] for path in SCREENS]
    for name in set(FORMATS) - {"table", *FILES}:
        assert any(f"-f {name}" in command for command in commands), name


def test_the_help_names_every_format() -> None:
    text = CliRunner().invoke(app, ["compare", "--help"], env={"COLUMNS": "200"}).stdout
    for name in FORMATS:
        assert name in text


def test_a_selection_hides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for width in (60, 120):
        line = f"COLUMNS={width} orgcli compare cso cro --only shared"
        assert "in --full" not in run(line, monkeypatch, folder=HERE)[1]


def test_output_file_is_written_without_color(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "roles.txt"
    code, out, _ = run(f"FORCE_COLOR=1 orgcli compare cro al -o {target}", monkeypatch)
    assert (code, out) == (0, "")
    text = target.read_text("utf-8")
    assert "Chief Revenue Officer" in text
    assert "\x1b" not in text


@pytest.mark.parametrize(
    ("settings", "colored"),
    [("", False), ("FORCE_COLOR=1", True), ("NO_COLOR=1 FORCE_COLOR=1", False)],
)
def test_color_follows_the_environment(
    settings: str, colored: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, out, _ = run(f"{settings} orgcli compare cro al", monkeypatch)
    assert ("\x1b[" in out) is colored


def test_color_changes_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:

    for roles in ("cro al", "own/hostile.yaml al"):
        _, plain, _ = run(f"orgcli compare {roles}", monkeypatch)
        _, colored, _ = run(f"orgcli compare {roles} --color always", monkeypatch)
        assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain


@pytest.mark.parametrize("columns", ["", "0", "-5", "x", "99999999999999", "²"])
def test_a_useless_width_is_ignored(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _, usual, _ = run("orgcli compare cro al", monkeypatch)
    _, out, _ = run(f"COLUMNS={columns} orgcli compare cro al", monkeypatch)
    assert out == usual


@pytest.mark.parametrize("text", [b"role: x\ntitle: From a pipe\n", b'{"role": "From a pipe"}'])
def test_a_role_from_standard_input(text: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, _ = run("orgcli compare - cro", monkeypatch, text)
    assert code == 0
    assert "From a pipe" in out


def test_bytes_that_are_not_text_are_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    code, _, err = run("orgcli compare - cro", monkeypatch, b"role: \xff")
    assert code == 2
    assert "<stdin>:1:7: error[ORG002]" in err


def test_a_comparison_imports_no_more_than_it_needs() -> None:
    """Rich is for colour, organisations and rules are for other commands."""
    code = (
        "import sys; from orgcli.cli.commands.compare import compare\n"
        "compare(roles=['cro', 'vp'])\n"
        "print(*sorted(name for name in sys.modules if name.startswith("
        "('rich.', 'typer', 'pydantic', 'orgcli.'))),"
        " file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=HERE
    )
    imported = set(done.stderr.split())
    assert "orgcli.compare.answer.terminal" in imported
    assert not {"rich.console", "rich.table", "rich.text", "typer", "pydantic"} & imported
    assert not {name for name in imported if name.startswith(("orgcli.check", "orgcli.chart."))}
    assert "orgcli.model.organisation.organisation" not in imported
