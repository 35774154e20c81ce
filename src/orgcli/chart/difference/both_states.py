"""Two states of an organisation become one, in which every position says what became of it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from orgcli.changes.changes import Changes, GoneSeat, LayerChange, Manager, Move, SeatEntry
from orgcli.changes.report import OrganisationChanges
from orgcli.changes.sides import ComparedSide
from orgcli.changes.writers.phrases import ARROW, ChangePhrases
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Position

ChangeKind = Literal["same", "changed", "moved", "new", "gone", "elsewhere"]
"""What became of a position; elsewhere is the old place of one that moved."""
KINDS: Sequence[ChangeKind] = ("new", "moved", "changed", "gone")
"""Those that are explained, in the order of the legend."""
_STRENGTH: Sequence[ChangeKind] = ("same", "changed", "moved", "new")


@dataclass(frozen=True, slots=True)
class MergedOrganisation:
    """An organisation with the positions of both states.

    kinds    what became of each position; notes, phrases about it
    numbers  of each position in the list of moves; 0 for none
    moves    the list of moves by their numbers; empty where both places show it themselves
    ghosts   the earlier seats that the last positions stand for
    """

    organisation: Organisation
    kinds: Sequence[ChangeKind]
    notes: Sequence[tuple[str, ...]]
    numbers: Sequence[int] = ()
    moves: Mapping[int, str] = field(default_factory=dict)
    ghosts: Sequence[SeatEntry] = ()


def merged_organisation(
    organisation: OrganisationChanges, say: ChangePhrases, only: Collection[str], first: int = 0
) -> MergedOrganisation:
    """The later state, with ghosts of what is gone from its place.

    only   the kinds of changes that are shown, of ONLY
    first  the number of the first move, where both places carry numbers; else 0
    """
    later = ComparedSide(organisation.sides[1], organisation.views[1])
    moves = organisation.changes.moves if "moved" in only and first else ()
    number = {move.now.position.id: at for at, move in enumerate(moves, first)}
    marks = _Marks()
    marks.add(organisation.changes, say, only, number)
    ghosts = _Ghosts(organisation, later, say, only, number)
    live_positions = [
        position for position, live in zip(later.positions, later.live, strict=True) if live
    ]
    positions = [*live_positions, *ghosts.positions]
    return MergedOrganisation(
        replace(organisation.sides[1], name=organisation.name, positions=positions),
        [marks.kind.get(position.id, "same") for position in live_positions] + ghosts.kinds,
        [tuple(marks.notes.get(position.id, ())) for position in live_positions] + ghosts.notes,
        [number.get(position.id, 0) for position in live_positions] + ghosts.numbers,
        {number[move.now.position.id]: _way(move, say) for move in moves},
        ghosts.seats,
    )


def _way(move: Move, say: ChangePhrases) -> str:
    """A move in the list: the position, its earlier and its later manager."""
    return f"{say.holders_or_title(move.now)}: {say.managers(move.was_under, move.under)}"


@dataclass(frozen=True, slots=True)
class _Marks:
    """What became of positions of the later state, and the notes on them, by their ids."""

    kind: dict[str, ChangeKind] = field(default_factory=dict)
    notes: dict[str, list[str]] = field(default_factory=dict)

    def add(
        self, changes: Changes, say: ChangePhrases, only: Collection[str], listed: Collection[str]
    ) -> None:
        """Mark all that is shown, with a phrase where one says more than the picture.

        listed  the ids whose move is in a list
        """
        for seat, kind, note, of in _changed(changes, say):
            if of not in only:
                continue
            key = seat.position.id
            earlier = self.kind.get(key, "same")
            self.kind[key] = max(earlier, kind, key=_STRENGTH.index)
            if of == "moved" and key in listed:
                continue
            if note and note not in self.notes.setdefault(key, []):
                self.notes[key].append(note)


_Marked = tuple[SeatEntry, ChangeKind, str, str]
"""A seat of the later state, what became of it, a note on that, and the kind in ONLY."""


def _changed(changes: Changes, say: ChangePhrases) -> Iterator[_Marked]:
    yield from _lines_changed(changes, say)
    yield from _values_changed(changes, say)
    yield from _holders_changed(changes, say)


def _lines_changed(changes: Changes, say: ChangePhrases) -> Iterator[_Marked]:
    for new in changes.new:
        yield new.seat, "new", "", "new"
    for layer in changes.layers:
        if layer.is_new:
            yield layer.seat, "new", "", "layer"
        for move in layer.moves:
            yield move.now, "moved", say.managers(move.was_under, move.under), "layer"
    for move in changes.moves:
        yield move.now, "moved", say.managers(move.was_under, move.under), "moved"


def _values_changed(changes: Changes, say: ChangePhrases) -> Iterator[_Marked]:
    for value in changes.values:
        if value.folded:
            continue
        before = say.words.was_held.format(name=value.before)
        note = before if value.field == "title" and value.before else say.value(value)
        yield value.now, "changed", note, "changed"
    for new in () if changes.mostly_rekeyed else changes.new_ids:
        yield new.now, "changed", "= " + say.words.was_called.format(name=say.id(new.was)), "id"
    for line in changes.dotted:
        sign = "+ " if line.is_new else "− "
        yield line.now, "changed", sign + say.dotted(line), "dotted"


def _holders_changed(changes: Changes, say: ChangePhrases) -> Iterator[_Marked]:
    for person in changes.people:
        for pair in person.gained:
            if pair.now and pair.was and pair.was.is_live:
                yield pair.now, "changed", say.arrival(pair), str(person.kind)
        for pair in person.lost:
            if pair.now and pair.now.is_live and not pair.now.position.holder:
                departure = ", ".join(filter(None, (say.departure(pair), _names(pair.was, say))))
                yield pair.now, "changed", departure, str(person.kind)


def _names(seat: SeatEntry | None, say: ChangePhrases) -> str:
    """Who held a seat that nobody holds now."""
    names = say.holders(seat) if seat else ""
    return say.words.was_held.format(name=names) if names else ""


class _Ghosts:
    """Positions at places where they no longer are: seats that are gone, and those that moved."""

    def __init__(
        self,
        organisation: OrganisationChanges,
        later: ComparedSide,
        say: ChangePhrases,
        only: Collection[str],
        number: Mapping[str, int],
    ) -> None:
        self._used_ids = {position.id for position in later.positions}
        self._now = {
            new.was.position.id: new.now.position.id for new in organisation.changes.new_ids
        }
        layers = [
            layer for layer in organisation.changes.layers if not layer.is_new and "layer" in only
        ]
        seats: Sequence[GoneSeat | LayerChange] = (
            *(organisation.changes.gone if "gone" in only else ()),
            *layers,
        )
        gone_seats = {id(gone.seat.position): gone for gone in seats}.values()
        self._ghost = {
            gone.seat.position.id: self._free(gone.seat.position.id) for gone in gone_seats
        }
        self.positions: list[Position] = []
        self.kinds: list[ChangeKind] = []
        self.notes: list[tuple[str, ...]] = []
        self.numbers: list[int] = []
        self.seats: list[SeatEntry] = []
        for gone in gone_seats:
            self._add(gone.seat, self._ghost[gone.seat.position.id], gone.manager, gone.seat.title)
        for move in organisation.changes.moves if "moved" in only else ():
            self._add_mover(move, say, number.get(move.now.position.id, 0))

    def _add_mover(self, move: Move, say: ChangePhrases, number: int) -> None:
        key, arrow = self._free(move.now.position.id), ARROW.strip()
        title = f"{arrow} ({number})" if number else f"{arrow} {say.manager(move.under)}"
        self._add(move.was, key, move.was_under, title)
        self.numbers[-1] = number
        self.kinds[-1], self.notes[-1] = "elsewhere", tuple(filter(None, [say.along(move)]))

    def _add(self, seat: SeatEntry, key: str, manager: Manager, title: str) -> None:
        self.positions.append(
            Position(
                key,
                title,
                holder=seat.position.holder,
                reports_to=self._above(manager),
                department=seat.position.department,
                headcount=seat.position.headcount,
                status="closed",
            )
        )
        self.kinds.append("gone")
        self.notes.append(())
        self.numbers.append(0)
        self.seats.append(seat)

    def _above(self, manager: Manager) -> str | None:
        """The id under which a manager of the earlier state is drawn; None where it is not."""
        if not isinstance(manager, SeatEntry):
            return None
        old = manager.position.id
        if old in self._ghost:
            return self._ghost[old]
        now = self._now.get(old, old)
        return now if now in self._used_ids else None

    def _free(self, key: str) -> str:
        """An id that nothing else has."""
        number = 0
        while (free := f"{key} ({number})" if number else key) in self._used_ids:
            number += 1
        self._used_ids.add(free)
        return free
