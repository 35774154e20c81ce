"""Role definitions: what a role is, one statement at a time, under the facets of the field."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic.dataclasses import dataclass as validated

from orgcli.model.findings.finding import Place
from orgcli.model.organisation.position import Archetype
from orgcli.model.source.scalar import AS_LIST, Text, Texts, Truth, Whole, text_under
from orgcli.model.strict import STRICT

FACETS = (
    "essence", "level", "summary", "focus", "responsibilities", "daily_tasks", "domain",
    "reports_to", "manages", "collaborates_with", "receives_from", "hands_off_to", "background",
    "skills", "metrics", "tools", "mindset", "decision_style", "environment", "complexity",
    "cadence", "error_margin", "complements", "misfits", "signals", "call_role", "origin",
)  # fmt: skip
"""The rows of the role vocabulary, in the order a table shows them."""

RELATIONS = frozenset(
    {"reports_to", "manages", "collaborates_with", "receives_from", "hands_off_to"}
)
"""Facets whose plain strings name a role (by id) rather than say a sentence."""


@validated(frozen=True, slots=True, config=STRICT)
class Statement:
    """One thing said of the role; a plain sentence is enough."""

    text: Text | None = None
    """The sentence; a relation may name `role` alone."""
    id: Text | None = None
    """A name for it, by which translations and advice find it."""
    role: Texts = ()
    """The id of the other role of a relation; or several, of which it is one."""
    archetype: Archetype | None = None
    """What the holder of that other role should be."""
    when: Text | None = None
    """The condition under which it holds, a key of the library."""
    key: Truth = False
    """True puts it on the short card."""
    concept: Text | None = None
    """A key that statements of several roles share when they say the same thing."""
    hedge: Text = "is"
    """How strongly its works say it, a key of the library."""
    sources: Texts = ()
    """Keys of the works that say it."""
    dispute: Text | None = None
    """The key of the dispute it belongs to."""
    rank: Annotated[Whole, Field(ge=1, le=100)] | None = None
    """For `level`: the rank in a hierarchy, 1 is the top."""


@validated(frozen=True, slots=True, config=STRICT)
class ArchetypeClaim:
    """Which kind of holder one work sees in the role."""

    is_: Annotated[Archetype, Field(alias="is")]
    """Somebody who carries strategy out, or somebody who makes it."""
    source: Text | None = None
    """The key of the work."""


@validated(frozen=True, slots=True, config=STRICT)
class Alias:
    """Another name of the role."""

    name: Text
    """The name, in the language of the file."""
    status: Literal["sourced", "editorial"] = "editorial"
    """Sourced where a work calls the role so, editorial where only we do."""
    sources: Texts = ()
    """Keys of the works that call it so."""
    ambiguous: Truth = False
    """True where other roles go by it too, so that nobody may guess."""


def _as_level(value: object) -> object:
    if isinstance(value, str):
        return {"rank": value} if value.isdecimal() else {"text": value}
    return value


_Statements = Annotated[tuple[Annotated[Statement, text_under("text")], ...], AS_LIST]
_Relations = Annotated[tuple[Annotated[Statement, text_under("role")], ...], AS_LIST]
_Levels = Annotated[tuple[Annotated[Statement, BeforeValidator(_as_level)], ...], AS_LIST]
Aliases = Annotated[tuple[Annotated[Alias, text_under("name")], ...], AS_LIST]


@validated(frozen=True, slots=True, config=STRICT)
class Role:
    """What a role is, apart from who sits in it: statements under facets, all optional. What is
    missing is not stated, which is not none.
    """

    role: Text
    """Its id, what files and commands call it: small letters, digits and hyphens."""
    title: Text | None = None
    """What people call it."""
    abbreviation: Text | None = None
    """What there is room for in a table."""
    aliases: Aliases = ()
    """Other names it answers to, in the language of the file."""
    language: Text = "en"
    """The tag of the language that its texts are written in."""
    family: Text | None = None
    """The part of an organisation it belongs to."""
    single: Truth = False
    """True where an organisation has one such seat at most."""
    archetypes: Annotated[tuple[ArchetypeClaim, ...], AS_LIST] = ()
    """Which kind of holder each work sees in it."""
    essence: _Statements = ()
    """The role in a word."""
    level: _Levels = ()
    """Its rank in a hierarchy: a number, 1 is the top, or a sentence."""
    summary: _Statements = ()
    """What it is for, in a sentence or two."""
    focus: _Statements = ()
    """What its attention is on."""
    responsibilities: _Statements = ()
    """What its holder answers for."""
    daily_tasks: _Statements = ()
    """What its holder does from day to day."""
    domain: _Statements = ()
    """The functions it oversees."""
    reports_to: _Relations = ()
    """The roles it reports to, by id."""
    manages: _Relations = ()
    """The roles that report to it, by id."""
    collaborates_with: _Relations = ()
    """The roles it works with, by id."""
    receives_from: _Relations = ()
    """The roles that hand something over to it, by id."""
    hands_off_to: _Relations = ()
    """The roles it hands something over to, by id."""
    background: _Statements = ()
    """Where its holders come from."""
    skills: _Statements = ()
    """What its holder must be good at."""
    metrics: _Statements = ()
    """The numbers it is measured by."""
    tools: _Statements = ()
    """What its holder works with."""
    mindset: _Statements = ()
    """How its holder thinks."""
    decision_style: _Statements = ()
    """How its holder decides."""
    environment: _Statements = ()
    """The surroundings in which it works best."""
    complexity: _Statements = ()
    """How complex and how hard it is."""
    cadence: _Statements = ()
    """The rhythm of its goals."""
    error_margin: _Statements = ()
    """How much may go wrong."""
    complements: _Statements = ()
    """Who or what should stand beside it."""
    misfits: _Statements = ()
    """What goes wrong with the wrong person in the seat."""
    signals: _Statements = ()
    """Signs that an organisation needs it."""
    call_role: _Statements = ()
    """When to have its holder on a call."""
    origin: _Statements = ()
    """Why the role came up."""
    other: dict[str, _Statements] | None = None
    """Facets under names of your own."""

    def statements(self, facet: str) -> tuple[Statement, ...]:
        """What is said under a facet of FACETS, or under a name the user put in `other`."""
        if facet in FACETS:
            found: tuple[Statement, ...] = getattr(self, facet)
            return found
        return (self.other or {}).get(facet, ())

    def facets(self) -> Iterator[tuple[str, tuple[Statement, ...]]]:
        """Every facet that says something, in table order, the user's own last."""
        for facet in (*FACETS, *(self.other or {})):
            if found := self.statements(facet):
                yield facet, found

    @property
    def name(self) -> str:
        """The title, else the id."""
        return self.title or self.role


@dataclass(frozen=True, slots=True)
class RoleFile:
    """A role with the file it came from; `place` works as in Organisation, by path."""

    role: Role
    place: Callable[..., Place] = field(repr=False, compare=False)
    builtin: bool = False
