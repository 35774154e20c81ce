"""Every format with hostile texts and with very many changes."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from command_line import run_in
from orgcli.changes.formats import FORMATS
from orgcli.changes.organisation_changes import organisation_changes
from orgcli.changes.report import ChangeReport, OrganisationChanges, SideLabel
from orgcli.changes.sides import AS_WRITTEN
from orgcli.changes.writers.markdown import MARKER
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Position
from orgcli.render.view import Page

HOSTILE = (
    "@octocat #12 GH-12 !3 acme/x#4 <b>x</b> <!-- y --> [a](http://b.example) | `c` \x1b[31m"
    "\u202e=1+1 https://d.example www.e.example &amp; </details> ::error::z"
)


def report_on(before: list[Position], after: list[Position], name: str = "A") -> ChangeReport:
    both = Organisation(name, before), Organisation(name, after)
    sides = SideLabel("main"), SideLabel("working tree")
    one = OrganisationChanges(
        name, organisation_changes(*both), sides=both, views=(AS_WRITTEN, AS_WRITTEN)
    )
    return ChangeReport(*sides, (one,))


def hostile_report() -> ChangeReport:
    def seat(id: str, **fields: object) -> Position:
        return Position(id, title=HOSTILE, department=HOSTILE, **fields)  # type: ignore[arg-type]

    top = seat("top", holder=("Tea",))
    before = [top, seat(f"{HOSTILE} 1", holder=(f"{HOSTILE} a",), reports_to="top"),
              seat("b", holder=("Bo",), reports_to="top", location=HOSTILE)]  # fmt: skip
    nobody = f"{HOSTILE} nobody"
    after = [top, seat(f"{HOSTILE} 2", holder=(f"{HOSTILE} a",), reports_to="b"),
             seat("b", holder=(f"{HOSTILE} b",), reports_to=nobody, location="L")]  # fmt: skip
    return report_on(before, after, HOSTILE)


@pytest.mark.parametrize("format", FORMATS)
def test_no_text_drives_a_terminal(format: str) -> None:
    written = FORMATS[format](hostile_report(), Page(100, color=False))
    if not isinstance(written, str):
        assert b"\x1b[31m" not in written.data and b"<b>x" not in written.data
        return
    assert "\x1b" not in written and "\u202e" not in written
    assert written.endswith("\n")


def test_no_text_is_obeyed_in_markdown() -> None:
    written = FORMATS["markdown"](hostile_report(), Page())
    assert written.startswith(f"{MARKER}\n")
    body = written.removeprefix(MARKER).partition("```mermaid")[0]
    assert not re.search(r"(?<!\\)\]\(", body)
    for sign in ("<b>", "<!--", "</details>", "://", "www.", "`c`"):
        assert sign not in body, sign
    assert not re.search(r"(@|&#64;|(?<!&)#|!)(?=octocat|12|3|4)", body)
    assert "GH\\-12" not in body and "GH-12" not in body
    for line in body.splitlines():
        if line.startswith("| "):
            assert len(re.findall(r"(?<!\\)\|", line)) == 5, line


def test_no_cell_is_a_formula() -> None:
    written = FORMATS["csv"](hostile_report(), Page())
    for row in csv.reader(io.StringIO(written)):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row), row


def many(count: int) -> ChangeReport:
    before = [Position("top")]
    before += [
        Position(f"s{at}", title=f"A rather long title of a seat {at}", holder=(f"Person {at}",),
                 reports_to="top")
        for at in range(count)
    ]  # fmt: skip
    after = [
        one if one.id == "top" else replace(one, holder=(f"New person {at}",), level=at)
        for at, one in enumerate(before)
    ]
    return report_on(before, after)


def test_markdown_fits_a_comment_and_counts_what_is_cut() -> None:
    written = FORMATS["markdown"](many(5_000), Page())
    assert len(written) <= 60_000
    assert "Joined (5,000)" in written and "Left (in no seat any more) (5,000)" in written
    assert written.count("<details>") == written.count("</details>") >= 3
    left = [
        int(one.replace(",", "")) for one in re.findall(r"([\d,]+) more are not shown", written)
    ]
    assert len(left) >= 3 and all(4_000 < one < 5_000 for one in left)
    short = FORMATS["markdown"](many(20), Page())
    assert "<details>" not in short and "<details>" in FORMATS["markdown"](many(21), Page())


def test_mermaid_is_a_graph_where_nothing_has_changed() -> None:
    """Mermaid refuses an empty text; a comment has no graph then."""
    seat = [Position("a", holder=("Al",))]
    written = FORMATS["mermaid"](report_on(seat, seat), Page())
    assert written == 'flowchart TB\n  unchanged["1 seat unchanged"]\n'
    assert "mermaid" not in FORMATS["markdown"](report_on(seat, seat), Page())


def test_mermaid_has_sixty_seats_at_most() -> None:
    written = FORMATS["mermaid"](many(500), Page())
    assert len(re.findall(r"^  n\d+\[", written, re.M)) == 60
    assert "440 more are not shown here" in written


def test_json_says_the_same_as_the_changes() -> None:
    document = json.loads(FORMATS["json"](many(30), Page()))
    (organisation,) = document["organisations"]
    assert document["version"] == 1 and document["differs"]
    assert len(organisation["people"]) == 60 and len(organisation["changes"]) == 30
    assert {one["field"] for one in organisation["changes"]} == {"level"}


def test_many_seats_with_new_ids_are_one_line() -> None:
    before = [Position(f"a{at}", holder=(f"P{at}",)) for at in range(9)]
    after = [replace(one, id=f"b{one.id}") for one in before]
    text = FORMATS["text"](report_on(before, after), Page(100))
    assert "9 of 9 seats have another id; it moves nobody" in text and "ba3" not in text


def test_one_change_of_many_seats_is_one_line() -> None:
    before = [Position(f"a{at}", holder=(f"P{at}",), department="Sales") for at in range(9)]
    after = [replace(one, department="Revenue") for one in before]
    text = FORMATS["text"](report_on(before, after), Page(100))
    assert "~ 9 seats  department: Sales → Revenue" in text and "P3" not in text


@pytest.mark.parametrize(
    ("heading", "is_person"),
    [
        ("Employee ID", True), ("Emp. No.", True), ("Emp ID", True), ("EE ID", True),
        ("Personnel number", True), ("Position ID", False), ("Empresa ID", False),
    ],
)  # fmt: skip
def test_who_changes_the_name_is_known_by_a_number_of_the_person(
    heading: str, is_person: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = f"{heading},Name,Title,Manager\n1,Ann Lee,CEO,\n2,Bo Ek,CFO,Ann Lee\n"
    (tmp_path / "a.csv").write_text(table, "utf-8")
    (tmp_path / "b.csv").write_text(table.replace("Bo Ek", "Bo Ek-Lind"), "utf-8")
    _, out, _ = run_in(tmp_path, "orgcli diff a.csv b.csv", monkeypatch)
    assert ("Another name" in out) == is_person, out


@pytest.mark.parametrize(("heading", "people"), [("Employee ID", 3), ("Position ID", 2)])
def test_people_are_counted_as_in_the_figures(
    heading: str, people: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = f"{heading},Name,Title,Manager\n1,Ann Lee,CEO,\n2,Jo Doe,AE,1\n3,Jo Doe,AE,1\n"
    (tmp_path / "a.csv").write_text(table, "utf-8")
    (tmp_path / "b.csv").write_text(table.replace("CEO", "Chief"), "utf-8")
    _, out, _ = run_in(tmp_path, "orgcli diff a.csv b.csv", monkeypatch)
    assert f"People  {people} → {people}" in out, out
