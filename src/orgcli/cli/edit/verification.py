"""Whether files that were edited say what was meant, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from functools import cache
from typing import Any, get_type_hints

from orgcli.mend.organisation.seat_changes import SeatChanges, SeatFieldChange
from orgcli.model.findings.finding import Finding, Level, Verdict
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Contact, Position


def meant(before: Organisation, changes: SeatChanges) -> Mapping[str, Position]:
    """The positions as they are to be, by their ids.

    Raises ValueError for a value that its field cannot have.
    """
    seats = {one.id: one for one in before.positions}
    for change in changes.fields:
        seats[change.id] = _changed(seats[change.id], change)
    for values in changes.new:
        typed: dict[str, Any] = {name: _typed(name, value) for name, value in values.items()}
        seats[values["id"]] = Position(**typed)
    if not changes.renamed:
        return seats
    return {new.id: new for new in (_renamed(one, changes.renamed) for one in seats.values())}


def _changed(seat: Position, change: SeatFieldChange) -> Position:
    """The position with another value of a field, or of one that is in another."""
    field, _, inner = change.field.partition(".")
    if not inner:
        return replace(seat, **{field: _typed(field, change.value)})
    if field == "contact":
        value = change.value if change.value is None else str(change.value)
        contact = replace(seat.contact or Contact(), **{inner: value})
        return replace(seat, contact=None if contact == Contact() else contact)
    attributes = {**(seat.attributes or {}), inner: change.value}
    kept = {name: str(value) for name, value in attributes.items() if value is not None}
    return replace(seat, attributes=kept or None)


def _typed(field: str, value: object) -> Any:
    """The value of a field as its type has it; the usual one for None."""
    if value is None:
        return next(one.default for one in fields(Position) if one.name == field)
    return _adapter(field).validate_python(value)


@cache
def _adapter(field: str) -> Any:
    from pydantic import TypeAdapter  # only edits of fields need it

    return TypeAdapter(get_type_hints(Position, include_extras=True)[field])


def _renamed(one: Position, renamed: Mapping[str, str]) -> Position:
    dotted = tuple(replace(line, to=renamed.get(line.to, line.to)) for line in one.dotted_lines)
    return replace(
        one,
        id=renamed.get(one.id, one.id),
        reports_to=renamed.get(one.reports_to or "", one.reports_to),
        dotted_lines=dotted,
    )


def differing(now: Organisation, wanted: Mapping[str, Position]) -> str:
    """The id of the first position that is not as it was meant to be; empty for none."""
    found = {one.id: one for one in now.positions}
    for id in (*wanted, *found):
        if found.get(id) != wanted.get(id):
            return id
    return ""


def new_errors(before: Verdict, after: Verdict) -> Sequence[Finding]:
    """The errors that were not there before."""
    known = Counter(map(_key, before.findings))
    added = []
    for one in after.findings:
        if one.level is Level.ERROR and not one.suppressed:
            known[_key(one)] -= 1
            if known[_key(one)] < 0:
                added.append(one)
    return added


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.code, finding.entity, finding.message
