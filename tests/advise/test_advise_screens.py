"""Each file in screens/ is a command and what it shows; `pytest --update` writes the rest."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from command_line import run_in
from format_tables import FILES
from orgcli.advise.formats import FORMATS, GAP_FORMATS
from orgcli.model.text import cells, visible

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
    code, out, err = run(command, monkeypatch)
    said = "".join(f"! {line}\n" for line in err.splitlines())
    golden(path, f"$ {command}\n{out}{said}" + (f"? {code}\n" if code else ""))


def test_every_format_has_a_screen() -> None:
    commands = [path.read_text("utf-8").partition("\n")[0] for path in SCREENS]
    assert set(FORMATS) == set(GAP_FORMATS)
    for name in set(FORMATS) - {"text", *FILES}:
        assert any(f"-f {name}" in command for command in commands), name


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 120, 200])
@pytest.mark.parametrize(
    "arguments",
    ["--answers answers/everything.json --sources", "orgs/cro-without-vp.yaml", "--gaps",
     "--gap cso-reports-to", "orgs/hostile.yaml", "--answers answers/both-ways.yaml"],
)  # fmt: skip
def test_no_line_is_wider_than_the_page(
    columns: int, arguments: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, out, _ = run(f"COLUMNS={columns} orgcli advise {arguments}", monkeypatch)
    for line in out.splitlines():
        assert cells(line) <= columns
        assert line == line.rstrip()


@pytest.mark.parametrize("arguments", ["orgs/hostile.yaml", "--answers answers/both-ways.yaml"])
def test_color_changes_nothing_else(arguments: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _, plain, _ = run(f"orgcli advise {arguments}", monkeypatch)
    _, colored, _ = run(f"orgcli advise {arguments} --color always", monkeypatch)
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain
    assert colored != plain


@pytest.mark.parametrize(
    ("settings", "colored"),
    [("", False), ("FORCE_COLOR=1", True), ("NO_COLOR=1 FORCE_COLOR=1", False)],
)
def test_color_follows_the_environment(
    settings: str, colored: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, out, _ = run(f"{settings} orgcli advise --answers answers/nothing.yaml", monkeypatch)
    assert ("\x1b[" in out) is colored


@pytest.mark.parametrize("format", [one for one in FORMATS if one not in FILES])
def test_nothing_hostile_is_obeyed(format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _, out, err = run(f"orgcli advise orgs/hostile.yaml -f {format}", monkeypatch)
    for line in (out + err).split("\n"):
        assert visible(line) == line
    if format == "markdown":
        assert "<script>" not in out
        assert "https://evil" not in out


def test_the_same_input_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    for format in set(FORMATS) - {*FILES}:
        command = f"orgcli advise orgs/cro-without-vp.yaml -f {format}"
        assert run(command, monkeypatch) == run(command, monkeypatch)


@pytest.mark.parametrize(
    "junk",
    [b"x" * 1_000_000, b"\x00\xff" * 500_000,
     "".join(f"question-{number}: one\n" for number in range(50_000)).encode(),
     b"channels: " + b"[" * 500_000, b"excuses: [" + b"churn, " * 140_000 + b"churn]",
     b"excuses: [" + b"chrun, " * 140_000 + b"chrun]", b"k" * 900_000 + b": one\n"],
    ids=["one word", "bytes", "many keys", "brackets", "right", "wrong", "long key"],
)  # fmt: skip
def test_a_megabyte_of_junk(junk: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, err = run("orgcli advise --answers -", monkeypatch, junk)
    if b"churn" in junk:
        assert code == 0
        return
    assert (code, out) == (2, "")
    assert "<stdin>:" in err
    assert len(err) < 20_000


def test_answers_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, _ = run("orgcli advise --answers -", monkeypatch, b'{"channels": "several"}')
    assert code == 0
    assert "point to a Chief Revenue Officer" in out


def test_an_organisation_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, _ = run("orgcli advise - --stdin-filename a.csv", monkeypatch, b"id,role\nx,cro\n")
    assert code == 0
    assert "`x` (open) a.csv:2" in out


def test_a_template_is_answers_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "answers.yaml"
    for known in ("", "--answers answers/everything.json", "orgs/cso-under-cro.yaml"):
        assert run(f"orgcli advise {known} --template -o {target}", monkeypatch)[0] == 0
        code, out, err = run(f"orgcli advise --answers {target} -f json", monkeypatch)
        assert (code, err) == (0, "")
        if "json" in known:
            assert out == run(f"orgcli advise {known} -f json", monkeypatch)[1]
        if not known:
            assert json.loads(out)["advice"][0]["standing"] == "unknown"


def test_a_template_of_several_organisations_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, err = run("orgcli advise orgs --template", monkeypatch)
    assert (code, out) == (2, "")
    assert "organisations here" in err


def test_answers_are_saved_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "answers.yaml"
    code, out, _ = run(
        f"orgcli advise --answers answers/one-channel.yaml --save {target}", monkeypatch
    )
    assert (code, out[:5]) == (0, "Your ")
    assert run(f"orgcli advise --answers {target}", monkeypatch)[1] == out


def test_it_imports_no_more_than_it_needs() -> None:
    """Rich is for colour, organisations and role files only where they are asked for."""
    code = (
        "import sys; from orgcli.cli.commands.advise import advise\n"
        "advise(answers='answers/one-channel.yaml')\n"
        "print(*sorted(name for name in sys.modules if name.startswith("
        "('rich.', 'typer', 'pydantic', 'orgcli.'))),"
        " file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, text=True, check=True, cwd=HERE / "project",
    )  # fmt: skip
    imported = set(done.stderr.split())
    assert "orgcli.advise.writers.terminal" in imported
    assert not {"rich.console", "rich.table", "rich.text", "typer", "pydantic"} & imported
    middle = ("orgcli.check", "orgcli.chart.", "orgcli.compare", "orgcli.report")
    assert not {name for name in imported if name.startswith(middle)}
    assert "orgcli.model.organisation.organisation" not in imported
    assert "orgcli.cli.advise.questions" not in imported
