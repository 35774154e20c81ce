"""What changes between two states of an organisation, as values; nothing in it is text yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from orgcli.model.findings.finding import Place
from orgcli.model.organisation.position import Position


@dataclass(frozen=True, slots=True)
class SeatEntry:
    """A position as it stands on one side.

    title   its own title, else its role's
    is_live whether it counts on this side: not closed, and not past its last day
    place   where it is written
    """

    position: Position
    title: str
    is_live: bool
    place: Place


Manager = SeatEntry | str | None
"""Who a position reports to: a seat, the id of a missing one, or nobody."""


@dataclass(frozen=True, slots=True)
class SeatPair:
    """A seat before and after; None on the side where there is none."""

    was: SeatEntry | None
    now: SeatEntry | None

    @property
    def seat(self) -> SeatEntry:
        """The seat as it is now, else as it was."""
        seat = self.now or self.was
        assert seat is not None
        return seat


@dataclass(frozen=True, slots=True)
class NewSeat(SeatPair):
    """A seat that only exists afterwards, or was closed before; manager: as it is then."""

    now: SeatEntry
    manager: Manager


@dataclass(frozen=True, slots=True)
class GoneSeat(SeatPair):
    """A seat that only exists before, or is closed afterwards; manager: as it was.

    now  the entry that is still written though it is closed or has ended
    """

    was: SeatEntry
    manager: Manager

    @property
    def seat(self) -> SeatEntry:
        """The seat as it was."""
        return self.was


@dataclass(frozen=True, slots=True)
class KeptSeat(SeatPair):
    """A seat that is on both sides."""

    was: SeatEntry
    now: SeatEntry


@dataclass(frozen=True, slots=True)
class Move(KeptSeat):
    """A seat that reports to another manager.

    below   how many positions come along; those whose own line changed are moves of their own
    people  how many of them and of the mover itself are filled
    stays   the department that all of them keep though the new manager is in another one
    folded  (department before, after, how many) where all that changed department did it alike
    ringed  whether it is in a ring of reporting lines, or below one; `below` is 0 then
    """

    was_under: Manager
    under: Manager
    below: int = 0
    people: int = 0
    stays: str | None = None
    folded: tuple[str | None, str | None, int] | None = None
    ringed: bool = False


@dataclass(frozen=True, slots=True)
class LayerChange(SeatPair):
    """A new seat between a manager and some of those who reported to it, or one that is gone.

    manager  who it reports to, or reported to; if it is gone, they report to its manager
    moves    the lines that changed with it
    """

    manager: Manager
    moves: tuple[Move, ...]

    @property
    def is_new(self) -> bool:
        """Whether the seat is put in between; else it is taken out."""
        return self.was is None

    @property
    def people(self) -> int:
        """How many people are one layer deeper, or higher."""
        return sum(move.people for move in self.moves)


@dataclass(frozen=True, slots=True)
class ValueChange(KeptSeat):
    """A field of a seat that has another value.

    folded  whether another change implies it: a move of the seat, or that its holder came or left
    """

    field: str
    before: object
    after: object
    folded: bool = False


@dataclass(frozen=True, slots=True)
class DottedChange(KeptSeat):
    """A dotted line that is new or gone; now: the seat it starts from."""

    is_new: bool
    manager: Manager
    purpose: str | None


class PersonKind(StrEnum):
    """What became of a person."""

    JOINED = "joined"
    LEFT = "left"
    SEAT = "seat"
    SWAPPED = "swapped"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class PersonChange:
    """A person in other seats than before.

    lost    the seats held before and no longer
    gained  the seats held now and not before
    other   the other person of a swap; the name before, where the name changed
    """

    kind: PersonKind
    name: str
    lost: tuple[SeatPair, ...] = ()
    gained: tuple[SeatPair, ...] = ()
    other: str = ""

    @property
    def pairs(self) -> tuple[SeatPair, ...]:
        """All of these seats."""
        return (*self.lost, *self.gained)


@dataclass(frozen=True, slots=True)
class BossChange(KeptSeat):
    """A manager's seat with another holder: who reports to it has another boss in the same line.

    reports  how many positions report to it before and after
    """

    reports: int


class PairReason(StrEnum):
    """Why two seats with different ids are one."""

    TOLD = "told"
    EMAIL = "email"
    HOLDER_AND_TITLE = "holder-title"
    HOLDER = "holder"
    REPORTS = "reports"


@dataclass(frozen=True, slots=True)
class NewId(KeptSeat):
    """A seat that has another id."""

    why: PairReason


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Seats of both sides that could be one another, and nothing tells which."""

    was: tuple[SeatEntry, ...]
    now: tuple[SeatEntry, ...]
    why: PairReason


@dataclass(frozen=True, slots=True)
class SpanChange(KeptSeat):
    """A manager with more or fewer direct reports; each entry counts as often as its headcount."""

    before: int
    after: int


@dataclass(frozen=True, slots=True)
class SideFigures:
    """The numbers of one side; closed positions count nowhere, headcounts as many seats.

    people     holders by name, each once
    fte        of the filled seats; without a number a seat is 1
    managers   positions with at least one report
    mean_span  direct reports of a manager on average
    complete   False when a file could not be read
    """

    seats: int = 0
    filled: int = 0
    open: int = 0
    planned: int = 0
    people: int = 0
    fte: float = 0
    layers: int = 0
    managers: int = 0
    mean_span: float = 0
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Changes:
    """All that differs between two states of an organisation, in the order of the files.

    unsure     how many seats are only on the side that was read completely: what became of them,
               or whether they are new, is not known
    pairs      how many seats are on both sides
    unchanged  how many of these are as before
    """

    before: SideFigures
    after: SideFigures
    new: Sequence[NewSeat] = ()
    gone: Sequence[GoneSeat] = ()
    moves: Sequence[Move] = ()
    layers: Sequence[LayerChange] = ()
    values: Sequence[ValueChange] = ()
    dotted: Sequence[DottedChange] = ()
    people: Sequence[PersonChange] = ()
    bosses: Sequence[BossChange] = ()
    new_ids: Sequence[NewId] = ()
    ambiguous: Sequence[Ambiguous] = ()
    spans: Sequence[SpanChange] = ()
    unsure: int = 0
    pairs: int = 0
    unchanged: int = 0

    @property
    def mostly_rekeyed(self) -> bool:
        """Whether most seats have another id, so that one line is enough."""
        return len(self.new_ids) > 2 and 2 * len(self.new_ids) > self.pairs

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not any(
            (
                self.new, self.gone, self.moves, self.layers, self.values, self.dotted,
                self.people, self.bosses, self.new_ids, self.ambiguous, self.unsure,
            )
        )  # fmt: skip
