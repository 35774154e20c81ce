"""The figures of organisations that others wrote, whose facts are known."""

import json
from pathlib import Path

import pytest

from command_line import run_in
from orgcli.figures.organisation_figures import organisation_figures
from orgcli.read.organisation.project import read_project


@pytest.mark.parametrize(
    ("file", "people", "tops", "layers", "span"),
    [
        ("oracle-hr/employees.csv", 107, 1, 4, 14),
        ("d3-org-chart/data.csv", 107, 1, 4, 14),
        ("northwind/employees.csv", 9, 1, 3, 5),
        ("chinook/employee.json", 8, 1, 3, 3),
    ],
)
def test_known_facts(
    file: str, people: int, tops: int, layers: int, span: int, shared_data: Path
) -> None:
    (organisation,) = read_project([shared_data / file]).organisations
    found = organisation_figures(organisation)
    assert (found.total.people, found.total.seats) == (people, people)
    assert found.layers.layers[0].seats == tops
    assert (len(found.layers.layers), found.total.largest) == (layers, span)


def test_lines_across_departments(shared_data: Path) -> None:
    """19 lines cross departments there, one of them from who has none: that one says nothing."""
    (organisation,) = read_project([shared_data / "oracle-hr/employees.csv"]).organisations
    assert organisation_figures(organisation).across == (18, 105)


@pytest.mark.parametrize(("heading", "people"), [("Employee ID", 3), ("Position ID", 2)])
def test_two_numbers_of_people_are_two_people(
    heading: str, people: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = f"{heading},Name,Title,Manager\n1,Ann Lee,CEO,\n2,Jo Doe,AE,1\n3,Jo Doe,AE,1\n"
    (tmp_path / "people.csv").write_text(table, "utf-8")
    _, out, _ = run_in(tmp_path, "orgcli stats people.csv -f json", monkeypatch)
    assert json.loads(out)["organisations"][0]["figures"]["people"] == people
    _, out, _ = run_in(tmp_path, "orgcli validate people.csv -f concise", monkeypatch)
    assert ("ORG110" in out) == (people == 2), out
