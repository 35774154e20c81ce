"""What a shell completes, asked as a shell asks: in a process, by environment variables."""

import os
import subprocess
from pathlib import Path

import pytest

from forked import run_forked
from orgcli.chart.paper.page_sizes import PAGES
from orgcli.chart.paper.themes import THEMES
from orgcli.check.registry import RULES
from orgcli.cli.app import COMMANDS
from orgcli.cli.arguments import completion
from orgcli.cli.commands.init import CI_SERVICES
from orgcli.cli.commands.schema import SCHEMAS
from orgcli.compare.comparison.formats import ALL_FORMATS as COMPARED
from orgcli.compare.role_card.formats import CARD_FORMATS
from orgcli.read.roles.builtin_roles import role_ids
from orgcli.report.formats import FORMATS as REPORTS
from orgcli.scaffold.organisation_files import CI

HOSTILE = "$(touch x).yaml"


def run(folder: Path, *words: str, **environment: str) -> str:
    done = run_forked(folder, *words, environment={**os.environ, **environment})
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def completed(folder: Path, line: str) -> list[str]:
    """What bash gets for a line whose last word is being typed."""
    count = str(len(line.split(" ")) - 1)
    return run(folder, _ORGCLI_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=count).split()


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "roles").mkdir()
    for name in ("head-of-partnerships.yaml", "library.yaml", HOSTILE):
        (tmp_path / "roles" / name).write_text("", "utf-8")
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours/alliance-lead.yaml").write_text("", "utf-8")
    (tmp_path / "plans").mkdir()
    for name in ("spring.yaml", HOSTILE):
        (tmp_path / "plans" / name).write_text("plan: Spring\n", "utf-8")
    (tmp_path / "orgcli.toml").write_text('roles = ["ours"]\n', "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("orgcli val", ["validate"]),
        ("orgcli compare cr", ["cro"]),
        ("orgcli compare cro hea", ["head-of-partnerships", "head-of-sales-strategy"]),
        ("orgcli role al", ["alliance-lead"]),
        ("orgcli role ne", ["new"]),
        ("orgcli compare cro cso --only s", ["shared"]),
        ("orgcli rule ORG20", [code for code in RULES if code.startswith("ORG20")]),
        ("orgcli rule org201", ["org201"]),
        ("orgcli rule several", ["several-roots"]),
        ("orgcli rule -f m", ["markdown"]),
        ("orgcli schema ", list(SCHEMAS)),
        ("orgcli init --ci gi", ["github", "gitlab"]),
        ("orgcli apply s", ["spring"]),
        ("orgcli chart --plan s", ["spring"]),
        ("orgcli chart --page a", [page for page in PAGES if page.startswith("a")]),
        ("orgcli chart --orientation p", ["portrait"]),
        ("orgcli chart --dotted c", ["chips"]),
        ("orgcli chart -f s", ["svg"]),
        ("orgcli chart --engine s", ["system"]),
        ("orgcli chart --theme ", list(THEMES)),
        ("orgcli chart --fields name,ti", ["name,title"]),
        ("orgcli chart --fields name,co", ["name,cost_center"]),
        ("orgcli compare cro cso -f ", list(COMPARED)),
        ("orgcli role cro -f ", list(CARD_FORMATS)),
        ("orgcli validate -f ", list(REPORTS)),
        ("orgcli validate --fail-on w", ["warning"]),
        ("orgcli validate --color a", ["auto", "always"]),
        ("orgcli chart --lang s", ["sv"]),
    ],
)
def test_words(here: Path, line: str, words: list[str]) -> None:
    assert completed(here, line) == words


def test_no_file_name_reaches_a_shell_that_would_obey_it(here: Path) -> None:
    ids = completed(here, "orgcli compare ")
    assert {"cro", "alliance-lead"} <= set(ids)
    assert not {"library", "advice", "shape"} & set(ids)
    assert "touch" not in " ".join(ids)
    args = "orgcli compare '$(t"
    told = run(here, _ORGCLI_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS=args)
    assert "touch" not in told


def test_a_configuration_that_is_wrong_keeps_the_roles_there_are(here: Path) -> None:
    (here / "orgcli.toml").write_text("roles = [", "utf-8")
    assert completed(here, "orgcli role hea") == ["head-of-partnerships", "head-of-sales-strategy"]


def script_of(shell: str, folder: Path) -> str:
    # Else it is the script of the shell that this test was started from.
    named = {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    return run(folder, "--show-completion", shell, **named)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_has_its_script(here: Path, shell: str) -> None:
    assert "_ORGCLI_COMPLETE" in script_of(shell, here)


@pytest.mark.needs("bash")
def test_bash_can_read_its_script(here: Path) -> None:
    script = script_of("bash", here)
    done = subprocess.run(["bash", "-n"], input=script, text=True, capture_output=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_zsh_shows_what_a_rule_is_about(here: Path) -> None:
    told = run(here, _ORGCLI_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS="orgcli rule several")
    assert RULES["ORG106"].summary in told


@pytest.mark.parametrize("command", COMMANDS)
def test_flags_are_shown_with_the_words_they_take(here: Path, command: str) -> None:
    asked = f"orgcli {command} --"
    told = run(here, _ORGCLI_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS=asked)
    assert "{" not in told
    assert command != "chart" or "light, dark or print." in told


def test_lists_are_those_of_the_commands() -> None:
    assert list(CI_SERVICES) == [*CI, "none"]
    assert set(role_ids()) <= set(completion.complete_role(""))
    for several in ("ORG1,ORG2", "ALL,ORG40", "unknown-manager,sev"):
        before, _, last = several.rpartition(",")
        words = [word for word, _ in completion.complete_rules(several)]
        assert words and all(word.startswith(f"{before},{last}") for word in words)
    assert completion.complete_severity("unknown-manager=") == [
        f"unknown-manager={level}" for level in ("error", "warning", "info", "off")
    ]
    assert ("ORG106=", RULES["ORG106"].summary) in completion.complete_severity("ORG106")
    assert completion.complete_facets("focus,metr") == ["focus,metrics"]
