"""What one step changes in an organisation as it is when the step comes."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from itertools import chain, count
from typing import Any

from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.plan import (
    REFERRING,
    AddStep,
    CloseStep,
    HireStep,
    LeaveStep,
    MoveStep,
    PlanStep,
    RenameStep,
    SetStep,
)
from orgcli.model.organisation.position_choice import position_called
from orgcli.plans.seat_changes import (
    RefusedEdit,
    SeatChanges,
    add,
    close,
    hire,
    leave,
    move,
    move_person,
    rename,
    set_fields,
)


def step_changes(step: PlanStep, organisation: Organisation, titles: Titles) -> SeatChanges:
    """The changes of a step; positions are named by their id, their holder or their title.

    Raises RefusedEdit where it cannot be made, and UnknownPosition for a name that means none.
    """
    return _CHANGES[type(step)](step, _SeatsByName(organisation, titles))


def named_position(step: PlanStep) -> str:
    """The first position that a step names, by which its organisation is found."""
    return named_words(step)[0]


def named_words(step: PlanStep) -> Sequence[str]:
    """The words of a step that name positions which have to be there."""
    return [getattr(step, key) for key in REFERRING[type(step)]]


class _SeatsByName:
    """An organisation, in which a step looks for the positions that it names."""

    def __init__(self, organisation: Organisation, titles: Titles) -> None:
        self.organisation, self._titles = organisation, titles

    def at(self, word: str) -> int:
        """The position that a word means. Raises UnknownPosition."""
        return position_called(word, self.organisation, self.organisation, self._titles)

    def id(self, word: str) -> str:
        """Its id. Raises UnknownPosition."""
        return self.organisation.positions[self.at(word)].id

    @property
    def ids(self) -> Mapping[str, int]:
        """The ids that there are."""
        return self.organisation.lines.index


def _add(step: AddStep, seats: _SeatsByName) -> SeatChanges:
    manager = seats.id(step.to)
    values = {
        "id": step.id or free_id(step.add, seats.ids),
        "title": step.add,
        "holder": step.holder,
        "reports_to": manager,
        "department": step.department,
        "status": step.status,
        "start": _day(step.start),
    }
    return add(seats.organisation, {name: value for name, value in values.items() if value})


def _move(step: MoveStep, seats: _SeatsByName) -> SeatChanges:
    if step.alone and step.leave_seat:
        raise RefusedEdit("a move is `alone` or `leave_seat`, not both", "leave one of them out")
    if step.id and not step.leave_seat:
        raise RefusedEdit("`id` is for the new position of `leave_seat`", "use `rename`")
    at, to = seats.at(step.move), seats.at(step.to)
    if not step.leave_seat:
        return move(seats.organisation, at, to, step.alone)
    id = step.id or free_id(seats.organisation.positions[at].id, seats.ids)
    return move_person(seats.organisation, at, to, id)


def _set(step: SetStep, seats: _SeatsByName) -> SeatChanges:
    if not step.fields:
        raise RefusedEdit("no field is set", "write `fields: {title: ...}`")
    values = {name: value or "" for name, value in step.fields.items()}
    return set_fields(seats.organisation, seats.at(step.set), values)


def _hire(step: HireStep, seats: _SeatsByName) -> SeatChanges:
    name = step.holder.strip()
    if not name:
        raise RefusedEdit("a name is empty")
    return hire(seats.organisation, seats.at(step.hire), name, _day(step.start))


def _leave(step: LeaveStep, seats: _SeatsByName) -> SeatChanges:
    """Of a job share that is called by one of its holders, only that one leaves."""
    at = seats.at(step.leave)
    holders, word = seats.organisation.positions[at].holder, step.holder or step.leave
    person = next((holder for holder in holders if holder.casefold() == word.casefold()), None)
    if step.holder is not None and person is None:
        raise RefusedEdit(f"`{step.holder}` does not hold `{seats.id(step.leave)}`")
    return leave(seats.organisation, at, person)


def _close(step: CloseStep, seats: _SeatsByName) -> SeatChanges:
    return close(seats.organisation, seats.at(step.close), _day(step.end))


def _rename(step: RenameStep, seats: _SeatsByName) -> SeatChanges:
    return rename(seats.organisation, seats.id(step.rename), step.to)


def free_id(title: str, used_ids: Collection[str]) -> str:
    """An id of the words of a title that no position has."""
    base = "-".join(re.findall(r"\w+", title.casefold())) or "position"
    return next(
        id
        for id in chain((base,), (f"{base}-{number}" for number in count(2)))
        if id not in used_ids
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


_CHANGES: Mapping[type, Callable[[Any, _SeatsByName], SeatChanges]] = {
    AddStep: _add,
    MoveStep: _move,
    SetStep: _set,
    HireStep: _hire,
    LeaveStep: _leave,
    CloseStep: _close,
    RenameStep: _rename,
}
