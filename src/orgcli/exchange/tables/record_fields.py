"""The fields of a record: what each is called, what it holds, and what it means."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from orgcli.exchange.tables.line_values import ResolvedPositions
from orgcli.model.organisation.position import COMPUTED, Contact, Position

VERSION = 1
"""Of the records; it changes only where a field changes its meaning or is taken away."""

Column = Sequence[Any]


@dataclass(frozen=True, slots=True)
class RecordField:
    """One field of a record.

    kind    its JSON type; `several` where it is a list of texts
    values  gives a value for each position, None where it has none
    """

    kind: str
    says: str
    values: Callable[[ResolvedPositions], Column]


def _own(name: str) -> Callable[[ResolvedPositions], Column]:
    return lambda of: [getattr(one, name) for one in of.positions]


def _contact(name: str) -> Callable[[ResolvedPositions], Column]:
    nothing = Contact()
    return lambda of: [getattr(one.contact or nothing, name) for one in of.positions]


def _dotted(one: Position) -> Sequence[Mapping[str, str]]:
    return [
        {"to": line.to, "for": line.purpose} if line.purpose else {"to": line.to}
        for line in one.dotted_lines
    ]


_TEXT, _WHOLE = "string", "integer"
RECORD_FIELDS: Mapping[str, RecordField] = MappingProxyType(
    {
        "id": RecordField(_TEXT, "The id of the position.", _own("id")),
        "title": RecordField(
            _TEXT, "Its title; that of its role where it has none.", lambda of: of.titles
        ),
        "role": RecordField(_TEXT, "The role that it names.", _own("role")),
        "holder": RecordField("several", "Who holds it; empty for a vacancy.", _own("holder")),
        "reports_to": RecordField(_TEXT, "The id of the manager's position.", _own("reports_to")),
        "manager_name": RecordField(
            _TEXT,
            "The holder of the manager's position, else its title, else its id.",
            lambda of: of.managers,
        ),
        "dotted_lines": RecordField(
            "lines",
            "Secondary managers: the id of each, and what the line is for.",
            lambda of: [_dotted(one) for one in of.positions],
        ),
        "department": RecordField(_TEXT, "A name, or the id of a department.", _own("department")),
        "department_name": RecordField(
            _TEXT, "What its department is called.", lambda of: of.departments
        ),
        "location": RecordField(_TEXT, "Where it is.", _own("location")),
        "cost_center": RecordField(_TEXT, "Where its cost is booked.", _own("cost_center")),
        "status": RecordField(_TEXT, "filled, open, planned or closed.", _own("state")),
        "start": RecordField("date", "The day it begins.", _own("start")),
        "end": RecordField("date", "The last day it is there.", _own("end")),
        "fte": RecordField("number", "The full-time equivalent.", _own("fte")),
        "headcount": RecordField(_WHOLE, "The number of equal seats.", _own("headcount")),
        "assistant": RecordField(
            "boolean", "Whether it stands beside the reporting line.", _own("assistant")
        ),
        "level": RecordField(_WHOLE, "The level that is written; 1 is the top.", _own("level")),
        "archetype": RecordField(_TEXT, "executor or strategist.", _own("archetype")),
        "tags": RecordField("several", "Words of the user's own.", _own("tags")),
        "email": RecordField(_TEXT, "The address for mail.", _contact("email")),
        "phone": RecordField(_TEXT, "The telephone number.", _contact("phone")),
        "url": RecordField(_TEXT, "A page about it.", _contact("url")),
        "photo": RecordField(_TEXT, "The file with the holder's picture.", _own("photo")),
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
            lambda of: [one.attributes or {} for one in of.positions],
        ),
    }
)
"""By name, in the order of a record."""

assert set(COMPUTED) < set(RECORD_FIELDS)


def chosen_fields(of: ResolvedPositions) -> Sequence[str]:
    """The fields to write: those asked for, else all."""
    return of.job.fields or tuple(RECORD_FIELDS)


def values_of(name: str, of: ResolvedPositions) -> Column:
    """The values of a field, or else of an attribute of that name."""
    if name in RECORD_FIELDS:
        return RECORD_FIELDS[name].values(of)
    return attribute_values(name, of)


def attribute_values(name: str, of: ResolvedPositions) -> Sequence[str | None]:
    """The values of an attribute."""
    return [(one.attributes or {}).get(name) for one in of.positions]
