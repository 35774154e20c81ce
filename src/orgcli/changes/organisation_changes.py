"""Two states of an organisation in, what changes between them out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Literal

from orgcli.changes.changes import (
    Ambiguous,
    Changes,
    DottedChange,
    GoneSeat,
    NewId,
    NewSeat,
    SeatPair,
    ValueChange,
)
from orgcli.changes.matching import NONE, Matching, match_seats
from orgcli.changes.moves import MovedLines, folded_departments, moved_lines
from orgcli.changes.people import PeopleComparison, boss_changes
from orgcli.changes.seat_values import dotted_changes, value_changes
from orgcli.changes.shape import side_figures, span_changes, spans
from orgcli.changes.sides import AS_WRITTEN, ComparedSide, SideView
from orgcli.model.organisation.organisation import Organisation

Keys = Literal["seat", "person"]


@dataclass(frozen=True, slots=True)
class ComparisonRules:
    """How two organisations are compared.

    told      id before -> id afterwards, of seats that have a new id
    renames   whether seats with different ids may be the same
    keyed_by  what ids are those of
    ignored   fields that are not compared, of COMPARED_FIELDS
    root      the id of the position, on either side, below which changes are looked at
    before, after  how each side is looked at
    """

    told: Mapping[str, str] = field(default_factory=dict)
    renames: bool = True
    keyed_by: Keys = "seat"
    ignored: Collection[str] = frozenset()
    root: str | None = None
    before: SideView = AS_WRITTEN
    after: SideView = AS_WRITTEN


USUAL_RULES = ComparisonRules()


class NoSuchRoot(Exception):
    """The position below which changes are looked at is on neither side."""


def organisation_changes(
    before: Organisation, after: Organisation, rules: ComparisonRules = USUAL_RULES
) -> Changes:
    """What changes from one state of an organisation to another.

    Takes time linear in the number of positions. Raises NoSuchRoot.
    """
    old, new = ComparedSide(before, rules.before), ComparedSide(after, rules.after)
    matching = match_seats(old, new, rules.told, rules.renames)
    inside, ignored = _inside(matching, rules.root), rules.ignored
    lines = moved_lines(matching, "department" not in ignored)
    people = []
    if "holder" not in ignored:
        people = PeopleComparison(matching, rules.keyed_by == "person").changes()
    old_spans, new_spans = spans(old), spans(new)
    changes = Changes(
        side_figures(old, inside[0], old_spans),
        side_figures(new, inside[1], new_spans),
        new=[
            NewSeat(old.seat_if(was), new.seat(now), new.manager_of(now))
            for now, was in _alone(new, old, matching.was_of)
        ],
        gone=[
            GoneSeat(old.seat(was), new.seat_if(now), old.manager_of(was))
            for was, now in _alone(old, new, matching.now_of)
        ],
        moves=lines.moves,
        layers=lines.layers,
        values=list(_values(matching, lines, ignored)),
        dotted=[] if "dotted_lines" in ignored else list(_dotted(matching)),
        people=people,
        bosses=boss_changes(matching, people),
        new_ids=_new_ids(matching),
        ambiguous=[
            Ambiguous(tuple(map(old.seat, was)), tuple(map(new.seat, now)), why)
            for was, now, why in matching.ambiguous
        ],
        spans=span_changes(matching, old_spans, new_spans),
        unsure=_unsure(new, old, matching.was_of) + _unsure(old, new, matching.now_of),
    )
    if rules.root is not None:
        changes = _limited(changes, matching, inside)
    return _counted(changes, matching, inside[1])


def _inside(matching: Matching, root: str | None) -> tuple[Sequence[bool], Sequence[bool]]:
    """Which positions are looked at on each side."""
    before, after = matching.before, matching.after
    if root is None:
        return [True] * len(before.positions), [True] * len(after.positions)
    old, new = before.at(root), after.at(root)
    if old is None and new is None:
        raise NoSuchRoot(root)
    if old is None and new is not None:
        old = matching.was_of[new]
    elif new is None and old is not None:
        new = matching.now_of[old]
    return before.within(old), after.within(new)


def _alone(
    side: ComparedSide, other: ComparedSide, pair_of: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Seats that count on one side alone, each with what it is on the other one, or NONE.

    None that may stand there in a file that is not read.
    """
    for at, pair in enumerate(pair_of):
        is_known = other.organisation.complete if pair == NONE else not other.live[pair]
        if is_known and side.live[at]:
            yield at, pair


