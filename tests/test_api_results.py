"""What `import orgcli` reads, compares, advises and exports is what the commands do."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import orgcli
from orgcli.cli.app import app
from orgcli.compare.comparison.formats import ANSWERS
from orgcli.exchange.formats import FORMATS

ROOT = Path(__file__).resolve().parents[1]
NORTHWIND = ROOT / "examples/northwind-robotics"
TABLE = "Nr;Name;Chef\n1;Ada;\n2;Ben;1\n"
TABLES = '[[tables]]\nfiles = "*.csv"\nmap = {id = "Nr", holder = "Name", reports_to = "Chef"}\n'


def run(*words: str) -> str:
    """What a command line writes to stdout."""
    done = CliRunner().invoke(app, words, env={"COLUMNS": "120", "LC_ALL": "C"})
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with a configuration, what it names, and a role of one's own."""
    (tmp_path / "org").mkdir()
    (tmp_path / "org/people.csv").write_text(TABLE, "utf-8")
    text = f'organisations = ["org/people.csv"]\nroles = ["own"]\nroots = ["1"]\n{TABLES}'
    (tmp_path / "orgcli.toml").write_text(text, "utf-8")
    (tmp_path / "own").mkdir()
    role = "role: partner-lead\ntitle: Partner Lead\nfocus: [Partners]\n"
    (tmp_path / "own/partner-lead.yaml").write_text(role, "utf-8")
    return tmp_path


def test_functions_are_there_whatever_is_imported_first() -> None:
    """`orgcli.compare` is a folder too, which Python would put in the place of the function."""
    names = ("read", "compare", "advise", "render")
    for first in ("import orgcli", "import orgcli.compare.answer.choice, orgcli.read.config"):
        lines = [first, "import orgcli, orgcli.render.view, orgcli.advise.inference"]
        lines += [f"assert callable(orgcli.{name}), orgcli.{name}" for name in names]
        lines += ["from orgcli.compare import comparison", "from orgcli import compare"]
        lines += ["assert callable(compare) and not callable(comparison)"]
        subprocess.run([sys.executable, "-W", "error", "-c", "\n".join(lines)], check=True)


def test_a_configuration_says_what_is_read_and_how(own: Path) -> None:
    project = orgcli.read(config=own / "orgcli.toml")
    (organisation,) = project.organisations
    assert [(one.id, one.holder, one.reports_to) for one in organisation.positions] == [
        ("1", ("Ada",), None),
        ("2", ("Ben",), "1"),
    ]
    assert "partner-lead" in {one.role.role for one in project.roles}
    settings = orgcli.read_settings(str(own / "orgcli.toml"))
    assert settings.roots == ("1",)
    assert not orgcli.validate(project, settings).findings


def test_without_a_configuration_none_holds(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(own)
    (own / "org").rename("tables")
    project = orgcli.read("tables/people.csv")
    assert "partner-lead" not in {one.role.role for one in project.roles}
    assert project.organisations[0].lines.roots != [0]
    with pytest.raises(ValueError, match="there is nothing to read here"):
        orgcli.read()
    Path("org.yaml").write_text("organisation: N\npositions: [{id: a}]\n", "utf-8")
    assert orgcli.read().files == ("org.yaml",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("organisations = 3", "orgcli.toml"),
        ('roles = ["nowhere"]', "which is no folder"),
        ('required-version = ">=99"', "is required"),
        ("= 3", "not TOML"),
    ],
)
def test_a_configuration_that_cannot_be_used(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "orgcli.toml").write_text(text, "utf-8")
    with pytest.raises(orgcli.ConfigError, match=message):
        orgcli.read(NORTHWIND, config=tmp_path / "orgcli.toml")


def test_what_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(orgcli.Unreadable):
        orgcli.read(tmp_path / "none.yaml")
    with pytest.raises(orgcli.ConfigError):
        orgcli.read(NORTHWIND, config=tmp_path / "none.toml")


