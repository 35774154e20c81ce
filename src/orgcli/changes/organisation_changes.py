"""Two states of an organisation in, what changes between them out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from orgcli.changes.changes import (
    Ambiguous,
    BossChange,
    Changes,
    DottedChange,
    GoneSeat,
    LayerChange,
    Move,
    NewId,
    NewSeat,
    PersonChange,
    SeatEntry,
    SeatPair,
    SpanChange,
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
    return _Differ(
        ComparedSide(before, rules.before), ComparedSide(after, rules.after), rules
    ).run()


class _Differ:
    """One comparison, step by step."""

    def __init__(self, before: ComparedSide, after: ComparedSide, rules: ComparisonRules) -> None:
        self.before, self.after, self.rules = before, after, rules
        self.found: Matching = match_seats(before, after, rules.told, rules.renames)
        self.inside = self._inside()

    def _inside(self) -> tuple[Sequence[bool], Sequence[bool]]:
        """Which positions are looked at on each side."""
        root = self.rules.root
        if root is None:
            return self.before.within(None), self.after.within(None)
        old, new = self.before.at(root), self.after.at(root)
        if new is None and old is not None and self.found.after[old] != NONE:
            new = self.found.after[old]
        if old is None and new is not None and self.found.before[new] != NONE:
            old = self.found.before[new]
        if old is None and new is None:
            raise NoSuchRoot(root)
        none = ([False] * len(self.before.positions), [False] * len(self.after.positions))
        return (
            none[0] if old is None else self.before.within(old),
            none[1] if new is None else self.after.within(new),
        )

    def run(self) -> Changes:
        """All of it."""
        before, after, found, ignored = self.before, self.after, self.found, self.rules.ignored
        lines = moved_lines(before, after, found, "department" not in ignored)
        values = list(self._values(lines))
        dotted = [] if "dotted_lines" in ignored else list(self._dotted())
        people = []
        if "holder" not in ignored:
            by_person = self.rules.keyed_by == "person"
            people = PeopleComparison(before, after, found, by_person).changes()
        old_spans, new_spans = spans(before), spans(after)
        changes = Changes(
            side_figures(before, self.inside[0], old_spans),
            side_figures(after, self.inside[1], new_spans),
            new=list(self._new()),
            gone=list(self._gone()),
            moves=lines.moves,
            layers=lines.layers,
            values=values,
            dotted=dotted,
            people=people,
            bosses=boss_changes(before, after, found, people),
            new_ids=self._new_ids(),
            ambiguous=self._ambiguous(),
            spans=span_changes(before, after, found, old_spans, new_spans),
            unsure=self._unsure(),
        )
        if self.rules.root is not None:
            changes = _limited(changes, self._is_inside())
        return self._counted(changes, lines)

    def _pairs(self) -> Iterator[tuple[int, int]]:
        """The pairs of seats that count on both sides."""
        old_live, new_live = self.before.live, self.after.live
        for now, was in enumerate(self.found.before):
            if was != NONE and old_live[was] and new_live[now]:
                yield was, now

    def _values(self, lines: MovedLines) -> Iterator[ValueChange]:
        old, new = self.before.positions, self.after.positions
        folded = folded_departments(self.before, self.after, self.found, lines)
        for was, now in self._pairs():
            if old[was] == new[now]:
                continue
            for one in value_changes(self.before, self.after, was, now, self.rules.ignored):
                is_folded = one.field == "department" and now in folded
                yield replace(one, folded=True) if is_folded else one

    def _dotted(self) -> Iterator[DottedChange]:
        old, new = self.before.positions, self.after.positions
        for was, now in self._pairs():
            if old[was].dotted_lines or new[now].dotted_lines:
                yield from dotted_changes(self.before, self.after, self.found, was, now)

    def _new(self) -> Iterator[NewSeat]:
        """Seats that count afterwards alone; none that may stand in a file that is not read."""
        for now, was in enumerate(self.found.before):
            if not self.after.live[now] or (was != NONE and self.before.live[was]):
                continue
            if was != NONE or self.before.organisation.complete:
                seat = None if was == NONE else self.before.seat(was)
                yield NewSeat(self.after.seat(now), self.after.manager_of(now), seat)

    def _gone(self) -> Iterator[GoneSeat]:
        for was, now in enumerate(self.found.after):
            if not self.before.live[was] or (now != NONE and self.after.live[now]):
                continue
            if now != NONE or self.after.organisation.complete:
                seat = None if now == NONE else self.after.seat(now)
                yield GoneSeat(self.before.seat(was), self.before.manager_of(was), seat)

    def _unsure(self) -> int:
        """How many seats are not on the side that has files which could not be read."""
        count = 0
        if not self.before.organisation.complete:
            pairs = zip(self.found.before, self.after.live, strict=True)
            count += sum(was == NONE and is_live for was, is_live in pairs)
        if not self.after.organisation.complete:
            pairs = zip(self.found.after, self.before.live, strict=True)
            count += sum(now == NONE and is_live for now, is_live in pairs)
        return count

    def _new_ids(self) -> list[NewId]:
        """The pairs with another id, in the order afterwards."""
        reasons = sorted(
            (self.found.after[was], was, why) for was, why in self.found.reasons.items()
        )
        return [
            NewId(self.before.seat(was), self.after.seat(now), why) for now, was, why in reasons
        ]

    def _ambiguous(self) -> list[Ambiguous]:
        return [
            Ambiguous(tuple(map(self.before.seat, was)), tuple(map(self.after.seat, now)), why)
            for was, now, why in self.found.ambiguous
        ]

    def _is_inside(self) -> frozenset[int]:
        """The seats looked at; each is made once."""
        return frozenset(
            id(side.seat(at))
            for side, inside in zip((self.before, self.after), self.inside, strict=True)
            for at, fits in enumerate(inside)
            if fits
        )

    def _counted(self, changes: Changes, lines: MovedLines) -> Changes:
        """The same with the number of seats on both sides, and of those that are as before."""
        inside = self.inside[1]
        sizes = {
            id(self.after.positions[now]): self.after.positions[now].headcount
            for _, now in self._pairs()
            if inside[now]
        }
        touched = {id(seat.position) for seat in _touched(changes)}
        unchanged = sum(size for one, size in sizes.items() if one not in touched)
        return replace(changes, pairs=sum(sizes.values()), unchanged=unchanged)


def _touched(changes: Changes) -> Iterator[SeatEntry]:
    """The seats afterwards that anything is said of."""
    for layer in changes.layers:
        yield from (move.now for move in layer.moves)
    for several in (changes.moves, changes.values, changes.dotted, changes.new_ids):
        yield from (one.now for one in several)
    for person in changes.people:
        yield from (pair.now for pair in (*person.lost, *person.gained) if pair.now)


def _limited(changes: Changes, inside: frozenset[int]) -> Changes:
    """The changes of seats that are looked at, on either side."""

    def fits(*seats: SeatEntry | None) -> bool:
        return any(id(seat) in inside for seat in seats)

    def pair_fits(
        one: Move | ValueChange | DottedChange | BossChange | NewId | SpanChange | SeatPair,
    ) -> bool:
        return fits(one.was, one.now)

    def layer_fits(one: LayerChange) -> bool:
        return fits(one.seat) or any(map(pair_fits, one.moves))

    def person_fits(one: PersonChange) -> bool:
        return any(map(pair_fits, (*one.lost, *one.gained)))

    return replace(
        changes,
        new=[one for one in changes.new if fits(one.seat, one.was)],
        gone=[one for one in changes.gone if fits(one.seat, one.now)],
        moves=list(filter(pair_fits, changes.moves)),
        layers=list(filter(layer_fits, changes.layers)),
        values=list(filter(pair_fits, changes.values)),
        dotted=list(filter(pair_fits, changes.dotted)),
        people=list(filter(person_fits, changes.people)),
        bosses=list(filter(pair_fits, changes.bosses)),
        new_ids=list(filter(pair_fits, changes.new_ids)),
        ambiguous=[one for one in changes.ambiguous if fits(*one.was, *one.now)],
        spans=list(filter(pair_fits, changes.spans)),
    )
