"""Who joined, who left, who is in another seat, and which managers' seats have another holder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from orgcli.changes.changes import BossChange, PersonChange, PersonKind, SeatPair
from orgcli.changes.matching import NONE, Matching
from orgcli.changes.sides import ComparedSide, names_of

_Person = tuple[str, str]
"""A name, and an e-mail address where people of one name are told apart by it."""
_Differing = tuple[int, int, tuple[str, ...], tuple[str, ...]]
"""A position before and afterwards, and the names of those who hold it then."""


@dataclass(slots=True)
class _SeatShifts:
    """The seats that somebody no longer holds, and those held since."""

    lost: list[tuple[int, int]] = field(default_factory=list)
    gained: list[tuple[int, int]] = field(default_factory=list)


class PeopleComparison:
    """The holders of two sides.

    by_person  whether ids are those of people: one id is one person, whatever the name
    """

    def __init__(self, matching: Matching, by_person: bool) -> None:
        self._before, self._after, self._matching = matching.before, matching.after, matching
        self._by_person = by_person
        self._namesakes: frozenset[str] = frozenset()

    def changes(self) -> list[PersonChange]:
        """What became of people, in the order of the files."""
        differing = self._differing()
        if not differing:
            return []
        self._namesakes = _namesakes(self._before) | _namesakes(self._after)
        seats: dict[_Person, _SeatShifts] = {}
        renamed: list[PersonChange] = []
        for was, now, old, new in differing:
            if self._by_person and len(old) == len(new) == 1:
                pairs = (self._pair(was, now),)
                renamed.append(PersonChange(PersonKind.NAME, new[0], gained=pairs, other=old[0]))
                continue
            for name in sorted(set(old) - set(new)):
                person = self._person(self._before, was, name)
                seats.setdefault(person, _SeatShifts()).lost.append((was, now))
            for name in sorted(set(new) - set(old)):
                person = self._person(self._after, now, name)
                seats.setdefault(person, _SeatShifts()).gained.append((was, now))
        return [*renamed, *self._with_new_names(_swapped(list(self._people(seats))))]

    def _differing(self) -> list[_Differing]:
        """The pairs whose holders differ, and positions without a pair that somebody holds."""
        old, new = self._before.positions, self._after.positions
        old_live, new_live = self._before.live, self._after.live
        differing: list[_Differing] = []
        for now, was in enumerate(self._matching.was_of):
            if was == NONE:
                if new_live[now] and new[now].holder:
                    differing.append((NONE, now, (), names_of(new[now])))
                continue
            if old[was].holder == new[now].holder and old_live[was] == new_live[now]:
                continue
            before = names_of(old[was]) if old_live[was] else ()
            after = names_of(new[now]) if new_live[now] else ()
            if before != after:
                differing.append((was, now, before, after))
        for was, now in enumerate(self._matching.now_of):
            if now == NONE and old_live[was] and old[was].holder:
                differing.append((was, NONE, names_of(old[was]), ()))
        return differing

    def _person(self, side: ComparedSide, at: int, name: str) -> _Person:
        return name, side.positions[at].address if name in self._namesakes else ""

    def _pair(self, was: int, now: int) -> SeatPair:
        return SeatPair(self._before.seat_if(was), self._after.seat_if(now))

    def _people(self, seats: Mapping[_Person, _SeatShifts]) -> Iterator[PersonChange]:
        """What became of each person; nothing where only unclear seats differ."""
        holders_before = self._holders(self._before, seats)
        holders_after = self._holders(self._after, seats)
        unclear_old = {at for was, _, _ in self._matching.ambiguous for at in was}
        unclear_new = {at for _, now, _ in self._matching.ambiguous for at in now}
        for person, own in seats.items():
            lost = tuple(self._pair(*pair) for pair in own.lost)
            gained = tuple(self._pair(*pair) for pair in own.gained)
            if person not in holders_after:
                if self._after.organisation.complete:
                    yield PersonChange(PersonKind.LEFT, person[0], lost=lost)
                elif kept := tuple(pair for pair in lost if pair.now is not None):
                    yield PersonChange(PersonKind.SEAT, person[0], lost=kept)
            elif person not in holders_before:
                if self._before.organisation.complete:
                    yield PersonChange(PersonKind.JOINED, person[0], gained=gained)
                elif kept := tuple(pair for pair in gained if pair.was is not None):
                    yield PersonChange(PersonKind.SEAT, person[0], gained=kept)
            elif not (
                {was for was, _ in own.lost} <= unclear_old
                and {now for _, now in own.gained} <= unclear_new
            ):
                yield PersonChange(PersonKind.SEAT, person[0], lost=lost, gained=gained)

    def _holders(self, side: ComparedSide, people: Mapping[_Person, _SeatShifts]) -> set[_Person]:
        """Which of some people hold any seat on a side."""
        names = {name for name, _ in people}
        return {
            self._person(side, at, name)
            for at, position in enumerate(side.positions)
            if position.holder and side.live[at]
            for name in names_of(position)
            if name in names
        }

    def _with_new_names(self, changes: Sequence[PersonChange]) -> list[PersonChange]:
        """Who left and who joined with the same address and a name in common is one person."""
        joined: dict[str, list[PersonChange]] = {}
        left: dict[str, list[PersonChange]] = {}
        for change in changes:
            if change.kind == PersonKind.JOINED:
                into, seats = joined, [pair.now for pair in change.gained]
            elif change.kind == PersonKind.LEFT:
                into, seats = left, [pair.was for pair in change.lost]
            else:
                continue
            for seat in seats:
                if seat and (address := seat.position.address):
                    into.setdefault(address, []).append(change)
        merged: set[int] = set()
        renamed = []
        for address, new in joined.items():
            old = left.get(address, [])
            if len(new) == len(old) == 1 and _have_word_in_common(new[0].name, old[0].name):
                if not {id(new[0]), id(old[0])} & merged:
                    merged |= {id(new[0]), id(old[0])}
                    renamed.append(
                        replace(new[0], kind=PersonKind.NAME, lost=old[0].lost, other=old[0].name)
                    )
        return [*(change for change in changes if id(change) not in merged), *renamed]


def _namesakes(side: ComparedSide) -> frozenset[str]:
    """The names that positions with different addresses have on one side."""
    addresses: dict[str, str] = {}
    namesakes = set()
    for position in side.positions:
        if address := position.address:
            for name in names_of(position):
                if addresses.setdefault(name, address) != address:
                    namesakes.add(name)
    return frozenset(namesakes)


def _have_word_in_common(first: str, second: str) -> bool:
    return not set(first.casefold().split()).isdisjoint(second.casefold().split())


def _swapped(changes: Sequence[PersonChange]) -> list[PersonChange]:
    """The same with two people who took each other's seat as one change."""
    ways = {way: change for change in changes if (way := _way_of(change))}
    merged: list[PersonChange] = []
    partners: set[int] = set()
    for change in changes:
        way = _way_of(change)
        partner = ways.get((way[1], way[0])) if way else None
        if partner is None:
            merged.append(change)
        elif id(change) not in partners:
            partners.add(id(partner))
            merged.append(replace(change, kind=PersonKind.SWAPPED, other=partner.name))
    return merged


def _way_of(change: PersonChange) -> tuple[int, int] | None:
    """From which seat to which somebody went, where it is one of each; seats are made once."""
    if change.kind != PersonKind.SEAT or len(change.lost) != 1 or len(change.gained) != 1:
        return None
    return id(change.lost[0].was), id(change.gained[0].was)


def boss_changes(matching: Matching, people: Sequence[PersonChange]) -> list[BossChange]:
    """The managers' seats that other people hold than before, and who reports to them still."""
    before, after = matching.before, matching.after
    changed = {
        id(pair.now)
        for person in people
        if person.kind != PersonKind.NAME
        for pair in person.pairs
        if pair.was and pair.now and pair.was.is_live and pair.now.is_live
    }
    if not changed:
        return []
    reports: Counter[int] = Counter()
    for was, now in matching.live_pairs():
        old, new = before.manager[was], after.manager[now]
        if old >= 0 and new >= 0 and matching.now_of[old] == new:
            reports[new] += 1
    return [
        BossChange(before.seat(matching.was_of[now]), after.seat(now), count)
        for now, count in sorted(reports.items())
        if id(after.seat(now)) in changed
    ]
