"""Real exports, read where they lie, have the people, roots and layers they are known for."""

from pathlib import Path

import pytest
from pydantic import TypeAdapter

from orgcli.model.organisation.position import Position
from orgcli.model.organisation.reporting_lines import UNKNOWN, ReportingLines, reporting_lines
from orgcli.model.source.source import Source
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.syntax.decoding import decode
from orgcli.read.syntax.json import load_json
from orgcli.read.tables.files.csv import csv_entries
from orgcli.read.tables.files.records import record_entries

DATA = Path(__file__).parents[3] / "shared/data"
POSITIONS = TypeAdapter(list[Position])
UK = TableOptions(
    (
        ("id", "Post Unique Reference"),
        ("holder", "Name"),
        ("title", "Job Title"),
        ("reports_to", "Reports to Senior Post"),
    ),
    root_token="XX",
)

pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason="the folder of real organisations is not beside this checkout"
)


def source(name: str) -> Source:
    found = decode(name, (DATA / name).read_bytes())
    assert isinstance(found, Source)
    return found


def read(name: str, options: TableOptions | None = None) -> Entries:
    entries = csv_entries(source(name), options or TableOptions())
    said = [one for one in entries.findings if one.code != "ORG013"]  # job shares
    assert all(found.code == "ORG012" and found.is_minor for found in said)
    return entries


def lines(entries: Entries) -> ReportingLines:
    positions = POSITIONS.validate_python(list(entries.records))
    return reporting_lines([one.id for one in positions], [one.reports_to for one in positions])


def drawn(entries: Entries) -> set[tuple[object, object]]:
    return {(record["id"], record.get("reports_to")) for record in entries.records}


def test_oracle_hr_and_d3_org_chart_are_the_same_tree() -> None:
    oracle, chart = read("oracle-hr/employees.csv"), read("d3-org-chart/data.csv")
    for entries in (oracle, chart):
        found = lines(entries)
        assert (len(entries.records), len(found.roots), found.layers) == (107, 1, 4)
        assert max(found.span) == 14
    assert drawn(oracle) == drawn(chart)
    assert oracle.records[0]["holder"] == chart.records[0]["holder"] == "Steven King"
    assert chart.records[0]["title"] == "Chief Operating Officer"
    assert chart.records[0]["start"] == "2003-07-16"
    assert sum("department" not in record for record in oracle.records) == 1


def test_northwind() -> None:
    entries = read("northwind/employees.csv")
    found = lines(entries)
    assert (len(entries.records), len(found.roots), found.layers) == (9, 1, 3)
    assert entries.records[1]["holder"] == "Andrew Fuller"


def test_chinook() -> None:
    document, findings = load_json(source("chinook/employee.json"))
    assert document is not None
    assert not findings
    entries = record_entries(document, TableOptions())
    assert not entries.findings
    found = lines(entries)
    assert (len(entries.records), len(found.roots), found.layers) == (8, 1, 3)
    assert entries.records[0]["contact"] == {
        "email": "andrew@chinookcorp.com", "phone": "+1 (780) 428-9482"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("body", "entries", "roots", "unknown", "rings"),
    [
        ("acas", 6, 1, 0, 1),
        ("air", 42, 1, 0, 0),
        ("des", 136, 1, 135, 0),
        ("dwp", 226, 1, 0, 1),
        ("empty", 0, 0, 0, 0),
        ("home-office", 259, 1, 0, 1),
        ("natural-england", 25, 1, 0, 0),
        ("opo", 2, 2, 0, 0),
    ],
)
@pytest.mark.parametrize("mapped", [True, False])
def test_uk_organograms(
    body: str, entries: int, roots: int, unknown: int, rings: int, mapped: bool
) -> None:
    options = UK if mapped else TableOptions(root_token="XX")
    read_entries = read(f"uk-organograms/{body}-senior.csv", options)
    found = lines(read_entries)
    assert len(read_entries.records) == entries
    assert (len(found.roots), found.manager.count(UNKNOWN), len(found.rings)) == (
        roots, unknown, rings
    )  # fmt: skip


def test_dwp_job_shares_merge_and_two_posts_with_one_id_do_not() -> None:
    records = read("uk-organograms/dwp-senior.csv", UK).records
    by_id: dict[object, list[dict[str, object]]] = {}
    for record in records:
        by_id.setdefault(record["id"], []).append(dict(record))
    (shared,) = by_id["DWP179"]
    assert (shared["holder"], shared["fte"]) == (["Person 007", "Person 008"], "1.25")
    assert len(by_id["DWP108"][0]["holder"]) == 2  # type: ignore[arg-type]
    (nameless,) = by_id["DWP184"]
    assert (nameless["holder"], nameless["fte"]) == (["N/D", "N/D"], "1.29")
    assert [post["title"] for post in by_id["DWP135"]] == [
        "Work Services Director, North West", "Permanent Secretary"
    ]  # fmt: skip


def test_posts_without_an_id_column_say_which_columns_there_are() -> None:
    found = csv_entries(source("uk-organograms/acas-junior.csv"), TableOptions()).findings
    (finding,) = (one for one in found if one.code != "ORG012")
    assert finding.code == "ORG006"
    assert "`Reporting Senior Post`" in finding.help