def test_a_link_that_nobody_named_leads_nowhere(
    own: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "org.yaml"
    outside.write_text("organisation: X\npositions: [{id: secret}]\n", "utf-8")
    (own / "org/people.csv").unlink()
    (own / "org/people.csv").symlink_to(outside)
    with pytest.raises((orgcli.RequestError, orgcli.ConfigError)):
        orgcli.read(config=own / "orgcli.toml")


@pytest.mark.parametrize("format", [name for name in ANSWERS if name != "answer"])
@pytest.mark.parametrize("language", ["en", "sv"])
def test_an_answer_is_that_of_the_command(format: str, language: str, tmp_path: Path) -> None:
    answer = orgcli.compare(["cso", "cro"], language=language)
    assert isinstance(answer, orgcli.RoleAnswer)
    out = tmp_path / f"out.{format}"
    words = ["compare", "cso", "cro", "-f", format, "--lang", language, "-o", str(out)]
    run(*words)
    assert orgcli.render(answer, format, language=language) == out.read_bytes()


def test_rows_are_those_of_the_command(tmp_path: Path) -> None:
    rows = orgcli.compare(["cso", "cro"]).comparison
    written = run("compare", "cso", "cro", "--full", "-f", "csv")
    assert orgcli.render(rows, "csv").decode() == written


def test_roles_of_ones_own(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = orgcli.compare(["partner-lead", "cro"], folders=[own / "own"])
    assert (
        found.columns == orgcli.compare(["partner-lead", "cro"], folders=str(own / "own")).columns
    )
    assert [one.id for one in found.columns] == ["partner-lead", "cro"]
    with pytest.raises(orgcli.NoSuchRole) as raised:
        orgcli.compare(["partner-lead", "cro"], folders=[])
    assert raised.value.help
    monkeypatch.chdir(own)
    Path("own").rename("roles")
    assert orgcli.compare(["partner-lead", "cro"]).columns


@pytest.mark.parametrize(
    ("roles", "options", "error", "message"),
    [
        (["cso"], {}, orgcli.RequestError, "needs two roles"),
        ("cso", {}, orgcli.RequestError, "needs two roles"),
        (["cso", "crro"], {}, orgcli.NoSuchRole, "crro"),
        (["cso", "cso"], {}, orgcli.NoSuchRole, "cso"),
        (["cso", "-"], {}, orgcli.RequestError, "standard input"),
        (["cso", "cro"], {"language": "xx"}, orgcli.RequestError, "language cannot be `xx`"),
        (["cso", "no/file.yaml"], {}, orgcli.NoSuchRole, "no/file.yaml"),
    ],
)
def test_roles_that_cannot_be_meant(
    roles: Any, options: dict[str, Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        orgcli.compare(roles, **options)


def test_a_role_file_with_mistakes(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("role: broken\nfokus: [x]\n", "utf-8")
    with pytest.raises(orgcli.RequestError, match=r"broken.yaml:2:1: .*fokus"):
        orgcli.compare([str(tmp_path / "broken.yaml"), "cro"])


def test_advice_on_answers_is_that_of_the_command(tmp_path: Path) -> None:
    Path("a.yaml").write_text("seats: [cso, cro]\nholders: {cso: executor}\n", "utf-8")
    answers: dict[str, Any] = {"seats": ("cso", "cro"), "holders": {"cso": "executor"}}
    advice = orgcli.advise(answers=answers, statements=True)
    assert isinstance(advice, orgcli.Recommendation)
    written = run("advise", "--answers", "a.yaml", "-f", "json")
    assert orgcli.render(advice, "json").decode() == written


@pytest.mark.parametrize(
    "path", sorted((ROOT / "examples").glob("*/org.yaml")), ids=lambda path: path.parent.name
)
def test_advice_on_an_organisation_is_that_of_the_command(path: Path, tmp_path: Path) -> None:
    organisation = orgcli.read(path).organisations[0]
    found = orgcli.advise(organisation, language="de")
    words = ["advise", str(path), "-f", "markdown", "--lang", "de", "--isolated"]
    written = run(*words)
    assert orgcli.render([found], "markdown", language="de").decode() == written


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"seat": "cso"}, "`seat` is not a question"),
        ({"seats": ["csoo"]}, "`csoo` is no answer to `seats`"),
        ({"holders": "executor"}, "takes an answer for each subject"),
        ({"seats": object()}, "cannot be read"),
        ({"seats": {1}}, "an answer to `seats`|no answer"),
    ],
)
def test_answers_that_are_not_possible(answers: Any, message: str) -> None:
    with pytest.raises(orgcli.RequestError, match=message):
        orgcli.advise(answers=answers)


def test_nothing_to_advise_on() -> None:
    with pytest.raises(orgcli.RequestError, match="nothing to advise on"):
        orgcli.advise()
    with pytest.raises(orgcli.RequestError, match="no positions"):
        orgcli.advise(orgcli.Organisation("N", []))


def test_formats_that_there_are_not() -> None:
    answer, advice = orgcli.compare(["cso", "cro"]), orgcli.advise(answers={})
    for value, known in ((answer, "answer"), (answer.comparison, "table"), (advice, "text")):
        with pytest.raises(orgcli.RequestError, match="format cannot be `xyz`") as raised:
            orgcli.render(value, "xyz")
        assert f"one of `{known}`, `markdown`" in raised.value.help
        with pytest.raises(orgcli.RequestError) as raised:
            orgcli.render(value, "docxx")
        assert raised.value.help == "did you mean `docx`?"
    wrong: Any = None
    with pytest.raises(orgcli.RequestError, match="format cannot be `None`"):
        orgcli.render(answer, wrong)
    with pytest.raises(orgcli.RequestError, match="language cannot be `None`"):
        orgcli.compare(["cso", "cro"], language=wrong)
    with pytest.raises(orgcli.RequestError, match="`int` cannot be rendered"):
        orgcli.render(3, "json")  # type: ignore[arg-type]


@pytest.mark.parametrize("name", [name for name, row in FORMATS.items() if not row.folder])
def test_an_export_is_that_of_the_command(name: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("export", str(NORTHWIND), "-f", name, "-o", str(out), "--isolated")
    made = orgcli.export(orgcli.read(NORTHWIND), orgcli.ExportRequest(format=name))
    assert made.data == out.read_bytes() and not made.files


@pytest.mark.parametrize("request_", [{"split": "branch"}, {"format": "agent-companies"}])
def test_several_files_are_those_of_the_command(request_: Any, tmp_path: Path) -> None:
    flags = [word for key, value in request_.items() for word in (f"--{key}", value)]
    run("export", str(NORTHWIND), *flags, "-o", "out", "--isolated")
    made = orgcli.export(orgcli.read(NORTHWIND), orgcli.ExportRequest(**request_))
    there = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert {path.relative_to(tmp_path / "out").as_posix(): path.read_bytes() for path in there} == (
        made.files
    )
    assert not made.data and made.lost


def test_a_part_of_an_organisation() -> None:
    project = orgcli.read(NORTHWIND)
    request = orgcli.ExportRequest(
        format="csv", fields=("id", "title"), root="cro", filter="department=Revenue",  # type: ignore[arg-type]
        as_of="today",  # type: ignore[arg-type]
    )  # fmt: skip
    lines = orgcli.export(project, request).data.decode().splitlines()
    assert lines[0] == "id,title" and 1 < len(lines) < 100


@pytest.mark.parametrize(
    ("request_", "message", "help"),
    [
        ({"format": "cvs"}, "format cannot be `cvs`", "did you mean `csv`?"),
        ({"format": "zzzzz"}, "format cannot be `zzzzz`", "one of `yaml`, `json`"),
        ({}, "there is no format", "one of `yaml`, `json`"),
        ({"format": 3}, "format cannot be `3`", "one of `yaml`"),
        ({"split": "team"}, "split cannot be `team`", "`department`"),
        ({"format": "csv", "split": "branch"}, "split is for yaml", "leave it out"),
        ({"format": "yaml", "fields": ("id",)}, "fields means nothing for yaml", "`json`"),
        ({"format": "csv", "fields": ("idd",)}, "fields cannot be `idd`", "did you mean `id`?"),
        ({"format": "csv", "root": "nobody"}, "root: no position is called `nobody`", "write"),
        ({"format": "csv", "filter": ("x",)}, "filter cannot be `x`", "FIELD=VALUE"),
        ({"format": "csv", "filter": ("depertment=Sales",)}, "`depertment`", "`department`"),
        ({"format": "csv", "as_of": "soon"}, "as_of cannot be `'soon'`", "2027-01-31"),
        ({"format": "csv", "language": "xx"}, "language cannot be `xx`", "`en`"),
    ],
)
def test_exports_that_cannot_be_meant(request_: Any, message: str, help: str) -> None:
    project = orgcli.read(NORTHWIND)
    with pytest.raises(orgcli.RequestError) as raised:
        orgcli.export(project, orgcli.ExportRequest(**request_))
    assert message in str(raised.value) and help in raised.value.help


def test_a_day_on_which_nobody_is_there() -> None:
    Path("org.yaml").write_text(
        "organisation: N\npositions: [{id: a, start: 2027-01-01}]\n", "utf-8"
    )
    request = orgcli.ExportRequest(format="csv", as_of="1000-01-01")  # type: ignore[arg-type]
    with pytest.raises(orgcli.RequestError, match="no position is there on 1000-01-01"):
        orgcli.export(orgcli.read("org.yaml"), request)


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the current folder is read or written by chance."""
    monkeypatch.chdir(tmp_path)


def test_which_of_several_organisations() -> None:
    project = orgcli.read([NORTHWIND, ROOT / "examples/startup/org.yaml"])
    request = orgcli.ExportRequest(format="jsonl")
    with pytest.raises(orgcli.RequestError, match="there are 2 organisations here: `Northwind"):
        orgcli.export(project, request)
    small = min(project.organisations, key=lambda one: len(one.positions))
    made = orgcli.export(project, request, small)
    assert made == orgcli.export(project, "jsonl", small)
    assert len(made.data.splitlines()) == len(small.positions)
    with pytest.raises(orgcli.RequestError, match="there is nothing to export"):
        orgcli.export(orgcli.Project(), request)


def test_comments_are_among_what_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "org.yaml"
    path.write_text("organisation: N\npositions:\n  - {id: a, department: X} # who\n", "utf-8")
    project = orgcli.read(path)
    whole = orgcli.export(project, orgcli.ExportRequest(format="yaml"))
    assert whole.data == path.read_bytes() and not whole.lost
    for request in ({"split": "department"}, {"format": "yaml", "root": "a"}):
        made = orgcli.export(project, orgcli.ExportRequest(**request))  # type: ignore[arg-type]
        assert any("comments are not kept" in line for line in made.lost)


def test_a_type_checker_knows_what_comes_back(tmp_path: Path) -> None:
    """The marker `py.typed` is true: functions called as folders are have their types too."""
    lines = [
        "import orgcli",
        'project: orgcli.Project = orgcli.read("x.yaml", config=None)',
        'answer: orgcli.RoleAnswer = orgcli.compare(["cso", "cro"])',
        'data: bytes = orgcli.render(answer, "docx")',
        'made: orgcli.Exported = orgcli.export(project, orgcli.ExportRequest(format="csv"))',
        "advice: orgcli.Recommendation = orgcli.advise(project.organisations[0])",
        "settings: orgcli.Settings = orgcli.read_settings('orgcli.toml')",
    ]
    path = tmp_path / "user.py"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    words = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(ROOT / ".mypy_cache/api")]
    done = subprocess.run([*words, str(path)], capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
