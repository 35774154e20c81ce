"""A title that all rows of a panel share stands once, above them."""

import re
from collections.abc import Sequence

import pytest

from orgcli.chart.draw import chart_of
from orgcli.chart.graphviz.page_rendering import svg_of
from orgcli.chart.paint.items import PaintedText
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.position import Position
from orgcli.model.request.chart_request import ChartRequest


def team(titles: Sequence[str], vacant: int = -1) -> Organisation:
    """A manager with a lead, whose team has these titles."""
    lead = [
        Position("top", "Head", holder=("Hana",)),
        Position("lead", "Lead", holder=("Lea",), reports_to="top"),
    ]
    return Organisation(
        "Works",
        [
            *lead,
            *(
                Position(
                    f"p{at}",
                    title,
                    holder=() if at == vacant else (f"Name {at}",),
                    reports_to="lead",
                )
                for at, title in enumerate(titles)
            ),
        ],
    )


def texts(made: Organisation, **request: object) -> list[str]:
    """All that is written on the sheet, in order."""
    sheet = chart_of(made, Titles({}), ChartRequest(**request)).sheet  # type: ignore[arg-type]
    return [
        item.text
        for group in sheet.painting
        for item in group.items
        if isinstance(item, PaintedText)
    ]


@pytest.mark.parametrize("page", [None, "a4"])
def test_a_shared_title_is_said_once(page: str | None) -> None:
    written = texts(team(["Welder"] * 5, vacant=2), page=page)
    assert written.count("Welder") == 1
    assert written.index("Welder") < written.index("Name 0")
    assert written.count("Open") == 1, "a vacancy is its pill"


def test_titles_that_differ_stand_below_their_names() -> None:
    written = texts(team(["Welder", "Welder", "Fitter"]))
    assert [written[written.index(f"Name {at}") + 1] for at in range(3)] == [
        "Welder",
        "Welder",
        "Fitter",
    ]


@pytest.mark.parametrize(
    ("request_", "said"),
    [({"density": "cards"}, 4), ({"density": "names"}, 0), ({"fields": ("title",)}, 4)],
)
def test_where_no_title_is_shared(request_: dict[str, object], said: int) -> None:
    assert texts(team(["Welder"] * 4), **request_).count("Welder") == said


def test_each_row_is_described_and_labelled_whole() -> None:
    chart = chart_of(team(["Welder"] * 4, vacant=1), Titles({}), ChartRequest())
    svg = svg_of(chart.sheet, chart).decode()
    assert len(re.findall(r"<title>[^<]*Welder[^<]*</title>", svg)) == 4
    labels = re.findall(r'(?m)^"p\d" \[.* label="([^"]*)"', chart.sheet.dot())
    assert labels == ["Name 0", "Welder", "Name 2", "Name 3"]


def test_a_long_title_takes_two_lines_and_the_rows_follow() -> None:
    title = "Senior Structural Engineer, Bridges and Tunnels"
    chart = chart_of(team([title] * 3), Titles({}), ChartRequest())
    (panel,) = chart.fitted.layout.panels
    heading = chart.fitted.text_of(panel.cards[0]).heading
    assert len(heading) == 2 and " ".join(heading) == title
    first = chart.fitted.layout.boxes[panel.cards[0]]
    assert first.y - panel.box.y > 2 * 10
