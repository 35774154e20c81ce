"""Who holds how much, against a slow and obvious count, and names that are no people's."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgcli.check.rule import Context
from orgcli.check.rules.organisation.holders import open_managers, overbooked_holders
from orgcli.check.run import check
from orgcli.model.findings.finding import Finding
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Contact, Position, Status
from orgcli.model.project import Project
from orgcli.model.settings import Settings
from orgcli.read.organisation.project import read_project
from timing import cpu_seconds

NAMES = {"Ben Li": "ben li", " BEN  li": "ben li", "Ana Cruz": "ana cruz", "N/D": "", "TBD": ""}
DAYS = [date(2026, 1, 1) + timedelta(days=number) for number in range(6)]
days = st.none() | st.sampled_from(DAYS)
states: st.SearchStrategy[Status | None] = st.sampled_from(
    [None, None, "filled", "open", "planned", "closed"]
)
seats = st.builds(
    lambda **said: said,
    holder=st.lists(st.sampled_from(list(NAMES)), max_size=3).map(tuple),
    fte=st.none() | st.sampled_from([0.0, 0.2, 0.4, 0.5, 0.6, 1.0, 1.5]),
    status=states,
    headcount=st.sampled_from([1, 1, 1, 2]),
    start=days,
    end=days,
)


def context(positions: Sequence[Position]) -> Context:
    return Context(Organisation("Team", positions), Project(), Settings())


def overbooked(positions: Sequence[Position]) -> list[Finding]:
    return list(overbooked_holders(context(positions)))


def _held(positions: Sequence[Position], person: str, day: date) -> tuple[float, list[str]]:
    """How much a person holds on a day, and where, one position after the other."""
    total, where = 0.0, []
    for one in positions:
        there = (one.start or date.min) <= day <= (one.end or date.max)
        if one.state != "filled" or one.headcount > 1 or not there:
            continue
        for name in one.holder:
            if NAMES[name] == person:
                total += (1 if one.fte is None else one.fte) / len(one.holder)
                where.append(one.id)
    return total, where


@given(st.lists(seats, max_size=7))
def test_agrees_with_counting_every_day(said: list[dict[str, object]]) -> None:
    positions = [Position(f"p{number}", **one) for number, one in enumerate(said)]  # type: ignore[arg-type]
    expected = {}
    for person in ("ben li", "ana cruz"):
        # Nothing changes between the days on which something begins or ends.
        held = {day: _held(positions, person, day) for day in (date.min, *DAYS, date.max)}
        most = max(total for total, _ in held.values())
        if most > 1.001:
            expected[person] = most, [w for t, w in held.values() if t > most - 0.001]
    found = {one.message.split("`")[1].casefold(): one for one in overbooked(positions)}
    assert found.keys() == expected.keys()
    for person, (most, possible) in expected.items():
        one = found[person]
        assert f" {round(most, 3):,g} FTE in all" in one.message
        ids = one.message.split("`")[3::2]
        assert ids in [list(dict.fromkeys(where)) for where in possible]
        assert one.entity == ids[-1]


@pytest.mark.parametrize(
    "name",
    ["N/D", "n/d", "N.D.", "(N/D)", "N/A", "TBD", "t.b.a.", "Tba", "vacant", "Vacancy", "open", "-",
     "?", "…", "To be hired", "TO-BE-CONFIRMED", "XXX", "Contractor", "none", "unknown",
     "n.k.", "Anonymous", "undisclosed", "not disclosed", "[redacted]", "withheld", "Confidential",
     "TBC", "TBH", "to be announced", "to be appointed", "to be decided", "to be determined",
     "to be filled", "Open position", "vacant", "Unfilled", "hiring", "Recruiting", "new hire",
     "nobody", "Agency", "External", "Interim", "temp"],
)  # fmt: skip
def test_words_that_are_nobody(name: str) -> None:
    assert not overbooked([Position(f"p{number}", holder=(name,)) for number in range(3)])


@pytest.mark.parametrize("blank", [" ", "  ", *"\t\n\r\v\x1f\x85\xa0\u2003\u2028"])
@pytest.mark.parametrize("name", ["Ben{}Li", "{}Ben Li", "Ben Li{}", "Ben Li"])
def test_white_space_makes_no_other_name(name: str, blank: str) -> None:
    for names in ((name.format(blank), "Ben Li"), ("Ben Li", name.format(blank))):
        assert overbooked([Position(f"p{at}", holder=(one,)) for at, one in enumerate(names)])


@pytest.mark.parametrize("name", ["Na Ri", "Open Sang", "Xi Xu", "李", "Tba Ndiaye", "Nd 2"])
def test_names_that_are_like_them(name: str) -> None:
    assert overbooked([Position(f"p{number}", holder=(name,)) for number in range(2)])


def test_a_seat_that_takes_no_time_is_not_counted_before_it_begins() -> None:
    """Those of the first day on which somebody holds most, and no later ones."""
    seats = ((1.0, DAYS[0]), (0.5, DAYS[1]), (0.0, DAYS[2]))
    (found,) = overbooked(
        [
            Position(f"p{at}", holder=("Ben Li",), fte=fte, start=start)
            for at, (fte, start) in enumerate(seats)
        ]
    )
    assert found.message == "`Ben Li` holds 2 positions, 1.5 FTE in all: `p0`, `p1`"


def test_addresses_tell_people_of_one_name_apart() -> None:
    def two(*emails: str | None) -> list[Finding]:
        return overbooked(
            [
                Position(
                    f"p{number}", holder=("Ben Li",), contact=Contact(email) if email else None
                )
                for number, email in enumerate(emails)
            ]
        )

    assert not two("ben@example.org", "b.li@example.org")
    assert not two("ben@example.org", "b.li@example.org", None)
    assert two("ben@example.org", "Ben@Example.org")
    assert two("ben@example.org", None)
    assert two("ben@example.org", "b.li@example.org", None, None)


def test_thirds_are_no_more_than_one() -> None:
    share = ("Ben Li", "Ana Cruz", "Keiko Eriksen")
    assert not overbooked([Position(f"p{number}", holder=share) for number in range(3)])


def test_a_seat_that_ends_before_it_begins_is_held_on_no_day() -> None:
    def two(**dates: date) -> list[Finding]:
        never = Position("never", holder=("Ben Li",), start=DAYS[2], end=DAYS[0])
        held = [Position(f"p{number}", holder=("Ben Li",), **dates) for number in range(2)]
        return overbooked([*held, never])

    (found,) = two()
    assert found.message == "`Ben Li` holds 2 positions, 2 FTE in all: `p0`, `p1`"
    assert two(start=DAYS[1], end=DAYS[1])
    assert not overbooked([Position("p", holder=("Ben Li",), start=DAYS[3], end=DAYS[1])] * 2)


def test_one_position_can_be_too_much() -> None:
    (found,) = overbooked([Position("p", holder=("Ben Li",), fte=1.5)])
    assert found.message == "`Ben Li` holds one position, 1.5 FTE in all: `p`"
    assert not found.related


def test_many_positions_are_not_all_written_out() -> None:
    (found,) = overbooked([Position(f"p{number}", holder=("Ben Li",)) for number in range(2000)])
    assert found.message.endswith("`p9` and 1,990 more")
    assert len(found.related) == 10


def test_rows_of_a_table_have_places(tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("id,name,manager\n1,Keiko,\n2,Ben Li,1\n3,ben li,1\n", "utf-8")
    (found,) = check(read_project([file]), Settings(select=("ORG110",))).findings
    assert (found.place.line, found.place.column, found.related[0].place.line) == (4, 3, 3)


def test_an_organisation_without_holders_has_no_open_managers() -> None:
    plan = [Position("a"), Position("b", reports_to="a"), Position("c", reports_to="b")]
    assert not list(open_managers(context(plan)))
    filled = Position("d", reports_to="b", holder=("Ben Li",))
    (found,) = open_managers(context([*plan, filled]))
    assert (found.entity, found.message) == ("b", "one person reports to `b`, which is open")


def test_many_seats_of_one_holder_take_seconds() -> None:
    def seat(number: int) -> Position:
        day = DAYS[number % len(DAYS)]
        return Position(f"p{number}", holder=("Ben Li", "N/D"), start=day, reports_to="p0")

    seats = [seat(number) for number in range(100_000)]
    seconds, (found,) = cpu_seconds(lambda: overbooked(seats))
    assert "50,000 FTE in all" in found.message
    assert seconds < 15
