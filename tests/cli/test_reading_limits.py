"""Files without an end, larger than memory, or that never answer: a line or a finding at once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from forked import run_forked

ORG = "organisation: Northwind\npositions:\n  - {id: ceo, title: CEO, photo: ada.png}\n"
HUGE = 20 * 1024**3
_MEMORY = 700 * 1024**2
"""Bytes of address space that a run may have."""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "org.yaml").write_text(ORG, "utf-8")
    return tmp_path


def orgcli(folder: Path, *words: str) -> tuple[int, str]:
    """Run in a process with little memory and little time: exit code, and all it says."""
    done = run_forked(folder, *words, memory=_MEMORY, seconds=60)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


def sparse(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(HUGE)


def fifo(path: Path) -> None:
    os.mkfifo(path)


def zero(path: Path) -> None:
    path.symlink_to("/dev/zero")


def device(path: Path) -> None:
    """A device in the folder itself, which only root can make."""
    try:
        os.mknod(path, 0o20666, os.makedev(1, 5))
    except OSError:
        pytest.skip("only root makes devices")


KINDS = [sparse, fifo, zero, device]
COMMANDS = ["validate", "chart -o x.svg", "columns", "roles", "role cro", "advise org.yaml"]


@pytest.mark.parametrize("make", KINDS)
@pytest.mark.parametrize("name", ["orgcli.toml", "base.toml"])
@pytest.mark.parametrize("command", ["validate", "roles"])
def test_a_configuration(here: Path, make: object, name: str, command: str) -> None:
    make(here / name)  # type: ignore[operator]
    if name == "base.toml":
        (here / "orgcli.toml").write_text('extend = "base.toml"', "utf-8")
    code, said = orgcli(here, *command.split())
    if name == "base.toml" or make is sparse:
        assert code == 2
        assert said.count("\n") <= 2
    assert name in said or make is not sparse


@pytest.mark.parametrize("make", KINDS)
def test_a_photo(here: Path, make: object) -> None:
    make(here / "ada.png")  # type: ignore[operator]
    code, said = orgcli(here, "validate", "--isolated", "org.yaml")
    assert (code, "ORG011" in said) == (0, True)
    assert orgcli(here, "chart", "--isolated", "org.yaml", "-o", "x.svg")[0] in (0, 1)


@pytest.mark.parametrize("make", KINDS)
@pytest.mark.parametrize("name", ["org/a.yaml", "roles/a.yaml", "org/AGENTS.md", "roles/sv/a.yaml"])
def test_a_file_in_a_folder(here: Path, make: object, name: str) -> None:
    (here / name).parent.mkdir(parents=True)
    make(here / name)  # type: ignore[operator]
    code, said = orgcli(here, "validate", "org.yaml", "roles" if "roles" in name else "org")
    if not name.endswith(".md"):
        assert code == 1
        assert f"{name}:1:1: error[ORG00" in said


@pytest.mark.parametrize("make", KINDS)
def test_an_included_file(here: Path, make: object) -> None:
    (here / "org.yaml").write_text(ORG + "include: [more.yaml]\n", "utf-8")
    make(here / "more.yaml")  # type: ignore[operator]
    code, said = orgcli(here, "validate", "org.yaml")
    assert (code, "more.yaml" in said) == (1, True)


@pytest.mark.parametrize("words", ["validate", "validate -f json", "chart -o x.svg", "columns"])
def test_what_is_named_and_has_no_end(here: Path, words: str) -> None:
    sparse(here / "big.yaml")
    for name in ("big.yaml",):
        code, said = orgcli(here, *words.split(), name)
        assert code in (1, 2, 3)
        assert "ORG009" in said or "bytes" in said or "columns" in words


@pytest.mark.parametrize(
    "words",
    ["validate org.yaml --baseline {}", "advise --answers {}", "role {}", "compare {} cro",
     "validate --config {} org.yaml"],
)  # fmt: skip
def test_other_files_that_are_named(here: Path, words: str) -> None:
    sparse(here / "big.yaml")
    code, said = orgcli(here, *words.format("./big.yaml").split())
    assert code == 2
    assert "bytes" in said


def test_standard_input_without_an_end(here: Path) -> None:
    with Path("/dev/zero").open("rb") as endless:
        done = subprocess.run(
            [sys.executable, "-m", "orgcli", "validate", "-"], cwd=here, timeout=60,
            stdin=endless, capture_output=True, text=True,
        )  # fmt: skip
    assert (done.returncode, "ORG009" in done.stdout) == (1, True)


def test_a_pipe_that_is_named_is_read(here: Path) -> None:
    command = f"{sys.executable} -m orgcli validate <(cat org.yaml) -f concise"
    done = subprocess.run(["bash", "-c", command], cwd=here, capture_output=True, text=True)
    assert "ORG011" in done.stdout
