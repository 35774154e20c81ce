"""Links in what is read lead nowhere else: no line of another file is printed, none is changed."""

from pathlib import Path

import pytest

from command_line import run_in

ORG = "organisation: Northwind\npositions:\n  - {id: ceo, title: CEO}\n"
SECRET = "positions:\n  - {id: secret, status: clsoed, reports_to: nobody}\n"
ROLE = "role: secret\ntitle: Secret\nsummary: nothing\nwrong: 1\n"
COMMANDS = ["validate org -f full", "validate org --fix", "validate org --add-ignore",
            "validate org --diff", "chart org -o x.svg -f tree", "columns org",
            "advise org -o x.md"]  # fmt: skip


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A repository, and files beside it that are somebody else's."""
    folder = tmp_path / "repo"
    (folder / ".git").mkdir(parents=True)
    (folder / "org").mkdir()
    (folder / "org/org.yaml").write_text(ORG, "utf-8")
    (tmp_path / "secret.yaml").write_text(SECRET, "utf-8")
    (tmp_path / "roles").mkdir()
    (tmp_path / "roles/secret.yaml").write_text(ROLE, "utf-8")
    return folder


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("inside", [False, True], ids=["outside", "in the repository"])
def test_a_link_out_of_a_folder_is_not_followed(
    here: Path, command: str, inside: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    foreign = here / "other.yaml" if inside else here.parent / "secret.yaml"
    foreign.write_text(SECRET, "utf-8")
    (here / "org/team.yaml").symlink_to(foreign)
    code, out, err = run_in(here, f"orgcli {command}", monkeypatch)
    assert foreign.read_text("utf-8") == SECRET
    assert "clsoed" not in out + err
    assert "secret" not in out.replace("secret.yaml", "")
    if command.startswith("validate"):
        assert (code, "`team.yaml` is a link that leads outside the folder" in out) == (
            (1, True) if "--diff" not in command else (code, False)
        )


def test_a_link_within_a_folder_is_followed(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "org/teams").mkdir()
    (here / "org/teams/sales.txt").write_text("positions:\n  - {id: cro}\n", "utf-8")
    (here / "org/sales.yaml").symlink_to("teams/sales.txt")
    assert "2 positions" in run_in(here, "orgcli validate org --ignore ORG106", monkeypatch)[1]


def test_a_file_that_is_named_may_be_a_link(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "named.yaml").symlink_to("../secret.yaml")
    assert "clsoed" in run_in(here, "orgcli validate named.yaml", monkeypatch)[1]


@pytest.mark.parametrize("name", ["org.yaml", "x.org.yaml", "org"])
@pytest.mark.parametrize("command", ["validate", "chart -f tree", "columns"])
def test_what_nobody_has_named_is_no_link_out_of_the_repository(
    here: Path, name: str, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if name == "org":
        (here / "org/org.yaml").unlink()
        (here / "org").rmdir()
    (here / name).symlink_to(".." if name == "org" else "../secret.yaml")
    code, out, err = run_in(here, f"orgcli {command}", monkeypatch)
    assert (code, out, f"`{name}` is a link" in err) == (2, "", True)


@pytest.mark.parametrize("command", ["validate", "diff --plan q3", "apply q3", "chart --plan q3"])
@pytest.mark.parametrize("link", ["plans", "plans/q3.yaml"])
def test_plans_that_nobody_has_named_are_no_links(
    here: Path, command: str, link: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    foreign = here.parent / "foreign"
    foreign.mkdir()
    plan = "plan: q3\nsteps:\n  - {set: ceo, fields: {title: secret}}\n"
    (foreign / "q3.yaml").write_text(plan, "utf-8")
    (here / "org.yaml").write_text(ORG, "utf-8")
    if link == "plans":
        (here / link).symlink_to(foreign)
    else:
        (here / "plans").mkdir()
        (here / link).symlink_to(foreign / "q3.yaml")
    code, out, err = run_in(here, f"orgcli {command}", monkeypatch)
    assert (code, out) == (2, "") and "is a link that leads to where it may not" in err
    assert "secret" not in err and (foreign / "q3.yaml").read_text("utf-8") == plan


@pytest.mark.parametrize("link", ["roles", "roles/secret.yaml", "roles/library.yaml"])
def test_roles_beside_an_organisation_are_no_links(
    here: Path, link: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "org.yaml").write_text(ORG, "utf-8")
    if "/" in link:
        (here / "roles").mkdir()
        (here / "roles/abc.yaml").write_text("role: abc\ntitle: Abc\nsummary: A seat\n", "utf-8")
        (here / link).symlink_to("../../roles/secret.yaml")
    else:
        (here / "roles").symlink_to("../roles")
    code, out, _ = run_in(here, "orgcli validate org.yaml -f full", monkeypatch)
    assert (code, "is a link that leads" in out, "wrong: 1" in out) == (1, True, False)
    for command in ("roles", "role secret", "compare secret cro"):
        assert "Secret" not in "".join(map(str, run_in(here, f"orgcli {command}", monkeypatch)[1:]))
