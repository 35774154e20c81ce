"""What CONTRIBUTING promises, done: each kind of addition in a copy of the source."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import orgcli

SOURCE = Path(orgcli.__file__).parent
ROLES = SOURCE.parents[1] / "roles"
CONTRIBUTING = (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text("utf-8")
TABLE = "employee id,name,title,manager id,Desk No\n1,Ann Lee,CEO,,A7\n2,Bo Ek,CFO,1,B9\n"
LATER = TABLE.replace("B9", "C3")


class Copy:
    """The source in a folder of its own, in which files are added and changed for a while."""

    def __init__(self, folder: Path, package: Path) -> None:
        self.folder, self._package = folder, package
        self.touched: dict[str, str | None] = {}
        (folder / "people.csv").write_text(TABLE, "utf-8")
        (folder / "later.csv").write_text(LATER, "utf-8")

    def add(self, file: str, text: str) -> None:
        path = self._package / "orgcli" / file
        self.touched[file] = path.read_text("utf-8") if path.exists() else None
        path.write_text(text, "utf-8")

    def change(self, file: str, old: str, new: str) -> None:
        text = (self._package / "orgcli" / file).read_text("utf-8")
        assert old in text, f"{file} has no {old!r}"
        self.add(file, text.replace(old, new, 1))

    def restore(self) -> None:
        """Everything as it was."""
        for file, text in self.touched.items():
            path = self._package / "orgcli" / file
            path.unlink() if text is None else path.write_text(text, "utf-8")

    def run(self, command: str, code: int = 0) -> str:
        """What a command of the copy writes to stdout."""
        line = [sys.executable, "-m", "orgcli", *command.split()]
        environment = {**os.environ, "PYTHONPATH": str(self._package), "NO_COLOR": "1"}
        done = subprocess.run(
            line, cwd=self.folder, env=environment, capture_output=True, encoding="utf-8"
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source, what is compiled of it, and the roles."""
    folder = tmp_path_factory.mktemp("package")
    shutil.copytree(SOURCE, folder / "orgcli")
    shutil.copytree(ROLES, folder / "orgcli/roles", dirs_exist_ok=True)
    return folder


@pytest.fixture
def copy(tmp_path: Path, package: Path) -> Iterator[Copy]:
    made = Copy(tmp_path, package)
    yield made
    made.restore()


def promised(kind: str) -> int:
    """How many files CONTRIBUTING says that an addition takes."""
    found = re.search(rf"^\| {kind} \| (\d)", CONTRIBUTING, re.M)
    assert found, kind
    return int(found[1])


def test_a_rule(copy: Copy) -> None:
    copy.change(
        "check/rules/organisation/rings.py",
        "RULES = (\n",
        "def named_zed(context: Context) -> Iterator[Finding]:\n"
        '    """ORG199."""\n'
        "    for at, position in enumerate(context.organisation.positions):\n"
        '        if position.title == "Zed":\n'
        '            yield context.finding("ORG199", "Zed is here", at, "title", help="")\n'
        "\n\n"
        "RULES = (\n"
        '    Rule("ORG199", "named-zed", Level.WARNING, "Zed", "Why.", entries("id: a"),\n'
        '         entries("id: a"), named_zed),\n',
    )
    assert len(copy.touched) == promised("a rule")
    (copy.folder / "org.yaml").write_text("positions:\n  - {id: a, title: Zed}\n", "utf-8")
    assert "ORG199" in copy.run("validate org.yaml")
    assert "ORG199" not in copy.run("validate org.yaml --ignore ORG199")
    assert "named-zed" in copy.run("rule ORG199")


