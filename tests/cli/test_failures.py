"""Every failure is a line on stderr and exit code 2, whatever is wrong with files and streams."""

import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from forked import forked_program, run_forked

ORG = "organisation: Northwind\npositions:\n  - {id: ceo, title: CEO}\n"
ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
NOBODY = 65534


@pytest.fixture
def here(tmp_path: Path) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / "org.yaml").write_text(ORG, "utf-8")
    return folder


def shell(
    folder: Path, command: str, program: Sequence[str] = (), **environment: str
) -> "subprocess.CompletedProcess[bytes]":
    """Run a line of bash in which `orgcli` is ours: forked, where no program is given."""
    words = shlex.join(program or forked_program())
    start = f'set -o pipefail; orgcli() {{ {words} "$@"; }}\n'
    done = subprocess.run(
        ["bash", "-c", start + command], cwd=folder, capture_output=True, timeout=120,
        env={**os.environ, **environment},
    )  # fmt: skip
    assert b"Traceback" not in done.stderr
    return done


def one_line(done: "subprocess.CompletedProcess[bytes]") -> str:
    """What a run says that could not do what it should: a line, with a line of help at most."""
    assert done.returncode == 2, done.stderr
    text = done.stderr.decode()
    assert len(text.splitlines()) <= 2, text
    return text


@pytest.mark.needs("bash")
@pytest.mark.parametrize(
    ("configuration", "command"),
    [
        ('select = "nope"', "chart"),
        ('ignore = "nope"', "chart"),
        ('extend-select = "nope"', "chart -f tree"),
        ('[severity]\nnope = "error"', "chart"),
        ("[rules.nope]\nmax = 3", "chart"),
        ('[per-file-ignores]\n"*" = ["nope"]', "chart"),
        ('organisations = "a\\u0000b"', "validate"),
        ('extend = "a\\u0000b"', "validate"),
        ('roles = "a\\u0000b"', "roles"),
        ('format = "json:a\\u0000b"', "validate"),
        ('exclude = "a\\u0000b"', "validate --show-settings; exit 2"),
    ],
)  # fmt: skip
def test_a_configuration(here: Path, configuration: str, command: str) -> None:
    (here / "orgcli.toml").write_text(configuration, "utf-8")
    said = one_line(shell(here, f"orgcli {command}"))
    assert "exclude" in configuration or "orgcli.toml" in said


@pytest.mark.needs("bash")
def test_a_comment_above_a_bare_scalar(here: Path) -> None:
    (here / "org.yaml").write_text("# orgcli: ignore[ORG102]\njust a text\n", "utf-8")
    assert shell(here, "orgcli validate org.yaml").returncode in (1, 2)


@pytest.mark.needs("bash")
@pytest.mark.parametrize("letters", [256, 5000])
def test_a_photo_with_a_long_name(here: Path, letters: int) -> None:
    photo = ORG.replace("CEO}", f"CEO, photo: {'a' * letters}.png}}")
    (here / "org.yaml").write_text(photo, "utf-8")
    assert b"ORG011" in shell(here, "orgcli validate org.yaml").stdout
    assert shell(here, "orgcli chart org.yaml").returncode in (0, 1)
    assert shell(here, "orgcli validate org.yaml -f json:x.json").returncode in (0, 1)


COMMANDS = [
    "validate {}", "validate {}/org.yaml", "validate -f json:{}/x.json", "chart {}/org.yaml",
    "chart {}", "chart -o {}/x.svg", "chart org.yaml --book-dir {}/x", "columns {}/people.csv",
    "advise {}/org.yaml", "advise --answers {}/a.yaml", "advise org.yaml --save {}/a.yaml",
    "role {}/a.yaml", "compare {}/a.yaml cro", "roles -o {}/x.md", "dispute -o {}/x.md",
    "schema org -o {}/x.json", "rule -o {}/x.md", "init {}/new", "role new abc -o {}/abc.yaml",
    "validate --config {}/orgcli.toml", "validate --baseline {}/known.json",
    "validate --write-baseline={}/known.json", "validate --only-files {}/org.yaml",
    "diff {}/org.yaml org.yaml", "diff org.yaml {}", "diff org.yaml org.yaml -f json:{}/x.json",
    "validate - --stdin-filename {}/org.yaml < org.yaml", "export {}/org.yaml -f csv",
    "export org.yaml -o {}/x.csv", "export org.yaml --split branch -o {}/x",
    "import {}/people.csv", "import org.yaml -o {}/x.yaml", "make --config {}/orgcli.toml",
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", ["closed", "org/closed", "roles"])
def test_a_folder_that_one_may_not_enter(here: Path, command: str, name: str) -> None:
    """As another user, for root may enter any."""
    closed = here / name
    (closed / "inner").mkdir(parents=True)
    (closed / "org.yaml").write_text(ORG, "utf-8")
    closed.chmod(0)
    if ROOT:
        _open_to_all(here)
    words, _, stdin = command.format(name).partition(" < ")
    given = (here / stdin).read_text("utf-8") if stdin else ""
    home = {**os.environ, "HOME": str(here)}
    user = NOBODY if ROOT else 0
    try:
        done = run_forked(here, *words.split(), stdin=given, environment=home, user=user)
    finally:
        closed.chmod(0o700)
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1, 2, 3)
    if name == "closed" and "only-files" not in command and "stdin" not in command:
        assert done.returncode == 2, done.stdout + done.stderr


