"""Organisations as people write them: positions, departments, reporting and dotted lines."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic.dataclasses import dataclass as validated

from orgcli.model.findings.finding import Place
from orgcli.model.organisation.reporting_lines import ReportingLines, reporting_lines
from orgcli.model.source.scalar import Day, Number, Text, Texts, Truth, Whole
from orgcli.model.strict import STRICT

Status = Literal["filled", "open", "planned", "closed"]
Archetype = Literal["executor", "strategist"]


def _as_line(value: object) -> object:
    return {"to": value} if isinstance(value, str) else value


def _as_lines(value: object) -> object:
    if value is None:
        return ()
    return (value,) if isinstance(value, (str, dict)) else value


@validated(frozen=True, slots=True, config=STRICT)
class DottedLine:
    """A secondary reporting line, and what it is for."""

    to: Text
    purpose: Annotated[Text | None, Field(alias="for")] = None


@validated(frozen=True, slots=True, config=STRICT)
class Contact:
    """How to reach the holder."""

    email: Text | None = None
    phone: Text | None = None
    url: Text | None = None


@validated(frozen=True, slots=True, config=STRICT)
class Position:
    """One seat in one organisation, as its entry says it; `photo` from that one's folder."""

    id: Text
    title: Text | None = None
    role: Text | None = None
    holder: Texts = ()
    reports_to: Text | None = None
    dotted_lines: Annotated[
        tuple[Annotated[DottedLine, BeforeValidator(_as_line)], ...], BeforeValidator(_as_lines)
    ] = ()
    department: Text | None = None
    location: Text | None = None
    status: Status | None = None
    start: Day | None = None
    end: Day | None = None
    fte: Annotated[Number, Field(ge=0, le=1000)] | None = None
    headcount: Annotated[Whole, Field(ge=1, le=1_000_000)] = 1
    assistant: Truth = False
    level: Annotated[Whole, Field(ge=0, le=1000)] | None = None
    archetype: Archetype | None = None
    tags: Texts = ()
    contact: Contact | None = None
    photo: Text | None = None
    attributes: dict[str, str] | None = None

    @property
    def state(self) -> Status:
        """The status written, else filled where somebody holds the position, else open."""
        return self.status or ("filled" if self.holder else "open")


@validated(frozen=True, slots=True, config=STRICT)
class Department:
    """A part of the organisation; `head` is the id of a position, `parent` a department."""

    id: Text
    name: Text | None = None
    parent: Text | None = None
    head: Text | None = None
    color: Text | None = None


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

    @cached_property
    def live(self) -> int:
        """How many positions there are; those that are closed are there no more."""
        return sum(position.status != "closed" for position in self.positions)

    @cached_property
    def tops(self) -> Sequence[int]:
        """The positions that report to nobody, without those that are closed."""
        return [at for at in self.lines.roots if self.positions[at].status != "closed"]

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
