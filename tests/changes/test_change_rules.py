"""What is said of people, seats and lines, rule by rule."""

from dataclasses import replace
from datetime import date

import pytest

from orgcli.changes.changes import Changes, PairReason, PersonKind, SeatEntry
from orgcli.changes.organisation_changes import (
    ComparisonRules,
    NoSuchRoot,
    organisation_changes,
)
from orgcli.changes.sides import SideView
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Contact, DottedLine, Position


def seat(id: str, holder: str = "", under: str | None = None, **fields: object) -> Position:
    holders = tuple(holder.split("/")) if holder else ()
    return Position(id, holder=holders, reports_to=under, **fields)  # type: ignore[arg-type]


def mail(address: str) -> Contact:
    return Contact(email=address)


def compared(old: list[Position], new: list[Position], **rules: object) -> Changes:
    asked = ComparisonRules(**rules)  # type: ignore[arg-type]
    return organisation_changes(Organisation("A", old), Organisation("A", new), asked)


def pairs(changes: Changes) -> dict[str, tuple[str, PairReason]]:
    return {one.was.position.id: (one.now.position.id, one.why) for one in changes.new_ids}


def people(changes: Changes) -> dict[str, PersonKind]:
    return {one.name: one.kind for one in changes.people}


def moves(changes: Changes) -> dict[str, tuple[str | None, str | None, int]]:
    def id(manager: SeatEntry | str | None) -> str | None:
        return manager.position.id if isinstance(manager, SeatEntry) else manager

    return {
        one.now.position.id: (id(one.was_under), id(one.under), one.below) for one in changes.moves
    }


TOP = seat("top", "Tea", title="Chief")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (
            seat("a", title="X", contact=mail("X@a.com")),
            seat("b", contact=mail("x@a.com")),
            "email",
        ),
        (seat("a", "Ann", title="X"), seat("b", "Ann", title="X"), "holder-title"),
        (seat("a", "Ann", title="X"), seat("b", "Ann", title="Y"), "holder"),
        (seat("a", "Ann/Bo", title="X"), seat("b", "Bo/Ann", title="Y"), "holder"),
    ],
)
def test_seats_with_another_id(old: Position, new: Position, why: str) -> None:
    changes = compared([TOP, old], [TOP, new])
    assert pairs(changes) == {"a": ("b", PairReason(why))}
    assert not changes.people and not changes.new and not changes.gone


def test_a_manager_is_known_by_the_majority_of_reports() -> None:
    reports = [seat(f"r{at}", f"R{at}", "a") for at in range(3)]
    before = [TOP, seat("a", "Ann", "top"), *reports]
    after = [TOP, seat("b", "Bo", "top"), *(replace(one, reports_to="b") for one in reports)]
    changes = compared(before, after)
    assert pairs(changes) == {"a": ("b", PairReason.REPORTS)}
    assert people(changes) == {"Ann": PersonKind.LEFT, "Bo": PersonKind.JOINED}
    assert not changes.moves
    half = compared(before, [*after[:3], *(replace(one, reports_to="top") for one in reports[1:])])
    assert not pairs(half) and {"r0", "r1", "r2"} == set(moves(half)) | {
        move.now.position.id for layer in half.layers for move in layer.moves
    }


def test_open_seats_are_not_known_by_their_title() -> None:
    changes = compared([TOP, seat("a", title="X")], [TOP, seat("b", title="X")])
    assert not pairs(changes)
    assert [one.seat.position.id for one in changes.new] == ["b"]
    assert [one.seat.position.id for one in changes.gone] == ["a"]
    assert pairs(compared([seat("a")], [seat("b")], told={"a": "b"})) == {
        "a": ("b", PairReason.TOLD)
    }


def test_what_cannot_be_told_apart_is_said_by_seat() -> None:
    before = [TOP, seat("a", "Ann", "top"), seat("b", "Ann", "top")]
    after = [TOP, seat("c", "Ann", "top"), seat("d", "Ann", "top")]
    changes = compared(before, after)
    (unclear,) = changes.ambiguous
    assert [one.position.id for one in unclear.was] == ["a", "b"]
    assert [one.position.id for one in unclear.now] == ["c", "d"]
    assert people(changes) == {} and moves(changes) == {}
    helped = compared([*before, seat("r", "Ro", "a")], [*after, seat("s", "Ro", "c")])
    assert pairs(helped) == {
        "r": ("s", PairReason.HOLDER),
        "a": ("c", PairReason.REPORTS),
        "b": ("d", PairReason.HOLDER),
    }
    assert not helped.ambiguous and moves(helped) == {}


