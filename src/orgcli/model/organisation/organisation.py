"""Organisations: positions and departments, the lines between them, and where all is written."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import ClassVar

from orgcli.model.findings.finding import Place
from orgcli.model.organisation.position import Position
from orgcli.model.organisation.reporting_lines import ReportingLines, reporting_lines
from orgcli.model.source.scalar import Text
from orgcli.model.strict import STRICT


@dataclass(frozen=True, slots=True)
class Department:
    """A part of the organisation."""

    __pydantic_config__: ClassVar = STRICT

    id: Text
    """What positions refer to it by."""
    name: Text | None = None
    """What it is called; else its id."""
    parent: Text | None = None
    """The id of the department that it is a part of."""
    head: Text | None = None
    """The id of the position that leads it."""
    color: Text | None = None
    """The colour of its cards on a chart, in quotes: "#0072b2"."""


def _nowhere(_entry: int, *_path: str | int) -> Place:
    return Place("<memory>")


@dataclass(frozen=True)
class Organisation:
    """Positions in file order with the lines between them.

    place             place(i) is where position `i` is written, place(i, "reports_to") that
                      field; a field that is not written gives the entry
    complete          False when a file of it could not be read: absent managers may stand there
    files             the files it was read from, the one that names it first
    department_place  the same as `place` for the departments
    tabular           whether positions of it come from a table, whose ids are often numbers
    ids_are_people    whether each id is a person's, so that two of one name are two people
    top_word          what its files write instead of a manager at the top; "" for nothing
    """

    name: str | None
    positions: Sequence[Position]
    departments: Sequence[Department] = ()
    place: Callable[..., Place] = field(default=_nowhere, repr=False, compare=False)
    complete: bool = True
    files: tuple[str, ...] = ()
    department_place: Callable[..., Place] = field(default=_nowhere, repr=False, compare=False)
    top_word: str = ""
    tabular: bool = False
    ids_are_people: bool = False

    @cached_property
    def live(self) -> int:
        """How many positions there are; closed ones do not count."""
        return sum(position.status != "closed" for position in self.positions)

    @cached_property
    def tops(self) -> Sequence[int]:
        """The positions that report to nobody, without those that are closed."""
        return [at for at in self.lines.roots if self.positions[at].status != "closed"]

    @cached_property
    def layers(self) -> int:
        """How many layers there are down to the last position that is not closed."""
        if self.live == len(self.positions):
            return self.lines.layers
        layers = zip(self.lines.layer, self.positions, strict=True)
        return max((layer for layer, position in layers if position.status != "closed"), default=0)

    def with_some(self, kept: Sequence[int], positions: Sequence[Position]) -> "Organisation":
        """The organisation with some of its positions, or what became of them.

        kept  the place of each of these among its own
        """

        def place(at: int, *path: str | int) -> Place:
            return self.place(kept[at], *path)

        return replace(self, positions=positions, place=place)

    @cached_property
    def lines(self) -> ReportingLines:
        """The reporting lines, resolved once."""
        return reporting_lines(
            [position.id for position in self.positions],
            [position.reports_to for position in self.positions],
        )


@dataclass(frozen=True, slots=True)
class Titles:
    """What each role is called, for positions that name a role and no title."""

    by_role: Mapping[str, str]

    def of(self, position: Position) -> str:
        """The position's own title, else its role's, else the role id, else nothing."""
        if position.title:
            return position.title
        role = position.role
        return self.by_role.get(role, role) if role else ""
