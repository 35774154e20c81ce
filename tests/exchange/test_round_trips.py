"""What is exported comes back when it is read: all of it, or all but what docs/exchange.md says."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import yaml
from exported_organisations import (
    HOSTILE,
    exported,
    organisations,
    positions_in,
    read_back,
    usual_organisation,
)
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from orgcli.changes.organisation_changes import ComparisonRules, organisation_changes
from orgcli.exchange.tables.cell_texts import one_line
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import DottedLine, Position
from orgcli.model.organisation.snapshot import nearest_above
from orgcli.read.tables.cells.cell_values import vacancy

_TITLES = {"cro": "Chief Revenue Officer"}


def with_titles(positions: Sequence[Position]) -> list[Position]:
    """Records say the title of the role where a position has none."""
    return [replace(one, title=one.title or _TITLES.get(one.role or "")) for one in positions]


def no_difference(before: Sequence[Position], after: Sequence[Position]) -> None:
    changes = organisation_changes(
        Organisation("x", before), Organisation("x", after), ComparisonRules(renames=False)
    )
    assert changes.is_empty, (before, after)


@given(organisations())
@settings(max_examples=60)
def test_yaml_comes_back_whole(organisation: Organisation) -> None:
    made = exported(organisation, "yaml")
    project = read_back(made, "yaml")
    assert [(one.code, one.message) for one in project.unreadable] == []
    assert list(positions_in(project)) == list(organisation.positions)
    for read in project.organisations:
        assert read.name == organisation.name
        assert list(read.departments) == list(organisation.departments)


@given(organisations())
@settings(max_examples=40)
def test_yaml_says_the_same_to_another_reader(organisation: Organisation) -> None:
    """Every text is in quotes where somebody else would take it for a number or a truth."""
    document = yaml.safe_load(exported(organisation, "yaml").data)
    texts = [one["id"] for one in document["positions"]]
    assert texts == [one.id for one in organisation.positions]
    for written, one in zip(document["positions"], organisation.positions, strict=True):
        assert written.get("title") == one.title
        assert written.get("attributes") == one.attributes
        assert written.get("location") == one.location


@given(organisations(), st.sampled_from(["department", "branch"]))
@settings(max_examples=40)
def test_several_yaml_files_come_back_whole(organisation: Organisation, split: str) -> None:
    project = read_back(exported(organisation, "yaml", split=split), "yaml")
    assert [(one.code, one.message) for one in project.unreadable] == []
    read = {one.id: one for one in positions_in(project)}
    assert read == {one.id: one for one in organisation.positions}
    no_difference(organisation.positions, positions_in(project))


@given(organisations(), st.sampled_from(["json", "jsonl"]))
@settings(max_examples=60)
def test_records_come_back_with_titles_of_roles(organisation: Organisation, name: str) -> None:
    project = read_back(exported(organisation, name), name)
    assert [(one.code, one.message) for one in project.unreadable] == [] or not (
        organisation.positions
    )
    read = [replace(one, status=one.state) for one in positions_in(project)]
    expected = [replace(one, status=one.state) for one in with_titles(organisation.positions)]
    assert read == expected
    no_difference(with_titles(organisation.positions), positions_in(project))
    if name == "json" and organisation.positions:
        (found,) = project.organisations
        assert (found.name, list(found.departments)) == (
            organisation.name, list(organisation.departments),
        )  # fmt: skip


def is_plain(text: str) -> bool:
    """Whether a cell can hold a text: on one line, nothing that parts a list, no word for nothing.

    What cells mean is in docs/tables.md.
    """
    return (
        text.isprintable()
        and text == text.strip()
        and not re.search("[;,\u200b-\u200f\u2060\ufeff]", text)
        and not re.search(r"&#?\w+$", text)  # with the sign between two holders, an entity of HTML
        and not vacancy(text)
        and text.casefold() not in ("null", "none", "nil", "nan", "-", "--", "---", "n/a", "\\n")
        and not text.startswith("#")
    )


_WORDS = st.one_of(
    st.sampled_from([one for one in HOSTILE if is_plain(one)]),
    st.text(st.characters(categories=("L", "N", "Sm", "Pd")), min_size=1, max_size=12).filter(
        is_plain
    ),
    st.sampled_from(["Ada Okafor", "Åsa Öberg", "Sales", "Head of IT"]),
)


@given(organisations(_WORDS), st.sampled_from(["csv", "tsv", "xlsx"]))
@settings(max_examples=80)
def test_tables_come_back_without_departments_and_purposes(
    organisation: Organisation, name: str
) -> None:
    assume(organisation.positions)
    project = read_back(exported(organisation, name), name)
    expected = [
        replace(
            one,
            dotted_lines=tuple(DottedLine(line.to) for line in one.dotted_lines),
            status=one.state,
        )
        for one in with_titles(organisation.positions)
    ]
    read = [replace(one, status=one.state) for one in positions_in(project)]
    assert read == expected
    no_difference(expected, positions_in(project))


@given(organisations(), st.sampled_from(["csv", "tsv", "xlsx"]))
@settings(max_examples=40)
def test_no_text_breaks_a_table(organisation: Organisation, name: str) -> None:
    assume(
        organisation.positions and all(one_line(one.id).strip() for one in organisation.positions)
    )
    project = read_back(exported(organisation, name), name)
    assert len(positions_in(project)) == len(organisation.positions)
    assert {one.code for one in project.findings} <= {"ORG005"}


def held(organisation: Organisation, closed: bool) -> Mapping[str, tuple[str, str | None]]:
    """Who holds each position, by the id that directories give them, and that of the manager."""
    positions, manager = organisation.positions, organisation.lines.manager
    there = [bool(one.holder) and (closed or one.status != "closed") for one in positions]
    above = nearest_above(manager, there)
    found: dict[str, tuple[str, str | None]] = {}
    for at, one in enumerate(positions):
        if not there[at]:
            continue
        nearest = manager[at] if manager[at] < 0 or there[manager[at]] else above[manager[at]]
        boss = positions[nearest].id if nearest >= 0 and nearest != at else None
        for number, name in enumerate(one.holder):
            found[one.id if number == 0 else f"{one.id} ({number + 1})"] = (name, boss)
    return found


_SEEDS = st.integers(0, 1_000_000)


@given(_SEEDS)
@settings(max_examples=40)
def test_scim_comes_back_with_everybody_who_holds_a_position(seed: int) -> None:
    organisation = usual_organisation(seed)
    project = read_back(exported(organisation, "scim"), "scim")
    expected = held(organisation, closed=True)
    read = {one.id: (one.holder[0], one.reports_to) for one in positions_in(project)}
    assert read == expected
    by_id = {one.id: one for one in organisation.positions}
    for one in positions_in(project):
        was = by_id[one.id.removesuffix(" (2)")]
        assert one.title == (was.title or _TITLES.get(was.role or ""))
        assert one.location == was.location and one.cost_center == was.cost_center
        assert (one.status == "closed") == (was.status == "closed")


@given(_SEEDS)
@settings(max_examples=40)
def test_ldif_comes_back_with_everybody_who_is_there(seed: int) -> None:
    organisation = usual_organisation(seed)
    project = read_back(exported(organisation, "ldif"), "ldif")
    expected = held(organisation, closed=False)
    read = {
        _uid(one.id): (one.holder[0], one.reports_to and _uid(one.reports_to))
        for one in positions_in(project)
    }
    assert read == expected


def _uid(dn: str) -> str:
    found = re.match(r"uid=((?:\\.|[^,])*),", dn)
    assert found, dn
    return re.sub(r"\\(.)", r"\1", found[1])


@given(_SEEDS)
@settings(max_examples=40)
def test_backstage_comes_back_with_people_and_groups(seed: int) -> None:
    organisation = usual_organisation(seed)
    project = read_back(exported(organisation, "backstage"), "backstage")
    names = [name for name, _ in held(organisation, closed=False).values()]
    assert sorted(one.holder[0] for one in positions_in(project)) == sorted(names)
    assert all(one.reports_to is None for one in positions_in(project))


@given(_SEEDS, st.sampled_from(["d3", "d3-org-chart"]))
@settings(max_examples=40)
def test_nodes_come_back_with_their_lines(seed: int, name: str) -> None:
    organisation = usual_organisation(seed)
    project = read_back(exported(organisation, name), name)
    read = {one.id: one.reports_to for one in positions_in(project)}
    assert read == {one.id: one.reports_to for one in organisation.positions}
    for one, was in zip(
        sorted(positions_in(project), key=lambda one: one.id),
        sorted(organisation.positions, key=lambda one: one.id),
        strict=True,
    ):
        assert one.location == was.location
        assert one.title == (was.title or _TITLES.get(was.role or "")) or not was.title


@given(_SEEDS)
@settings(max_examples=25)
def test_agents_come_back_with_their_lines(seed: int) -> None:
    organisation = usual_organisation(seed)
    project = read_back(exported(organisation, "agent-companies"), "agent-companies")
    there = [one for one in organisation.positions if one.status != "closed"]
    read = positions_in(project)
    assert len(read) == len(there)
    ids = {one.id for one in read}
    assert all(one.reports_to in ids for one in read if one.reports_to)
    assert sorted(one.holder for one in read) == sorted(
        one.holder or (one.title or _TITLES.get(one.role or "") or one.id,) for one in there
    )
