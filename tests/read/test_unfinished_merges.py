"""Files and configurations with the marks of an unfinished merge say so, and nothing else."""

from pathlib import Path

import pytest

from orgcli.model.source.source import Source
from orgcli.read.config import ConfigError, read_config
from orgcli.read.organisation.project import read_project
from orgcli.read.syntax.mistakes.merge_conflicts import merge_conflict

BOTH = "<<<<<<< HEAD\n{}=======\n{}>>>>>>> theirs\n"


@pytest.mark.parametrize("name", ["orgcli.toml", "pyproject.toml"])
def test_a_configuration_names_the_line(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text("[tool.orgcli]\n" + BOTH.format("a = 1\n", "a = 2\n"), "utf-8")
    with pytest.raises(ConfigError, match="merge conflict is not resolved: it begins in line 2"):
        read_config(file)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "id,name\n" + BOTH.format("1,Ada\n", "1,Eva\n") + '2,"never closed\n'),
        ("a.yaml", "organisation: X\n" + BOTH.format("- [\n", "x\n")),
        ("a.json", "[\n" + BOTH.format("1\n", "2\n")),
        ("roles/a.yaml", "role: a\r\n" + BOTH.format("", "").replace("\n", "\r\n")),
    ],
)
def test_there_is_one_finding(tmp_path: Path, name: str, text: str) -> None:
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8", newline="")
    (finding,) = read_project([file]).findings
    assert finding.code == "ORG016"
    assert len(finding.related) == 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "=======\n",
        "|||||||\n",
        "x <<<<<<< HEAD\n",
        " <<<<<<< HEAD\n",
        "<<<<<<<<\n",
        "<<<<<<<x\n",
    ],
)
def test_what_is_no_mark(text: str) -> None:
    assert merge_conflict(Source("a", text)) is None


def test_many_conflicts_are_one_finding() -> None:
    finding = merge_conflict(Source("a", BOTH.format("a\n", "b\n") * 5000))
    assert finding is not None
    assert finding.message.startswith("5,000 merge conflicts are not resolved")
    assert len(finding.related) == 10