def test_a_move_counts_who_comes_along_and_folds_the_department() -> None:
    before = [TOP, seat("x", "Xi", "top", department="P"), seat("y", "Yo", "top", department="R"),
              seat("m", "Mo", "y", department="R"),
              *(seat(f"r{at}", f"R{at}", "m", department="R") for at in range(3))]  # fmt: skip
    moved = [replace(one, reports_to="x") if one.id == "m" else one for one in before]
    (move,) = compared(before, moved).moves
    assert (move.below, move.stays, move.folded) == (3, "R", None)
    folded = [replace(one, department="P") if one.id in ("m", "r0", "r1") else one for one in moved]
    changes = compared(before, folded)
    assert changes.moves[0].folded == ("R", "P", 3)
    assert [one for one in changes.values if not one.folded] == []


def test_a_layer_put_in_between_and_taken_out() -> None:
    reports = [seat(f"r{at}", f"R{at}", "top") for at in range(3)]
    below = [seat("deep", "Di", "r0")]
    new = [seat("mid", "Mi", "top"), *(replace(one, reports_to="mid") for one in reports)]
    there = compared([TOP, *reports, *below], [TOP, *new, *below])
    (layer,) = there.layers
    assert (layer.is_new, layer.seat.position.id, layer.people) == (True, "mid", 4)
    assert moves(there) == {} and people(there) == {"Mi": PersonKind.JOINED}
    (layer,) = compared([TOP, *new, *below], [TOP, *reports, *below]).layers
    assert (layer.is_new, layer.people) == (False, 4)


def test_tops_and_rings() -> None:
    before = [TOP, seat("a", "Ann", "top"), seat("b", "Bo", "a")]
    assert moves(compared(before, [TOP, seat("a", "Ann"), seat("b", "Bo", "a")])) == {
        "a": ("top", None, 1)
    }
    (move,) = compared(before, [TOP, seat("a", "Ann", "b"), seat("b", "Bo", "a")]).moves
    assert move.ringed and move.below == 0


def test_other_seats_swaps_and_names() -> None:
    before = [TOP, seat("a", "Ann"), seat("b", "Bo"), seat("c", "Cy"), seat("d")]
    after = [TOP, seat("a", "Bo"), seat("b", "Ann"), seat("c"), seat("d", "Cy")]
    changes = compared(before, after)
    assert [(one.kind, {one.name, one.other}) for one in changes.people] == [
        (PersonKind.SWAPPED, {"Ann", "Bo"}),
        (PersonKind.SEAT, {"Cy", ""}),
    ]
    married = compared(
        [seat("a", "Ann Huber", contact=mail("ann@a.com"))],
        [seat("a", "Ann Lind", contact=mail("ann@a.com"))],
    )
    assert [(one.kind, one.other) for one in married.people] == [(PersonKind.NAME, "Ann Huber")]
    mailbox = compared(
        [seat("a", "Ann Huber", contact=mail("sales@a.com"))],
        [seat("a", "Bo Lind", contact=mail("sales@a.com"))],
    )
    assert people(mailbox) == {"Ann Huber": PersonKind.LEFT, "Bo Lind": PersonKind.JOINED}


def test_one_who_has_a_second_seat_has_not_joined() -> None:
    changes = compared([TOP, seat("a")], [TOP, seat("a", "Tea")])
    (one,) = changes.people
    assert (one.kind, one.lost, len(one.gained)) == (PersonKind.SEAT, (), 1)


def test_ids_of_people_name_people() -> None:
    changes = compared([seat("17", "Ann Huber")], [seat("17", "Ann Lind")], keyed_by="person")
    assert [(one.kind, one.other) for one in changes.people] == [(PersonKind.NAME, "Ann Huber")]


