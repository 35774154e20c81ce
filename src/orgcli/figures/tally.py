"""Counts positions: all of them at once, or each for the groups that it is in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from orgcli.figures.figures import AttributeSum, SeatFigures
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Position


@dataclass(frozen=True, slots=True)
class Measures:
    """What is counted, per position.

    spans   direct reports, as seats
    people  a word for each holder, the same for the same person
    sums    the attributes that are added up: the number of each position, None for a text that is
            none; a position without the attribute is not in it
    """

    positions: Sequence[Position]
    spans: Sequence[int]
    people: Sequence[tuple[str, ...]]
    sums: Mapping[str, Mapping[int, float | None]]


def direct_reports(organisation: Organisation) -> list[int]:
    """Per position: how many seats report to it directly; nobody is a report of their own."""
    spans = [0] * len(organisation.positions)
    for at, (above, position) in enumerate(
        zip(organisation.lines.manager, organisation.positions, strict=True)
    ):
        if above >= 0 and above != at:
            spans[above] += position.headcount
    return spans


class _SeatTally:
    """The numbers of one group while it is counted."""

    __slots__ = ("fte", "fte_stated", "largest", "managers", "people", "reports", "states", "sums")

    def __init__(self, sums: Iterable[str]) -> None:
        self.states = {"filled": 0, "open": 0, "planned": 0, "closed": 0}
        self.people: set[str] = set()
        self.fte: list[float] = []
        self.fte_stated = self.managers = self.reports = self.largest = 0
        self.sums: dict[str, tuple[list[float], list[int]]] = {one: ([], []) for one in sums}

    def figures(self) -> SeatFigures:
        """The numbers, as they are at the end."""
        return SeatFigures(
            self.states["filled"],
            self.states["open"],
            self.states["planned"],
            len(self.people),
            round(sum(self.fte, 0.0) + self.states["filled"] - self.fte_stated, 4),
            self.fte_stated,
            self.managers,
            self.reports,
            self.largest,
            {
                name: AttributeSum(round(sum(numbers), 6), len(numbers), len(unread))
                for name, (numbers, unread) in self.sums.items()
            },
        )


def tally(
    measures: Measures, groups: Sequence[Sequence[int]] | None = None, count: int = 1
) -> list[SeatFigures]:
    """The numbers of each group.

    groups  per position the numbers of the groups that it is in; without them, all are in one
    count   how many groups there are
    """
    tallies = [_SeatTally(measures.sums) for _ in range(count)]
    everything = (0,)
    for at, position in enumerate(measures.positions):
        state, seats, span = position.state, position.headcount, measures.spans[at]
        for number in groups[at] if groups is not None else everything:
            one = tallies[number]
            one.states[state] += seats
            if state == "filled" and position.fte is not None:
                one.fte.append(position.fte)
                one.fte_stated += seats
            if position.holder:
                one.people.update(measures.people[at])
            if span:
                one.managers += 1
                one.reports += span
                one.largest = max(one.largest, span)
    for name, numbers in measures.sums.items():
        for at, amount in numbers.items():
            for number in groups[at] if groups is not None else everything:
                read, unread = tallies[number].sums[name]
                if amount is None:
                    unread.append(at)
                else:
                    read.append(amount)
    return [one.figures() for one in tallies]
