"""What an organisation says that a format cannot hold, in lines for whoever exports it."""

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
    """A line with all that is said and not carried, with how many positions say it.

    carried  names of fields, and of what else there is, of EVERYTHING
    """
    positions = [job.organisation.positions[at] for at in job.at]
    found = []
    for name in POSITION_FIELDS:
        if name not in carried and (count := sum(says(position, name) for position in positions)):
            found.append(f"{name} ({count:,})")
    found += list(_others(job, positions, carried))
    return [f"not carried: {listed(found, None, str)}"] if found else []


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


def says(position: Position, name: str) -> bool:
    """Whether a position says more of a field than what is usual."""
    if name in CONTACT_FIELDS:
        return getattr(position.contact, name, None) is not None
    value = getattr(position, name)
    return value not in (None, (), {}, False) and not (name == "headcount" and value == 1)
