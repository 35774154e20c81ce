"""Spans, layers and open positions against a slow and obvious count of them."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from orgcli.check.path_text import trail
from orgcli.check.rule import Context
from orgcli.check.rules.organisation import shape
from orgcli.model.organisation.organisation import Department, Organisation
from orgcli.model.organisation.position import Position
from orgcli.model.project import Project
from orgcli.model.settings import RuleOptions, Settings

IDS = [f"p{number}" for number in range(8)]
entries = st.builds(
    lambda **said: said,
    reports_to=st.none() | st.sampled_from([*IDS, "absent"]),
    status=st.sampled_from([None, None, None, "open", "filled", "planned", "closed"]),
    holder=st.sampled_from([(), ("Ben Li",)]),
    headcount=st.sampled_from([1, 1, 1, 2, 5]),
    assistant=st.sampled_from([False, False, True]),
    department=st.sampled_from([None, "a", "B", "c", "Name of C", "other"]),
)
organisations = st.lists(entries, max_size=8).map(
    lambda said: [Position(name, **one) for name, one in zip(IDS, said, strict=False)]
)
limits = st.integers(0, 4)


def context(
    positions: list[Position], rule: str = "", limit: int = 0, parts: tuple[Department, ...] = ()
) -> Context:
    settings = Settings(rules={rule: RuleOptions(max=limit)} if rule else {})
    return Context(Organisation("Team", positions, parts), Project(), settings)


def _below(positions: list[Position], above: Position) -> Iterator[Position]:
    for one in positions:
        if one.reports_to == above.id and one.status != "closed" and one is not above:
            yield one


@given(organisations, limits)
def test_spans(positions: list[Position], limit: int) -> None:
    live = [one for one in positions if one.status != "closed"]
    wide = {}
    single = {}
    for above in live:
        below = list(_below(positions, above))
        wide[above.id] = sum(one.headcount for one in below)
        led = [one for one in below if not one.assistant]
        if sum(one.headcount for one in led) == 1:
            single[above.id] = led[0].id
    found = list(shape.wide_spans(context(positions, "span-too-wide", limit)))
    assert [one.entity for one in found] == [name for name, span in wide.items() if span > limit]
    for one in found:
        assert f"has {wide[one.entity]} direct report" in one.message
    alone = list(shape.single_reports(context(positions)))
    assert sorted((one.entity, one.message.split("`")[3]) for one in alone) == sorted(
        single.items()
    )


@given(organisations, limits)
def test_layers(positions: list[Position], limit: int) -> None:
    by_id = {one.id: one for one in positions}
    deepest: list[str] = []
    for one in positions:
        line = [one.id]
        above = one.reports_to
        while above in by_id and above not in line:
            line.append(above)
            above = by_id[above].reports_to
        in_ring = above in by_id
        if one.status != "closed" and not in_ring and len(line) > len(deepest):
            deepest = line
    found = list(shape.too_many_layers(context(positions, "too-many-layers", limit)))
    assert len(found) == (len(deepest) > limit)
    for finding in found:
        assert finding.entity == deepest[0]
        assert finding.message.endswith(trail(deepest, 6))


@given(organisations, st.integers(0, 100))
def test_many_open(positions: list[Position], limit: int) -> None:
    seats = [one for one in positions for _ in range(one.headcount)]
    vacant = [one.id for one in seats if one.state == "open"]
    filled = [one.id for one in seats if one.state == "filled"]
    share = 100 * len(vacant) / (len(vacant) + len(filled)) if vacant else 0
    found = list(shape.many_open(context(positions, "many-open", limit)))
    assert len(found) == (share > limit and bool(filled))
    for finding in found:
        assert finding.entity == vacant[0]
        whole = len(vacant) + len(filled)
        assert finding.message.startswith(f"{len(vacant)} of {whole} positions ")


@given(organisations, st.lists(st.sampled_from(["a", "b", "c", None]), min_size=3, max_size=3))
def test_unused_departments(positions: list[Position], parents: list[str | None]) -> None:
    names = ("a", "b", "c")
    parts = tuple(
        Department(name, f"Name of {name.upper()}", parent)
        for name, parent in zip(names, parents, strict=True)
    )
    said = {(one.department or "").casefold() for one in positions}
    used = {name for name in names if name in said or f"name of {name}" in said}
    for _ in names:
        used |= {one.parent for one in parts if one.id in used and one.parent}
    found = shape.unused_departments(context(positions, parts=parts))
    assert [one.entity for one in found] == [name for name in names if name not in used]


def test_a_long_line_is_cut_in_the_middle() -> None:
    assert trail("abcdef", 6) == "`a` → `b` → `c` → `d` → `e` → `f`"
    assert trail("abcdefgh", 6) == "`a` → `b` → `c` → … 2 more … → `f` → `g` → `h`"
    assert trail("abcdefgh", 5) == "`a` → `b` → `c` → … 3 more … → `g` → `h`"
    assert trail("a", 6) == "`a`"
