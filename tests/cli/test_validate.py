"""`orgcli validate` as a process of CI sees it: exit codes, streams, configuration, stdin."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from forked import run_forked

CLEAN = "organisation: Northwind\npositions:\n  - id: ceo\n"
WRONG = CLEAN + "  - id: cro\n    reports_to: coe\n"
WARNED = CLEAN + "  - id: cro\n"


def orgcli(
    folder: Path, *arguments: str, stdin: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    return run_forked(folder, *arguments, stdin=stdin, environment={**os.environ, **environment})


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()  # the search for a configuration ends here
    return tmp_path


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (CLEAN, [], 0),
        (WRONG, [], 1),
        (WRONG, ["--fail-on", "never"], 0),
        (WARNED, [], 0),
        (WARNED, ["--fail-on", "warning"], 1),
        (WRONG, ["--ignore", "ORG102"], 0),
        (WRONG, ["--ignore", "unknown-manager"], 0),
        (WRONG, ["--select", "ORG0,ORG2"], 0),
        (WRONG, ["--ignore", "ORG1", "--select", "ORG102"], 1),
        (WRONG, ["--select", "ORG999"], 2),
        (CLEAN, ["--format", "cocise"], 2),
        (CLEAN, ["--nonsense"], 2),
        (CLEAN, ["--map", "id"], 2),
        (CLEAN, ["absent.yaml"], 2),
    ],
)
def test_exit_codes(here: Path, text: str, options: list[str], code: int) -> None:
    (here / "org.yaml").write_text(text, "utf-8")
    done = orgcli(here, "validate", "org.yaml", *options)
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert bool(done.stderr) == (code == 2)


def test_nothing_to_read_is_its_own_exit_code(here: Path) -> None:
    done = orgcli(here, "validate")
    assert (done.returncode, done.stdout) == (3, "")
    assert "nothing to read" in done.stderr
    (here / "empty").mkdir()
    assert orgcli(here, "validate", "empty").returncode == 3


def test_the_current_folder_is_searched(here: Path) -> None:
    (here / "org.yaml").write_text(CLEAN, "utf-8")
    (here / "roles").mkdir()
    (here / "roles/chief.yaml").write_text("role: chief\ntitle: Chief\n", "utf-8")
    done = orgcli(here, "validate")
    assert done.stdout == "No findings in 2 files: 1 position, 1 root, 1 layer, 1 role\n"


def test_own_roles_beside_the_organisation_are_known(here: Path) -> None:
    (here / "org.yaml").write_text(CLEAN + "    role: chief\n", "utf-8")
    assert orgcli(here, "validate", "org.yaml").returncode == 1
    (here / "roles").mkdir()
    (here / "roles/chief.yaml").write_text("role: chief\ntitle: Chief\n", "utf-8")
    assert orgcli(here, "validate", "org.yaml").returncode == 0


@pytest.mark.parametrize(
    "text", [WRONG, '{"organisation": "N", "positions": [{"id": "a", "reports_to": "b"}]}']
)
def test_stdin(here: Path, text: str) -> None:
    done = orgcli(here, "validate", "-", stdin=text)
    assert done.returncode == 1
    assert done.stdout.startswith("<stdin>:")
    done = orgcli(here, "validate", "-", "--stdin-filename", "a/org.yaml", stdin=text)
    assert done.stdout.startswith("a/org.yaml:")


def test_stdin_as_csv_by_its_name(here: Path) -> None:
    done = orgcli(here, "validate", "-", "--stdin-filename", "x.csv", "-f", "json",
                  stdin="id,name,manager\n1,Ada,\n2,Ben,1\n")  # fmt: skip
    assert json.loads(done.stdout)["summary"]["positions"] == 2


def test_configuration_is_found_and_the_command_line_wins(here: Path) -> None:
    (here / "org.yaml").write_text(WARNED, "utf-8")
    (here / "orgcli.toml").write_text('fail-on = "warning"\n', "utf-8")
    assert orgcli(here, "validate").returncode == 1
    assert orgcli(here, "validate", "--fail-on", "error").returncode == 0
    assert orgcli(here, "validate", "--isolated").returncode == 0
    (here / "orgcli.toml").write_text('roots = ["cro", "ceo"]\n', "utf-8")
    assert "No findings" in orgcli(here, "validate").stdout
    (here / "orgcli.toml").write_text("[rules.several-roots]\nmax = 2\n", "utf-8")
    assert "No findings" in orgcli(here, "validate").stdout
    (here / "orgcli.toml").write_text('[per-file-ignores]\n"org*" = ["ORG106"]\n', "utf-8")
    assert "No findings" in orgcli(here, "validate").stdout
    (here / "orgcli.toml").write_text('[severity]\nseveral-roots = "error"\n', "utf-8")
    assert orgcli(here, "validate").returncode == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('selct = ["ALL"]\n', "did you mean `select`"),
        ("select = [\n", "not TOML"),
        ('fail-on = "sometimes"\n', "fail-on"),
        ('select = ["ORG77"]\n', "no rule is called `ORG77`"),
        ("[rules.span]\nmax = 1\n", "no rule is called `span`"),
    ],
)
def test_configuration_that_cannot_be_used(here: Path, text: str, said: str) -> None:
    (here / "org.yaml").write_text(CLEAN, "utf-8")
    (here / "orgcli.toml").write_text(text, "utf-8")
    done = orgcli(here, "validate")
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_pyproject_counts_only_with_its_table(here: Path) -> None:
    (here / "org.yaml").write_text(WARNED, "utf-8")
    (here / "pyproject.toml").write_text("[tool.other]\nx = 1\n", "utf-8")
    assert orgcli(here, "validate").returncode == 0
    (here / "pyproject.toml").write_text('[tool.orgcli]\nfail-on = "warning"\n', "utf-8")
    assert orgcli(here, "validate").returncode == 1


def test_colour_only_where_it_is_wanted(here: Path) -> None:
    (here / "org.yaml").write_text(WRONG, "utf-8")
    run = ("validate", "org.yaml")
    assert "\x1b" not in orgcli(here, *run).stdout
    assert "\x1b" in orgcli(here, *run, "--color", "always").stdout
    assert "\x1b" in orgcli(here, *run, FORCE_COLOR="1").stdout
    assert "\x1b" not in orgcli(here, *run, FORCE_COLOR="1", NO_COLOR="1").stdout
    assert "\x1b" not in orgcli(here, *run, FORCE_COLOR="0").stdout


def test_output_is_the_same_in_every_locale(here: Path) -> None:
    (here / "org.yaml").write_text(WRONG.replace("coe", "Ü🏢"), "utf-8")
    command = [sys.executable, "-m", "orgcli", "validate", "org.yaml", "-f", "full"]
    usual = {**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": "utf-8"}
    runs = [
        subprocess.run(command, cwd=here, env={**usual, "LC_ALL": locale}, capture_output=True)
        for locale in ("C", "C.UTF-8", "POSIX")
    ]
    (out,) = {run.stdout for run in runs}
    assert "Ü🏢" in out.decode()


def test_a_closed_pipe_is_no_traceback(here: Path) -> None:
    (here / "org.yaml").write_text(
        CLEAN
        + "".join(f"  - {{id: p{number}, reports_to: x{number}}}\n" for number in range(5000)),
        "utf-8",
    )
    command = f"{sys.executable} -m orgcli validate org.yaml --max-findings 0 | head -1"
    done = subprocess.run(command, shell=True, cwd=here, capture_output=True, text=True)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_version_and_validate_import_no_more_than_they_need(here: Path) -> None:
    (here / "org.yaml").write_text(CLEAN, "utf-8")
    code = (
        "import os, sys\nfrom orgcli.__main__ import main\n"
        "def leave(code):\n    sys.stderr.write(' '.join(sys.modules))\n"
        "    sys.stderr.flush()\n    raise SystemExit\n"
        "os._exit = leave\nmain()"
    )
    for arguments, absent in (
        (["--version"], ("typer", "pydantic", "yaml", "rich", "re", "orgcli.cli")),
        (["validate", "--isolated", "org.yaml"],
         ("rich", "pygraphviz", "graphviz", "orgcli.chart", "orgcli.compare",
           "orgcli.model.roles.role",          "orgcli.read.tables.table", "tomllib", "html")),
    ):  # fmt: skip
        done = subprocess.run([sys.executable, "-c", code, *arguments], cwd=here,
                              capture_output=True, text=True)  # fmt: skip
        assert done.stdout
        assert "orgcli" in done.stderr.split()
        found = {name for name in done.stderr.split() if name in absent}
        assert not found, f"{arguments} imports {found}"


@pytest.mark.parametrize("shape", ["chain", "ring"])
def test_hundreds_of_thousands_of_rows_are_judged_in_seconds(here: Path, shape: str) -> None:
    size = 300_000
    with (here / "people.csv").open("w", encoding="utf-8") as stream:
        stream.write("id,name,manager_id\n")
        for number in range(size):
            above = number - 1 if number else (size - 1 if shape == "ring" else "")
            stream.write(f"{number},Name {number},{above}\n")
    done = run_forked(here, "validate", "people.csv", "-f", "json", seconds=60)
    document = json.loads(done.stdout)
    assert document["summary"]["positions"] == size
    codes = [finding["code"] for finding in document["findings"]]
    assert codes == ([] if shape == "chain" else ["ORG104"])
    assert document["summary"]["layers"] == (size if shape == "chain" else 0)


@pytest.mark.parametrize("arguments", ["--version", "validate org.yaml", "compare cso cro"])
@pytest.mark.parametrize(
    ("redirection", "code"), [("> /dev/full", 2), (">&-", 0), ("2>&-", 0), (">&- 2>&-", 0)]
)
def test_streams_that_are_full_or_closed(
    here: Path, arguments: str, redirection: str, code: int
) -> None:
    if "full" in redirection and not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    (here / "org.yaml").write_text(CLEAN, "utf-8")
    command = f"{sys.executable} -m orgcli {arguments} {redirection}"
    done = subprocess.run(command, shell=True, cwd=here, capture_output=True, text=True)
    assert done.returncode == code
    assert "Traceback" not in done.stderr


def test_output_follows_links_and_never_replaces_what_it_reads(here: Path) -> None:
    (here / "org.yaml").write_text(CLEAN, "utf-8")
    (here / "x.yaml").write_text("role: x\ntitle: X\n", "utf-8")
    (here / "real.svg").write_text("old", "utf-8")
    (here / "link.svg").symlink_to("real.svg")
    (here / "loop.svg").symlink_to("loop.svg")
    assert orgcli(here, "chart", "org.yaml", "-o", "link.svg").returncode == 0
    assert (here / "link.svg").is_symlink()
    assert (here / "real.svg").read_text("utf-8").startswith("<?xml")
    assert "Traceback" not in orgcli(here, "chart", "org.yaml", "-o", "loop.svg").stderr
    assert orgcli(here, "compare", "cso", "x.yaml", "-o", "x.yaml").returncode == 2
    assert (here / "x.yaml").read_text("utf-8").startswith("role: x")
