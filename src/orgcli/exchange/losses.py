"""What of an organisation a format cannot hold, in lines for its users."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from orgcli.exchange.export import ExportJob
from orgcli.model.organisation.position import Position
from orgcli.model.organisation.position_fields import CONTACT_FIELDS, POSITION_FIELDS
from orgcli.model.text import listed

DEPARTMENTS, PURPOSES, NAME = "departments", "purposes", "organisation"
"""What is no field of a position: the list of departments, what dotted lines are for, the name."""
EVERYTHING = frozenset({*POSITION_FIELDS, DEPARTMENTS, PURPOSES, NAME})


def lost_fields(job: ExportJob, carried: Collection[str]) -> Sequence[str]:
    """A line with all fields that have values and are not carried, and their numbers of positions.

    carried  names of fields and of the other parts, of EVERYTHING
    """
    positions = [job.organisation.positions[at] for at in job.at]
    losses = []
    for name in POSITION_FIELDS:
        if name not in carried and (
            count := sum(has_value(position, name) for position in positions)
        ):
            losses.append(f"{name} ({count:,})")
    losses += list(_others(job, positions, carried))
    return [f"not carried: {listed(losses, None, str)}"] if losses else []


def _others(
    job: ExportJob, positions: Sequence[Position], carried: Collection[str]
) -> Iterator[str]:
    count = sum(any(line.purpose for line in position.dotted_lines) for position in positions)
    if count and PURPOSES not in carried and "dotted_lines" in carried:
        yield f"what dotted lines are for ({count:,})"
    if DEPARTMENTS not in carried and job.organisation.departments:
        yield f"the list of departments ({len(job.organisation.departments):,})"
    if NAME not in carried and job.organisation.name:
        yield "the name of the organisation"


def has_value(position: Position, name: str) -> bool:
    """Whether a position has another value of a field than the usual one."""
    if name in CONTACT_FIELDS:
        return getattr(position.contact, name, None) is not None
    value = getattr(position, name)
    return value not in (None, (), {}, False) and not (name == "headcount" and value == 1)
