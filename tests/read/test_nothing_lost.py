"""A table over which nothing is said loses nothing: every cell is found in the organisation."""

import csv
import io
from collections.abc import Mapping, Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgcli.check.run import check
from orgcli.model.organisation.position import Position
from orgcli.model.project import Project
from orgcli.model.settings import Settings
from orgcli.model.table_reading import ColumnReading, TableReading
from orgcli.read.entries import TableOptions
from orgcli.read.organisation.files import Files
from orgcli.read.organisation.project import read_project
from orgcli.read.syntax.paths import STDIN

pytestmark = pytest.mark.usefixtures("elsewhere")

NAMES = (
    "Ada Okafor",
    "Ben Li",
    "Chiara Huber",
    "Dörte Müller",
    "Li, Eve",
    "Fay O'Neill",
    "Gus Roe",
)
CELLS = {
    "Employee ID": ("7", "007", "E-1", "E-2", "12", "12.0", "'0012", "a@x.test", "x y"),
    "Full Name": (*NAMES, "Vacant", "TBD", "Open", "Ada Okafor; Ben Li", "Ada Okafor (7)", "N/A",
                  "Total", "Total: 3", "Confidential", "ada okafor", "Ada  Okafor"),
    "First Name": ("Ada", "Ben", "Chiara", "Vacant"),
    "Last Name": ("Okafor", "Li", "Huber"),
    "Job Title": ("CEO", "Engineer", "VP, Sales", "Team Lead\nNorth", "n/a", "#1", "Vacant"),
    "Department": ("Sales", "People", "Sales > North", "NULL", "-"),
    "Manager": (*NAMES, "7", "E-1", "Ada Okafor (7)", "Ada", "none", "ada okafor", "x@y.test", "-"),
    "Manager ID": ("7", "007", "E-1", "12", "0", "99", "x"),
    "Location": ("Oslo", "Remote", "?"),
    "Cost Center": ("100", "CC-1"),
    "Status": ("Active", "Terminated", "On leave", "open", "weird", "yes", "no", "1"),
    "Hire Date": ("2024-01-31", "31.01.2024", "01/31/2024", "03/04/2024", "45000", "soon", "2024"),
    "End Date": ("2030-01-31", "31.12.9999", "never", "1999-01-01"),
    "FTE": ("1", "0.5", "0,5", "50%", "100", "full", "1.0"),
    "Headcount": ("1", "3", "2.0", "0", "many"),
    "Level": ("1", "2", "L3", "4.0", "-1"),
    "Assistant": ("yes", "no", "true", "x", "maybe"),
    "Archetype": ("executor", "Strategist", "both"),
    "Tags": ("a", "a; b", "a, b", "-"),
    "Employee Name": NAMES,
    "Reports To": (*NAMES, "Ada", "CEO", "Sales", "E-1"),
    "Display Name": ("Ada O.", "Ben"),
    "Position": ("CEO", "P-1", "P-2", "CEO"),
    "Division": ("North", "Sales"),
    "Is Manager": ("yes", "no"),
    "Manager Email": ("a@x.test", "b@x.test", "ada@x.test"),
    "Mobile": ("+47 2", "2"),
    "Name": (*NAMES, "x"),
    "Dotted line manager": (*NAMES, "7", "nobody", "Ada Okafor; Ben Li"),
    "Work Email": ("a@x.test", "b@x.test", "c at x", "A@X.TEST"),
    "Work Phone": ("+47 1", "1", "x"),
    "URL": ("https://x.test/a", "x.test"),
    "Photo": ("a.png", "https://x.test/a.png", "yes"),
    "Role": ("cro", "admin", "ceo"),
    "Notes": ("a", "b; c", " x ", "2024-01-01", "Total"),
    "Grade": ("A1", "7", "B"),
    "": ("a", "7"),
    "Company": ("X AG", "Y"),
    "Teams": ("a", "1"),
}  # fmt: skip
"""Heading -> what may stand in its cells, in whole or in part what its field takes."""
ROWS_OF_NOTHING = frozenset({"", "-", "n/a", "tbd", "null", "none", "open", "vacant", "0"})


def read(rows: Sequence[Sequence[str]], delimiter: str) -> tuple[Project, bytes]:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    raw = stream.getvalue().encode()
    return read_project([STDIN], Files(TableOptions(), stdin=raw, stdin_name="x.csv")), raw


def is_quiet(project: Project) -> bool:
    """Whether nothing is said of a table: neither a finding nor a line on stderr."""
    verdict = check(project, Settings())
    return (
        not verdict.findings
        and not verdict.notes
        and not any(one.unresolved for one in project.tables)
    )


def plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def words(text: str) -> set[str]:
    return {"".join(filter(str.isalnum, one)) for one in plain(text).split()} - {""}


def named(position: Position) -> set[str]:
    """The words by which others may call a position."""
    contact = position.contact
    texts = (position.id, *position.holder, position.title or "", position.department or "")
    return words(" ".join((*texts, (contact and contact.email) or "")))


def comes_back(
    cell: str, column: ColumnReading, found: Position, known: Mapping[str, set[str]]
) -> bool:
    """Whether a cell is in a position, by the field that its column became.

    known  id of a position -> the words by which others may call it
    """
    if not column.fields:
        return plain((found.attributes or {}).get(column.heading, "")) == plain(cell)
    return any(_in_field(cell, field, found, known) for field in column.fields)


def _in_field(cell: str, field: str, found: Position, known: Mapping[str, set[str]]) -> bool:
    holders, contact = " ".join(found.holder), found.contact
    if field in ("holder", "first_name", "last_name"):
        return words(cell) <= words(holders) or plain(cell) in ROWS_OF_NOTHING
    if field in ("email", "phone", "url"):
        return contact is not None and plain(getattr(contact, field) or "") == plain(cell)
    if field == "id":
        return plain(found.id) == plain(cell.lstrip("'"))
    if field == "reports_to":
        manager = known.get(found.reports_to or "", set())
        return bool(words(cell) & manager) or plain(cell) in ROWS_OF_NOTHING
    if field == "dotted_lines":
        return len(found.dotted_lines) == len([one for one in cell.split(";") if one.strip()])
    if field == "tags":
        return words(" ".join(found.tags)) == words(cell.replace(";", " ").replace(",", " "))
    if field == "status":
        return found.status is not None
    if field == "assistant":
        return found.assistant == (cell in ("yes", "true", "x", "1"))
    if field in ("start", "end", "fte", "headcount", "level"):
        return getattr(found, field) is not None
    return plain(str(getattr(found, field) or "")) == plain(cell) or plain(cell) in ROWS_OF_NOTHING


FITTING = 2
"""How many of the first cells of a heading fit its field."""


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    """Rows below headings: people of different names, other cells that fit or any."""
    random = draw(st.randoms(use_true_random=False))
    headings = random.sample([*CELLS], random.randint(1, 5))
    if random.random() < 0.8:
        headings = list(dict.fromkeys(["Full Name", "Manager", *headings]))
    count = random.randint(1, 6)
    fits = random.random() < 0.8
    names = random.sample(NAMES, count) if random.random() < 0.7 else []
    rows = []
    for number in range(count):
        row = [_cell(heading, random, fits) for heading in headings]
        for at, heading in enumerate(headings):
            if heading == "Full Name" and names:
                row[at] = names[number]
            elif heading == "Employee ID" and names:
                row[at] = f"E-{number + 1}"
            elif heading == "Manager" and names:
                row[at] = random.choice(names[:number]) if number else ""
            elif heading == "Manager ID" and names:
                row[at] = f"E-{random.randint(1, number)}" if number else ""
        rows.append(row)
    return [headings, *rows]


def _cell(heading: str, random: Random, fits: bool) -> str:
    known = CELLS[heading]
    return random.choice(("", *known[:FITTING])) if fits else random.choice(("", *known))


def lost(project: Project, reading: TableReading) -> list[str]:
    """The rows of which no position has all the cells."""
    (organisation,) = project.organisations
    known = {one.id: named(one) for one in organisation.positions}
    missing = []
    for row in range(reading.rows):
        cells = [
            (one.cells[row].strip(), one)
            for one in reading.columns
            if one.cells[row].strip() and one.cells[row].strip() not in one.emptied
        ]
        best = max(
            ([comes_back(cell, column, found, known) for cell, column in cells]
             for found in organisation.positions),
            key=sum, default=[False],
        )  # fmt: skip
        if not all(best):
            what = [
                (column.heading, column.fields, cell)
                for (cell, column), is_there in zip(cells, best, strict=False)
                if not is_there
            ]
            missing.append(f"row {row + 1}: {what}")
    return missing


@given(tables(), st.sampled_from(",;\t|"))
@settings(max_examples=500, deadline=None)
def test_a_quiet_table_loses_nothing(rows: list[list[str]], delimiter: str) -> None:
    project, raw = read(rows, delimiter)
    if not is_quiet(project):
        return
    filled = [row for row in rows[1:] if any(cell.strip() for cell in row)]
    assert [one.rows for one in project.tables] == [len(filled)], raw.decode()
    assert lost(project, project.tables[0]) == [], raw.decode()
