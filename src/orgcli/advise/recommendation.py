"""The result of `orgcli advise`: lines of advice, each with its rule, statements and works."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from orgcli.model.roles.advice import Answer, Gap, Kind, Observation, Question
from orgcli.model.roles.library import Work


class Direction(StrEnum):
    """Where everything that is known points to; no winner is ever named."""

    UNKNOWN = "unknown"
    NOWHERE = "nowhere"
    SIGNS = "signs"
    ONE = "one"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Basis:
    """A statement of the role library that a line rests on."""

    id: str
    roles: tuple[str, ...]
    text: str
    hedge: str
    works: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """What things are called in the language chosen.

    roles       id -> (short, title)
    hedges      key -> words, empty for a plain statement
    works       in the order of the library
    statements  those behind the rules by id, where lines shall carry them
    """

    roles: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    hedges: Mapping[str, str] = field(default_factory=dict)
    works: Sequence[Work] = ()
    statements: Mapping[str, Basis] = field(default_factory=dict)

    def short(self, role: str) -> str:
        """What to call a role where there is little room."""
        return self.roles[role][0] if role in self.roles else role

    def long(self, role: str) -> str:
        """The title of a role, with its abbreviation behind it where it has one."""
        short, title = self.roles.get(role, (role, role))
        return title if short == title else f"{title} ({short})"

    def work(self, key: str) -> str:
        """The name of a work."""
        return next((work.name for work in self.works if work.key == key), key)


@dataclass(frozen=True, slots=True)
class AdviceLine:
    """A sentence of advice, the rule or the gap it comes from, and the works behind it.

    hedge  the words of the hedge, empty for a plain statement
    now    whether it is so today, rather than to be expected
    seen   the positions that make it so; missing  roles that no position names
    basis  the statements behind `statements`, where they were read
    """

    key: str
    text: str
    hedge: str
    works: tuple[str, ...]
    statements: tuple[str, ...]
    claims: tuple[str, ...] = ()
    dispute: str | None = None
    kind: Kind | None = None
    to: str | None = None
    now: bool = False
    seen: tuple[Observation, ...] = ()
    missing: tuple[str, ...] = ()
    basis: tuple[Basis, ...] = ()

    @property
    def one_work(self) -> bool:
        """Whether it is one vendor's opinion."""
        return len(self.works) == 1


@dataclass(frozen=True, slots=True)
class RoleCandidate:
    """A role that something points to, and everything that does; counted, never weighed.

    exists  whether the organisation has the seat
    beside  roles that its sources want beside it
    """

    role: str
    lines: tuple[AdviceLine, ...]
    exists: bool
    beside: tuple[str, ...] = ()

    @property
    def works(self) -> tuple[str, ...]:
        """The works behind it, each once."""
        return tuple(dict.fromkeys(work for line in self.lines for work in line.works))

    @property
    def only_signs(self) -> bool:
        """Whether nothing but signs of things to come points there."""
        return all(line.kind == "signal" for line in self.lines)


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """An answer with its question, and whether any line of the advice rests on it."""

    question: Question
    answer: Answer
    used: bool


@dataclass(frozen=True, slots=True)
class ExplainedGap:
    """A gap: what no source says, and the statements near to it."""

    gap: Gap
    near: tuple[AdviceLine, ...]


@dataclass(frozen=True, slots=True)
class GapReport:
    """What no source says: about a question, or all of it.

    question  in the words of the user; None where all gaps are listed
    matches   the gaps that it is about
    listed    all gaps, where they are listed or none matches
    """

    question: str | None
    matches: tuple[ExplainedGap, ...]
    listed: tuple[ExplainedGap, ...]
    names: Names

    @property
    def works(self) -> list[Work]:
        """The works behind the statements near to the gaps."""
        cited = {
            work for explained in self.matches for line in explained.near for work in line.works
        }
        return [work for work in self.names.works if work.key in cited]


@dataclass(frozen=True, slots=True)
class Recommendation:
    """The advice on one set of answers, or on one organisation.

    organisation  its name and its files, where there is one
    looked_at     of how many positions how many name a role; only those are looked at
    works         those behind any line, in the order of the library
    open_question the first question left open that bears on the roles, where there are several
    """

    direction: Direction
    answers: tuple[AnsweredQuestion, ...]
    candidates: tuple[RoleCandidate, ...]
    add: tuple[AdviceLine, ...]
    risks: tuple[AdviceLine, ...]
    lines: tuple[AdviceLine, ...]
    cautions: tuple[AdviceLine, ...]
    gaps: tuple[ExplainedGap, ...]
    works: tuple[Work, ...]
    names: Names
    organisation: str | None = None
    looked_at: tuple[int, int] | None = None
    open_question: str | None = None

    def all_lines(self) -> tuple[AdviceLine, ...]:
        """All lines, in the order they are shown; without those near a gap."""
        candidates = (line for candidate in self.candidates for line in candidate.lines)
        return (*candidates, *self.add, *self.risks, *self.lines, *self.cautions)
