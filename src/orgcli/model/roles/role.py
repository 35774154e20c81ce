"""Role definitions: what a role is, one statement at a time, under the facets of the field."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic.dataclasses import dataclass as validated

from orgcli.model.findings.finding import Place
from orgcli.model.source.scalar import Text, Texts, Truth, Whole
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

Archetype = Literal["executor", "strategist"]


@validated(frozen=True, slots=True, config=STRICT)
class Statement:
    """One thing said of a role under one facet.

    text       the sentence; a relation may leave it out and name `role` alone
    id         a name for it, by which translations and advice find it
    role       the other role of a relation or a complement, or those of which it is one
    archetype  what the holder of that other role should be
    when       the condition under which it holds, a key of the library's conditions
    key        True puts it on the short card
    concept    key shared by statements of several roles that say the same thing
    hedge      how strongly its works say it, a key of the library's hedges; "is" if silent
    sources    keys of the works that say it
    dispute    key of the dispute it belongs to
    rank       for the level facet: 1 is the top
    """

    text: Text | None = None
    id: Text | None = None
    role: Texts = ()
    archetype: Archetype | None = None
    when: Text | None = None
    key: Truth = False
    concept: Text | None = None
    hedge: Text = "is"
    sources: Texts = ()
    dispute: Text | None = None
    rank: Annotated[Whole, Field(ge=1, le=100)] | None = None


@validated(frozen=True, slots=True, config=STRICT)
class ArchetypeClaim:
    """Which archetype one work sees in the role.

    is      somebody who carries strategy out, or somebody who makes it
    source  key of the work
    """

    is_: Annotated[Archetype, Field(alias="is")]
    source: Text | None = None


@validated(frozen=True, slots=True, config=STRICT)
class Alias:
    """Another name of a role in one language.

    name       the name, in the language of the file
    status     sourced where a work calls the role so, editorial where only we do
    sources    keys of the works that call it so
    ambiguous  True where other roles go by it too, so that nobody may guess
    """

    name: Text
    status: Literal["sourced", "editorial"] = "editorial"
    sources: Texts = ()
    ambiguous: Truth = False


def _as_list(value: object) -> object:
    if value is None:
        return ()
    return (value,) if isinstance(value, (str, dict)) else value


def _text_under(key: str) -> BeforeValidator:
    """Text alone stands for a mapping with it under a key."""
    return BeforeValidator(lambda value: {key: value} if isinstance(value, str) else value)


def _as_level(value: object) -> object:
    if isinstance(value, str):
        return {"rank": value} if value.isdecimal() else {"text": value}
    return value


_Statements = Annotated[
    tuple[Annotated[Statement, _text_under("text")], ...], BeforeValidator(_as_list)
]
_Relations = Annotated[
    tuple[Annotated[Statement, _text_under("role")], ...], BeforeValidator(_as_list)
]
_Levels = Annotated[
    tuple[Annotated[Statement, BeforeValidator(_as_level)], ...], BeforeValidator(_as_list)
]
Aliases = Annotated[tuple[Annotated[Alias, _text_under("name")], ...], BeforeValidator(_as_list)]


@validated(frozen=True, slots=True, config=STRICT)
class Role:
    """A role file as it is written; every facet is a tuple of statements, empty if not stated.

    role          its id: what files and commands call it
    title         what people call it
    abbreviation  what there is room for in a table
    aliases       other names it answers to, in the language of the file
    language      the language that its texts are written in
    family        the part of an organisation it belongs to
    single        True where an organisation has one such seat at most
    archetypes    what kind of holder works see in it
    other         facets under names of your own
    The facets between are described in ROLE of scaffold/schema/words.py, as editors show them.
    """

    role: Text
    title: Text | None = None
    abbreviation: Text | None = None
    aliases: Aliases = ()
    language: Text = "en"
    family: Text | None = None
    single: Truth = False
    archetypes: Annotated[tuple[ArchetypeClaim, ...], BeforeValidator(_as_list)] = ()
    essence: _Statements = ()
    level: _Levels = ()
    summary: _Statements = ()
    focus: _Statements = ()
    responsibilities: _Statements = ()
    daily_tasks: _Statements = ()
    domain: _Statements = ()
    reports_to: _Relations = ()
    manages: _Relations = ()
    collaborates_with: _Relations = ()
    receives_from: _Relations = ()
    hands_off_to: _Relations = ()
    background: _Statements = ()
    skills: _Statements = ()
    metrics: _Statements = ()
    tools: _Statements = ()
    mindset: _Statements = ()
    decision_style: _Statements = ()
    environment: _Statements = ()
    complexity: _Statements = ()
    cadence: _Statements = ()
    error_margin: _Statements = ()
    complements: _Statements = ()
    misfits: _Statements = ()
    signals: _Statements = ()
    call_role: _Statements = ()
    origin: _Statements = ()
    other: dict[str, _Statements] | None = None

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
