"""Reporting lines of roles as small trees: each role alone, and all that are compared together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from orgcli.compare.answer.answer import Sketch, SketchNode
from orgcli.compare.comparison.comparison import Wording
from orgcli.compare.comparison.vocabulary import Vocabulary
from orgcli.model.text import joined

_MOST_BELOW = 1


@dataclass(frozen=True, slots=True)
class RoleLines:
    """The statements on the managers and the reports of a role.

    id    of the role
    name  what it is called
    """

    id: str
    name: str
    reports_to: Sequence[Wording]
    manages: Sequence[Wording]


def sketches(roles: Sequence[RoleLines], vocabulary: Vocabulary, joint: str) -> Iterator[Sketch]:
    """Each role of which lines are stated, alone; then all roles that a statement connects.

    joint  the word between alternative managers
    """
    drawing = _SketchDrawing(roles, vocabulary, joint)
    for at, role in enumerate(roles):
        if role.reports_to or role.manages:
            yield Sketch((at,), tuple(drawing.alone(role)))
    if drawing.parents:
        yield drawing.together()


def _ranked(wordings: Iterable[Wording]) -> list[Wording]:
    """The key statements first."""
    return sorted(wordings, key=lambda wording: not wording.statement.key)


class _SketchDrawing:
    """The sketches of some roles; in that of all, each is below one other."""

    def __init__(self, roles: Sequence[RoleLines], vocabulary: Vocabulary, joint: str) -> None:
        self._roles, self._vocabulary, self._joint = roles, vocabulary, joint
        self._known = {role.id for role in roles}
        self._above = [dict(self._managers(at)) for at in range(len(roles))]
        self.parents = {at: self._nearest(at) for at in range(len(roles)) if self._above[at]}

    def alone(self, role: RoleLines) -> Iterator[SketchNode]:
        """The manager, the role, and a report."""
        yield self._manager([wording for wording in role.reports_to if not wording.statement.when])
        yield SketchNode(1, role.name, is_role=True)
        below = [
            wording
            for wording in role.manages
            if not wording.statement.when and wording.statement.role
        ]
        for wording in _ranked(below)[:_MOST_BELOW]:
            yield self._other(2, wording)

    def _manager(self, wordings: Sequence[Wording]) -> SketchNode:
        """The manager of the first statement; of a list without works all that it names."""
        ranked = _ranked(wordings)
        if not ranked:
            return SketchNode(0)
        first = ranked[0]
        plain = [] if first.works else [wording for wording in ranked if not wording.works]
        ids = [role for wording in plain or [first] for role in wording.statement.role]
        names = [self._vocabulary.role(id) for id in dict.fromkeys(ids)]
        text = joined(names, self._joint) if names else self._vocabulary.text(first.statement)
        return SketchNode(0, text, self._vocabulary.hedge(first.statement), first)

    def _other(self, depth: int, wording: Wording) -> SketchNode:
        """A role or a person outside the comparison."""
        statement = wording.statement
        return SketchNode(
            depth, self._vocabulary.relation(statement), self._vocabulary.hedge(statement), wording
        )

    def _managers(self, at: int) -> Iterator[tuple[int, Wording]]:
        """The roles compared that this one may report to, each with the statement."""
        role = self._roles[at]
        for other, manager in enumerate(self._roles):
            wordings = [
                wording for wording in role.reports_to if manager.id in wording.statement.role
            ]
            wordings += [
                wording for wording in manager.manages if role.id in wording.statement.role
            ]
            if wordings and other != at:
                yield other, min(wordings, key=lambda wording: len(wording.statement.role))

    def _nearest(self, at: int) -> int:
        """Of several managers the one that reports to another of them, else the first."""
        managers = self._above[at]
        for manager in managers:
            if any(other in self._above[manager] for other in managers if other != manager):
                return manager
        return next(iter(managers))

    def together(self) -> Sketch:
        """The tree of all; a role that would be above itself stands at the top."""
        columns = sorted({*self.parents, *self.parents.values()})
        nodes: list[SketchNode] = []
        placed: set[int] = set()
        for top in columns:
            if top in self.parents and not self._is_ringed(top):
                continue
            outside = [
                wording
                for wording in self._roles[top].reports_to
                if not wording.statement.when and self._known.isdisjoint(wording.statement.role)
            ]
            nodes.append(self._manager(outside))
            nodes += self._tree(top, placed)
        return Sketch(tuple(columns), tuple(nodes))

    def _is_ringed(self, at: int) -> bool:
        """Whether a line leads back to a role, which is the first of its ring."""
        passed = {at}
        above = self.parents.get(at)
        while above is not None and above not in passed:
            passed.add(above)
            above = self.parents.get(above)
        return above == at and at == min(passed)

    def _tree(self, top: int, placed: set[int]) -> Iterator[SketchNode]:
        stack = [(top, 1)]
        while stack:
            at, depth = stack.pop()
            if at in placed:
                continue
            placed.add(at)
            wording = self._above[at][self.parents[at]] if depth > 1 else None
            hedge = self._vocabulary.hedge(wording.statement) if wording else ""
            yield SketchNode(depth, self._roles[at].name, hedge, wording, is_role=True)
            below = [report for report, above in self.parents.items() if above == at]
            stack += [(report, depth + 1) for report in reversed(below)]
