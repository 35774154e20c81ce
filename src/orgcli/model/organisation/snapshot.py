"""An organisation as it is on a day, or without the positions that are closed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Position
from orgcli.model.organisation.reporting_lines import TOP


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The positions that are there, in file order.

    stranded  the position of each one whose manager is not there -> that manager as it is on the
              day; None where it is still to come
    """

    organisation: Organisation
    stranded: Mapping[int, Position | None] = field(default_factory=dict)


def snapshot(
    organisation: Organisation, day: date | None = None, *, closed: bool = False
) -> Snapshot:
    """The organisation without the positions that are not there on a day, or are closed.

    Who reports to one of those reports to the nearest position above it that is there, or stands
    at the top.

    day     None looks at no date
    closed  whether closed positions are kept
    """
    positions = organisation.positions
    if day is None and (closed or organisation.live == len(positions)):
        return Snapshot(organisation)
    on_day = [position_on(position, day) for position in positions]
    present = [
        position is not None and (closed or position.status != "closed") for position in on_day
    ]
    ids = {
        position.id for position, is_present in zip(positions, present, strict=True) if is_present
    }
    above = nearest_above(organisation.lines.manager, present)
    kept: list[Position] = []
    stranded: dict[int, Position | None] = {}
    for at, position in enumerate(on_day):
        if position is None or not present[at]:
            continue
        manager = organisation.lines.manager[at]
        if manager >= 0 and not present[manager] and position.reports_to not in ids:
            stranded[len(kept)] = on_day[manager]
            nearest = above[manager]
            reports_to = positions[nearest].id if nearest not in (TOP, at) else None
            position = replace(position, reports_to=reports_to)
        kept.append(position)
    places = [at for at, is_present in enumerate(present) if is_present]
    return Snapshot(organisation.with_some(places, kept), stranded)


def position_on(position: Position, day: date | None) -> Position | None:
    """The position as it is on a day, or None before its first; after its last it is closed."""
    if day is None:
        return position
    if position.start and position.start > day:
        return None
    if position.end and position.end < day:
        return position if position.status == "closed" else replace(position, status="closed")
    return replace(position, status=None) if position.has_dated_status else position


def nearest_above(manager: Sequence[int], present: Sequence[bool]) -> dict[int, int]:
    """For each position that is not there, the nearest above it that is, or TOP."""
    nearest_of: dict[int, int] = {}
    for start, is_present in enumerate(present):
        if is_present:
            continue
        path = []
        at = start
        while at >= 0 and not present[at] and at not in nearest_of:
            path.append(at)
            nearest_of[at] = TOP  # for a ring of positions that are all absent
            at = manager[at]
        nearest = nearest_of.get(at, at) if at >= 0 else TOP
        nearest_of.update(dict.fromkeys(path, nearest))
    return nearest_of
