"""`- --stdin-filename FILE`: what an editor asks about a text that is not saved yet."""

import json
from pathlib import Path
from typing import Any

import pytest

from command_line import run_in

ORG = """\
organisation: N
positions:
  - id: ceo
  - id: cfo
    reports_to: gone
include: [teams/*.yaml]
"""
TEAM = "positions:\n  - id: cro\n    reports_to: ceo\n"
TYPED = TEAM + "  - id: vp\n    reports_to: coe\n"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "teams").mkdir()
    (tmp_path / "org.yaml").write_text(ORG, "utf-8")
    (tmp_path / "teams/sales.yaml").write_text(TEAM, "utf-8")
    return tmp_path


def report_of(
    folder: Path, name: str, text: str, monkeypatch: pytest.MonkeyPatch, flags: str = ""
) -> dict[str, Any]:
    command = f"orgcli validate - --stdin-filename {name} -f json {flags}"
    document: dict[str, Any] = json.loads(run_in(folder, command, monkeypatch, text.encode())[1])
    return document


def findings_of(document: dict[str, Any]) -> list[tuple[str, str, int]]:
    return [(one["code"], one["file"], one["line"]) for one in document["findings"]]


@pytest.mark.parametrize("inside", [".", "teams", "elsewhere"])
def test_a_file_is_seen_in_its_organisation_from_any_folder(
    here: Path, monkeypatch: pytest.MonkeyPatch, inside: str
) -> None:
    (here / "elsewhere").mkdir()
    file = (here / "teams/sales.yaml").as_posix()
    document = report_of(here / inside, file, TYPED, monkeypatch)
    assert findings_of(document) == [("ORG102", file, 5)]  # nor what is wrong with org.yaml
    assert document["findings"][0]["help"] == "did you mean `ceo`?"
    assert (document["summary"]["positions"], document["summary"]["files"]) == (4, 2)
    assert findings_of(report_of(here / inside, file, TEAM, monkeypatch)) == []
    assert (here / "teams/sales.yaml").read_text("utf-8") == TEAM


def test_the_file_that_includes_is_one_too(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert findings_of(report_of(here, "org.yaml", ORG, monkeypatch)) == [("ORG102", "org.yaml", 5)]
    without = ORG.replace("    reports_to: gone\n", "    reports_to: cro\n")
    assert findings_of(report_of(here, "org.yaml", without, monkeypatch)) == []
    alone = without.replace("include: [teams/*.yaml]\n", "")
    assert findings_of(report_of(here, "org.yaml", alone, monkeypatch)) == [
        ("ORG102", "org.yaml", 5)
    ]


def test_what_the_configuration_names_comes_first(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "company.yaml").write_text(ORG.replace("ceo", "coe"), "utf-8")
    (here / "orgcli.toml").write_text(
        'organisations = ["company.yaml"]\n[per-file-ignores]\n"teams/*" = ["ORG010"]\n', "utf-8"
    )
    text = "positions:\n  - id: NO\n    reports_to: coe\n"
    assert findings_of(report_of(here, "teams/sales.yaml", text, monkeypatch)) == []
    isolated = report_of(here, "teams/sales.yaml", text, monkeypatch, "--isolated")
    assert [one[0] for one in findings_of(isolated)] == ["ORG010", "ORG102"]


def test_a_broken_text_is_said_and_nothing_else(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = report_of(here, "teams/sales.yaml", "positions: [\n", monkeypatch)
    assert [one[:2] for one in findings_of(broken)] == [("ORG001", "teams/sales.yaml")]


def test_a_file_of_no_organisation_is_checked_alone(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = report_of(
        here, "drafts/new.yaml", "organisation: D\npositions:\n  - id: a\n", monkeypatch
    )
    assert (findings_of(document), document["summary"]["files"]) == ([], 1)


def test_what_would_be_mended_is_that_file_and_nothing_is_written(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typo = f"{TEAM}    titel: Chief Revenue Officer\n"
    command = "orgcli validate - --stdin-filename teams/sales.yaml"
    code, out, _ = run_in(here, f"{command} --diff", monkeypatch, typo.encode())
    assert (code, "+    title: Chief Revenue Officer" in out) == (1, True)
    assert run_in(here, f"{command} --fix", monkeypatch, typo.encode())[0] == 2
    assert (here / "teams/sales.yaml").read_text("utf-8") == TEAM
