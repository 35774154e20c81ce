"""The objects in the JSON of a comparison and its answer: their fields, and what each means."""

from __future__ import annotations

from typing import Literal

from orgcli.scaffold.schema.common_fields import (
    Cited,
    Column,
    DisputeKey,
    Hedge,
    HedgeWords,
    JsonObject,
    KindOfDispute,
    Mark,
    OwnLanguage,
    Qualifier,
    Reading,
    StatementId,
    When,
)


class ComparedRoleJson(JsonObject):
    """A role that is compared."""

    id: str
    """Its id."""
    short: str
    """What it is called where there is little room; of no other role here."""
    title: str
    """Its title."""
    file: str | None
    """The file of a role of your own; null for a built-in one."""
    work: str | None
    """The key of the only work that is asked; null for all."""
    language: str | None
    """The tag of the language of all its texts, where it is another."""


class ComparedStatementJson(JsonObject):
    """A statement of one of the roles."""

    column: Column
    id: StatementId
    text: str
    """The sentence, or the names of the other roles of a relation."""
    qualifier: Qualifier
    role: list[str]
    """Ids of the other roles of a relation."""
    hedge: Hedge
    when: When
    key: bool
    """Whether it is one of the key statements."""
    concept: str | None
    """The key of its concept, which other roles share."""
    works: Cited
    dispute: DisputeKey
    mark: Mark
    language: OwnLanguage


class ComparedRowJson(JsonObject):
    """Statements that belong side by side."""

    mark: Mark
    concept: str | None
    """The key of the concept that they have in common."""
    works: Cited
    disputes: list[str]
    """Keys of the disputes that they belong to."""
    statements: list[ComparedStatementJson]
    """The statements, role by role."""


class ComparedFacetJson(JsonObject):
    """What the roles say under one facet."""

    facet: str
    """The key of the facet."""
    label: str
    """What it is called."""
    not_stated: list[int]
    """Numbers of the roles that say nothing here; not the same as none."""
    hidden: list[int]
    """Per role, how many statements are left out here."""
    otherwise_not_stated: list[int]
    """Numbers of the roles whose every line here depends on a condition."""
    rows: list[ComparedRowJson]
    """The rows."""


class CommonConceptJson(JsonObject):
    """A concept that several of the roles share, under whatever facets."""

    concept: str
    """Its key."""
    label: str
    """What it means."""
    disputes: list[str]
    """Keys of the disputes on it."""
    voices: list[ConceptVoiceJson]
    """Each role's part in it."""


class ConceptVoiceJson(JsonObject):
    """One role's part in a concept."""

    column: Column
    works: list[QualifiedWorkJson]
    """Who says it of this role."""


class QualifiedWorkJson(JsonObject):
    """A work with its hedge."""

    key: str
    """The key of the work."""
    qualifier: Qualifier


class ComparedDisputeJson(JsonObject):
    """A question on which works do not agree."""

    key: str
    """Its key."""
    question: str
    """The question."""
    kind: KindOfDispute
    sides: list[DisputeSideJson]
    """The answers."""
    reading: Reading


class DisputeSideJson(JsonObject):
    """An answer to a disputed question."""

    text: str
    """The answer."""
    works: Cited


class ComparisonSummaryJson(JsonObject):
    """How many statements there are, each counted once."""

    stated: int
    """That the roles make in all."""
    shown: int
    """That are in the rows."""
    unique: int
    """In the rows, of one role only."""
    shared: int
    """In the rows, that several roles make."""
    disputed: int
    """In the rows, on which works disagree."""


class AnswerJson(JsonObject):
    """What tells the roles apart, as the terminal shows it on one screen."""

    types: list[TypeClaimJson]
    """Which type of holder each work sees in a role."""
    decides: str | None
    """The key of the dispute that most statements belong to."""
    rows: list[AnswerRowJson]
    """What each role answers for, when to hire it, and so on."""
    reporting_lines: list[LineSketchJson]
    """The reporting lines of each role alone, and of all together."""
    one_work: OneWorkJson | None
    """The work that most of the advice on hiring rests on alone."""


class TypeClaimJson(JsonObject):
    """The type of holder that a work sees in a role."""

    column: Column
    type: Literal["executor", "strategist"]
    """The type."""
    work: str | None
    """The key of the work."""


class AnswerRowJson(JsonObject):
    """The statements that answer one question, role by role."""

    kind: Literal[
        "summary",
        "does",
        "cadence",
        "metrics",
        "background",
        "hire_when",
        "pair_with",
        "wrong_person",
    ]
    """The question."""
    label: str
    """The question in words."""
    statements: list[ComparedStatementJson]
    """The statements; none of a role of which nothing is said."""


class LineSketchJson(JsonObject):
    """Reporting lines as a tree."""

    columns: list[int]
    """Numbers of the roles that exist in it."""
    nodes: list[LineNodeJson]
    """Its nodes, each behind the one above it."""


class LineNodeJson(JsonObject):
    """Somebody in a tree of reporting lines."""

    above: int | None
    """The number of the node above it, from 0; null at the top."""
    text: str | None
    """What it is called; null where no work says who is there."""
    compared: bool
    """Whether it is one of the roles compared."""
    roles: list[str]
    """Ids of the roles that it stands for, where it is not compared."""
    hedge: HedgeWords
    id: str | None
    """The id of the statement by which it stands there."""
    works: Cited
    dispute: DisputeKey


class OneWorkJson(JsonObject):
    """A work that says most of something alone."""

    work: str
    """Its key."""
    statements: int
    """How many statements it makes alone."""
    of: int
    """Of how many."""
