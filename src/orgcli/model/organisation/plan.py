"""Plans as people write them: steps that change an organisation, each with the day it is to come.

The verbs are those of the command line; a step is a mapping with one of them as a key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, TypeAlias

from orgcli.model.findings.finding import Place
from orgcli.model.organisation.position import Status
from orgcli.model.source.scalar import Day, Text, Truth
from orgcli.model.strict import STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTiming:
    """What every step can say besides what it changes."""

    __pydantic_config__: ClassVar = STRICT

    date: Day | None = None
    """The day from which the step holds, as 2027-07-01; default: that of the step before it."""
    note: Text | None = None
    """Why; for readers."""
    done: Truth = False
    """Whether the step is in the organisation's files already; `orgcli apply` writes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddStep(StepTiming):
    """A new position."""

    add: Text
    """The title of the new position."""
    to: Text
    """The id, holder or title of its manager."""
    id: Text | None = None
    """Its id; default: made of the title."""
    holder: Text | None = None
    """Who holds it."""
    department: Text | None = None
    """Its department."""
    status: Status | None = None
    """open, planned or closed; default: filled with a holder, open without."""
    start: Day | None = None
    """Its first day, as 2027-07-01."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveStep(StepTiming):
    """Another manager."""

    move: Text
    """The id, holder or title of the position that moves, with all below it."""
    to: Text
    """The id, holder or title of its new manager."""
    alone: Truth = False
    """Whether its reports stay, with the manager that it had."""
    leave_seat: Truth = False
    """Whether only the person moves, into a new position; the seat is open then."""
    id: Text | None = None
    """The id of that new position; default: made of the one that is left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetStep(StepTiming):
    """Other values of fields."""

    set: Text
    """The id, holder or title of a position."""
    fields: dict[str, str | None]
    """The fields and their new values; one without a value is taken out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HireStep(StepTiming):
    """Somebody takes a vacant position."""

    hire: Text
    """The id or title of the vacant position."""
    holder: Text
    """Who takes it."""
    start: Day | None = None
    """The first day, as 2027-07-01."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveStep(StepTiming):
    """A position becomes open."""

    leave: Text
    """The id, holder or title of a position."""
    holder: Text | None = None
    """Who of a job share leaves; default: everybody, or the one by whom the position is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseStep(StepTiming):
    """A position is closed."""

    close: Text
    """The id, holder or title of a position."""
    end: Day | None = None
    """The last day, as 2027-12-31."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameStep(StepTiming):
    """Another id."""

    rename: Text
    """The id, holder or title of a position."""
    to: Text
    """Its new id."""


PlanStep: TypeAlias = AddStep | MoveStep | SetStep | HireStep | LeaveStep | CloseStep | RenameStep
STEPS: Mapping[str, type[PlanStep]] = {
    "add": AddStep,
    "move": MoveStep,
    "set": SetStep,
    "hire": HireStep,
    "leave": LeaveStep,
    "close": CloseStep,
    "rename": RenameStep,
}
"""The verbs, each the key that a step of its kind has."""

REFERRING: Mapping[type[PlanStep], Sequence[str]] = {
    AddStep: ("to",),
    MoveStep: ("move", "to"),
    SetStep: ("set",),
    HireStep: ("hire",),
    LeaveStep: ("leave",),
    CloseStep: ("close",),
    RenameStep: ("rename",),
}
"""The keys of a step whose values name positions that have to be there."""


@dataclass(frozen=True, slots=True)
class PlanHead:
    """What a plan says besides its steps."""

    __pydantic_config__: ClassVar = STRICT

    plan: Text
    """The name of the plan."""
    organisation: Text | None = None
    """The name of the organisation that it is of; default: the one in its folder or above."""
    after: Text | None = None
    """The name of the plan that comes before it."""
    note: Text | None = None
    """What it is for; for readers."""


@dataclass(frozen=True, slots=True, eq=False)
class PlanFile:
    """A plan with the file that it came from.

    place         place("steps", 0, "to") is where that is written, or what encloses it
    numbers       the number of each step in the file, from 0
    complete      whether all of it could be read; otherwise its steps mean something else
    organisation  the index of the organisation that it is of, in its project; None for none
    """

    path: str
    head: PlanHead
    steps: tuple[PlanStep, ...]
    place: Callable[..., Place] = field(repr=False)
    numbers: tuple[int, ...]
    complete: bool = True
    organisation: int | None = None

    def coming(self, until: date | None = None) -> Sequence[int]:
        """The indexes of the steps that are not done yet, by their days, else as in the file.

        until  the last day whose steps count; None for all
        """
        days: list[tuple[date, int]] = []
        day = date.min
        for at, step in enumerate(self.steps):
            day = step.date or day
            if not step.done and (until is None or day <= until):
                days.append((day, at))
        return [at for _, at in sorted(days)]

    def naming(self, id: str) -> Iterator[tuple[int, str]]:
        """The steps to come that name a position by its id: their indexes, and the key of each."""
        for at in self.coming():
            for key in REFERRING[type(self.steps[at])]:
                if getattr(self.steps[at], key) == id:
                    yield at, key

    def step_place(self, at: int, *path: str | int) -> Place:
        """Where the step with the index `at` is written, or a field of it."""
        return self.place("steps", self.numbers[at], *path)
