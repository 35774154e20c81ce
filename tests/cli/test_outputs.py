"""What is read is never written over, no flag is ignored, and stderr speaks one language."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from command_line import run_in
from orgcli.cli.app import app
from orgcli.language.tags import LANGUAGES, speak
from orgcli.read.roles import role_index
from orgcli.scaffold.role_file import is_role_id

ORG = "organisation: Northwind\npositions:\n  - id: ceo\n    role: ceo\n"
ROLE = "role: abc\ntitle: Abc\nsummary: A seat\n"
LIBRARY = "library: ours\n"
TRANSLATION = "translation: abc\ntitle: Abd\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    files = {
        ".git/x": "",
        "org.yaml": ORG,
        "orgcli.toml": 'roles = ["ours"]\n',
        "roles/abc.yaml": ROLE,
        "roles/library.yaml": LIBRARY,
        "roles/sv/abc.yaml": TRANSLATION,
        "ours/x.yml": ROLE.replace("abc", "x"),
        "far/far.yaml": ROLE.replace("abc", "far"),
        "far/library.yaml": LIBRARY,
        "answers.yaml": "channels: several\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def orgcli(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, words)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "command",
    [
        "advise . -o org.yaml",
        "advise org.yaml --save org.yaml",
        "advise org.yaml -o roles/abc.yaml",
        "advise --answers answers.yaml --save answers.yaml",
        "advise --answers answers.yaml -o roles/abc.yaml",
        "roles -o roles/abc.yaml",
        "roles --aliases -o roles/sv/abc.yaml",
        "roles -o ours/x.yml",
        "roles -o orgcli.toml",
        "dispute -o roles/library.yaml",
        "compare cso cro -o roles/library.yaml",
        "compare far/far.yaml cro -o far/library.yaml",
        "compare far/far.yaml cro --diff -o far/far.yaml",
        "role abc -o roles/library.yaml",
        "role abc -o roles/../roles/abc.yaml",
    ],
)
def test_nothing_that_is_read_is_written_over(here: Path, command: str) -> None:
    before = contents(here)
    code, out, err = orgcli(*command.split())
    assert (code, out) == (2, "")
    assert "files that are read" in err
    assert contents(here) == before


def test_other_files_beside_roles_may_be_written(here: Path) -> None:
    for _ in range(2):
        assert orgcli("roles", "-o", "roles/README.md")[0] == 0


def test_two_results_do_not_go_to_one_file(here: Path) -> None:
    for where in (["--save", "x", "-o", "./x"], ["--save", "-"], ["--save", "-", "-o", "-"]):
        code, out, err = orgcli("advise", "--answers", "answers.yaml", *where)
        assert (code, out) == (2, "")
        assert "--save" in err
    assert not (here / "x").exists()


@pytest.mark.parametrize(
    "command",
    [
        "roles -o x.html",
        "dispute K2 -o x.csv",
        "dispute -o x.csv",
        "compare cso cro --diff -o x.html",
        "compare cso cro -o x.xlsx",
        "advise org.yaml -o x.svg",
        "advise --gaps -o x.csv",
    ],
)
def test_an_ending_is_not_written_as_something_else(here: Path, command: str) -> None:
    code, out, err = orgcli(*command.split())
    assert (code, out) == (2, "")
    assert "cannot be written as" in err
    assert "`markdown`" in err
    assert not list(here.glob("x.*"))


def test_advice_is_written_as_its_file_ends(here: Path) -> None:
    for ending, begins in (
        (".md", "# "),
        (".html", "<!DOCTYPE"),
        (".json", "{"),
        (".txt", "Your answers"),
    ):
        assert orgcli("advise", "-a", "answers.yaml", "-o", f"x{ending}")[0] == 0
        assert (here / f"x{ending}").read_text("utf-8").startswith(begins)
    assert orgcli("advise", "-a", "answers.yaml", "-f", "json", "-o", "x.html")[0] == 0


def test_a_template_is_saved_too(here: Path) -> None:
    code, out, _ = orgcli("advise", "org.yaml", "--template", "--save", "s.yaml")
    assert code == 0
    assert (here / "s.yaml").read_text("utf-8") == out


@pytest.mark.parametrize(
    "command",
    [
        "advise --gap pay org.yaml",
        "advise --gap pay --answers nope.yaml",
        "advise --gaps --gap pay",
        "advise --gaps --save s.yaml",
        "advise --gaps --template",
        "advise --template -f json",
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_flag_is_ignored(here: Path, command: str, language: str) -> None:
    code, out, err = orgcli(*command.split(), "--lang", language)
    assert (code, out) == (2, "")
    assert speak(language).ask.not_together.partition("{second}")[2] in err
    assert not (here / "s.yaml").exists()


@pytest.mark.parametrize(
    "command",
    ["role", "role new", "role new A", "role cso cro", "role cso --title X", "dispute K99",
     "role cso --facet ,", "compare cso cro --facet nosuch", "roles -o roles/abc.yaml"],
)  # fmt: skip
def test_help_is_in_the_language_of_the_message(here: Path, command: str) -> None:
    words = command.split() if command != "role" else ["role", "nosuchrole"]
    code, _, err = orgcli(*words, "--lang", "de")
    assert code == 2
    assert "help:" not in err


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_advisor_says_what_it_cannot_read(here: Path, language: str) -> None:
    says = speak(language)
    code, _, err = orgcli("advise", "-a", "nope.yaml", "--lang", language)
    assert code == 2
    assert says.ask.unreadable.partition("{reason}")[0].format(path="nope.yaml") in err
    code, _, err = orgcli("advise", "roles/abc.yaml", "--lang", language)
    assert code == 2
    assert says.advise.no_organisation in err
    assert f"{says.ask.help}: {says.advise.name_positions}" in err
    (here / "two.yaml").write_text(ORG.replace("Northwind", "Southwind"), "utf-8")
    code, _, err = orgcli("advise", "org.yaml", "two.yaml", "--template", "--lang", language)
    assert code == 2
    assert says.advise.several_organisations.format(count=2) in err


def test_findings_are_listed_to_a_limit(here: Path) -> None:
    wrong = "\n".join(f"wrong-{number}: x" for number in range(30))
    (here / "answers.yaml").write_text(wrong, "utf-8")
    (here / "roles/abc.yaml").write_text(ROLE + wrong, "utf-8")
    for command in (["advise", "-a", "answers.yaml"], ["role", "abc"], ["roles"]):
        code, _, err = orgcli(*command, "--lang", "sv")
        assert code == 2
        assert len(err.splitlines()) == 21
        assert err.splitlines()[-1] == speak("sv").advise.more.format(count=10)


@pytest.mark.parametrize("facet", [",", "", " , "])
@pytest.mark.parametrize("command", [["role", "cso"], ["compare", "cso", "cro"]])
def test_no_facet_at_all_is_none(here: Path, command: list[str], facet: str) -> None:
    code, out, err = orgcli(*command, "--facet", facet)
    assert (code, out) == (2, "")
    assert "the facets are " in err


def test_candidates_are_looked_up_in_one_reading(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []
    before = role_index.KnownRoles.__init__

    def counted(self: role_index.KnownRoles, *given: object, **named: object) -> None:
        read.append(self)
        before(self, *given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(role_index.KnownRoles, "__init__", counted)
    code, _, err = orgcli("role", "sales director")
    assert code == 2
    assert len(err.splitlines()) > 3
    assert len(read) <= 2


def test_new_is_no_id(here: Path) -> None:
    before = contents(here)
    code, _, err = orgcli("role", "new", "new")
    assert code == 2
    assert "new" in err
    assert contents(here) == before
    assert not is_role_id("new")


@pytest.mark.parametrize("command", ["role cso", "compare cso cro", "dispute K2", "roles"])
def test_an_ending_that_names_no_format_is_refused(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, err = run_in(tmp_path, f"orgcli {command} -o x.odt", monkeypatch)
    assert (code, out) == (2, "") and "the ending of `x.odt` names no format" in err
    assert not (tmp_path / "x.odt").exists()
    code, _, _ = run_in(tmp_path, f"orgcli {command} -o x.odt -f markdown", monkeypatch)
    assert code == 0 and (tmp_path / "x.odt").exists()