def _open_to_all(folder: Path) -> None:
    for above in (folder, *folder.parents):
        if above.stat().st_mode & 0o755 != 0o755 and above != Path("/"):
            above.chmod(above.stat().st_mode | 0o755)
    folder.chmod(0o777)


@pytest.mark.needs("bash")
@pytest.mark.parametrize(
    "command",
    ["validate", "validate org.yaml", "chart", "roles", "role cro", "columns", "advise org.yaml",
     "init", "validate --show-settings", "validate - < /dev/null", "compare cro cso",
     "chart --watch", "role new abc", "validate --only-files org.yaml", "schema org -o x"],
)  # fmt: skip
def test_a_current_folder_that_is_gone(here: Path, command: str) -> None:
    done = shell(here, f"mkdir gone; cd gone; rmdir ../gone; orgcli {command}")
    assert done.returncode in (0, 2, 3), done.stderr
    assert len(done.stderr.splitlines()) <= 3


@pytest.mark.needs("bash")
@pytest.mark.parametrize(
    "command",
    ["validate - <&-", "advise --answers - <&-", "role - <&-", "compare - cro <&-",
     "chart - <&-", "columns - <&-", "advise <&-", "validate nofile 2>&-", "validate org.yaml >&-",
     "validate nofile 2>/dev/full", "--help >/dev/full", "validate --help >/dev/full",
     "validate org.yaml >/dev/full", "--version >/dev/full", "schema org >/dev/full",
     "chart -f tree >/dev/full", "validate --select $'\\xff'", "validate $'\\xff'",
     "role $'\\xff'", "chart --root $'\\xff'", "chart --filter $'title=\\xff'", "rule $'\\xff'"],
)  # fmt: skip
def test_streams_and_arguments(here: Path, command: str) -> None:
    done = shell(here, f"orgcli {command}", [sys.executable, "-m", "orgcli"])
    assert done.returncode == (0 if command == "validate org.yaml >&-" else 2), done.stderr
    assert len(done.stderr.splitlines()) <= 12


@pytest.mark.needs("bash")
@pytest.mark.parametrize("level", ["-O", "-OO"])
@pytest.mark.parametrize(
    "command",
    ["schema org", "schema role", "schema config", "validate org.yaml", "chart -f tree", "roles",
     "--help", "validate --help", "rule ORG102", "compare cso cro", "advise org.yaml"],
)  # fmt: skip
def test_a_python_without_docstrings(here: Path, command: str, level: str) -> None:
    usual = shell(here, f"orgcli {command}")
    done = shell(here, f"orgcli {command}", [sys.executable, level, "-m", "orgcli"])
    assert done.returncode == 0, done.stderr
    if "help" not in command:
        assert done.stdout == usual.stdout


@pytest.mark.needs("bash")
@pytest.mark.parametrize(
    ("command", "code"),
    [("validate org.yaml", 0), ("--help", 0), ("validate --help", 0), ("schema org", 0),
     ("chart -f tree", 0), ("roles", 0), ("validate faulty.yaml", 1), ("validate nofile", 2)],
)  # fmt: skip
def test_a_pipe_that_nobody_reads(here: Path, command: str, code: int) -> None:
    (here / "faulty.yaml").write_text(ORG + "  - {id: a, reports_to: b}\n", "utf-8")
    for _ in range(3):
        done = shell(here, f"orgcli {command} | true")
        assert done.returncode in (code, 141)
        assert b"Broken pipe" not in done.stderr


def test_too_little_memory_is_said(here: Path) -> None:
    rows = "".join(f"{number},Title,1\n" for number in range(400_000))
    (here / "people.csv").write_text(f"id,title,manager\n{rows}", "utf-8")
    code = (
        "import resource\nfrom orgcli.cli import app\n"
        "import orgcli.cli.commands.validate, orgcli.read.tables.table\n"
        "from orgcli.__main__ import main\n"
        "size = 1024 * int(open('/proc/self/statm').read().split()[0]) * 4 + 60_000_000\n"
        "resource.setrlimit(resource.RLIMIT_AS, (size, size))\nmain()"
    )
    done = subprocess.run([sys.executable, "-c", code, "validate", "people.csv"], cwd=here,
                          capture_output=True, text=True)  # fmt: skip
    assert "Traceback" not in done.stderr
    assert (done.returncode, "not enough memory" in done.stderr) == (2, True), done.stderr[-300:]
