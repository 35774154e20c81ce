"""What the verbs of edits and the steps of plans mean, in memory."""

from datetime import date

import pytest

from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.plan import HireStep, LeaveStep, MoveStep, PlanStep
from orgcli.model.organisation.position import Position
from orgcli.plans.seat_changes import RefusedEdit
from orgcli.plans.seats_after import organisation_after
from orgcli.plans.step_changes import free_id, step_changes

TEAM = Organisation(
    "Team",
    [
        Position("ceo", title="CEO", holder=("Ada Okafor",)),
        Position("cro", holder=("Ben Li", "Cleo Ruiz"), reports_to="ceo"),
        Position("ae", reports_to="cro", status="open"),
        Position("am", reports_to="cro", status="planned"),
    ],
)


def seat_after(step: PlanStep, id: str) -> Position:
    after = organisation_after(TEAM, step_changes(step, TEAM, Titles({})))
    return after.positions[after.lines.index[id]]


@pytest.mark.parametrize(
    ("title", "taken", "wanted"),
    [
        ("Head of IT", (), "head-of-it"),
        ("Head of IT", ("head-of-it",), "head-of-it-2"),
        ("Head of IT", ("head-of-it", "head-of-it-2"), "head-of-it-3"),
        ("…", (), "position"),
        ("…", ("position",), "position-2"),
    ],
)
def test_an_id_of_a_title(title: str, taken: tuple[str, ...], wanted: str) -> None:
    assert free_id(title, taken) == wanted


@pytest.mark.parametrize(
    ("step", "holders"),
    [
        (LeaveStep(leave="cro"), ()),
        (LeaveStep(leave="cro", holder="cleo ruiz"), ("Ben Li",)),
        (LeaveStep(leave="Ben Li"), ("Cleo Ruiz",)),
    ],
)
def test_who_leaves_a_job_share(step: LeaveStep, holders: tuple[str, ...]) -> None:
    assert seat_after(step, "cro").holder == holders


def test_only_somebody_who_holds_a_seat_leaves_it() -> None:
    with pytest.raises(RefusedEdit, match="`Ada Okafor` does not hold `cro`"):
        seat_after(LeaveStep(leave="cro", holder="Ada Okafor"), "cro")


@pytest.mark.parametrize(
    ("id", "start", "status"),
    [
        ("ae", None, None),
        ("ae", date(2030, 1, 1), None),
        ("am", None, None),
        ("am", date(2030, 1, 1), "planned"),
    ],
)
def test_a_planned_seat_stays_planned_until_its_holder_starts(
    id: str, start: date | None, status: str | None
) -> None:
    seat = seat_after(HireStep(hire=id, holder="Dag Ohm", start=start), id)
    assert (seat.holder, seat.start, seat.status) == (("Dag Ohm",), start, status)


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (MoveStep(move="ae", to="ceo", id="x"), "`id` is for the new position of `leave_seat`"),
        (
            MoveStep(move="ae", to="ceo", alone=True, leave_seat=True),
            "a move is `alone` or `leave_seat`, not both",
        ),
    ],
)
def test_what_a_move_cannot_be(step: MoveStep, said: str) -> None:
    with pytest.raises(RefusedEdit, match=said):
        seat_after(step, "ae")
