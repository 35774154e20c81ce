"""Each figure of random organisations equals a sum made here; groups add up to the whole."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgcli.figures.figures import BANDS, FigureError, OrganisationFigures, SeatFigures
from orgcli.figures.groups.grouping import GROUPINGS
from orgcli.figures.organisation_figures import organisation_figures
from orgcli.figures.rules import FigureRules
from orgcli.model.organisation.organisation import Department, Organisation
from orgcli.model.organisation.position import Contact, Position

_DEPARTMENTS = (
    Department("rev", "Revenue"),
    Department("sales", "Sales", parent="rev"),
    Department("emea", "Sales EMEA", parent="sales"),
    Department("loop", parent="loop"),
)
_SAID = ("rev", "Revenue", "SALES", "emea", "loop", "Elsewhere", None)
_DAY = date(2027, 6, 1)
_DAYS = (None, None, date(2027, 1, 1), _DAY, date(2028, 1, 1))


@st.composite
def organisations(draw: st.DrawFn) -> Organisation:
    """Positions of every status, with rings, absent managers, job shares and namesakes."""
    ids = [f"s{number}" for number in range(draw(st.integers(0, 14)))]
    managers = st.sampled_from([None, "nobody-here", *ids])
    names = st.lists(st.sampled_from(("Ada", "Ben", "Cleo", "Dan")), max_size=2, unique=True)
    positions = [
        Position(
            id,
            holder=tuple(draw(names)),
            reports_to=draw(managers),
            department=draw(st.sampled_from(_SAID)),
            location=draw(st.sampled_from(("Berlin", "Oslo", None))),
            level=draw(st.sampled_from((1, 2, 10, None))),
            role=draw(st.sampled_from(("cro", None))),
            status=draw(st.sampled_from((None, None, "filled", "planned", "closed"))),
            start=draw(st.sampled_from(_DAYS)),
            end=draw(st.sampled_from(_DAYS)),
            fte=draw(st.sampled_from((None, None, 0.5, 0.0, 2.0))),
            headcount=draw(st.sampled_from((1, 1, 1, 4))),
            tags=tuple(draw(st.lists(st.sampled_from("xyz"), max_size=2))),
            contact=draw(st.sampled_from((None, Contact("a@example.org"), Contact("b@x.org")))),
            attributes=draw(
                st.sampled_from((None, {"Cost": "10"}, {"Cost": "2.5"}, {"Cost": "n/a"}))
            ),
        )
        for id in ids
    ]
    return Organisation("Acme", positions, _DEPARTMENTS)


def live(organisation: Organisation) -> list[Position]:
    return [one for one in organisation.positions if one.status != "closed"]


def managers_of(organisation: Organisation) -> dict[str, str | None]:
    """Who each live position reports to: the nearest above it that is not closed; None for none.

    A manager who is not there at all stays one.
    """
    found = {one.id: one for one in organisation.positions}
    managers: dict[str, str | None] = {}
    for one in live(organisation):
        above, seen = one.reports_to, {one.id}
        while above in found and found[above].status == "closed" and above not in seen:
            seen.add(above)
            above = found[above].reports_to
        if above != one.reports_to and (above not in found or above == one.id):
            above = None  # a line through closed positions that leads nowhere, or back
        managers[one.id] = None if above in found and found[above].status == "closed" else above
    return managers


def people_among(positions: list[Position], everybody: list[Position]) -> int:
    """Names, where one with several addresses is as many people as it has addresses or none."""
    addresses: dict[str, set[str]] = {}
    for one in everybody:
        if len(one.holder) == 1 and one.contact and one.contact.email:
            addresses.setdefault(one.holder[0], set()).add(one.contact.email)
    keys = set()
    for one in positions:
        for name in one.holder:
            if len(one.holder) == 1 and len(addresses.get(name, ())) > 1:
                keys.add((name, one.contact.email if one.contact else None))
            else:
                keys.add((name, ""))
    return len(keys)


def check_sums(figures: SeatFigures, positions: list[Position], organisation: Organisation) -> None:
    """All figures of some live positions, each summed in the plainest way."""
    for state in ("filled", "open", "planned"):
        seats = sum(one.headcount for one in positions if one.state == state)
        assert getattr(figures, state) == seats
    assert figures.seats == sum(one.headcount for one in positions)
    assert figures.people == people_among(positions, live(organisation))
    filled = [one for one in positions if one.state == "filled"]
    fte = sum(one.headcount if one.fte is None else one.fte for one in filled)
    assert figures.fte == pytest.approx(fte)
    assert figures.fte_stated == sum(one.headcount for one in filled if one.fte is not None)
    spans = spans_of(organisation)
    own = [spans[one.id] for one in positions if spans[one.id]]
    assert (figures.managers, figures.reports) == (len(own), sum(own))
    assert figures.largest == max(own, default=0)
    costs = [(one.attributes or {}).get("Cost") for one in positions]
    numbers = [float(text) for text in costs if text and text != "n/a"]
    if "Cost" in figures.sums:
        cost = figures.sums["Cost"]
        assert (cost.total, cost.entries) == (pytest.approx(sum(numbers)), len(numbers))
        assert cost.unread == costs.count("n/a")


def spans_of(organisation: Organisation) -> Counter[str]:
    managers = managers_of(organisation)
    spans: Counter[str] = Counter()
    for one in live(organisation):
        above = managers[one.id]
        if above is not None and above != one.id:
            spans[above] += one.headcount
    return spans


def counted(organisation: Organisation, **rules: object) -> OrganisationFigures:
    has_cost = any("Cost" in (one.attributes or {}) for one in live(organisation))
    sums = ("cost",) if has_cost else ()
    return organisation_figures(organisation, FigureRules(sums=sums, **rules))  # type: ignore[arg-type]


@given(organisations())
def test_each_figure_is_a_plain_sum(organisation: Organisation) -> None:
    found = counted(organisation)
    check_sums(found.total, live(organisation), organisation)
    known = {one.id for one in live(organisation)}
    spans = sorted(
        (span for id, span in spans_of(organisation).items() if id in known), reverse=True
    )
    assert [one.reports for one in found.spans.managers] == spans
    if spans:
        middle = spans[(len(spans) - 1) // 2], spans[len(spans) // 2]
        assert found.spans.median == sum(middle) / 2
    assert list(found.spans.bands) == [
        sum(least <= span <= most for span in spans) for least, most in BANDS
    ]
    for manager in found.spans.managers:
        below = [one for one in live(organisation)
                 if managers_of(organisation)[one.id] == manager.position.id != one.id]  # fmt: skip
        assert manager.open == sum(one.headcount for one in below if one.state == "open")
        assert manager.planned == sum(one.headcount for one in below if one.state == "planned")


@given(organisations())
def test_seats_without_a_name_are_told(organisation: Organisation) -> None:
    filled = [one for one in live(organisation) if one.state == "filled"]
    told = counted(organisation).unnamed
    assert told == sum(max(0, one.headcount - len(one.holder)) for one in filled)


@given(organisations())
def test_layers_are_lines_walked_up(organisation: Organisation) -> None:
    found = counted(organisation).layers
    managers = managers_of(organisation)
    layer: Counter[int] = Counter()
    for one in live(organisation):
        depth, at, seen = 1, managers[one.id], {one.id}
        while at in managers and at not in seen:
            seen.add(at)
            depth, at = depth + 1, managers[at]
        layer[0 if at in seen else depth] += one.headcount
    assert found.ringed == layer[0]
    assert [one.seats for one in found.layers] == [
        layer[number] for number in range(1, max(layer, default=0) + 1)
    ]
    tops = [one for one in live(organisation) if managers[one.id] not in managers]
    assert found.unknown == sum(managers[one.id] is not None for one in tops)


@given(organisations(), st.sampled_from(sorted(GROUPINGS)))
def test_groups_add_up_to_the_whole(organisation: Organisation, by: str) -> None:
    found = counted(organisation, by=(by,))
    whole = found.total
    if found.shared:
        assert by == "tag"
        return
    for name in ("filled", "open", "planned", "managers", "reports", "fte_stated"):
        assert sum(getattr(one.figures, name) for one in found.groups) == getattr(whole, name)
    assert sum(one.figures.fte for one in found.groups) == pytest.approx(whole.fte)
    assert max((one.figures.largest for one in found.groups), default=0) == whole.largest


@given(organisations())
def test_groups_are_of_those_that_say_so(organisation: Organisation) -> None:
    for group in counted(organisation, by=("location",)).groups:
        own = [one for one in live(organisation) if one.location == group.keys[0].value]
        check_sums(group.figures, own, organisation)
    for group in counted(organisation, by=("tag",)).groups:
        tag = group.keys[0].value
        own = [one for one in live(organisation) if (tag in one.tags if tag else not one.tags)]
        check_sums(group.figures, own, organisation)
    for group in counted(organisation, by=("Cost", "level")).groups if any(
        "Cost" in (one.attributes or {}) for one in live(organisation)
    ) else ():  # fmt: skip
        cost, level = (key.value for key in group.keys)
        own = [one for one in live(organisation)
               if (one.attributes or {}).get("Cost") == cost
               and one.level == (int(level) if level else None)]  # fmt: skip
        check_sums(group.figures, own, organisation)


@given(organisations())
def test_departments_hold_their_parts(organisation: Organisation) -> None:
    parts = {"Revenue": {"rev", "revenue", "sales", "emea"}, "Sales": {"sales", "emea"}}
    found = counted(organisation, by=("department",), subdepartments=True)
    for group in found.groups:
        if group.keys[0].value in parts:
            ids = parts[group.keys[0].value or ""]
            own = [one for one in live(organisation) if (one.department or "").casefold() in ids]
            check_sums(group.figures, own, organisation)
    tops = [one.figures for one in found.groups if one.depth == 0]
    assert sum(one.seats for one in tops) == found.total.seats


@given(organisations())
def test_a_day_is_the_state_of_that_day(organisation: Organisation) -> None:
    there = [
        replace(one, status=None) if one.has_dated_status else one
        for one in organisation.positions
        if not (one.start and one.start > _DAY) and not (one.end and one.end < _DAY)
    ]
    seats = sum(one.headcount for one in there if one.status != "closed")
    assert counted_on_day(organisation).total.seats == seats


def counted_on_day(organisation: Organisation) -> OrganisationFigures:
    return organisation_figures(organisation, FigureRules(day=_DAY))


@given(organisations(), st.data())
def test_below_a_root_are_those_whose_line_leads_there(
    organisation: Organisation, data: st.DataObject
) -> None:
    if not live(organisation):
        return
    root = data.draw(st.sampled_from([one.id for one in live(organisation)]))
    managers = managers_of(organisation)
    inside = []
    for one in live(organisation):
        at: str | None = one.id
        seen: set[str | None] = set()
        while at != root and at in managers and at not in seen:
            seen.add(at)
            at = managers[at]
        if at == root:
            inside.append(one)
    found = organisation_figures(organisation, FigureRules(root=root))
    assert found.total.seats == sum(one.headcount for one in inside)


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        (FigureRules(by=("departement",)), "--by cannot be `departement`"),
        (FigureRules(by=("level", "role", "tag")), "--by is given more than twice"),
        (FigureRules(sums=("salery",)), "--sum: there is no attribute `salery`"),
        (FigureRules(root="nobody"), "--root: no position is called `nobody`"),
        (FigureRules(root="b"), "--root: `b` is closed"),
        (FigureRules(root="c", day=_DAY), "--root: `c` is not there on 2027-06-01"),
        (FigureRules(sums=("",)), "--sum: there is no attribute ``"),
    ],
)
def test_what_is_not_there_is_said(rules: FigureRules, message: str) -> None:
    positions = [
        Position("a", attributes={"Salary": "1", "": "2"}),
        Position("b", status="closed"),
        Position("c", start=date(2028, 1, 1)),
    ]
    with pytest.raises(FigureError) as raised:
        organisation_figures(Organisation("Acme", positions), rules)
    assert str(raised.value) == message and raised.value.help
