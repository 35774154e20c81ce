"""The tree of lines: as wide as the terminal, coloured only there, and never a position less."""

import re
from pathlib import Path

import pytest
from chart_samples import forests, hostile, sales_team, tangled
from hypothesis import given, settings
from hypothesis import strategies as st
from text_samples import forest, marked_up, matrix
from typer.testing import CliRunner, Result

from orgcli.chart.deck.cards import cards
from orgcli.chart.text.terminal_tree import branches
from orgcli.cli.app import app
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.position import Position
from orgcli.model.text import cells

NO_TITLES = Titles({})
ORG = """\
organisation: Northwind Robotics
positions:
  - {id: ceo, title: Chief Executive Officer, holder: Keiko Eriksen}
  - {id: cro, title: Chief Revenue Officer, holder: [Ben Li, Ana Cruz], reports_to: ceo}
"""


def tree(organisation: Organisation, width: int = 0, color: bool = False) -> str:
    return branches(cards(organisation, NO_TITLES), width, color)


@pytest.mark.parametrize("width", [20, 33, 60, 80, 120])
def test_lines_fit_the_terminal(width: int) -> None:
    for make in (sales_team, tangled, matrix, hostile, marked_up):
        whole, shown = tree(make()).splitlines(), tree(make(), width).splitlines()
        assert len(whole) == len(shown) == len(make().positions) + 2
        for full, line in zip(whole, shown, strict=True):
            assert cells(line) <= width
            assert line == full or "…" in line


@settings(max_examples=40)
@given(forests(), st.integers(20, 100))
def test_any_depth_fits_any_width(manager: list[int], width: int) -> None:
    text = tree(forest(manager), width)
    assert len(text.splitlines()) == len(manager) + 2
    assert all(cells(line) <= width for line in text.splitlines())


def test_colour_changes_nothing_but_the_colour() -> None:
    for make in (sales_team, tangled, matrix, hostile, marked_up):
        painted = tree(make(), 80, color=True)
        assert re.sub(r"\x1b\[[\d;]*m", "", painted) == tree(make(), 80)
        assert "\x1b[1m" in painted
    assert "\x1b[31m! ring: reports to Zoe Zhang" in tree(tangled(), color=True)


def test_a_long_name_leaves_room_for_the_title() -> None:
    one = Organisation(None, [Position("a", "Chief of Staff", holder=("王" * 60,))])
    assert tree(one, 40) == "王" * 12 + "…  Chief of Sta…\n"
    family = Organisation(None, [Position("a", holder=("👨‍👩‍👧‍👦" * 30,))])
    assert tree(family, 20) == "👨‍👩‍👧‍👦" * 2 + "…\n"


def test_deep_lines_say_their_layer() -> None:
    lines = tree(forest([-1, *range(59)])).splitlines()[2:]
    assert lines[40].endswith(" " * 4 * 39 + "└── Name40x  1 direct, 19 below")
    assert lines[59].startswith("60… ") and lines[59].endswith("└── Name59x")


def run(*arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(app, ["chart", "--isolated", *arguments], env=environment)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "org.yaml").write_text(ORG)
    return tmp_path


def test_a_tree_goes_to_the_terminal(folder: Path) -> None:
    done = run("org.yaml", "-f", "tree", COLUMNS="40")
    assert done.exit_code == 0
    assert done.stdout == (
        "Northwind Robotics\n"
        "\n"
        "Keiko Eriksen  Chief Executive Officer …\n"
        "└── Ben Li / Ana Cruz  Chief Revenue Of…\n"
    )
    assert done.stderr == "the chart: 2 positions\n"
    assert [path.name for path in folder.iterdir()] == ["org.yaml"]


def test_colours_are_asked_for_or_not(folder: Path) -> None:
    assert "\x1b[" in run("org.yaml", "-f", "tree", FORCE_COLOR="1").stdout
    assert "\x1b[" not in run("org.yaml", "-f", "tree", FORCE_COLOR="1", NO_COLOR="1").stdout
    assert run("org.yaml", "-f", "tree", "-o", "org.txt", FORCE_COLOR="1").exit_code == 0
    assert "\x1b[" not in (folder / "org.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("format", "name", "start"),
    [
        ("mermaid", "org.mmd", '---\ntitle: "Northwind Robotics"\n---\nflowchart TB\n'),
        ("plantuml", "org.puml", "@startwbs\n"),
        ("drawio", "org.drawio.csv", "## Northwind Robotics\n"),
        ("txt", "org.txt", "Northwind Robotics\n\nKeiko Eriksen  Chief Executive"),
    ],
)
def test_files_of_text(folder: Path, format: str, name: str, start: str) -> None:
    done = run("org.yaml", "-f", format, COLUMNS="20")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == f"{name}: 2 positions\n"
    assert (folder / name).read_text("utf-8").startswith(start)
    first = (folder / name).read_bytes()
    assert run("org.yaml", "-o", name).exit_code == 0
    assert (folder / name).read_bytes() == first
