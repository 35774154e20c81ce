"""One side of a comparison: its positions, which of them count, and their seats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from orgcli.changes.changes import Manager, SeatEntry
from orgcli.model.name_matching import name_of
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.position import Position
from orgcli.model.organisation.reporting_lines import TOP, UNKNOWN

NO_TITLES = Titles({})


@dataclass(frozen=True, slots=True)
class SideView:
    """How one side is looked at.

    titles  what roles are called
    day     the day after whose end a position no longer counts; None looks at no date
    then    whether it is a state on that day: what begins later does not exist yet
    """

    titles: Titles = NO_TITLES
    day: date | None = None
    then: bool = False


AS_WRITTEN = SideView()


@dataclass(frozen=True)
class ComparedSide:
    """The positions of one side with their lines, whatever counts of them; numbers are indexes."""

    organisation: Organisation
    view: SideView
    _seats: dict[int, SeatEntry] = field(default_factory=dict)

    @cached_property
    def positions(self) -> Sequence[Position]:
        """The positions; on a day, what was planned and has begun is as it is then."""
        positions = self.organisation.positions
        if not self.view.then:
            return positions
        return [
            replace(position, status=None) if self._has_begun(position) else position
            for position in positions
        ]

    def _has_begun(self, position: Position) -> bool:
        """Whether a planned position exists on the day, or a closed one exists still."""
        day = self.view.day
        if (
            day is None
            or (position.start and position.start > day)
            or (position.end and position.end < day)
        ):
            return False
        return position.has_dated_status

    @cached_property
    def live(self) -> Sequence[bool]:
        """Whether each position counts."""
        day, then = self.view.day, self.view.then
        if day is None:
            return [position.status != "closed" for position in self.positions]
        return [
            position.status != "closed"
            and not (position.end and position.end < day)
            and not (then and position.start and position.start > day)
            for position in self.positions
        ]

    @cached_property
    def manager(self) -> Sequence[int]:
        """The manager of each position, as ReportingLines has it."""
        return self.organisation.lines.manager

    def seat(self, at: int) -> SeatEntry:
        """A position with its title, its place, and whether it counts."""
        entry = self._seats.get(at)
        if entry is None:
            position = self.positions[at]
            place = self.organisation.place(at)
            entry = self._seats[at] = SeatEntry(
                position, self.view.titles.of(position), self.live[at], place
            )
        return entry

    def seat_if(self, at: int) -> SeatEntry | None:
        """The same; None for a negative number."""
        return None if at < 0 else self.seat(at)

    def manager_of(self, at: int) -> Manager:
        """The manager of a position."""
        manager = self.manager[at]
        if manager == TOP:
            return None
        return self.positions[at].reports_to if manager == UNKNOWN else self.seat(manager)

    def at(self, id: str) -> int | None:
        """The position of an id."""
        return self.organisation.lines.index.get(id)

    def within(self, root: int | None) -> Sequence[bool]:
        """Whether each position is below another one or is it; none is below a missing one."""
        if root is None or root < 0:
            return [False] * len(self.positions)
        (inside,) = self.organisation.lines.subtrees([root])
        return [at in inside for at in range(len(self.positions))]


def names_of(position: Position) -> tuple[str, ...]:
    """The holders of a position, each once; their order does not count."""
    holders = position.holder
    if len(holders) == 1:
        return (name_of(holders[0]),)
    return tuple(sorted({name_of(holder) for holder in holders}))
