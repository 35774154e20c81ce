"""Every format with hostile texts, with nothing, and with very many groups."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ElementTree

import pytest
import python_calamine

from orgcli.figures.formats import FORMATS
from orgcli.figures.organisation_figures import organisation_figures
from orgcli.figures.report import PLOTS, FigureReport
from orgcli.figures.rules import FigureRules
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Position
from orgcli.render.view import Page

HOSTILE = (
    "@octocat #12 <b>x</b> <script>alert(1)</script> [a](http://b.example) | `c` \x1b[31m"
    "\u202e=1+1 [red]x[/red] &amp; ]]> ::error::z"
)
FORMULA = "=HYPERLINK(1)"


def report(positions: list[Position], name: str = "A", **rules: object) -> FigureReport:
    figures = organisation_figures(Organisation(name, positions), FigureRules(**rules))  # type: ignore[arg-type]
    by: tuple[str, ...] = rules.get("by", ())  # type: ignore[assignment]
    return FigureReport([figures], by=by, plots=PLOTS, defines=True)


def hostile_report() -> FigureReport:
    positions = [
        Position("top", title=HOSTILE, holder=(HOSTILE,), department=HOSTILE),
        Position("b", title=FORMULA, department=FORMULA, reports_to="top",
                 attributes={HOSTILE: "1", FORMULA: HOSTILE}),
        Position("c", holder=(FORMULA,), location=HOSTILE, reports_to="b"),
    ]  # fmt: skip
    return report(positions, HOSTILE, by=("department", "location"), sums=(HOSTILE, FORMULA))


@pytest.mark.parametrize("format", FORMATS)
def test_no_text_is_obeyed(format: str) -> None:
    written = FORMATS[format](hostile_report(), Page(100, color=False))
    if isinstance(written, bytes):
        return
    assert "\x1b" not in written and "\u202e" not in written
    assert written.endswith("\n")
    if format in ("markdown", "html", "svg"):
        assert "<script" not in written and "<b>" not in written
    if format == "markdown":
        assert "@octocat" not in written
        assert not re.search(r"(?<!\\)\]\(", written)
    if format == "csv":
        cells = [cell for row in csv.reader(io.StringIO(written)) for cell in row]
        assert [cell for cell in cells if cell.startswith(("=", "@"))] == []
    if format == "svg":
        ElementTree.fromstring(written)


def test_a_workbook_has_no_formula() -> None:
    data = FORMATS["xlsx"](hostile_report(), Page())
    assert isinstance(data, bytes)
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    cells = {cell for name in book.sheet_names
             for row in book.get_sheet_by_name(name).to_python() for cell in row}  # fmt: skip
    assert FORMULA in cells


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("positions", [[], [Position("a")], [Position("a", reports_to="a")]])
def test_little_is_written_too(format: str, positions: list[Position]) -> None:
    for by in ((), ("department",), ("tag", "level")):
        assert FORMATS[format](report(positions, by=by), Page(20))


@pytest.mark.parametrize("format", FORMATS)
def test_long_names_and_many_groups_fit(format: str) -> None:
    positions = [
        Position(str(at), holder=("Name " * 40,), title="Donaudampfschiff" * 20,
                 department=f"{'Abteilung ' * 30}{at}", location=f"L{at}",
                 reports_to=str(at // 2) if at else None)
        for at in range(60)
    ]  # fmt: skip
    written = FORMATS[format](report(positions, by=("department", "location")), Page(60))
    assert written
    if format == "table":
        assert isinstance(written, str)
        assert max(map(len, written.splitlines())) <= 60


def test_json_says_everything() -> None:
    document = json.loads(str(FORMATS["json"](hostile_report(), Page())))
    (one,) = document["organisations"]
    assert document["version"] == 1 and one["figures"]["seats"] == 3
    assert one["spans"]["mean"] == 1.0 and one["layers"]["count"] == 3
    assert one["figures"]["sums"][HOSTILE] == {"total": 1.0, "entries": 1, "unread": 0}
    assert one["figures"]["sums"][FORMULA]["unread"] == 1
    assert [group["keys"] for group in one["groups"]] == [
        {"department": HOSTILE, "location": None},
        {"department": FORMULA, "location": None},
        {"department": None, "location": HOSTILE},
    ]