def test_another_boss_in_the_same_line() -> None:
    before = [TOP, seat("a", "Ann", "top"), seat("b", "Bo", "a"), seat("c", "Cy", "a")]
    after = [replace(one, holder=("Eve",)) if one.id == "a" else one for one in before]
    changes = compared(before, after)
    assert [(one.now.position.id, one.reports) for one in changes.bosses] == [("a", 2)]
    assert moves(changes) == {}


def test_job_shares_are_sets_and_order_is_nothing() -> None:
    assert compared([seat("a", "Ann/Bo")], [seat("a", "Bo/Ann")]).is_empty
    assert people(compared([seat("a", "Ann/Bo")], [seat("a", "Bo/Cy")])) == {
        "Ann": PersonKind.LEFT,
        "Cy": PersonKind.JOINED,
    }


def test_closed_and_ended_seats_are_gone() -> None:
    ended = seat("a", "Ann", end=date(2027, 3, 31))
    later = SideView(day=date(2027, 4, 1))
    for now, rules in (
        (seat("a", "Ann", status="closed"), {}),
        (ended, {"after": later}),
    ):
        changes = compared([TOP, seat("a", "Ann")], [TOP, now], **rules)
        (gone,) = changes.gone
        assert gone.now is not None and people(changes) == {"Ann": PersonKind.LEFT}
        assert compared([TOP, now], [TOP, now], before=later, after=later).is_empty


def test_values_are_kinds_of_their_own() -> None:
    old = seat("a", "Ann", level=5, headcount=1, fte=1.0, title="X", department="D", location="L")
    new = replace(
        old, level=3, headcount=2, fte=0.5, title="Y", department="E", location="M", role="cro",
        status="planned", dotted_lines=(DottedLine("top", "x"),),
    )  # fmt: skip
    changes = compared([TOP, old], [TOP, new])
    assert {one.field for one in changes.values} == {
        "level", "headcount", "fte", "title", "department", "location", "role", "status",
    }  # fmt: skip
    assert [(one.is_new, one.purpose) for one in changes.dotted] == [(True, "x")]
    ignored = compared([TOP, old], [TOP, new], ignored={"level", "dotted_lines"})
    assert "level" not in {one.field for one in ignored.values} and not ignored.dotted


def test_who_comes_or_leaves_says_that_a_seat_is_filled() -> None:
    (value,) = compared([seat("a")], [seat("a", "Ann")]).values
    assert value.field == "status" and value.folded


def test_dotted_lines_follow_new_ids() -> None:
    before = [seat("x", "Xi"), seat("a", "Ann", dotted_lines=(DottedLine("x"),))]
    after = [seat("y", "Xi"), seat("a", "Ann", dotted_lines=(DottedLine("y"),))]
    assert not compared(before, after).dotted


def test_below_a_position() -> None:
    before = [TOP, seat("a", "Ann", "top"), seat("b", "Bo", "a"), seat("c", "Cy", "top")]
    after = [TOP, seat("a", "Ann", "top"), seat("b", "Di", "top"), seat("c", "Ed", "top")]
    changes = compared(before, after, root="a")
    assert people(changes) == {"Bo": PersonKind.LEFT, "Di": PersonKind.JOINED}
    assert set(moves(changes)) == {"b"} and changes.before.seats == 2
    with pytest.raises(NoSuchRoot):
        compared(before, after, root="nobody")


def test_ids_that_stand_twice_are_matched_in_their_order() -> None:
    twice = [seat("a", "Ann"), seat("a", "Bo")]
    assert compared(twice, twice).is_empty
    assert people(compared(twice, [twice[0], seat("a", "Cy")])) == {
        "Bo": PersonKind.LEFT,
        "Cy": PersonKind.JOINED,
    }


def test_deep_and_wide_organisations_take_no_time() -> None:
    size = 20_000
    chain = [seat(f"c{at}", under=f"c{at - 1}" if at else None) for at in range(size)]
    rekeyed = [seat(f"k{at}", under=f"k{at - 1}" if at else None) for at in range(size)]
    ring = [seat(f"c{at}", f"P{at}", f"c{(at + 1) % size}") for at in range(size)]
    wide = [seat(f"c{at}", "Same", "c0" if at else None, title="T") for at in range(size)]
    other = [seat(f"k{at}", "Same", "k0" if at else None, title="T") for at in range(size)]
    for before, after in ((chain, rekeyed), (ring, chain), (wide, other), (chain, ring)):
        compared(before, after)
