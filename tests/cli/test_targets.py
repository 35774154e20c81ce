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
    'command = "export"\noutput = "org.yaml"': "`org.yaml` is one of the files that are read",
    'command = "export"\noutput = "full/org.yaml"': "that orgcli wrote `full/org.yaml`",
    f'command = "stats"\noutput = "{"x" * 300}.md"': "cannot write",
    'command = "stats"\noutput = "mine.md"': "nothing shows that orgcli wrote `mine.md`",
    'command = "chart"\nformat = "tree"\noutput = "mine.txt"': "that orgcli wrote `mine.txt`",
    'command = "export"\nformat = "agent-companies"\noutput = "agents"': "`agents/COMPANY.md`",
    'command = "export"\noutput = "mine.csv"': "nothing shows that orgcli wrote `mine.csv`",
    'command = "export"\nsplit = "branch"\noutput = "full"': "nothing shows that orgcli wrote",
}


@pytest.mark.parametrize("table", WRONG)
def test_a_target_stays_at_home(table: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "mine.csv").write_text("name\nAda\n", "utf-8")
    (folder / "mine.md").write_text("# Mine\n\n<!-- Written by hand -->\n", "utf-8")
    (folder / "mine.txt").write_text("mine\n", "utf-8")
    (folder / "agents").mkdir()
    (folder / "agents/COMPANY.md").write_text("---\nname: Mine\n---\n", "utf-8")
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


AGAIN = {
    "stats.md": 'command = "stats"',
    "stats.csv": 'command = "stats"',
    "compare.md": 'command = "compare"\nroles = ["cso", "cro"]',
    "compare.csv": 'command = "compare"\nroles = ["cso", "cro"]\ntable = true',
    "diff.md": 'command = "diff"\npaths = ["old.yaml", "org.yaml"]',
    "validate.md": 'command = "validate"\nformat = ["markdown:validate.md"]',
    "validate.txt": 'command = "validate"\nformat = ["concise:validate.txt"]',
    "plain.yaml": 'command = "export"',
    "catalog.yml": 'command = "export"\nformat = "backstage"',
    "titles.csv": 'command = "export"\nfields = ["title", "holder"]',
    "agents": 'command = "export"\nformat = "agent-companies"',
    "split": 'command = "export"\nsplit = "branch"',
    "pages": 'command = "chart"\nbook = true\nbook-dir = "pages"',
}
"""Files and folders that a target makes."""


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", AGAIN)
def test_a_target_knows_its_own_file(
    name: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "old.yaml").write_text(ORG, "utf-8")
    has_output = "book-dir" in AGAIN[name] or "validate" in name
    config = f"[targets.a]\n{AGAIN[name]}\n" + ("" if has_output else f'output = "{name}"\n')
    assert make(folder, config, monkeypatch)[0] == 0
    first = contents(folder)
    assert make(folder, config, monkeypatch)[0] == 0
    assert contents(folder) == first
    (folder / "org.yaml").write_text(ORG.replace("Ada Okafor", "Bo Lind") + EXTRA, "utf-8")
    code, _, err = make(folder, config, monkeypatch)
    assert code in (0, 1), err
    made = folder / name
    if "compare" not in name and "validate" not in name:
        now = contents(folder)
        assert {path: now[path] for path in now if made in (path, *path.parents)} != {
            path: raw for path, raw in first.items() if made in (path, *path.parents)
        }


EXTRA = "  - {id: cfo, title: CFO, reports_to: cto, holder: Cy Dane}\n"


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("a.md", 'command = "stats"'),
        ("a.yaml", 'command = "export"'),
        ("a/org.yaml", 'command = "export"\nsplit = "branch"'),
        ("a/COMPANY.md", 'command = "export"\nformat = "agent-companies"'),
    ],
)
def test_without_its_mark_a_file_is_somebody_elses(
    name: str, table: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = f'[targets.a]\n{table}\noutput = "{name.partition("/")[0]}"\n'
    assert make(folder, config, monkeypatch)[0] == 0
    path = folder / name
    text = path.read_text("utf-8")
    assert text.count("ritten by orgcli make: changes here are lost.") == 1
    lines = [one for one in text.splitlines(keepends=True) if "orgcli make" not in one]
    path.write_text("".join(lines) + "\n", "utf-8")
    before = contents(folder)
    code, _, err = make(folder, config, monkeypatch)
    assert code == 2 and f"nothing shows that orgcli wrote `{name}`" in err
    assert contents(folder) == before
    assert make(folder, config, monkeypatch, "a --overwrite")[0] == 0
    assert make(folder, config, monkeypatch)[0] == 0


def test_text_without_comments_stays_where_it_is_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = '[targets.a]\ncommand = "chart"\nformat = "tree"\noutput = "a.txt"\n'
    assert make(folder, config, monkeypatch)[0] == 0
    stamp = (folder / "a.txt").stat()
    assert make(folder, config, monkeypatch)[0] == 0
    assert (folder / "a.txt").stat().st_mtime_ns == stamp.st_mtime_ns
    (folder / "org.yaml").write_text(ORG + EXTRA, "utf-8")
    code, _, err = make(folder, config, monkeypatch)
    assert code == 2 and "`orgcli make a --overwrite`" in err


def test_marked_files_are_read_as_before(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = "".join(
        f'[targets.{name}]\ncommand = "export"\nformat = "{format}"\noutput = "{name}"\n'
        for name, format in {"agents": "agent-companies", "x-yaml": "yaml"}.items()
    ).replace('output = "x-yaml"', 'output = "x.yaml"')
    assert make(folder, config, monkeypatch)[0] == 0
    for name in ("agents", "x.yaml"):
        code, out, _ = run_in(folder, f"orgcli export {name} -f csv --fields id", monkeypatch)
        assert (code, out.split()) == (0, ["id", "ceo", "cto"])


def test_only_make_writes_marks(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What somebody exports is theirs to edit."""
    for words in ("export -f yaml", "stats -f markdown", "export -f backstage"):
        code, out, _ = run_in(folder, f"orgcli {words} org.yaml", monkeypatch)
        assert code == 0 and "ritten by orgcli" not in out


def test_without_targets_there_is_one_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, _, err = make(folder, "", monkeypatch)
    assert (code, len(err.splitlines())) == (2, 2)
    code, _, err = make(folder, '[targets.board]\ncommand = "chart"\n', monkeypatch, "bord")
    assert code == 2 and "did you mean `board`?" in err
