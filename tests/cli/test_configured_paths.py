"""What a configuration may name: files of its own repository, and reports of orgcli to replace."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from command_line import run_in
from orgcli.report.formats import FORMATS

HOSTILE = 'organisation: Northwind\npositions:\n  - id: "$(touch $HOME/PWNED)"\n    role: zzz\n'
CLEAN = "organisation: Northwind\npositions:\n  - id: ceo\n    title: CEO\n"
TEXT = "export PATH=/bin\n"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """`home/repo/team`, where the configuration is; `repo` is the top of the repository."""
    folder = tmp_path / "home/repo/team"
    folder.mkdir(parents=True)
    (tmp_path / "home/repo/.git/hooks").mkdir(parents=True)
    (tmp_path / "home/.bashrc").write_text(TEXT, "utf-8")
    (tmp_path / "home/org.yaml").write_text(CLEAN, "utf-8")
    (tmp_path / "home/roles").mkdir()
    (folder / "org.yaml").write_text(HOSTILE, "utf-8")
    return folder


@pytest.fixture
def run(repository: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    def run(configuration: str, command: str = "orgcli validate") -> tuple[int, str, str]:
        (repository / "orgcli.toml").write_text(configuration, "utf-8")
        return run_in(repository, command, monkeypatch)

    return run


OUTSIDE = [
    'format = ["github:../../.bashrc"]',
    'format = "json:../../report.json"',
    'format = "json:link/report.json"',
    'format = "json:/tmp/orgcli-outside.json"',
    'organisations = ["../../org.yaml"]',
    'organisations = "link/org.yaml"',
    'paths = ["/etc/hosts"]',
    'roles = ["../../roles"]',
    'extend = "../../base.toml"',
    'extend = "/dev/zero"',
    'chart.logo = "../../logo.png"',
    'chart.logo = "link/logo.png"',
    'chart.logo = "/dev/zero"',
]


@pytest.mark.parametrize("line", OUTSIDE)
@pytest.mark.parametrize("command", ["orgcli validate", "orgcli chart", "orgcli roles"])
def test_a_configuration_names_nothing_outside_its_repository(
    repository: Path, run: Run, line: str, command: str
) -> None:
    (repository / "link").symlink_to("../..")
    (repository.parents[1] / "base.toml").write_text('select = ["ORG102"]\n', "utf-8")
    code, out, err = run(line, command)
    assert (code, out) == (2, "")
    assert "is outside" in err
    assert "orgcli.toml: " in err
    assert (repository.parents[1] / ".bashrc").read_text("utf-8") == TEXT
    assert not (repository.parents[1] / "report.json").exists()


def test_without_a_repository_the_folder_of_the_configuration_is_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "alone"
    folder.mkdir()
    (tmp_path / "org.yaml").write_text(CLEAN, "utf-8")
    (folder / "orgcli.toml").write_text('organisations = ["../org.yaml"]', "utf-8")
    code, _, err = run_in(folder, "orgcli validate", monkeypatch)
    assert (code, "is outside" in err) == (2, True)


def test_an_extended_configuration_is_held_to_the_same_limit(repository: Path, run: Run) -> None:
    (repository.parent / "base.toml").write_text('format = "json:../x.json"', "utf-8")
    code, _, err = run('extend = "../base.toml"')
    assert (code, "base.toml: `format` names `../x.json`" in err) == (2, True)
    assert not (repository.parents[1] / "x.json").exists()


def test_paths_in_the_repository_above_the_folder_are_read(repository: Path, run: Run) -> None:
    (repository.parent / "org.yaml").write_text(CLEAN, "utf-8")
    (repository.parent / "base.toml").write_text('format = "json:reports.json"', "utf-8")
    code, _, err = run('organisations = ["../org.yaml"]\nextend = "../base.toml"')
    assert (code, (repository.parent / "reports.json").exists()) == (0, True), err


@pytest.mark.parametrize("kept", ["orgcli.toml", "pyproject.toml"])
def test_a_configuration_that_is_a_link_out_of_the_repository_is_refused(
    repository: Path, monkeypatch: pytest.MonkeyPatch, kept: str
) -> None:
    (repository.parents[1] / "foreign.toml").write_text("[tool.orgcli]\n", "utf-8")
    (repository / kept).symlink_to("../../foreign.toml")
    code, _, err = run_in(repository, "orgcli validate", monkeypatch)
    assert (code, "link that leads outside" in err) == (2, True)


@pytest.mark.parametrize(
    "output",
    ["github:../.git/hooks/post-merge", "json:../.git/report.json", "json:../.GIT/report.json",
     "concise:x.pth", "concise:conftest.py", "markdown:Makefile", "json:report"],
)  # fmt: skip
def test_an_output_of_a_configuration_ends_as_its_format_and_is_not_in_git(
    repository: Path, run: Run, output: str
) -> None:
    code, _, err = run(f'format = "{output}"')
    assert (code, f"`{output.partition(':')[2]}`" in err) == (2, True), err
    assert not (repository / output.partition(":")[2]).exists()


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("text", [HOSTILE, CLEAN])
def test_a_report_replaces_a_report_and_nothing_else(
    repository: Path, run: Run, format: str, text: str
) -> None:
    report = repository / f"report{FORMATS[format].endings[0]}"
    (repository / "org.yaml").write_text(text, "utf-8")
    for _ in range(2):
        assert run(f'format = "{format}:{report.name}"')[0] in (0, 1)
        assert report.exists()
    for foreign in ("{}", "[1]", "# Notes\n", TEXT, "<a/>", '[tool]\nx = "error[ORG1]"\n'):
        report.write_text(foreign, "utf-8")
        code, out, err = run(f'format = "{format}:{report.name}"')
        assert (code, out) == (2, "")
        assert f"`{report.name}` was not written by orgcli" in err
        assert report.read_text("utf-8") == foreign


def test_a_file_named_on_the_command_line_is_replaced(repository: Path, run: Run) -> None:
    (repository / "x").write_text(TEXT, "utf-8")
    assert run("", "orgcli validate -f json:x")[0] == 1
    assert (repository / "x").read_text("utf-8").startswith("{")


def test_a_chart_without_a_name_replaces_only_a_chart(repository: Path, run: Run) -> None:
    (repository / "org.yaml").write_text(CLEAN, "utf-8")
    for _ in range(2):
        assert run("", "orgcli chart")[0] == 0
    (repository / "org.svg").write_text(TEXT, "utf-8")
    code, _, err = run("", "orgcli chart")
    assert (code, "`org.svg` was not written by orgcli" in err) == (2, True)
    assert run("", "orgcli chart -o org.svg")[0] == 0


@pytest.mark.parametrize(
    "command",
    ["validate -f json:report.svg", "chart", "chart -o report.svg", "roles -f csv -o report.svg",
     "validate --write-baseline=report.svg", "schema org -o report.svg"],
)  # fmt: skip
@pytest.mark.parametrize("target", ["../../.bashrc", "../../new", "../.git/hooks/pre-commit"])
def test_a_link_in_a_repository_leads_no_result_out_of_it(
    repository: Path, run: Run, command: str, target: str
) -> None:
    (repository / "org.yaml").write_text(CLEAN, "utf-8")
    for name in ("report.svg", "org.svg"):
        (repository / name).symlink_to(target)
    code, _, err = run("", f"orgcli {command}")
    assert code == 2
    assert "link that leads" in err or "was not written by orgcli" in err
    assert (repository.parents[1] / ".bashrc").read_text("utf-8") == TEXT
    assert not (repository / target).exists() or target.endswith(".bashrc")


def test_links_within_a_repository_are_followed(repository: Path, run: Run) -> None:
    (repository / "x.json").symlink_to("../y.json")
    assert run("", "orgcli validate -f json:x.json")[0] == 1
    assert (repository.parent / "y.json").exists()


def test_a_shell_that_reads_its_start_file_runs_nothing_of_ours(repository: Path, run: Run) -> None:
    run('format = ["github:../../.bashrc"]')
    home = repository.parents[1]
    subprocess.run(["sh", "-c", ". ./.bashrc"], cwd=home, env={"HOME": str(home)}, check=False)
    assert not (home / "PWNED").exists()
