"""The hook, run by pre-commit itself in a repository of its own, on every kind of change."""

import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml

from forked import forked_program

ROOT = Path(__file__).resolve().parents[2]
HOOK = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))[0]
FILES = {
    "org.yaml": "organisation: Northwind\ninclude: [departments/*.yaml, people.csv]\n"
    "positions:\n  - {id: ceo, title: CEO, role: abc}\n",
    "departments/sales.yaml": "positions:\n  - {id: cro, title: CRO, reports_to: ceo}\n",
    "departments/teams.yaml": "positions:\n  - {id: ae, title: AE, reports_to: cro}\n",
    "people.csv": "id,title,manager\nbdr,BDR,cro\n",
    "roles/abc.yaml": "role: abc\ntitle: Abc\nsummary: A seat\n",
    "README.md": "Northwind\n",
}  # fmt: skip
git = pytest.mark.needs("git")


@pytest.fixture
def environment(tmp_path: Path) -> Mapping[str, str]:
    """One in which git and pre-commit know nothing of whoever runs the test."""
    folder = str(Path(sys.executable).parent)
    return {
        **{name: text for name, text in os.environ.items() if not name.startswith("GIT_")},
        "HOME": str(tmp_path), "PRE_COMMIT_HOME": str(tmp_path / "cache"),
        "PRE_COMMIT_COLOR": "never",
        "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@b", "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
    }  # fmt: skip


@pytest.fixture
def repository(tmp_path: Path, environment: Mapping[str, str]) -> Path:
    folder = tmp_path / "repo"
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    # The manifest with the orgcli of this checkout, which need not be installed from anywhere.
    entry = shlex.join([*forked_program(), *HOOK["entry"].split()[1:]])
    hook = {**HOOK, "language": "system", "entry": entry}
    del hook["minimum_pre_commit_version"]
    configuration = {"repos": [{"repo": "local", "hooks": [hook]}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(configuration), "utf-8")
    for command in ("init -q", "add -A", "commit -qm begin"):
        subprocess.run(["git", *command.split()], cwd=folder, env=environment, check=True)
    return folder


def run_hook(folder: Path, environment: Mapping[str, str]) -> tuple[int, str]:
    """What `git commit` would meet, with everything staged."""
    subprocess.run(["git", "add", "-A"], cwd=folder, env=environment, check=True)
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run"], cwd=folder, env=environment,
        capture_output=True, text=True,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def edited(name: str, old: str, new: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_text(
        FILES[name].replace(old, new), encoding="utf-8"
    )


def moved(name: str, new: str) -> Callable[[Path], object]:
    def move(folder: Path) -> None:
        (folder / new).parent.mkdir(exist_ok=True)
        (folder / name).rename(folder / new)

    return move


def added(name: str, text: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_text(text, "utf-8")


FAULTS: dict[str, Callable[[Path], object]] = {
    "edit": edited("departments/teams.yaml", "cro", "coe"),
    "add": added("departments/new.yaml", "positions:\n  - {id: x, reports_to: y}\n"),
    "delete": lambda folder: (folder / "departments/sales.yaml").unlink(),
    "rename": moved("departments/sales.yaml", "departments/sales.txt"),
    "move": moved("departments/sales.yaml", "archive/sales.yaml"),
    "csv": edited("people.csv", "cro", "coe"),
    "role": edited("roles/abc.yaml", "summary", "sumary"),
    "configuration": added("orgcli.toml", 'select = "nope"\n'),
}


@git
@pytest.mark.parametrize("change", FAULTS)
def test_the_hook_sees_a_fault_by(
    repository: Path, environment: Mapping[str, str], change: str
) -> None:
    assert run_hook(repository, environment)[0] == 0
    FAULTS[change](repository)
    code, said = run_hook(repository, environment)
    assert (code, "Failed" in said) == (1, True), said


@git
@pytest.mark.parametrize("name", ["README.md", "org.yaml", "people.csv"])
def test_the_hook_runs_and_passes(
    repository: Path, environment: Mapping[str, str], name: str
) -> None:
    (repository / name).write_text(FILES[name] + "\n", "utf-8")
    code, said = run_hook(repository, environment)
    assert (code, "Passed" in said) == (0, True), said