def test_a_field_of_a_position(copy: Copy) -> None:
    copy.change(
        "model/organisation/position.py",
        "    status: Status | None = None\n",
        '    desk: Text | None = None\n    """Where its desk stands."""\n'
        "    status: Status | None = None\n",
    )
    copy.change(
        "read/tables/columns/heading_words.py",
        '    "cost_center": (\n',
        '    "desk": ("desk deskno",),\n    "cost_center": (\n',
    )
    assert len(copy.touched) == promised("a field of a position")
    assert "A7" in copy.run("chart people.csv -f tree --fields name,desk")
    (copy.folder / "shared.csv").write_text(TABLE.replace("A7", "shared with Bo Ek"), "utf-8")
    assert "Bo Ek" not in copy.run("chart shared.csv -f tree --fields title,desk")
    assert "A7" in copy.run("chart people.csv -f html --fields name,title,desk -o -")
    assert "A7" in copy.run("show 1 people.csv")
    assert "B9 → C3" in copy.run("diff people.csv later.csv")
    assert "desk" in copy.run("stats people.csv --by desk").lower()
    records = json.loads(copy.run("export people.csv -f json"))["positions"]
    assert [record["desk"] for record in records] == ["A7", "B9"]
    copy.run("export people.csv -f yaml -o org.yaml")
    assert "desk: A7" in (copy.folder / "org.yaml").read_text("utf-8")
    copy.run("set 2 desk=D4 org.yaml")
    assert "B9" not in copy.run("diff org.yaml later.csv")
    assert '"desk"' in copy.run("schema org")


def test_a_language(copy: Copy) -> None:
    words = (SOURCE / "language/en.py").read_text("utf-8")
    copy.add("language/fi.py", words.replace('tag="en"', 'tag="fi"', 1))
    copy.change("language/tags.py", '    "nb":', '    "fi": "suomi",\n    "nb":')
    assert len(copy.touched) == promised("a language")
    for command in (
        "chart people.csv -f html -o -", "stats people.csv", "diff people.csv later.csv",
        "show 1 people.csv", "compare cso cro", "role cro --as job-description",
    ):  # fmt: skip
        copy.run(f"{command} --lang fi")


def test_a_report_format(copy: Copy) -> None:
    copy.add(
        "report/writers/count.py",
        'def count(verdict, rendering):\n    return f"findings: {len(verdict.findings)}\\n"\n',
    )
    copy.change(
        "report/formats.py",
        '        "full": ReportFormat(',
        '        "count": ReportFormat(f"{_WRITERS}.count:count", (".cnt",), rb"findings: "),\n'
        '        "full": ReportFormat(',
    )
    assert len(copy.touched) == promised("a report format")
    assert copy.run("validate people.csv -f count").startswith("findings: ")
    (copy.folder / "orgcli.toml").write_text('format = "count:a.cnt"\n', "utf-8")
    for _ in range(2):
        copy.run("validate people.csv")
    assert (copy.folder / "a.cnt").read_text("utf-8").startswith("findings: ")


def test_a_chart_format(copy: Copy) -> None:
    copy.add(
        "chart/text/name_list.py",
        "def draw(chart):\n"
        '    names = "\\n".join(card.name for card in chart.deck.cards)\n'
        '    return chart.as_text(f"NAMES\\n{names}\\n")\n',
    )
    copy.change(
        "chart/formats.py",
        '        "tree": ChartFormat(',
        '        "names": ChartFormat(\n'
        '            f"{_TEXT}.name_list:draw", (".names",), laid_out=False, mark=rb"\\ANAMES"\n'
        "        ),\n"
        '        "tree": ChartFormat(',
    )
    assert len(copy.touched) == promised("a chart format")
    assert "Ann Lee" in copy.run("chart people.csv -f names -o -")
    target = '[targets.names]\ncommand = "chart"\npaths = ["people.csv"]\noutput = "a.names"\n'
    (copy.folder / "orgcli.toml").write_text(target, "utf-8")
    copy.run("make")
    (copy.folder / "people.csv").write_text(LATER.replace("Bo Ek", "Cy Ek"), "utf-8")
    copy.run("make")
    assert "Cy Ek" in (copy.folder / "a.names").read_text("utf-8")


def test_a_heading(copy: Copy) -> None:
    copy.change(
        "read/tables/columns/heading_words.py",
        '    "location": (\n',
        '    "location": (\n        "deskno",\n',
    )
    assert len(copy.touched) == promised("a heading of an HR export")
    assert "A7" in copy.run("chart people.csv -f tree --fields name,location")
