"""Counts positions: all of them at once, or each for the groups that it is in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from orgcli.figures.figures import AttributeSum, SeatFigures
from orgcli.model.organisation.holders import HolderKeys, holder_keys
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Status

Groups = Sequence[int | Sequence[int]]
"""Per position the number of its group, or of each group that it is in."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What is counted, per position.

    seats     how many seats it is
    unfilled  the status of those that are not filled
    fte       the equivalents that are stated
    spans     direct reports, as seats
    holders   a word for each holder, the same for the same person
    sums      the attributes that are added up: the number of each position, None for a text that is
              none; a position without the attribute is not in it
    """

    seats: Sequence[int]
    unfilled: Mapping[int, Status]
    fte: Mapping[int, float]
    spans: Sequence[int]
    holders: HolderKeys
    sums: Mapping[str, Mapping[int, float | None]]


def measures_of(
    organisation: Organisation, sums: Mapping[str, Mapping[int, float | None]]
) -> Measures:
    """What is counted of the positions of an organisation, all of which count."""
    positions = organisation.positions
    seats = [position.headcount for position in positions]
    states = (
        (at, position.state)
        for at, position in enumerate(positions)
        if position.status or not position.holder
    )
    return Measures(
        seats,
        {at: state for at, state in states if state != "filled"},
        {at: position.fte for at, position in enumerate(positions) if position.fte is not None},
        _direct_reports(organisation, seats),
        holder_keys(positions, organisation.ids_are_people),
        sums,
    )


def _direct_reports(organisation: Organisation, seats: Sequence[int]) -> list[int]:
    """How many seats report to each position directly; nobody is a report of their own."""
    spans = [0] * len(seats)
    for at, above in enumerate(organisation.lines.manager):
        if above >= 0 and above != at:
            spans[above] += seats[at]
    return spans


def tally(measures: Measures, groups: Groups | None = None, count: int = 1) -> list[SeatFigures]:
    """The numbers of each group.

    groups  without them, all positions are in one
    count   how many groups there are
    """
    everybody = range(len(measures.seats))
    if groups is None:
        return [figures_of(measures, everybody)]
    members: list[list[int]] = [[] for _ in range(count)]
    for at, own in enumerate(groups):
        if isinstance(own, int):
            members[own].append(at)
        else:
            for number in own:
                members[number].append(at)
    return [figures_of(measures, member) for member in members]


def figures_of(measures: Measures, members: Sequence[int]) -> SeatFigures:
    """The numbers of some positions, by their places in the organisation."""
    seats, unfilled, stated = measures.seats, measures.unfilled, measures.fte
    states = {"open": 0, "planned": 0, "closed": 0}
    for at in _among(members, unfilled):
        states[unfilled[at]] += seats[at]
    filled = sum(map(seats.__getitem__, members)) - sum(states.values())
    with_fte = [at for at in _among(members, stated) if at not in unfilled]
    fte_stated = sum(map(seats.__getitem__, with_fte))
    spans = [span for span in map(measures.spans.__getitem__, members) if span]
    keys = map(measures.holders.keys.__getitem__, members)
    return SeatFigures(
        filled,
        states["open"],
        states["planned"],
        len(set(chain.from_iterable(keys))),
        round(sum((stated[at] for at in with_fte), 0.0) + filled - fte_stated, 4),
        fte_stated,
        len(spans),
        sum(spans),
        max(spans, default=0),
        {name: _sum(members, numbers) for name, numbers in measures.sums.items()},
    )


def _among(members: Sequence[int], few: Mapping[int, object]) -> list[int]:
    """Those of the members that are among the keys of a mapping."""
    return [at for at in members if at in few] if few else []


def _sum(members: Sequence[int], numbers: Mapping[int, float | None]) -> AttributeSum:
    entries = [numbers[at] for at in _among(members, numbers)]
    read = [number for number in entries if number is not None]
    return AttributeSum(round(sum(read, 0.0), 6), len(read), len(entries) - len(read))
