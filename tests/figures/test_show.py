"""`orgcli show`: lines, reports, dotted lines, fields, and since when they are written."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from command_line import run_in
from orgcli.language.tags import LANGUAGES

pytestmark = pytest.mark.needs("git")

SCREENS = Path(__file__).parent / "screens"
ORG = """organisation: Acme
departments:
  - {id: rev, name: Revenue}
positions:
  - id: ceo
    title: Chief Executive
    holder: Ada
    tags: [founder, board]
  - id: cro
    title: Chief Revenue Officer
    holder: [Ben, Cy]
    reports_to: ceo
    department: rev
    fte: 1.5
    contact: {email: ben@example.org}
    dotted_lines: [{to: cfo, for: forecasts}, gone]
    attributes: {Cost: "12"}
  - {id: vp, reports_to: cro, headcount: 3}
  - {id: ae, reports_to: vp, title: Account Executive, start: 2027-01-01, status: planned}
  - {id: cfo, reports_to: nobody, assistant: true}
  - {id: a, reports_to: b}
  - {id: b, reports_to: a}
"""
Said = Callable[[str], tuple[int, str, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "org.yaml").write_text(ORG)
    return tmp_path


@pytest.fixture
def said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Said:
    return lambda command: run_in(folder, f"COLUMNS=90 {command}", monkeypatch)


def git(folder: Path, *words: str, day: str = "2026-03-01") -> None:
    when = f"{day}T12:00:00Z"
    subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words],
        cwd=folder,
        check=True,
        capture_output=True,
        env={"PATH": os.environ["PATH"], "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when},
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_text(language: str, said: Said, golden: Callable[[Path, str], None]) -> None:
    screens = [said(f"orgcli show {id} --lang {language}")[1] for id in ("cro", "ceo", "cfo", "a")]
    golden(SCREENS / f"show-{language}.txt", "\n".join(screens))


@pytest.mark.parametrize("word", ["cro", "Ben", "chief revenue officer"])
def test_json(word: str, said: Said, golden: Callable[[Path, str], None]) -> None:
    code, out, err = said(f"orgcli show '{word}' org.yaml -f json")
    assert (code, err) == (0, "")
    golden(SCREENS / "show.json.txt", out)


@pytest.mark.parametrize(
    ("command", "code", "message"),
    [
        ("show nobody", 2, "no position is called `nobody`"),
        ("show ceo missing.yaml", 2, "missing.yaml"),
        ("show vpp", 2, "did you mean `vp`?"),
    ],
)
def test_what_is_not_there(command: str, code: int, message: str, said: Said) -> None:
    found, out, err = said(f"orgcli {command}")
    assert (found, out) == (code, "") and message in err


def test_nothing_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run_in(tmp_path, "orgcli show ceo", monkeypatch)[0] == 3


def history_of(said: Said, id: str) -> dict[str, object] | None:
    found: dict[str, object] | None
    found = json.loads(said(f"orgcli show {id} -f json")[1])["positions"][0]["history"]
    return found


def test_since_when_it_is_written(folder: Path, said: Said) -> None:
    assert history_of(said, "cro") is None
    git(folder, "init", "-q")
    assert history_of(said, "cro") is None
    (folder / "other").write_text("")
    git(folder, "add", "other")
    git(folder, "commit", "-qm", "first")
    assert history_of(said, "cro") == {
        "since": None, "changed": None, "commit": None, "committed": False
    }  # fmt: skip
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "org")
    found = history_of(said, "cro")
    assert found and found["since"] == found["changed"] == "2026-03-01" and found["committed"]
    text = ORG.replace("fte: 1.5", "fte: 2").replace("organisation: Acme", "# x\norganisation: A")
    (folder / "org.yaml").write_text(text)
    git(folder, "commit", "-qam", "second", day="2026-05-02")
    found = history_of(said, "cro")
    assert found and (found["since"], found["changed"]) == ("2026-03-01", "2026-05-02")
    assert "since 2026-03-01, last changed 2026-05-02 (" in said("orgcli show cro")[1]
    (folder / "org.yaml").write_text("# moved down\n\n" + text.replace("Cy]", "Di]"))
    assert "not committed yet" in " ".join(said("orgcli show cro")[1].split())
    found = history_of(said, "ceo")
    assert found and found["since"] == "2026-03-01" and found["committed"]


def test_a_row_of_a_table(folder: Path, said: Said) -> None:
    (folder / "people.csv").write_text("id,name,manager\n1,Ada,\n2,Ben,1\n")
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "org")
    found = json.loads(said("orgcli show Ben people.csv -f json")[1])["positions"][0]
    assert found["lines"] == {"first": 3, "last": 3} and found["history"]["since"] == "2026-03-01"


def test_nothing_of_a_repository_is_run(folder: Path, said: Said, tmp_path: Path) -> None:
    ran, script = tmp_path / "ran", tmp_path / "script"
    script.write_text(f"#!/bin/sh\ntouch '{ran}'\ncat\n")
    script.chmod(0o755)
    git(folder, "init", "-q")
    (folder / ".gitattributes").write_text("*.yaml filter=x diff=x\n")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "org")
    for name in (
        "core.fsmonitor",
        "filter.x.smudge",
        "filter.x.clean",
        "filter.x.process",
        "diff.x.textconv",
        "diff.x.command",
        "core.pager",
        "blame.ignoreRevsFile",
    ):
        git(folder, "config", name, str(script))  # fmt: skip
    git(folder, "config", "blame.ignoreRevsFile", "/dev/null")
    (folder / "org.yaml").write_text(ORG.replace("fte: 1.5", "fte: 2"))
    found = history_of(said, "cro")
    assert found and found["since"] == "2026-03-01" and not found["committed"]
    assert not ran.exists()


def test_hostile_texts_are_not_obeyed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hostile = r'"\e[31m\u202e [red]x"'
    (tmp_path / "org.yaml").write_text(
        f"organisation: {hostile}\npositions:\n  - id: a\n    title: {hostile}\n"
        f"    holder: {hostile}\n    location: {hostile}\n"
        f"    attributes: {{{hostile}: {hostile}}}\n"
        f"    dotted_lines: [{{to: {hostile}, for: {hostile}}}]\n"
        f"  - {{id: {hostile}, reports_to: a}}\n"
    )
    for format in ("text", "json"):
        _, out, _ = run_in(tmp_path, f"orgcli show a -f {format}", monkeypatch)
        assert "\x1b" not in out and "\u202e" not in out and "red]x" in out
