"""In a step of GitHub Actions, no text of an organisation is a command to the runner."""

import json
import os
import re
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from forked import forked_program, run_forked

ATTACK = "::error::x"
OTHER = "##[error]x"
ORG = f"""\
organisation: "{ATTACK}"
positions:
  - {{id: ceo, title: "{ATTACK} {OTHER}", holder: "{OTHER}"}}
  - {{id: "{ATTACK}", title: "{OTHER}", reports_to: ceo, status: clsoed}}
  - {{id: "{OTHER}", title: "{ATTACK}", reports_to: coe, text: "{OTHER}"}}
"""
TABLE = f'id,title,manager,{OTHER}\nceo,"{ATTACK}",\n"{OTHER}",{ATTACK},ceo\n'
ROLE = f"""\
role: abc
title: "{ATTACK}"
summary: "{OTHER}"
focus: ["{ATTACK}", "{OTHER}"]
wrong: "{OTHER}"
"""


def obeyed(text: str) -> list[str]:
    """The lines that the runner might obey: it trims them, and ends lines at CR too."""
    return [
        line for line in re.split(r"[\r\n]+", text)
        if re.match(r"[^\x21-\x7e]*::\w+.*::", line) or "##[" in line
    ]  # fmt: skip


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "org.yaml").write_text(ORG, "utf-8")
    (tmp_path / "people.csv").write_text(TABLE, "utf-8")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "abc.yaml").write_text(ROLE, "utf-8")
    (tmp_path / f"{OTHER}.yaml").write_text(ORG, "utf-8")
    return tmp_path


def step(folder: Path, *words: str) -> tuple[str, str]:
    done = run_forked(folder, *words, environment={**os.environ, "GITHUB_ACTIONS": "true"})
    assert "Traceback" not in done.stderr
    return done.stdout, done.stderr


COMMANDS = [
    "validate org.yaml --diff", "validate org.yaml -f concise", "validate org.yaml -f full",
    "validate org.yaml -f json", "validate org.yaml -f sarif", "validate org.yaml -f junit",
    "validate org.yaml -f markdown", "validate org.yaml -f gitlab", "validate org.yaml -f rdjson",
    "validate org.yaml --statistics", "validate other/abc.yaml -f concise",
    "validate --show-settings",
    f"validate {OTHER}.yaml -f full", f"validate {ATTACK}", f"validate --select {OTHER}",
    f"validate --{OTHER}", f"validate org.yaml {ATTACK}", f"nosuch{OTHER}",
    *(f"chart org.yaml -f {format} -o -" for format in
      ("svg", "dot", "html", "mermaid", "plantuml", "drawio", "tree", "txt")),
    "columns people.csv", "columns people.csv -f json", "columns people.csv -f markdown",
    "chart people.csv -f tree --columns", "advise org.yaml", "advise org.yaml -f json",
    "advise org.yaml -f markdown", "advise org.yaml --template", "role other/abc.yaml",
    "role other/abc.yaml -f html", "role other/abc.yaml -f csv", "role other/abc.yaml -f json",
    "role other/abc.yaml -f markdown", "compare other/abc.yaml cro", "roles other/abc.yaml",
    "compare other/abc.yaml cro -f csv", f"role {OTHER}", f"rule {OTHER}",
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_no_text_is_a_command(here: Path, command: str) -> None:
    out, err = piped(here, command)
    assert obeyed(out) == []
    assert obeyed(err) == []


def piped(here: Path, command: str) -> tuple[str, str]:
    done = subprocess.run(
        [*forked_program(), *command.split()], cwd=here, capture_output=True,
        text=True, encoding="utf-8", env={**os.environ, "GITHUB_ACTIONS": "true"},
    )  # fmt: skip
    return done.stdout, done.stderr


def test_our_own_annotations_are_commands(here: Path) -> None:
    out, _ = piped(here, "validate org.yaml -f github")
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in obeyed(out))
    assert len(obeyed(out)) >= 2


def test_documents_say_the_same_to_whoever_parses_them(here: Path) -> None:
    out, _ = piped(here, "validate org.yaml -f json")
    assert OTHER in json.dumps(json.loads(out))
    out, _ = piped(here, "chart org.yaml -f svg -o -")
    assert OTHER in "".join(ElementTree.fromstring(out).itertext())
    out, _ = piped(here, "validate org.yaml -f junit")
    assert OTHER in ElementTree.fromstring(out)[0].attrib.get("name", "") + "".join(
        str(one.attrib) for one in ElementTree.fromstring(out).iter()
    )


@pytest.mark.parametrize("words", ["validate org.yaml -f concise", "chart org.yaml -f txt"])
def test_files_have_the_exact_text(here: Path, words: str) -> None:
    flags = ["-o", "x.txt"] if "chart" in words else []
    command = words if flags else f"{words}:x.txt"
    step(here, *command.split(), *flags)
    assert OTHER in (here / "x.txt").read_text("utf-8")
    out, _ = step(here, *words.split(), *(["-o", "-"] if flags else []))
    assert obeyed(out) == []


def test_nothing_is_changed_elsewhere(here: Path) -> None:
    done = run_forked(here, "validate", "org.yaml", "-f", "concise")
    assert OTHER in done.stdout
