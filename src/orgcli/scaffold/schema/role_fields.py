"""The objects in the JSON of role cards, lists and disputes: their fields, and what each means."""

from __future__ import annotations

from typing import Annotated, Literal

from orgcli.scaffold.schema.common_fields import (
    Cited,
    Hedge,
    JsonObject,
    KindOfDispute,
    OwnLanguage,
    Qualifier,
    Reading,
    RoleIds,
    StatementId,
    When,
)

Languages = Annotated[list[str], "Tags of the languages that have it."]
NameStatus = Annotated[
    Literal["title", "abbreviation", "sourced", "editorial"],
    "What it is: sourced names are used by works, editorial ones only in practice.",
]
Ambiguous = Annotated[bool, "Whether other roles go by it too."]
MayMean = Annotated[list[str], "Ids of the roles that it may mean, where there are several."]


class CitedTextJson(JsonObject):
    """A few words with the works that say them."""

    label: str
    """The words."""
    works: Cited


class RoleAxisJson(JsonObject):
    """Where works put the role between two ends."""

    key: str
    """The key of the axis."""
    label: str
    """What it is called."""
    ends: list[str]
    """What its two ends are called."""
    places: list[AxisTextJson]
    """Where each work puts the role."""


class AxisTextJson(JsonObject):
    """A place on an axis with the works that see the role there."""

    text: str
    """The place in words."""
    works: Cited


class CardNameJson(JsonObject):
    """Another name of the role."""

    name: str
    """The name."""
    languages: Languages
    status: NameStatus
    works: Cited
    ambiguous: Ambiguous
    may_mean: MayMean


class ListedRoleJson(JsonObject):
    """A role of the list."""

    id: str
    """Its id."""
    short: str | None
    """Its abbreviation."""
    title: str
    """Its title."""
    statements: int
    """How many statements are made of it."""
    works: Cited
    own: bool
    """Whether it is one of your own."""
    replaces: bool
    """Whether it takes the place of a built-in role."""
    file: str | None
    """The file of a role of your own."""


class ListedNameJson(JsonObject):
    """Another name of a role."""

    role: str
    """The id of the role."""
    name: str
    """The name."""
    languages: Languages
    status: NameStatus
    works: Cited
    ambiguous: Ambiguous
    may_mean: MayMean


class ListedConceptJson(JsonObject):
    """A concept that statements share."""

    key: str
    """Its key, the same in every language."""
    label: str
    """What it means."""
    roles: list[str]
    """Ids of the roles of which it is said."""
    statements: list[str]
    """Ids of the statements."""
    works: Cited


class DisputeJson(JsonObject):
    """A question on which works do not agree, with all statements."""

    key: str
    """Its key."""
    question: str
    """The question."""
    kind: KindOfDispute
    sides: list[StatedSideJson]
    """The answers, each with the statements behind it."""
    statements_on_no_side: list[DisputeStatementJson]
    """Statements whose works are on several sides, or on none."""
    reading: Reading
    statements: int
    """How many statements belong to it."""


class StatedSideJson(JsonObject):
    """An answer to a disputed question, with the statements behind it."""

    text: str
    """The answer."""
    works: Cited
    statements: list[DisputeStatementJson]
    """The statements of its works."""


class DisputeStatementJson(JsonObject):
    """A statement that belongs to a dispute."""

    id: StatementId
    roles: RoleIds
    facet: str
    """The key of the facet under which it stands."""
    text: str
    """The sentence, or the names of the other roles of a relation."""
    qualifier: Qualifier
    hedge: Hedge
    when: When
    works: Cited
    language: OwnLanguage


class RoleDifferenceJson(JsonObject):
    """A statement, or a field of the role itself, that is not as it was."""

    kind: Literal["added", "removed", "changed"]
    """What became of it."""
    facet: str | None
    """Where it stands now, or stood; null for a field of the role itself."""
    id: StatementId
    text: str
    """Its sentence now, or as it was; the name of a field of the role."""
    changes: list[RoleFieldChangeJson]
    """What changed in it; empty where it is new or gone."""


class RoleFieldChangeJson(JsonObject):
    """One field before and after."""

    field: str
    """The name of the field."""
    before: str | None
    """Its value before; null where it was not there."""
    after: str | None
    """Its value now; null where it is gone."""
