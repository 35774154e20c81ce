"""`orgcli role new` writes a file that every other command takes, and never over another."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_role_screens import run

from orgcli.model.source.source import Source
from orgcli.read.roles.role_file import read_role
from orgcli.scaffold.role_file import is_role_id, nearest_id, starter, title_of


def test_the_file_is_taken_by_every_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, err = run("orgcli role new head-of-partnerships", monkeypatch, folder=tmp_path)
    assert (code, out) == (0, "")
    assert "roles/head-of-partnerships.yaml" in err
    text = (tmp_path / "roles/head-of-partnerships.yaml").read_text("utf-8")
    assert text.startswith("# A role")
    for command in (
        "validate roles/",
        "compare head-of-partnerships cro",
        "role head-of-partnerships",
        "roles",
    ):
        assert run(f"orgcli {command}", monkeypatch, folder=tmp_path)[0] == 0, command


def test_what_is_commented_out_is_right_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything from the first facet on, as if the beginner took away the number signs."""
    lines = starter("x-y", "X").splitlines()
    begin = next(at for at, line in enumerate(lines) if line.startswith("role:"))
    uncommented = [
        line.removeprefix("# ") if line.startswith("# ") and (":" in line or "- " in line) else line
        for line in lines[begin:]
        if "?" not in line and "docs/" not in line and "Ids" not in line
    ]
    (tmp_path / "roles").mkdir()
    path = tmp_path / "roles/x-y.yaml"
    path.write_text("\n".join(uncommented), "utf-8")
    role, findings = read_role(Source("x-y.yaml", path.read_text("utf-8")))
    assert not findings
    assert role is not None and role.role.focus[0].concept == "close-deals"
    assert run("orgcli validate roles", monkeypatch, folder=tmp_path)[0] == 0


def test_it_goes_into_the_first_configured_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "orgcli.toml").write_text('roles = ["our/roles", "more"]\n')
    below = tmp_path / "below"
    below.mkdir()
    assert run("orgcli role new analyst", monkeypatch, folder=below)[0] == 0
    assert (tmp_path / "our/roles/analyst.yaml").is_file()
    code, out, _ = run("orgcli role analyst", monkeypatch, folder=below)
    assert code == 0
    assert "Analyst" in out


def test_no_file_is_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "roles").mkdir()
    taken = tmp_path / "roles/analyst.yaml"
    taken.write_text("mine")
    gone = tmp_path / "gone.yaml"
    gone.symlink_to(tmp_path / "nowhere.yaml")
    for command in ("role new analyst", f"role new analyst -o {taken}", f"role new b -o {gone}"):
        code, _, err = run(f"orgcli {command}", monkeypatch, folder=tmp_path)
        assert code == 2
        assert "already exists" in err
    assert taken.read_text() == "mine"
    assert not (tmp_path / "nowhere.yaml").exists()


def test_a_built_in_role_is_overridden_with_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, _, err = run("orgcli role new cso", monkeypatch, folder=tmp_path)
    assert code == 0
    assert "not from the built-in roles" in err
    assert "title: Chief Sales Officer" in (tmp_path / "roles/cso.yaml").read_text("utf-8")


def test_a_folder_that_cannot_be_made_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "roles").write_text("a file")
    code, _, err = run("orgcli role new analyst", monkeypatch, folder=tmp_path)
    assert code == 2
    assert "roles" in err


@pytest.mark.parametrize("id", ["a", "cso", "head-of-partnerships", "l2-support", "a1-2b"])
def test_ids(id: str) -> None:
    assert is_role_id(id)


@pytest.mark.parametrize(
    "id",
    [
        "",
        "A",
        "a_b",
        "a-",
        "-a",
        "a--b",
        "2a",
        "a b",
        "é",
        "a.yaml",
        "../a",
        "library",
        "advice",
        "shape",
    ],
)
def test_not_ids(id: str) -> None:
    assert not is_role_id(id)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Head of Partnerships", "head-of-partnerships"),
        ("Försäljningschef", "forsaljningschef"),
        ("VP, Sales (EMEA)", "vp-sales-emea"),
        ("2nd line support", "nd-line-support"),
        ("Größe", "grosse"),
        ("library", None),
        ("営業", None),
        ("", None),
    ],
)
def test_nearest_id(text: str, id: str | None) -> None:
    assert nearest_id(text) == id


def test_titles() -> None:
    assert title_of("head-of-partnerships") == "Head of Partnerships"
    assert title_of("a-b") == "A B"


@settings(deadline=None)
@given(st.text(min_size=1, max_size=80).filter(str.strip))
def test_any_title_is_read_as_it_was_written(title: str) -> None:
    file, findings = read_role(Source("x.yaml", starter("x", title)))
    assert not findings
    assert file is not None
    assert file.role.title == title


@given(st.text(max_size=40))
def test_a_nearest_id_is_an_id(text: str) -> None:
    found = nearest_id(text)
    assert found is None or is_role_id(found)
