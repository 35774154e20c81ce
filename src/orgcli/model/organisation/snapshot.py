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
    then = [position_on(one, day) for one in positions]
    there = [one is not None and (closed or one.status != "closed") for one in then]
    ids = {one.id for one, is_there in zip(positions, there, strict=True) if is_there}
    above = nearest_above(organisation.lines.manager, there)
    kept: list[Position] = []
    stranded: dict[int, Position | None] = {}
    for at, position in enumerate(then):
        if position is None or not there[at]:
            continue
        manager = organisation.lines.manager[at]
        if manager >= 0 and not there[manager] and position.reports_to not in ids:
            stranded[len(kept)] = then[manager]
            nearest = above[manager]
            reports_to = positions[nearest].id if nearest not in (TOP, at) else None
            position = replace(position, reports_to=reports_to)
        kept.append(position)
    places = [at for at, is_there in enumerate(there) if is_there]
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


def nearest_above(manager: Sequence[int], there: Sequence[bool]) -> dict[int, int]:
    """For each position that is not there, the nearest above it that is, or TOP."""
    found: dict[int, int] = {}
    for start, is_there in enumerate(there):
        if is_there:
            continue
        path = []
        at = start
        while at >= 0 and not there[at] and at not in found:
            path.append(at)
            found[at] = TOP  # what a ring of positions that are all gone comes back to
            at = manager[at]
        nearest = found.get(at, at) if at >= 0 else TOP
        found.update(dict.fromkeys(path, nearest))
    return found
