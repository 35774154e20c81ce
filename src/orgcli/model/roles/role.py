"""Role definitions: what a role is, one statement at a time, under the facets of the field."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields
from typing import Annotated, ClassVar, Literal

from orgcli.model.findings.finding import Place
from orgcli.model.organisation.position import Archetype
from orgcli.model.source.marks import Before, Within
from orgcli.model.source.scalar import AS_LIST, Text, Texts, Truth, Whole, text_under
from orgcli.model.strict import STRICT

RELATIONS = frozenset(
    {"reports_to", "manages", "collaborates_with", "receives_from", "hands_off_to"}
)
"""Facets whose plain strings name a role (by id) rather than say a sentence."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said of the role; a plain sentence is enough."""

    __pydantic_config__: ClassVar = STRICT

    text: Text | None = None
    """The sentence; a relation can have `role` instead."""
    id: Text | None = None
    """Identifies the statement for translations and advice."""
    role: Texts = ()
    """The other role of a relation or complement; in a list, one of them."""
    archetype: Archetype | None = None
    """The archetype of the other role's holder."""
    when: Text | None = None
    """Key of the condition under which it is true."""
    key: Truth = False
    """True shows it on the short card."""
    answer: Truth = False
    """True shows it in the answer of `compare`, before other key statements."""
    concept: Text | None = None
    """A key that statements of several roles share when they say the same thing."""
    hedge: Text = "is"
    """Key of the hedge: how strongly the works say it; `is` if not given."""
    sources: Texts = ()
    """Keys of the works that say it."""
    dispute: Text | None = None
    """The key of the dispute it belongs to."""
    rank: Annotated[Whole, Within(1, 100)] | None = None
    """For `level`: the rank in a hierarchy, 1 is the top."""


@dataclass(frozen=True, slots=True)
class ArchetypeClaim:
    """Which kind of holder one work sees in the role."""

    __pydantic_config__: ClassVar = STRICT

    is_: Archetype
    """An executor carries out strategy, a strategist makes it."""
    source: Text | None = None
    """The key of the work."""


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of the role."""

    __pydantic_config__: ClassVar = STRICT

    name: Text
    """The name, in the language of the file."""
    status: Literal["sourced", "editorial"] = "editorial"
    """Sourced if a work uses the name, editorial if only the library does."""
    sources: Texts = ()
    """Keys of the works that use the name."""
    ambiguous: Truth = False
    """True if other roles have this name too."""


def _as_level(value: object) -> object:
    if isinstance(value, str):
        return {"rank": value} if value.isdecimal() else {"text": value}
    return value


_Statements = Annotated[tuple[Annotated[Statement, text_under("text")], ...], AS_LIST]
_Relations = Annotated[tuple[Annotated[Statement, text_under("role")], ...], AS_LIST]
_Levels = Annotated[tuple[Annotated[Statement, Before(_as_level)], ...], AS_LIST]
Aliases = Annotated[tuple[Annotated[Alias, text_under("name")], ...], AS_LIST]


@dataclass(frozen=True, slots=True)
class Role:
    """What a role is, apart from who sits in it: statements under facets, all optional. What is
    missing is not stated, which is not none.
    """

    __pydantic_config__: ClassVar = STRICT

    role: Text
    """The id, used in files and commands: small letters, digits and hyphens."""
    title: Text | None = None
    """The title."""
    abbreviation: Text | None = None
    """A short form for tables."""
    aliases: Aliases = ()
    """Other names, in the language of the file."""
    language: Text = "en"
    """The language of the texts."""
    family: Text | None = None
    """The part of an organisation, such as sales."""
    single: Truth = False
    """True if an organisation has at most one such position."""
    archetypes: Annotated[tuple[ArchetypeClaim, ...], AS_LIST] = ()
    """The kind of holder, according to each work."""
    essence: _Statements = ()
    """The role in one word."""
    level: _Levels = ()
    """Its rank in a hierarchy: a number, 1 is the top, or a sentence."""
    summary: _Statements = ()
    """The purpose, in a sentence or two."""
    focus: _Statements = ()
    """The main concern."""
    responsibilities: _Statements = ()
    """What the holder is responsible for."""
    daily_tasks: _Statements = ()
    """What the holder does every day."""
    domain: _Statements = ()
    """The functions it oversees."""
    reports_to: _Relations = ()
    """The roles it reports to, by id."""
    manages: _Relations = ()
    """The roles that report to it, by id."""
    collaborates_with: _Relations = ()
    """The roles it works with, by id."""
    receives_from: _Relations = ()
    """The roles that hand over work to it."""
    hands_off_to: _Relations = ()
    """The roles it hands over work to."""
    background: _Statements = ()
    """Previous experience of holders."""
    skills: _Statements = ()
    """What the holder must be good at."""
    metrics: _Statements = ()
    """The metrics it is measured by."""
    tools: _Statements = ()
    """Software and methods that the holder uses."""
    mindset: _Statements = ()
    """How the holder thinks."""
    decision_style: _Statements = ()
    """How the holder decides."""
    environment: _Statements = ()
    """The conditions in which it works best."""
    complexity: _Statements = ()
    """How complex and difficult it is."""
    cadence: _Statements = ()
    """The rhythm of its goals."""
    error_margin: _Statements = ()
    """How much error is acceptable."""
    complements: _Statements = ()
    """Roles or people that complement it."""
    misfits: _Statements = ()
    """What goes wrong with the wrong holder."""
    signals: _Statements = ()
    """Signs that an organisation needs it."""
    call_role: _Statements = ()
    """When the holder should join a sales call."""
    origin: _Statements = ()
    """Why the role exists."""
    other: dict[str, _Statements] | None = None
    """Your own facets."""

    def statements(self, facet: str) -> tuple[Statement, ...]:
        """The statements under a facet of FACETS, or under a name the user put in `other`."""
        if facet in FACETS:
            under_facet: tuple[Statement, ...] = getattr(self, facet)
            return under_facet
        return (self.other or {}).get(facet, ())

    def facets(self) -> Iterator[tuple[str, tuple[Statement, ...]]]:
        """Every facet with statements, in table order, the user's own last."""
        for facet in (*FACETS, *(self.other or {})):
            if statements := self.statements(facet):
                yield facet, statements

    @property
    def name(self) -> str:
        """The title, else the id."""
        return self.title or self.role


FACETS = tuple(
    facet.name for facet in fields(Role) if facet.type in (_Statements, _Relations, _Levels)
)
"""The rows of the role vocabulary, in the order a table shows them: that of the fields."""


@dataclass(frozen=True, slots=True)
class RoleFile:
    """A role with the file it came from; `place` works as in Organisation, by path."""

    role: Role
    place: Callable[..., Place] = field(repr=False, compare=False)
    builtin: bool = False
