"""Whether files that were edited say what was meant, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from functools import cache
from typing import Any, get_type_hints

from orgcli.mend.organisation.seat_changes import SeatChanges
from orgcli.model.findings.finding import Finding, Level, Verdict
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Position
from orgcli.model.text import quote


def meant(before: Organisation, changes: SeatChanges) -> Mapping[str, Position]:
    """The positions as they are to be, by their ids.

    Raises ValueError for a value that its field cannot have.
    """
    seats = {one.id: one for one in before.positions}
    for change in changes.fields:
        value = _typed(change.field, change.value)
        seats[change.id] = replace(seats[change.id], **{change.field: value})
    for values in changes.new:
        typed: dict[str, Any] = {name: _typed(name, value) for name, value in values.items()}
        seats[values["id"]] = Position(**typed)
    if not changes.renamed:
        return seats
    return {new.id: new for new in (_renamed(one, changes.renamed) for one in seats.values())}


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


def new_errors(
    before: Verdict, after: Verdict, renamed: Mapping[str, str] | None = None
) -> Sequence[Finding]:
    """The errors that were not there before.

    renamed  the ids that are others now: what was said of them is said of those
    """
    known = Counter(_key(_renamed_finding(one, renamed or {})) for one in before.findings)
    added = []
    for one in after.findings:
        if one.level is Level.ERROR and not one.suppressed:
            known[_key(one)] -= 1
            if known[_key(one)] < 0:
                added.append(one)
    return added


def _renamed_finding(finding: Finding, renamed: Mapping[str, str]) -> Finding:
    message = finding.message
    for old, new in renamed.items():
        message = message.replace(quote(old), quote(new))
    if message == finding.message and finding.entity not in renamed:
        return finding
    return replace(finding, message=message, entity=renamed.get(finding.entity, finding.entity))


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.code, finding.entity, finding.message
