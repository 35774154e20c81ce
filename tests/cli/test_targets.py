"""`orgcli make`: the commands of a configuration, which stay in its repository."""

from pathlib import Path

import pytest

from command_line import run_in
from orgcli.cli.make.targets import COMMANDS

ORG = (
    "organisation: Acme\npositions:\n  - id: ceo\n    holder: Ada Okafor\n"
    "  - {id: cto, reports_to: ceo}\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "home").mkdir()
    (tmp_path / "home/org.yaml").write_text(ORG, "utf-8")
    (tmp_path / "outside.csv").write_text("secret\n", "utf-8")
    return tmp_path / "home"


def make(folder: Path, config: str, monkeypatch: pytest.MonkeyPatch, words: str = ""):
    (folder / "orgcli.toml").write_text(config, "utf-8")
    return run_in(folder, f"orgcli make {words}", monkeypatch)


RUNS = {
    "chart": 'output = "a.svg"\nroot = "ceo"\ndepth = 1',
    "stats": 'output = "a.xlsx"\nby = "department"',
    "export": 'output = "a.csv"\nfields = ["id", "title"]',
    "diff": 'output = "a.json"\npaths = ["org.yaml", "org.yaml"]',
    "compare": 'output = "a.html"\nroles = ["cso", "cro"]',
    "validate": 'format = ["sarif:a.sarif"]',
}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_runs_twice(
    command: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = f'[targets.a]\ncommand = "{command}"\n{RUNS[command]}\n'
    for flags in ("", "a --overwrite"):
        code, out, err = make(folder, config, monkeypatch, flags)
        assert (code, out) == (0, ""), err
        assert err.startswith("orgcli make: a\n")
    assert [path for path in folder.iterdir() if path.stem == "a"]


def test_all_targets_are_made_and_the_highest_code_counts(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = (
        '[targets.bad]\ncommand = "chart"\nroot = "nobody"\noutput = "bad.svg"\n'
        '[targets.good]\ncommand = "chart"\noutput = "good.svg"\n'
    )
    code, _, err = make(folder, config, monkeypatch)
    assert code == 2 and "no position is called `nobody`" in err
    assert (folder / "good.svg").exists() and not (folder / "bad.svg").exists()
    assert make(folder, config, monkeypatch, "--list")[1] == "bad: chart\ngood: chart\n"


WRONG = {
    'command = "init"': "`command` cannot be `init`",
    'command = "sh"': "`command` cannot be `sh`",
    'output = "x.svg"': "`command` is missing",
    'command = "chart"\nopen = true': "`open` is not for targets",
    'command = "chart"\nwatch = true': "`watch` is not for targets",
    'command = "validate"\nfix = true': "`fix` is not for targets",
    'command = "chart"\nconfig = "x.toml"': "`config` is not for targets",
    'command = "chart"\nroots = "x"': "`roots` is no flag of `orgcli chart`",
    'command = "chart"\ndepth = "x"': "expected a number",
    'command = "chart"\nbook = "x"': "expected true or false",
    'command = "chart"\nroot = true': "expected a text",
    'command = "export"\noutput = "../outside.csv"': "is outside",
    'command = "export"\noutput = "/tmp/x.csv"': "is outside",
    'command = "export"\npaths = ["../outside.csv"]\nformat = "csv"': "is outside",
    'command = "chart"\nlogo = "/etc/hostname"': "is outside",
    'command = "validate"\nformat = "sarif:../x.sarif"': "is outside",
    'command = "stats"\nagainst = "../outside.csv"': "is outside",
    'command = "export"\noutput = "link/x.csv"': "is outside",
    'command = "export"\noutput = ".git/hooks/x.csv"': "",
    'command = "export"\noutput = "org.yaml"': "nothing shows that orgcli wrote `org.yaml`",
    'command = "export"\noutput = "mine.csv"': "nothing shows that orgcli wrote `mine.csv`",
    'command = "export"\nsplit = "branch"\noutput = "full"': "nothing shows that orgcli wrote",
}


@pytest.mark.parametrize("table", WRONG)
def test_a_target_stays_at_home(table: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "mine.csv").write_text("name\nAda\n", "utf-8")
    (folder / "full").mkdir()
    (folder / "full/org.yaml").write_text(ORG, "utf-8")
    (folder / "link").symlink_to(folder.parent)
    (folder / ".git").mkdir()
    before = {path: path.read_bytes() for path in folder.parent.rglob("*") if path.is_file()}
    code, out, err = make(folder, f"[targets.a]\n{table}\n", monkeypatch)
    assert (code, out) == (2, "")
    assert WRONG[table] in err and "Traceback" not in err
    after = {path: path.read_bytes() for path in folder.parent.rglob("*") if path.is_file()}
    del after[folder / "orgcli.toml"]
    assert after == before


def test_without_targets_there_is_one_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, _, err = make(folder, "", monkeypatch)
    assert (code, len(err.splitlines())) == (2, 2)
    code, _, err = make(folder, '[targets.board]\ncommand = "chart"\n', monkeypatch, "bord")
    assert code == 2 and "did you mean `board`?" in err
