"""The figures of Northwind Robotics in all formats, all languages and two widths."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from shutil import copytree

import pytest
import python_calamine

from command_line import run_in
from orgcli.figures.formats import FORMATS
from orgcli.language.tags import LANGUAGES

ROOT = Path(__file__).parents[2]
SCREENS = Path(__file__).parent / "screens"
_BINARY = ("xlsx",)
_SHOWN = {
    "overview": "org",
    "over": "org --over 8",
    "crossed": "org --by department --by location",
    "sorted": "org --by location --sort open --top 3",
    "root": "org --root cro --by role --define",
    "plots": "org --plot span --plot layers --plot open --plot pyramid --by department",
    "sources": "org --over 8 --sources",
    "against": "after.csv --against before.csv --by department",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with Northwind Robotics in `org`, and two tables of a smaller one."""
    folder = tmp_path_factory.mktemp("figures")
    copytree(ROOT / "examples" / "northwind-robotics", folder / "org")
    (folder / "before.csv").write_text(
        "id,name,manager,department,fte\n1,Ada,,Board,1\n2,Ben,1,Sales,0.5\n3,Cleo,1,Sales,\n"
    )
    (folder / "after.csv").write_text(
        "id,name,manager,department,fte\n1,Ada,,Board,1\n2,Ben,1,Sales,0.75\n4,Dan,2,Service,\n"
        "5,Eve,2,Service,\n"
    )
    return folder


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("language", LANGUAGES)
def test_text(
    language: str,
    width: int,
    folder: Path,
    golden: Callable[[Path, str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    command = f"COLUMNS={width} orgcli stats org --lang {language}"
    code, out, err = run_in(folder, command, monkeypatch)
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= width
    golden(SCREENS / f"northwind-{language}-{width}.txt", out)


@pytest.mark.parametrize("name", _SHOWN)
def test_shown(
    name: str, folder: Path, golden: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, err = run_in(folder, f"COLUMNS=100 orgcli stats {_SHOWN[name]}", monkeypatch)
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= 100
    golden(SCREENS / f"{name}.txt", out)


@pytest.mark.parametrize("what", ["overview", "crossed", "against", "sources"])
@pytest.mark.parametrize("format", [name for name in FORMATS if name not in ("table", *_BINARY)])
def test_format(
    format: str,
    what: str,
    folder: Path,
    golden: Callable[[Path, str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    code, out, err = run_in(folder, f"orgcli stats {_SHOWN[what]} -f {format}", monkeypatch)
    assert (code, err) == (0, "")
    golden(SCREENS / f"{what}.{format}.txt", out)


def test_workbook(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every table is a sheet with the numbers of the other formats; the same bytes each time."""
    command = "orgcli stats org --by department --by location --define -o heads.xlsx"
    assert run_in(folder, command, monkeypatch) == (0, "", "")
    first = (folder / "heads.xlsx").read_bytes()
    run_in(folder, command, monkeypatch)
    assert (folder / "heads.xlsx").read_bytes() == first
    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(first))
    assert book.sheet_names == [
        "Figure", "Department × Location", "All figures", "Span of control", "Layers",
        "What the figures mean",
    ]  # fmt: skip
    crossed = book.get_sheet_by_name("Department × Location").to_python()
    assert crossed[0][0] == "Department" and crossed[0][-1] == "Total"
    assert crossed[-1][0] == "Total" and crossed[-1][-1] == 128.0
    assert sum(row[-1] for row in crossed[1:-1]) == 128.0  # type: ignore[misc]
    assert dict(book.get_sheet_by_name("Figure").to_python()[1:])["Managers"] == 31.0


def test_every_format_has_a_test() -> None:
    assert set(FORMATS) == {"table", "markdown", "json", "csv", "svg", "html", *_BINARY}


def test_nothing_stands_over_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without managers there is no list of them; seats that name nobody are told."""
    (tmp_path / "org.yaml").write_text(
        "positions: [{id: a, status: filled, headcount: 3}, {id: b, holder: Bo}]\n"
    )
    _, out, _ = run_in(tmp_path, "orgcli stats org.yaml", monkeypatch)
    assert "Largest spans" not in out and "3 filled seats name nobody" in out
    _, out, _ = run_in(tmp_path, "orgcli stats org.yaml --over 2", monkeypatch)
    assert "0 managers have more than 2 direct reports" in out


def test_several_organisations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("One", "Two"):
        (tmp_path / f"{name}.yaml").write_text(
            f"organisation: {name}\npositions:\n  - id: a\n    department: X\n"
            "  - {id: b, reports_to: a, department: Y}\n"
        )
    _, out, _ = run_in(tmp_path, "orgcli stats . --by department -f csv", monkeypatch)
    assert [line.split(",")[:3] for line in out.splitlines()] == [
        ["Organisation", "Department", "seats"],
        ["One", "X", "1"], ["One", "Y", "1"], ["Two", "X", "1"], ["Two", "Y", "1"],
    ]  # fmt: skip
    _, out, _ = run_in(tmp_path, "orgcli stats . --against One.yaml", monkeypatch)
    assert out.count("Seats") == 3 and "One.yaml" in out


def test_a_plan_names_the_state_after_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "org.yaml").write_text("positions: [{id: a}, {id: b, reports_to: a}]\n")
    (tmp_path / "plans/q3.yaml").write_text("plan: Q3\nsteps: [{close: b}]\n")
    _, out, _ = run_in(tmp_path, "orgcli stats --plan q3 --against .", monkeypatch)
    assert ". → q3\n" in out
