"""`orgcli init`: what it makes is clean at once, and nothing that is there is touched."""

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from command_line import run_in
from editor import load_as_editor
from orgcli.cli.commands.schema import SCHEMAS, schema_text
from orgcli.model.source.source import Source
from orgcli.read.config import read_config
from orgcli.read.syntax.yaml import load_yaml
from orgcli.scaffold.organisation_files import CI, first_files, name_of

SCHEMA_FILES = [f".orgcli/{kind}.json" for kind in SCHEMAS if not kind.endswith("-output")]
WORKFLOW = ".github/workflows/orgcli.yml"


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_what_it_makes_is_clean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, err = run_in(tmp_path, "orgcli init acme-inc", monkeypatch)
    assert (code, out) == (0, "")
    made = tmp_path / "acme-inc"
    files = contents(made)
    assert set(files) == {"org.yaml", "orgcli.toml", WORKFLOW, *SCHEMA_FILES}
    for name in files:
        assert f"wrote `acme-inc/{name}`" in err
    assert err.split("next:")[1].split("\n")[1:] == [
        "  cd acme-inc",
        "  orgcli validate              check it",
        "  orgcli chart                 draw it",
        "  orgcli compare cro vp-sales  put two of its roles side by side",
        "",
    ]
    code, out, err = run_in(made, "orgcli validate --fail-on info", monkeypatch)
    assert (code, err) == (0, "")
    assert "No findings in 1 file: 6 positions, 1 root" in out
    assert run_in(made, "orgcli chart -o org.svg", monkeypatch)[0] == 0
    assert b"Ada Okafor" in (made / "org.svg").read_bytes()
    assert run_in(made, "orgcli compare cro vp-sales", monkeypatch)[0] == 0


def test_twice_the_same_and_the_second_time_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a/x", "b/x"):
        assert run_in(tmp_path, f"orgcli init {name}", monkeypatch)[0] == 0
    before = contents(tmp_path)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")
    code, out, err = run_in(tmp_path, "orgcli init a/x", monkeypatch)
    assert (code, out) == (2, "")
    assert "has all of it already" in err
    assert contents(tmp_path) == before


def test_what_is_there_is_kept_and_the_rest_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "org.yaml").write_text("mine", "utf-8")
    (tmp_path / ".github/workflows").mkdir(parents=True)
    (tmp_path / WORKFLOW).symlink_to(tmp_path / "nowhere")
    code, _, err = run_in(tmp_path, "orgcli init", monkeypatch)
    assert code == 0
    assert "kept `org.yaml`" in err
    assert f"kept `{WORKFLOW}`" in err
    assert "wrote `orgcli.toml`" in err
    assert "cd " not in err
    assert (tmp_path / "org.yaml").read_text("utf-8") == "mine"
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    ("there", "text", "left_out"),
    [
        ("people.org.yaml", "organisation: N\n", "org.yaml"),
        ("org/a.yaml", "organisation: N\n", "org.yaml"),
        ("pyproject.toml", "[tool.orgcli]\n", "orgcli.toml"),
        ("../orgcli.toml", "", "orgcli.toml"),
    ],
)
def test_no_second_organisation_or_configuration(
    tmp_path: Path, there: str, text: str, left_out: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    (here / there).parent.mkdir(parents=True, exist_ok=True)
    (here / there).write_text(text, "utf-8")
    code, _, err = run_in(here, "orgcli init", monkeypatch)
    assert code == 0
    assert f"no `{left_out}`, because there is" in err
    assert not (here / left_out).exists()


@pytest.mark.parametrize("ci", [*CI, "none"])
def test_each_ci_has_its_file(tmp_path: Path, ci: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run_in(tmp_path, f"orgcli init --ci {ci}", monkeypatch)[0] == 0
    written = {name for name, path in CI.items() if (tmp_path / path).exists()}
    assert written == {ci} - {"none"}


def test_ci_is_not_written_where_nobody_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    code, _, err = run_in(tmp_path, "orgcli init 'our org'", monkeypatch)
    assert code == 0
    assert "belongs at the top of the repository" in err
    assert "orgcli validate 'our org'" in err
    assert "  cd 'our org'\n" in err
    assert not list(tmp_path.rglob(".github"))
    assert run_in(tmp_path, "orgcli init", monkeypatch)[0] == 0
    assert (tmp_path / WORKFLOW).exists()


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("init file", "cannot write"),
        ("init --ci travis", "--ci cannot be `travis`"),
        ("init --ci githib", "did you mean `github`"),
        ("init --name ' '", "the name is empty"),
    ],
)
def test_what_cannot_be(
    tmp_path: Path, command: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    code, out, err = run_in(tmp_path, f"orgcli {command}", monkeypatch)
    assert (code, out) == (2, "")
    assert said in err
    assert contents(tmp_path) == {"file": b""}


def test_one_file_that_cannot_be_written_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".github").write_text("a file", "utf-8")
    code, _, err = run_in(tmp_path, "orgcli init", monkeypatch)
    assert code == 2
    assert f"cannot write `{WORKFLOW}`" in err
    assert "wrote `org.yaml`" in err


@given(st.text(min_size=1, max_size=60).filter(str.strip))
def test_any_name_is_read_as_it_was_written(name: str) -> None:
    files = first_files(name, lambda kind: kind)
    document, findings = load_yaml(Source("org.yaml", files[Path("org.yaml")]))
    assert not findings
    assert document is not None
    assert isinstance(document.root, dict)
    assert document.root["organisation"] == name


@pytest.mark.parametrize(
    ("folder", "name"),
    [("acme-inc", "Acme Inc"), ("our_org.git", "Our Org Git"), ("ACME", "ACME"), ("-", None)],
)
def test_the_name_is_that_of_the_folder(folder: str, name: str | None) -> None:
    assert name_of(Path("/x") / folder) == (name or "My Organisation")
    assert name_of(Path("/")) == "My Organisation"


def test_modelines_lead_to_the_schemas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run_in(tmp_path, "orgcli init", monkeypatch)[0] == 0
    run_in(tmp_path, "orgcli role new alliance-lead", monkeypatch)
    run_in(tmp_path, "orgcli role new other -o a/b/other.yaml", monkeypatch)
    for name, kind in (
        ("org.yaml", "org"), ("roles/alliance-lead.yaml", "role"), ("a/b/other.yaml", "role"),
    ):  # fmt: skip
        first, text = (tmp_path / name).read_text("utf-8").split("\n", 1)
        named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert named
        schema = (tmp_path / name).parent / named[1]
        assert schema.resolve() == (tmp_path / f".orgcli/{kind}.json").resolve()
        assert schema.read_text("utf-8") == schema_text(kind)
        assert not list(Draft7Validator(SCHEMAS[kind]()).iter_errors(load_as_editor(text)))
    first = (tmp_path / "orgcli.toml").read_text("utf-8").split("\n", 1)[0]
    assert first == "#:schema .orgcli/config.json"
    assert (tmp_path / ".orgcli/config.json").is_file()


def test_what_is_commented_out_in_the_configuration_is_right_too(tmp_path: Path) -> None:
    text = first_files("N", schema_text)[Path("orgcli.toml")]
    keys = re.compile(r'^# (?=\[|[a-z-]+ = |"drafts)', re.MULTILINE)
    whole = tmp_path / "orgcli.toml"
    whole.write_text(keys.sub("", text), "utf-8")
    table = tomllib.loads(whole.read_text("utf-8"))
    assert len(table) == 8
    assert not list(Draft7Validator(SCHEMAS["config"]()).iter_errors(table))
    assert read_config(whole).settings.fail_on == "error"
