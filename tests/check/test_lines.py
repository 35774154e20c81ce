"""The reporting-lines walk against a slow and obvious one, and at sizes that break recursion."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgcli.model.organisation.reporting_lines import TOP, UNKNOWN, ReportingLines, reporting_lines
from timing import cpu_seconds

names = st.sampled_from([f"p{number}" for number in range(12)])


def _climb(lines: ReportingLines, at: int) -> list[int]:
    """The positions from `at` upward, until the top or one seen before."""
    path = [at]
    while (above := lines.manager[path[-1]]) >= 0:
        path.append(above)
        if above in path[:-1]:
            break
    return path


@given(st.lists(st.tuples(names, st.none() | names), max_size=14))
def test_layers_rings_and_spans_agree_with_climbing(entries: list[tuple[str, str | None]]) -> None:
    ids, managers = [one for one, _ in entries], [other for _, other in entries]
    lines = reporting_lines(ids, managers)
    ringed = set()
    for at, manager in enumerate(managers):
        path = _climb(lines, at)
        if len(set(path)) < len(path):
            ringed.add(at)
            assert lines.layer[at] == 0
        else:
            assert lines.layer[at] == len(path)
        assert lines.manager[at] == (
            TOP if manager is None else ids.index(manager) if manager in ids else UNKNOWN
        )
        assert lines.span[at] == sum(above == at for above in lines.manager)
    on_rings = {member for ring in lines.rings for member in ring}
    assert on_rings == {at for at in ringed if at in _climb(lines, lines.manager[at])}
    for ring in lines.rings:
        assert ring[0] == min(ring)
        assert [lines.manager[at] for at in ring] == [*ring[1:], ring[0]]
    start, reports = lines.reports()
    for at in range(len(ids)):
        below = reports[start[at] : start[at + 1]]
        assert below == [one for one, above in enumerate(lines.manager) if above == at]


@pytest.mark.parametrize("shape", ["chain", "ring", "tree"])
def test_a_million_positions_are_walked_in_seconds(shape: str) -> None:
    size = 1_000_000
    ids = [f"p{number}" for number in range(size)]
    above = {
        "chain": [None, *ids[:-1]],
        "ring": [ids[-1], *ids[:-1]],
        "tree": [None, *(ids[(number - 1) // 7] for number in range(1, size))],
    }[shape]
    seconds, lines = cpu_seconds(lambda: reporting_lines(ids, above))
    assert seconds < 15
    assert lines.layers == {"chain": size, "ring": 0, "tree": 9}[shape]
    assert len(lines.rings) == (shape == "ring")