def _unsure(side: ComparedSide, other: ComparedSide, pair_of: Sequence[int]) -> int:
    """How many seats are not on the other side because it has files which could not be read."""
    if other.organisation.complete:
        return 0
    pairs = zip(pair_of, side.live, strict=True)
    return sum(pair == NONE and is_live for pair, is_live in pairs)


def _values(
    matching: Matching, lines: MovedLines, ignored: Collection[str]
) -> Iterator[ValueChange]:
    old, new = matching.before.positions, matching.after.positions
    folded = folded_departments(matching, lines)
    for was, now in matching.live_pairs():
        if old[was] != new[now]:
            yield from value_changes(matching, was, now, ignored, carried=now in folded)


def _dotted(matching: Matching) -> Iterator[DottedChange]:
    old, new = matching.before.positions, matching.after.positions
    for was, now in matching.live_pairs():
        if old[was].dotted_lines or new[now].dotted_lines:
            yield from dotted_changes(matching, was, now)


def _new_ids(matching: Matching) -> list[NewId]:
    """The pairs with another id, in the order afterwards."""
    reasons = sorted((matching.now_of[was], was, why) for was, why in matching.reasons.items())
    return [
        NewId(matching.before.seat(was), matching.after.seat(now), why) for now, was, why in reasons
    ]


def _limited(
    changes: Changes, matching: Matching, inside: tuple[Sequence[bool], Sequence[bool]]
) -> Changes:
    """The changes of seats that are looked at, on either side; each seat is made once."""
    seats = {
        id(side.seat(at))
        for side, fitting in zip((matching.before, matching.after), inside, strict=True)
        for at, fits in enumerate(fitting)
        if fits
    }

    def fits(pair: SeatPair) -> bool:
        return id(pair.was) in seats or id(pair.now) in seats

    return replace(
        changes,
        new=list(filter(fits, changes.new)),
        gone=list(filter(fits, changes.gone)),
        moves=list(filter(fits, changes.moves)),
        layers=[layer for layer in changes.layers if any(map(fits, (layer, *layer.moves)))],
        values=list(filter(fits, changes.values)),
        dotted=list(filter(fits, changes.dotted)),
        people=[person for person in changes.people if any(map(fits, person.pairs))],
        bosses=list(filter(fits, changes.bosses)),
        new_ids=list(filter(fits, changes.new_ids)),
        ambiguous=[
            unclear
            for unclear in changes.ambiguous
            if not seats.isdisjoint(map(id, (*unclear.was, *unclear.now)))
        ],
        spans=list(filter(fits, changes.spans)),
    )


def _counted(changes: Changes, matching: Matching, inside: Sequence[bool]) -> Changes:
    """The same with the number of seats on both sides, and of those that are as before."""
    positions = [matching.after.positions[now] for _, now in matching.live_pairs() if inside[now]]
    sizes = {id(position): position.headcount for position in positions}
    pairs: Iterator[SeatPair] = chain(
        *(layer.moves for layer in changes.layers),
        changes.moves,
        changes.values,
        changes.dotted,
        changes.new_ids,
        *(person.pairs for person in changes.people),
    )
    touched = {id(pair.now.position) for pair in pairs if pair.now}
    unchanged = sum(size for key, size in sizes.items() if key not in touched)
    return replace(changes, pairs=sum(sizes.values()), unchanged=unchanged)
