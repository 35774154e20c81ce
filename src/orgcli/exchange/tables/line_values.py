"""What follows from the lines of an organisation for each position: names, layers, paths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from orgcli.exchange.export import ExportJob
from orgcli.model.organisation.position import Position, attribute_names

DEEPEST = 1_000
"""Layers down to which a path is written: all paths of a chain are as long as its square."""


@dataclass(frozen=True, eq=False)
class ResolvedPositions:
    """The positions to write, with what follows for them in the whole organisation."""

    job: ExportJob

    @cached_property
    def positions(self) -> Sequence[Position]:
        """Those to write."""
        whole = self.job.organisation.positions
        return [whole[at] for at in self.job.at]

    @cached_property
    def titles(self) -> Sequence[str | None]:
        """The title of each, that of its role where it has none."""
        return [self.job.titles.of(position) or None for position in self.positions]

    @cached_property
    def departments(self) -> Sequence[str | None]:
        """What the department of each is called."""
        names = {
            department.id: department.name or department.id
            for department in self.job.organisation.departments
        }
        departments = (position.department for position in self.positions)
        return [None if name is None else names.get(name, name) for name in departments]

    @cached_property
    def managers(self) -> Sequence[str | None]:
        """The manager of each: its holders, else the title, else the id."""
        whole, manager = self.job.organisation.positions, self.job.organisation.lines.manager
        names = {at: name_of(whole[at], self.job) if at >= 0 else None for at in set(manager)}
        return [names[manager[at]] for at in self.job.at]

    @cached_property
    def layers(self) -> Sequence[int | None]:
        """The layer of each, 1 at the top; None in a ring and below one."""
        layer = self.job.organisation.lines.layer
        return [layer[at] or None for at in self.job.at]

    @cached_property
    def _counts(self) -> tuple[Sequence[int], Sequence[int]]:
        """Per position of the whole organisation: its reports, and all below, without closed ones.

        Those in a ring have all of it below them but themselves.
        """
        lines, whole = self.job.organisation.lines, self.job.organisation.positions
        manager = lines.without_rings()
        direct, below = [0] * len(whole), [0] * len(whole)
        for at in reversed(_downward(manager)):
            counts = whole[at].status != "closed"
            above = manager[at]
            if above >= 0:
                direct[above] += counts
                below[above] += below[at] + counts
        for ring in lines.rings:
            top = ring[0]
            counts = whole[top].status != "closed"
            direct[lines.manager[top]] += counts
            all_of_it = below[top] + counts
            for at in ring:
                below[at] = all_of_it - (whole[at].status != "closed")
        return direct, below

    @cached_property
    def direct(self) -> Sequence[int]:
        """How many positions report to each; closed ones do not count."""
        return [self._counts[0][at] for at in self.job.at]

    @cached_property
    def below(self) -> Sequence[int]:
        """How many positions there are below each; closed ones do not count."""
        return [self._counts[1][at] for at in self.job.at]

    @cached_property
    def paths(self) -> Sequence[Sequence[str] | None]:
        """The ids from the top down to each; None in a ring, below one, and below DEEPEST."""
        lines, whole = self.job.organisation.lines, self.job.organisation.positions
        paths: dict[int, tuple[str, ...]] = {}
        for at in _downward(lines.without_rings()):
            if 0 < lines.layer[at] <= DEEPEST:
                above = lines.manager[at]
                paths[at] = (*(paths[above] if above >= 0 else ()), whole[at].id)
        return [paths.get(at) for at in self.job.at]

    @cached_property
    def attribute_names(self) -> Sequence[str]:
        """All attributes, in the order in which they first occur."""
        return attribute_names(self.positions)


def name_of(position: Position, job: ExportJob) -> str:
    """What a position is called in a line: its holders, else its title, else its id."""
    return "; ".join(position.holder) or job.titles.of(position) or position.id


def _downward(manager: Sequence[int]) -> list[int]:
    """All positions, each after its manager."""
    below: list[list[int]] = [[] for _ in manager]
    order = []
    for at, above in enumerate(manager):
        if above >= 0:
            below[above].append(at)
        else:
            order.append(at)
    for at in order:
        order.extend(below[at])
    return order
