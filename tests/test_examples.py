"""Every example is clean, and what `make demo` draws can be drawn."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from orgcli.cli.app import app
from orgcli.model.organisation.organisation import Organisation
from orgcli.read.organisation.project import read_project

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
ORGANISATIONS = [*sorted(EXAMPLES.glob("*/org.yaml")), EXAMPLES / "people.csv"]


@pytest.mark.parametrize("path", ORGANISATIONS, ids=lambda path: path.parent.name)
def test_example_is_clean(path: Path) -> None:
    arguments = ["validate", "--isolated", "--fail-on", "info", str(path)]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.stdout
    assert result.stdout.startswith("No findings")


def test_the_revenue_led_example_has_every_status() -> None:
    text = (EXAMPLES / "revenue-led/org.yaml").read_text("utf-8")
    for status in ("open", "planned", "closed"):
        assert f"status: {status}" in text


@pytest.fixture(scope="module")
def northwind() -> Organisation:
    (organisation,) = read_project([EXAMPLES / "northwind-robotics"]).organisations
    return organisation


def test_northwind_is_the_company_that_charts_are_measured_with(northwind: Organisation) -> None:
    positions, lines = northwind.positions, northwind.lines
    assert len(positions) == sum(one.headcount for one in positions) == 128
    assert (len(lines.roots), lines.layers) == (1, 5)
    assert len(northwind.departments) == len({one.department for one in positions}) == 6
    assert all(one.color is None for one in northwind.departments)
    leaf_teams = [
        span
        for at, span in enumerate(lines.span)
        if span
        and not any(lines.span[one] for one, above in enumerate(lines.manager) if above == at)
    ]
    assert sorted(leaf_teams)[-2:] == [12, 17]


def test_northwind_has_every_kind_of_seat(northwind: Organisation) -> None:
    positions = northwind.positions
    states = [one.state for one in positions]
    assert {state: states.count(state) for state in states} == {
        "filled": 122, "open": 5, "planned": 1,
    }  # fmt: skip
    assert all(one.start for one in positions if one.state == "planned")
    assert sum(one.assistant for one in positions) == 2
    assert sum("contractor" in one.tags for one in positions) == 2
    assert [len(one.holder) for one in positions if len(one.holder) > 1] == [2, 2]
    dotted = [line for one in positions for line in one.dotted_lines]
    assert len(dotted) == 3 and all(line.purpose for line in dotted)
    assert len({one.location for one in positions}) == 7
    assert len({one.role for one in positions if one.role}) >= 8
    holders = [name for one in positions for name in one.holder]
    assert len(set(holders)) == len(holders) == 124
