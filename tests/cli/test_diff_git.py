"""`orgcli diff` in real repositories: what a revision holds is read, and nothing in it is run."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from command_line import run_in

pytestmark = pytest.mark.needs("git")

_IDENTITY = ("-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
ORG = """\
organisation: Acme
include: [teams/*.yaml]
positions:
  - {id: ceo, title: Chief, holder: Ada}
"""
TEAM = """\
positions:
  - {id: dev, title: Developer, holder: Bo, reports_to: ceo}
  - {id: ops, title: Operator, holder: Cy, reports_to: ceo}
"""


def git(folder: Path, *words: str) -> str:
    environment = {name: one for name, one in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", *_IDENTITY, "-c", "protocol.file.allow=always", *words]
    done = subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    return done.stdout.decode().strip()


def commit(folder: Path, message: str = "x") -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", message)


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "-qb", "main")
    write(folder, "org.yaml", ORG)
    write(folder, "teams/all.yaml", TEAM)
    commit(folder)
    return folder


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch):
    def run(folder: Path, command: str) -> tuple[int, str, str]:
        return run_in(folder, f"COLUMNS=100 {command}", monkeypatch)

    return run


def people_of(out: str) -> dict[str, str]:
    (organisation,) = json.loads(out)["organisations"]
    return {one["name"]: one["kind"] for one in organisation["people"]}


def test_head_and_the_working_tree(repository: Path, said) -> None:
    code, out, err = said(repository, "orgcli diff")
    assert (code, err) == (0, "") and "Nothing has changed." in out
    write(repository, "teams/all.yaml", TEAM.replace("Bo", "Di"))
    code, out, err = said(repository, "orgcli diff --exit-code -f json")
    assert (code, err) == (1, "")
    assert people_of(out) == {"Di": "joined", "Bo": "left"}
    document = json.loads(out)["organisations"][0]
    before, after = document["sides"]
    assert before["files"] == after["files"] == ["org.yaml", "teams/all.yaml"]
    assert before["commit"] == git(repository, "rev-parse", "HEAD") and after["commit"] is None


def test_two_branches_and_a_merge_base(repository: Path, said) -> None:
    git(repository, "checkout", "-qb", "topic")
    write(repository, "teams/all.yaml", TEAM.replace("Bo", "Di"))
    commit(repository)
    git(repository, "checkout", "-q", "main")
    write(repository, "org.yaml", ORG.replace("Ada", "Eve"))
    commit(repository)
    _, out, _ = said(repository, "orgcli diff main topic -f json")
    assert people_of(out) == {"Di": "joined", "Bo": "left", "Ada": "joined", "Eve": "left"}
    git(repository, "checkout", "-q", "topic")
    _, out, _ = said(repository, "orgcli diff --base main -f json")
    assert people_of(out) == {"Di": "joined", "Bo": "left"}
    git(repository, "merge", "-q", "main")
    _, out, _ = said(repository, "orgcli diff main -f json")
    assert people_of(out) == {"Di": "joined", "Bo": "left"}


def test_a_file_with_another_name_changes_nobody(repository: Path, said) -> None:
    git(repository, "mv", "teams/all.yaml", "teams/everybody.yaml")
    commit(repository)
    code, out, err = said(repository, "orgcli diff HEAD~1 HEAD --exit-code")
    assert (code, err) == (0, "") and "Nothing has changed." in out


def test_from_a_folder_below_the_top_and_of_a_path(repository: Path, said) -> None:
    write(repository, "sub/people.csv", "id,holder,reports_to\na,Ann,\nb,Ben,a\n")
    commit(repository)
    write(repository, "sub/people.csv", "id,holder,reports_to\na,Ann,\nb,Bea,a\n")
    for folder, command in (
        (repository, "orgcli diff -f json -- sub/people.csv"),
        (repository / "sub", "orgcli diff -f json -- people.csv"),
        (repository / "sub", "orgcli diff HEAD:people.csv people.csv -f json"),
        (repository / "sub", "orgcli diff HEAD people.csv -f json"),
    ):
        code, out, err = said(folder, command)
        assert (code, err) == (0, ""), command
        assert people_of(out) == {"Bea": "joined", "Ben": "left"}


def test_a_word_that_is_a_file_and_a_revision(repository: Path, said) -> None:
    git(repository, "branch", "both.yaml")
    write(repository, "both.yaml", ORG)
    code, _, err = said(repository, "orgcli diff both.yaml")
    assert code == 2 and "is a file and a revision" in err
    assert "write ./both.yaml or both.yaml:" in err
    assert said(repository, "orgcli diff both.yaml: ./both.yaml")[0] == 0


def test_what_is_no_revision(repository: Path, said) -> None:
    code, _, err = said(repository, "orgcli diff mian")
    assert code == 2 and "`mian` is no file and no revision" in err and "`main`" in err


def test_a_shallow_clone_says_what_to_fetch(repository: Path, tmp_path: Path, said) -> None:
    write(repository, "org.yaml", ORG.replace("Ada", "Eve"))
    commit(repository)
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{repository}", "shallow")
    code, _, err = said(tmp_path / "shallow", "orgcli diff HEAD~1")
    assert code == 2 and "fetch-depth: 0" in err
    assert said(tmp_path / "shallow", "orgcli diff")[0] == 0


def test_paths_outside_any_repository(tmp_path: Path, said) -> None:
    write(tmp_path, "a.csv", "id,holder,reports_to\na,Ann,\nb,Ben,a\n")
    write(tmp_path, "b.csv", "id,holder,reports_to\na,Ann,\nb,Bea,a\n")
    code, out, err = said(tmp_path, "orgcli diff a.csv b.csv -f json")
    assert (code, err) == (0, "")
    assert people_of(out) == {"Bea": "joined", "Ben": "left"}
    for command in ("orgcli diff", "orgcli diff main"):
        code, _, err = said(tmp_path, command)
        assert code == 2 and "in no Git repository" in err, command


def test_a_bare_repository(repository: Path, tmp_path: Path, said) -> None:
    write(repository, "org.yaml", ORG.replace("Ada", "Eve"))
    commit(repository)
    git(tmp_path, "clone", "-q", "--bare", str(repository), "bare.git")
    code, out, err = said(tmp_path / "bare.git", "orgcli diff HEAD~1 HEAD -f json")
    assert (code, err) == (0, "")
    assert people_of(out) == {"Eve": "joined", "Ada": "left"}


def test_nobody_leaves_with_another_repository(repository: Path, tmp_path: Path, said) -> None:
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "-qb", "main")
    write(other, "team.yaml", "positions: [{id: sub, holder: Sue, reports_to: ceo}]\n")
    commit(other)
    git(repository, "submodule", "--quiet", "add", str(other), "teams/other")
    write(repository, "org.yaml", ORG.replace("teams/*.yaml", "teams/**/*.yaml"))
    commit(repository)
    for command in ("orgcli diff HEAD -f json", "orgcli diff . HEAD -f json"):
        _, out, err = said(repository, command)
        assert people_of(out) == {}, command
        assert "`teams/other` is another repository" in err


def test_a_broken_file_makes_nobody_leave(repository: Path, said) -> None:
    write(repository, "teams/all.yaml", "positions: [{id: dev, title: [\n")
    code, out, err = said(repository, "orgcli diff -f json")
    assert code == 1 and "teams/all.yaml" in err and "error[" in err
    assert people_of(out) == {}
    document = json.loads(out)["organisations"][0]
    assert document["changes"] == [] and document["unsure"] == 2
    assert document["sides"][1]["complete"] is False
    commit(repository)
    write(repository, "teams/all.yaml", TEAM)
    code, out, err = said(repository, "orgcli diff -f json")
    assert code == 1 and people_of(out) == {} and "teams/all.yaml" in err


def test_an_organisation_that_is_not_there_yet(repository: Path, said) -> None:
    write(repository, "later.yaml", "organisation: Later\npositions: [{id: a, holder: Ann}]\n")
    code, out, err = said(repository, "orgcli diff HEAD -f json -- later.yaml")
    assert code == 0 and people_of(out) == {"Ann": "joined"}
    assert "there is no organisation in HEAD" in err
    code, _, err = said(repository, "orgcli diff HEAD HEAD -- nowhere.yaml")
    assert code == 3 and "nothing to read" in err


def test_nothing_of_a_repository_is_run_and_no_file_outside_is_read(
    repository: Path, tmp_path: Path, said, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = tmp_path / "ran"
    script = tmp_path / "script"
    script.write_text(f"#!/bin/sh\ntouch '{ran}'\ncat\n")
    script.chmod(0o755)
    for name in ("core.fsmonitor", "filter.x.smudge", "diff.x.textconv", "core.pager"):
        git(repository, "config", name, str(script))
    write(repository, ".gitattributes", "*.yaml filter=x diff=x\n")
    secret = tmp_path / "secret.yaml"
    secret.write_text("positions: [{id: spy, holder: Secret, reports_to: ceo}]\n")
    (repository / "teams/link.yaml").symlink_to(secret)
    commit(repository)
    ran.unlink(missing_ok=True)
    monkeypatch.setenv("GIT_DIR", str(tmp_path))
    code, out, err = said(repository, "orgcli diff HEAD HEAD~1 -f json")
    assert code == 0 and "Secret" not in out + err
    assert not ran.exists()


def test_nothing_is_left_behind(repository: Path, tmp_path: Path, said, monkeypatch) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    assert said(repository, "orgcli diff HEAD HEAD")[0] == 0
    assert list(temporary.iterdir()) == []
    assert git(repository, "status", "--porcelain") == ""


def test_two_days_of_one_state(repository: Path, said) -> None:
    write(
        repository,
        "teams/all.yaml",
        "positions:\n"
        "  - {id: dev, holder: Bo, reports_to: ceo, end: 2027-03-31}\n"
        "  - {id: ops, holder: Cy, reports_to: ceo, start: 2027-05-01}\n",
    )
    for command in (
        "orgcli diff --between 2027-01-01 2027-07-01 -f json",
        "orgcli diff org.yaml --between 2027-01-01 2027-07-01 -f json",
    ):
        code, out, err = said(repository, command)
        assert (code, err) == (0, "")
        assert people_of(out) == {"Cy": "joined", "Bo": "left"}
    assert said(repository, "orgcli diff --between 2027-01-01 soon")[0] == 2


def test_ids_that_are_told(repository: Path, said) -> None:
    team = TEAM.replace("id: dev", "id: engineer").replace("Bo", "Di")
    write(repository, "teams/all.yaml", team)
    for extra in ("--rename dev=engineer", ""):
        if not extra:
            write(repository, "orgcli.toml", '[renamed]\ndev = "engineer"\n')
        _, out, _ = said(repository, f"orgcli diff -f json {extra}")
        document = json.loads(out)["organisations"][0]
        assert document["renamed"] == [{"from": "dev", "to": "engineer", "why": "told"}]
    code, _, err = said(repository, "orgcli diff --rename dve=engineer")
    assert code == 2 and "`dev`" in err


def test_one_file_is_compared_with_head(repository: Path, said) -> None:
    write(repository, "org.yaml", ORG.replace("Ada", "Eve"))
    code, out, err = said(repository, "orgcli diff org.yaml -f json")
    assert (code, err) == (0, "") and people_of(out) == {"Eve": "joined", "Ada": "left"}


def test_a_file_that_is_gone_and_one_that_never_was(repository: Path, said) -> None:
    (repository / "teams/all.yaml").unlink()
    code, out, _ = said(repository, "orgcli diff -f json -- teams/all.yaml")
    assert code == 0 and people_of(out) == {"Bo": "left", "Cy": "left"}
    code, _, err = said(repository, "orgcli diff HEAD:nowhere.yaml org.yaml")
    assert code == 2 and "there is no `nowhere.yaml` in `HEAD`" in err


def test_a_configuration_that_was_another_one(repository: Path, said) -> None:
    git(repository, "mv", "org.yaml", "acme.yaml")
    write(repository, "orgcli.toml", 'organisations = ["acme.yaml"]\n')
    commit(repository)
    git(repository, "mv", "acme.yaml", "company.yaml")
    write(repository, "orgcli.toml", 'organisations = ["company.yaml"]\n')
    (repository / "sub").mkdir()
    for folder in (repository, repository / "sub"):
        code, out, err = said(folder, "orgcli diff HEAD -f json")
        assert (code, err) == (0, "") and people_of(out) == {}
        before, after = json.loads(out)["organisations"][0]["sides"]
        assert before["seats"] == after["seats"] == 3
        assert "/tmp/orgcli-" not in out


@pytest.mark.parametrize(
    "text",
    [
        TEAM.replace("id: dev, ", ""),
        TEAM.replace("positions:", "positons:"),
        "<<<<<<< a\n" + TEAM,
    ],
)
def test_entries_that_are_not_read_are_not_gone(repository: Path, text: str, said) -> None:
    write(repository, "teams/all.yaml", text)
    code, out, err = said(repository, "orgcli diff -f json")
    assert code == 1 and "error[ORG0" in err
    assert people_of(out) == {} and json.loads(out)["organisations"][0]["changes"] == []


def test_headings_that_differ(tmp_path: Path, said) -> None:
    write(tmp_path, "a.csv", "Key,holder,Boss\na,Ann,\nb,Ben,a\n")
    write(tmp_path, "b.csv", "Nummer,holder,Chef\na,Ann,\nb,Bea,a\n")
    command = "orgcli diff a.csv b.csv -f json --map id=Key --map reports_to=Boss"
    code, out, err = said(tmp_path, f"{command} --map-b id=Nummer --map-b reports_to=Chef")
    assert (code, err) == (0, "") and people_of(out) == {"Bea": "joined", "Ben": "left"}


def test_since_a_day(repository: Path, said, monkeypatch: pytest.MonkeyPatch) -> None:
    for day, holder in (("2026-01-15", "Cy"), ("2026-03-15", "Di"), ("2026-05-15", "Eve")):
        monkeypatch.setenv("GIT_COMMITTER_DATE", f"{day}T12:00:00Z")
        write(repository, "teams/all.yaml", TEAM.replace("Cy", holder) + "# " + day)
        write(repository, "day", day)
        environment = {**os.environ, "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
        subprocess.run(["git", "add", "-A"], cwd=repository, env=environment, check=True)
        command = ["git", *_IDENTITY, "commit", "-qm", day]
        subprocess.run(command, cwd=repository, env=environment, check=True)
    monkeypatch.delenv("GIT_COMMITTER_DATE")
    code, out, _ = said(repository, "orgcli diff --since 2026-04-01 -f json")
    assert code == 0 and people_of(out) == {"Di": "left", "Eve": "joined"}
    _, out, _ = said(repository, "orgcli diff --since 2026-02-01 -- teams")
    assert "2026-02-01 → working tree" in out and "Cy" in out
    code, _, err = said(repository, "orgcli diff --since 1999-01-01")
    assert code == 2 and "no commit before 1999-01-01" in err
    code, _, err = said(repository, "orgcli diff --since 2026-01-01 --base main")
    assert code == 2 and "--base and --since cannot be used together" in err


def test_since_needs_a_repository(tmp_path: Path, said) -> None:
    code, _, err = said(tmp_path, "orgcli diff --since 2026-01-01")
    assert code == 2 and "no Git repository" in err


def test_standard_input_is_one_side_at_most(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = b"positions: [{id: a}, {id: b, reports_to: a}]\n"
    (tmp_path / "plan.yaml").write_text("plan: P\nsteps: [{close: b}]\n")
    for words in ("- -", "- --plan plan.yaml", "- --between 2027-01-01 2027-07-01"):
        code, _, err = run_in(tmp_path, f"orgcli diff {words}", monkeypatch, text)
        assert code == 2 and "standard input is one side at most" in err, words
