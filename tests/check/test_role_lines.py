"""Rings among roles against a slow and obvious search, and lines of roles at size."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgcli.check.rules.library.lines_between_roles import rings
from orgcli.check.run import check
from orgcli.model.findings.finding import Finding
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Position
from orgcli.model.settings import RuleOptions, Settings
from orgcli.read.organisation.project import Project, read_project
from orgcli.read.roles.builtin_summary import BuiltinSummary
from timing import cpu_seconds

nodes = st.sampled_from("abcdefg")
graphs = st.fixed_dictionaries(
    {name: st.lists(nodes, max_size=3, unique=True) for name in "abcdefg"}
).map(lambda graph: dict(sorted(graph.items())))


def _reached(above: Mapping[str, Sequence[str]], start: str) -> set[str]:
    found: set[str] = set()
    queue = [start]
    while queue:
        for other in above[queue.pop()]:
            if other not in found:
                found.add(other)
                queue.append(other)
    return found


@settings(deadline=None)
@given(graphs)
def test_every_group_of_roles_in_a_ring_is_found_once(above: dict[str, list[str]]) -> None:
    reached = {node: _reached(above, node) for node in above}
    groups = {
        frozenset(other for other in above if other in reached[node] and node in reached[other])
        for node in above
        if node in reached[node]
    }
    found = rings(above)
    for ring in found:
        assert len(set(ring)) == len(ring)
        assert all(b in above[a] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))
    assert len(found) == len(groups)
    assert {next(group for group in groups if ring[0] in group) for ring in found} == groups
    assert [ring[0] for ring in found] == sorted(min(group) for group in groups)


@settings(deadline=None, max_examples=40)
@given(graphs)
def test_rings_are_those_that_the_files_draw(above: dict[str, list[str]]) -> None:
    """The rule against the walk: a role beside others may name itself, so loops are left out."""
    lines = {role: [other for other in named if other != role] for role, named in above.items()}
    with TemporaryDirectory() as folder:
        for role, named in lines.items():
            text = f"role: {role}\nreports_to: [{', '.join(named)}]\n"
            (Path(folder) / f"{role}.yaml").write_text(text, "utf-8")
        verdict = check(read_project([Path(folder)]), Settings(select=("ORG403",)))
    found = [one.entity for one in verdict.findings]
    assert found == [ring[0] for ring in rings(lines)]


def test_a_long_ring_of_roles_is_one_short_finding() -> None:
    size = 20_000
    above = {str(number): [str((number + 1) % size)] for number in range(size)}
    seconds, found = cpu_seconds(lambda: rings(above))
    assert found == [list(above)]
    assert seconds < 10


def _positions(size: int, shape: str) -> list[Position]:
    """A chain or a tree in which roles that expect something of each other alternate."""
    roles = ("cro", "cso", "vp-sales", "sales-manager", "sales-development-representative", None)
    return [
        Position(
            id=f"p{number}",
            title=f"Seat {number}",
            role=roles[number % len(roles)],
            reports_to=None
            if not number
            else f"p{number - 1 if shape == 'chain' else number // 7}",
            level=number % 5 + 1,
            archetype="strategist",
        )
        for number in range(size)
    ]


def _seconds(size: int, shape: str, skip_open: bool) -> tuple[float, list[Finding]]:
    organisation = Organisation("Generated", _positions(size, shape))
    project = Project([organisation], role_ids={one.role or "" for one in organisation.positions}
                      | {"ceo", "account-executive"}, builtin=BuiltinSummary())  # fmt: skip
    settings = Settings(rules={"unexpected-manager-role": RuleOptions(skip_open=skip_open)})
    seconds, verdict = cpu_seconds(lambda: check(project, settings))
    return seconds, list(verdict.findings)


@pytest.mark.parametrize("shape", ["chain", "tree"])
@pytest.mark.parametrize("skip_open", [False, True])
def test_a_hundred_thousand_positions_with_roles_take_seconds(shape: str, skip_open: bool) -> None:
    few, _ = _seconds(10_000, shape, skip_open)
    seconds, findings = _seconds(100_000, shape, skip_open)
    assert seconds < min(15, max(5, 30 * few))
    assert {"ORG204", "ORG205", "ORG207"} <= {one.code for one in findings}
