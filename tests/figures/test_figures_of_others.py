"""The figures of organisations that others wrote, whose facts are known."""

from pathlib import Path

import pytest

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
