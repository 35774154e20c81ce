"""The same organisation comes back from every dialect, or a finding says what is lost."""

from collections import Counter
from pathlib import Path
from random import Random

import pytest
from dialects import (
    Person,
    any_dialect,
    as_csv,
    as_graph,
    as_ldif,
    as_nested,
    as_records,
    as_scim,
    organisation,
    rows_of,
)

from orgcli.model.project import Project
from orgcli.read.organisation.project import read_project
from workbooks import ods, xlsx

TRIES = 300
"""Dialects of text that are tried, the same ones each time."""


def lines_of(project: Project) -> Counter[tuple[str, str, str, str]]:
    """Who reports to whom: the holder, their title, their department and their manager's name."""
    if not project.organisations:
        return Counter()
    (found,) = project.organisations
    names = {one.id: ", ".join(one.holder) for one in found.positions}
    return Counter(
        (names[one.id], one.title or "", one.department or "", names.get(one.reports_to or "", ""))
        for one in found.positions
    )


def expected(people: list[Person]) -> Counter[tuple[str, str, str, str]]:
    return Counter(
        (
            one.name,
            one.title,
            one.department,
            people[one.manager].name if one.manager >= 0 else "",
        )
        for one in people
    )


def read(folder: Path, name: str, raw: bytes) -> Project:
    path = folder / name
    path.write_bytes(raw)
    return read_project([path])


def test_every_dialect_of_text_is_read_back_or_the_loss_is_said(tmp_path: Path) -> None:
    wrong, right, tried = [], 0, 0
    for number in range(TRIES):
        random = Random(number)
        people, dialect = organisation(random, random.randint(3, 40)), any_dialect(random)
        project = read(tmp_path, "people.csv", as_csv(people, dialect, random))
        same = lines_of(project) == expected(people)
        left = {", ".join(one.holder) for one in project.organisations[0].positions
                if one.status == "closed"}  # fmt: skip
        if dialect.with_left:
            same = same and left == {one.name for one in people if one.has_left}
        loud = {one.code for one in project.findings} - {"ORG013", "ORG014", "ORG017"}
        right, tried = right + same, tried + 1
        if not same and not loud:
            wrong.append((number, dialect))
    assert not wrong
    assert right >= 0.98 * tried


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("people.json", lambda people: as_records(people, wrapped=False)),
        ("wrapped.json", lambda people: as_records(people, wrapped=True)),
        ("tree.json", as_nested),
        ("users.json", as_graph),
        ("scim.json", as_scim),
        ("people.ldif", as_ldif),
    ],
)
def test_every_format_of_data_is_read_back(name: str, write, seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    people = organisation(random, random.randint(1, 60))
    project = read(tmp_path, name, write(people))
    assert lines_of(project) == expected(people)
    assert not project.findings


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize(("name", "write"), [("people.xlsx", xlsx), ("people.ods", ods)])
def test_every_spreadsheet_is_read_back(name: str, write, seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    people, dialect = organisation(random, random.randint(3, 40)), any_dialect(random)
    rows = rows_of(people, dialect, random)
    project = read(tmp_path, name, write({"People": rows}))
    assert lines_of(project) == expected(people)
