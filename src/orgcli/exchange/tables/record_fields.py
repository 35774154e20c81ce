"""The fields of a record: what each is called, what it holds, and what it means."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from orgcli.exchange.tables.line_values import ResolvedPositions
from orgcli.model.organisation.position import COMPUTED, Contact, Position
from orgcli.model.organisation.position_fields import POSITION_FIELDS

VERSION = 1
"""Of the records; it changes only where a field changes its meaning or is taken away."""

Column = Sequence[Any]


@dataclass(frozen=True, slots=True)
class RecordField:
    """One field of a record.

    kind         its JSON type; `several` where it is a list of texts
    description  what it holds
    values       gives a value for each position, None where it has none
    """

    kind: str
    description: str
    values: Callable[[ResolvedPositions], Column]


def _own(name: str) -> Callable[[ResolvedPositions], Column]:
    return lambda of: [getattr(position, name) for position in of.positions]


def _contact(name: str) -> Callable[[ResolvedPositions], Column]:
    nothing = Contact()
    return lambda of: [getattr(position.contact or nothing, name) for position in of.positions]


def _dotted(position: Position) -> Sequence[Mapping[str, str]]:
    return [
        {"to": line.to, "for": line.purpose} if line.purpose else {"to": line.to}
        for line in position.dotted_lines
    ]


_TEXT, _WHOLE = "string", "integer"
_KINDS = {int: "integer", float: "number", bool: "boolean", date: "date", dict: "mapping"}


def _field(name: str, description: str = "") -> RecordField:
    """A field of the model as it is."""
    field = POSITION_FIELDS[name]
    kind = "several" if field.several else _KINDS.get(field.kind, _TEXT)
    values = _contact(name) if field.path[0] == "contact" else _own(name)
    return RecordField(kind, description or f"The `{name}` of the position.", values)


_KNOWN = {
    "id": _field("id", "The id of the position."),
    "title": RecordField(
        _TEXT, "Its title; that of its role where it has none.", lambda of: of.titles
    ),
    "role": _field("role", "The role that it names."),
    "holder": _field("holder", "Who holds it; empty for a vacancy."),
    "reports_to": _field("reports_to", "The id of the manager's position."),
    "manager_name": RecordField(
        _TEXT,
        "The holder of the manager's position, else its title, else its id.",
        lambda of: of.managers,
    ),
    "dotted_lines": RecordField(
        "lines",
        "Secondary managers: the id of each, and what the line is for.",
        lambda of: [_dotted(position) for position in of.positions],
    ),
    "department": _field("department", "A name, or the id of a department."),
    "department_name": RecordField(
        _TEXT, "What its department is called.", lambda of: of.departments
    ),
    "location": _field("location", "Where it is."),
    "cost_center": _field("cost_center", "Where its cost is booked."),
    "status": RecordField(_TEXT, "filled, open, planned or closed.", _own("state")),
    "start": _field("start", "The day it begins."),
    "end": _field("end", "The last day it is there."),
    "fte": _field("fte", "The full-time equivalent."),
    "headcount": _field("headcount", "The number of equal seats."),
    "assistant": _field("assistant", "Whether it stands beside the reporting line."),
    "level": _field("level", "The level that is written; 1 is the top."),
    "archetype": _field("archetype", "executor or strategist."),
    "tags": _field("tags", "Words of the user's own."),
    "email": _field("email", "The address for mail."),
    "phone": _field("phone", "The telephone number."),
    "url": _field("url", "A page about it."),
    "photo": _field("photo", "The file with the holder's picture."),
}
_AFTER = {
    "layer": RecordField(
        _WHOLE, "1 at the top; none in a ring and below one.", lambda of: of.layers
    ),
    "direct_reports": RecordField(
        _WHOLE,
        "How many positions report to it; closed ones do not count.",
        lambda of: of.direct,
    ),
    "all_reports": RecordField(
        _WHOLE,
        "How many positions there are below it; closed ones do not count.",
        lambda of: of.below,
    ),
    "path": RecordField(
        "several",
        "The ids from the top down to it; none in a ring, and below layer 1,000.",
        lambda of: of.paths,
    ),
    "attributes": RecordField(
        "mapping",
        "Anything else, as text, by its name.",
        lambda of: [position.attributes or {} for position in of.positions],
    ),
}
_OTHERS = {name: _field(name) for name in POSITION_FIELDS if name not in {*_KNOWN, *_AFTER}}
"""Fields of the model that are written as they are."""
RECORD_FIELDS: Mapping[str, RecordField] = MappingProxyType({**_KNOWN, **_OTHERS, **_AFTER})
"""By name, in the order of a record."""

assert set(COMPUTED) < set(RECORD_FIELDS)


def chosen_fields(of: ResolvedPositions) -> Sequence[str]:
    """The fields to write: those of the request, else all."""
    return of.job.fields or tuple(RECORD_FIELDS)


def values_of(name: str, of: ResolvedPositions) -> Column:
    """The values of a field, or else of an attribute of that name."""
    if name in RECORD_FIELDS:
        return RECORD_FIELDS[name].values(of)
    return attribute_values(name, of)


def attribute_values(name: str, of: ResolvedPositions) -> Sequence[str | None]:
    """The values of an attribute."""
    return [(position.attributes or {}).get(name) for position in of.positions]
