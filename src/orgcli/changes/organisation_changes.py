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
    found = match_seats(old, new, rules.told, rules.renames)
    inside, ignored = _inside(found, rules.root), rules.ignored
    lines = moved_lines(found, "department" not in ignored)
    people = []
    if "holder" not in ignored:
        people = PeopleComparison(found, rules.keyed_by == "person").changes()
    old_spans, new_spans = spans(old), spans(new)
    changes = Changes(
        side_figures(old, inside[0], old_spans),
        side_figures(new, inside[1], new_spans),
        new=[
            NewSeat(old.seat_if(was), new.seat(now), new.manager_of(now))
            for now, was in _alone(new, old, found.was_of)
        ],
        gone=[
            GoneSeat(old.seat(was), new.seat_if(now), old.manager_of(was))
            for was, now in _alone(old, new, found.now_of)
        ],
        moves=lines.moves,
        layers=lines.layers,
        values=list(_values(found, lines, ignored)),
        dotted=[] if "dotted_lines" in ignored else list(_dotted(found)),
        people=people,
        bosses=boss_changes(found, people),
        new_ids=_new_ids(found),
        ambiguous=[
            Ambiguous(tuple(map(old.seat, was)), tuple(map(new.seat, now)), why)
            for was, now, why in found.ambiguous
        ],
        spans=span_changes(found, old_spans, new_spans),
        unsure=_unsure(new, old, found.was_of) + _unsure(old, new, found.now_of),
    )
    if rules.root is not None:
        changes = _limited(changes, found, inside)
    return _counted(changes, found, inside[1])


def _inside(found: Matching, root: str | None) -> tuple[Sequence[bool], Sequence[bool]]:
    """Which positions are looked at on each side."""
    before, after = found.before, found.after
    if root is None:
        return [True] * len(before.positions), [True] * len(after.positions)
    old, new = before.at(root), after.at(root)
    if old is None and new is None:
        raise NoSuchRoot(root)
    if old is None and new is not None:
        old = found.was_of[new]
    elif new is None and old is not None:
        new = found.now_of[old]
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


def _values(found: Matching, lines: MovedLines, ignored: Collection[str]) -> Iterator[ValueChange]:
    old, new = found.before.positions, found.after.positions
    folded = folded_departments(found, lines)
    for was, now in found.live_pairs():
        if old[was] != new[now]:
            yield from value_changes(found, was, now, ignored, carried=now in folded)


def _dotted(found: Matching) -> Iterator[DottedChange]:
    old, new = found.before.positions, found.after.positions
    for was, now in found.live_pairs():
        if old[was].dotted_lines or new[now].dotted_lines:
            yield from dotted_changes(found, was, now)


def _new_ids(found: Matching) -> list[NewId]:
    """The pairs with another id, in the order afterwards."""
    reasons = sorted((found.now_of[was], was, why) for was, why in found.reasons.items())
    return [NewId(found.before.seat(was), found.after.seat(now), why) for now, was, why in reasons]


def _limited(
    changes: Changes, found: Matching, inside: tuple[Sequence[bool], Sequence[bool]]
) -> Changes:
    """The changes of seats that are looked at, on either side; each seat is made once."""
    seats = {
        id(side.seat(at))
        for side, fitting in zip((found.before, found.after), inside, strict=True)
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
            one for one in changes.ambiguous if not seats.isdisjoint(map(id, (*one.was, *one.now)))
        ],
        spans=list(filter(fits, changes.spans)),
    )


def _counted(changes: Changes, found: Matching, inside: Sequence[bool]) -> Changes:
    """The same with the number of seats on both sides, and of those that are as before."""
    positions = [found.after.positions[now] for _, now in found.live_pairs() if inside[now]]
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
    unchanged = sum(size for one, size in sizes.items() if one not in touched)
    return replace(changes, pairs=sum(sizes.values()), unchanged=unchanged)
