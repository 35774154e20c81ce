"""Organisations written by others, read where they lie; the figures are theirs."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from orgcli.cli.app import app
from orgcli.read.organisation.project import read_project

UK = ["--map", "id=Post Unique Reference", "--map", "holder=Name", "--map", "title=Job Title",
      "--map", "reports_to=Reports to Senior Post", "--root-token", "XX"]  # fmt: skip


def validate(path: Path, *options: str) -> dict[str, Any]:
    arguments = ["validate", "--isolated", "--format", "json", str(path), *options]
    result = CliRunner().invoke(app, arguments)
    document: dict[str, Any] = json.loads(result.stdout)
    assert result.exit_code == (1 if document["summary"]["error"] else 0)
    return document


@pytest.mark.parametrize(
    ("file", "positions", "layers"),
    [
        ("oracle-hr/employees.csv", 107, 4),
        ("d3-org-chart/data.csv", 107, 4),
        ("northwind/employees.csv", 9, 3),
        ("chinook/employee.json", 8, 3),
    ],
)
def test_clean(shared_data: Path, file: str, positions: int, layers: int) -> None:
    summary = validate(shared_data / file)["summary"]
    assert summary["error"] == summary["warning"] == 0
    assert (summary["positions"], summary["roots"], summary["layers"]) == (positions, 1, layers)


def test_the_same_lines_in_both_editions_of_one_company(shared_data: Path) -> None:
    def lines(file: str) -> set[tuple[str, str | None]]:
        (organisation,) = read_project([shared_data / file]).organisations
        return {(position.id, position.reports_to) for position in organisation.positions}

    assert lines("oracle-hr/employees.csv") == lines("d3-org-chart/data.csv")


def uk(shared_data: Path, body: str) -> dict[str, Any]:
    """What is said of a body, but for its grades: they are no levels."""
    said = validate(shared_data / f"uk-organograms/{body}-senior.csv", *UK)
    return {**said, "findings": [one for one in said["findings"] if one["code"] != "ORG012"]}


def test_acas_is_the_self_report_and_what_hangs_below_it(shared_data: Path) -> None:
    (finding,) = uk(shared_data, "acas")["findings"]
    assert (finding["code"], finding["entity"], finding["line"]) == ("ORG103", "1", 4)
    assert "4 more positions below it have no line to the top" in finding["help"]


def test_dwp_says_duplicate_and_explains_the_ring_by_it(shared_data: Path) -> None:
    shares, finding = sorted(uk(shared_data, "dwp")["findings"], key=lambda one: str(one["code"]))
    assert (shares["code"], shares["level"]) == ("ORG013", "info")
    assert (finding["code"], finding["entity"]) == ("ORG101", "DWP135")
    ring = finding["help"].partition("ring: ")[2]
    assert ring.split("`")[1::2] == ["DWP202", "DWP135", "DWP29", "DWP202"]
    assert " → " in ring


def test_des_lost_its_leading_zeros(shared_data: Path) -> None:
    findings = uk(shared_data, "des")["findings"]
    assert {finding["code"] for finding in findings} == {"ORG102"}
    zeros = [finding for finding in findings if "did you mean" in finding["help"]]
    assert len(zeros) >= 125
    for finding in zeros:
        missing, meant = finding["message"].split("`")[3], finding["help"].split("`")[1]
        assert missing.lstrip("0") == meant


def test_empty_has_no_positions_and_opo_two_tops(shared_data: Path) -> None:
    (finding,) = uk(shared_data, "empty")["findings"]
    assert finding["code"] == "ORG105"
    assert "no positions" in finding["message"]
    opo = uk(shared_data, "opo")
    assert [finding["code"] for finding in opo["findings"]] == ["ORG106"]
    assert opo["summary"]["roots"] == 2


def test_two_documents_of_which_one_is_the_people(shared_data: Path) -> None:
    document = validate(shared_data / "ychart/orgchart.yaml")
    nobody = [one for one in document["findings"] if "Board of Directors" in one["message"]]
    assert [(one["code"], one["line"]) for one in nobody] == [("ORG013", 57)]
    assert {one["code"] for one in document["findings"]} == {"ORG013"}
    assert document["summary"]["positions"] == 30


def test_backstage_has_groups_and_no_lines(shared_data: Path) -> None:
    document = validate(shared_data / "backstage-acme")
    incomplete = [one for one in document["findings"] if one["code"] == "ORG018"]
    assert sum("no lines between people" in one["message"] for one in incomplete) == 4
    assert [one["entity"] for one in incomplete if "does not list it" in one["message"]] == [
        "team-e"
    ]
    assert document["summary"]["positions"] == 17
    (organisation,) = read_project([shared_data / "backstage-acme"]).organisations
    assert len(organisation.departments) == 9


@pytest.mark.parametrize(
    ("company", "name", "positions"),
    [
        ("satellite/satellite-cpg-co", "Satellite CPG", 21),
        ("satellite/brand-co", "Brand Co", 14),
        ("satellite/retailer-co", "Retailer Co", 12),
        ("construct-ai/hermes-loopy-ai", "Loopy AI", 6),
    ],
)
def test_agent_companies(shared_data: Path, company: str, name: str, positions: int) -> None:
    folder = shared_data / "agent-companies" / company
    summary = validate(folder)["summary"]
    assert summary["error"] == summary["warning"] == 0
    assert (summary["positions"], summary["roots"]) == (positions, 1)
    assert [one.name for one in read_project([folder]).organisations] == [name]


def test_an_agent_company_without_its_ceo(shared_data: Path) -> None:
    folder = shared_data / "agent-companies/construct-ai/hermes-learningforge-ai"
    findings = validate(folder)["findings"]
    assert [one["code"] for one in findings] == ["ORG102"] * 48
    assert all("reports to `ceo`" in one["message"] for one in findings)
