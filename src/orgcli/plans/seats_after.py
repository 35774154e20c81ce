"""What an organisation is after changes, in memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from functools import cache
from typing import Any, get_type_hints

from orgcli.model.findings.finding import Place
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Contact, Position
from orgcli.plans.seat_changes import RefusedEdit, SeatChanges, SeatFieldChange

_LINE = "reports_to"
SeatPlace = Callable[..., Place]
"""Where a new position is written, or a field of it."""


def organisation_after(
    before: Organisation, changes: SeatChanges, new_place: SeatPlace | None = None
) -> Organisation:
    """The organisation with changes made; new positions stand behind the others.

    new_place  where positions that are added are written, or a field of them
    Raises RefusedEdit for a value that its field cannot have.
    """
    positions = list(before.positions)
    index = before.lines.index
    for change in changes.fields:
        at = index[change.id]
        positions[at] = _changed(positions[at], change)
    first = len(positions)
    positions += [new_position(values) for values in changes.new]
    departments = before.departments
    if changes.renamed:
        positions = [renamed_position(position, changes.renamed) for position in positions]
        departments = [
            replace(department, head=changes.renamed.get(department.head or "", department.head))
            for department in departments
        ]
    place = before.place
    if changes.new and new_place is not None:
        place = _PlacesWithNew(before.place, first, new_place)
    after = replace(before, positions=positions, departments=departments, place=place)
    if not (
        changes.new or changes.renamed or any(field.field == _LINE for field in changes.fields)
    ):
        after.__dict__["lines"] = before.lines  # the same ones: they need not be walked again
    return after


class _PlacesWithNew:
    """Places of an organisation that got positions behind those that it had."""

    def __init__(self, place: SeatPlace, first: int, new: SeatPlace) -> None:
        self._place, self._first, self._new = place, first, new

    def __call__(self, at: int, *path: str | int) -> Place:
        """Where the position with an index is written, or a field of it."""
        places: _PlacesWithNew = self
        while at < places._first:
            if not isinstance(places._place, _PlacesWithNew):
                return places._place(at, *path)
            places = places._place
        return places._new(*path)


def seats_after(before: Organisation, changes: SeatChanges) -> Mapping[str, Position]:
    """The positions as they are to be, by their ids.

    Raises RefusedEdit for a value that its field cannot have.
    """
    return {position.id: position for position in organisation_after(before, changes).positions}


def _changed(seat: Position, change: SeatFieldChange) -> Position:
    """The position with another value of a field, or of one that is in another."""
    field, _, inner = change.field.partition(".")
    if not inner:
        return replace(seat, **{field: field_value(field, change.value)})
    if field == "contact":
        value = change.value if change.value is None else str(change.value)
        contact = replace(seat.contact or Contact(), **{inner: value})
        return replace(seat, contact=None if contact == Contact() else contact)
    attributes = {**(seat.attributes or {}), inner: change.value}
    kept = {name: str(value) for name, value in attributes.items() if value is not None}
    return replace(seat, attributes=kept or None)


def new_position(values: Mapping[str, str]) -> Position:
    """A position of the texts of its fields. Raises RefusedEdit."""
    typed: dict[str, Any] = {name: field_value(name, value) for name, value in values.items()}
    return Position(**typed)


def field_value(field: str, value: object) -> Any:
    """The value of a field as its type has it; the usual one for None.

    Raises RefusedEdit, with Pydantic's message about the value.
    """
    if value is None:
        return next(
            model_field.default for model_field in fields(Position) if model_field.name == field
        )
    try:
        return _adapter(field).validate_python(value)
    except ValueError as error:
        details: Sequence[Mapping[str, object]] = getattr(error, "errors", list)()
        message = f"`{details[0]['input']}`: {str(details[0]['msg']).lower()}" if details else error
        raise RefusedEdit(str(message)) from None


@cache
def _adapter(field: str) -> Any:
    from pydantic import TypeAdapter  # only changes of fields need it

    return TypeAdapter(get_type_hints(Position, include_extras=True)[field])


def renamed_position(position: Position, renamed: Mapping[str, str]) -> Position:
    """A position with other ids: its own, its manager's, and those of dotted lines."""
    dotted = tuple(
        replace(line, to=renamed.get(line.to, line.to)) for line in position.dotted_lines
    )
    return replace(
        position,
        id=renamed.get(position.id, position.id),
        reports_to=renamed.get(position.reports_to or "", position.reports_to),
        dotted_lines=dotted,
    )
