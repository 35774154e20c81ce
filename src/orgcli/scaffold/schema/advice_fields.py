"""The objects in the JSON of advice: their fields, and what each means."""

from __future__ import annotations

from typing import Literal

from orgcli.scaffold.schema.common_fields import (
    Cited,
    DisputeKey,
    FromOneWork,
    HedgeWords,
    JsonObject,
    RoleIds,
)


class AdviceJson(JsonObject):
    """The advice on one set of answers, or on one organisation."""

    organisation: str | None
    """Its name or file; null for answers alone."""
    standing: Literal["unknown", "nowhere", "signs", "one", "several"]
    """Where everything that is known points to: signs only, one role, several."""
    open_question: str | None
    """Where several: the next question whose answer would help."""
    positions: PositionCountJson | None
    """How many positions were looked at; null for answers alone."""
    known: list[KnownAnswerJson]
    """What is known."""
    pulls: list[AdvisedRoleJson]
    """The roles that the answers point to."""
    add: list[AdviceLineJson]
    """What to add."""
    risks: list[AdviceLineJson]
    """What can go wrong."""
    lines: list[AdviceLineJson]
    """The present reporting lines."""
    cautions: list[AdviceLineJson]
    """What to keep in mind."""
    not_said: list[GapJson]
    """What no work says of it."""


class PositionCountJson(JsonObject):
    """How many positions there are."""

    with_a_role: int
    """That name a role; only these are looked at."""
    all: int
    """In all."""


class KnownAnswerJson(JsonObject):
    """An answer to a question, or to one of its subjects."""

    question: str
    """The key of the question."""
    subject: str | None
    """The key of its subject."""
    ask: str
    """The question in words."""
    answers: list[GivenAnswerJson]
    """The answers."""
    used: bool
    """Whether a line of the advice rests on it."""


class GivenAnswerJson(JsonObject):
    """One answer."""

    key: str
    """Its key."""
    text: str
    """The answer in words."""
    seen: SeenPositionJson | None
    """The position it was read from; null where somebody answered."""


class SeenPositionJson(JsonObject):
    """A position that something was read from."""

    position: str
    """Its id."""
    state: Literal["filled", "open", "planned", "closed"]
    """Its state."""
    file: str
    """The file."""
    line: int
    """The line, from 1."""
    column: int
    """The column, from 1."""
    more: int
    """How many more positions say the same."""


class AdvisedRoleJson(JsonObject):
    """A role that answers point to."""

    role: str
    """Its id."""
    title: str
    """Its title."""
    exists: bool
    """Whether the seat is there already."""
    beside: RoleIds
    only_signs: bool
    """Whether only signs of things to come point there."""
    works: Cited
    one_work: FromOneWork
    lines: list[AdviceLineJson]
    """What points there."""


class AdviceLineJson(JsonObject):
    """One thing said."""

    rule: str
    """The key of the rule that it comes from."""
    kind: Literal["points", "signal", "complement", "remedy", "misfit", "line", "caution", None]
    """The kind of the rule."""
    role: str | None
    """The id of the role that it leads to."""
    text: str
    """The sentence."""
    hedge: HedgeWords
    today: bool
    """Whether it is so today, rather than to be expected."""
    works: Cited
    one_work: FromOneWork
    dispute: DisputeKey
    claims: list[str]
    """The types of holders that it rests on, as role:type."""
    statements: list[BasisStatementJson]
    """The statements that it rests on."""
    seen: list[SeenPositionJson]
    """The positions that make it so."""
    missing: list[str]
    """Ids of roles that no position names."""


class BasisStatementJson(JsonObject):
    """A statement of the library that a line rests on."""

    id: str
    """Its id."""
    roles: RoleIds
    text: str
    """The sentence."""
    hedge: HedgeWords
    works: Cited


class GapJson(JsonObject):
    """A question that no work answers."""

    gap: str
    """Its key."""
    ask: str
    """The question."""
    text: str
    """What no work says."""
    near: list[NearStatementJson]
    """What is said near to it."""


class NearStatementJson(JsonObject):
    """What is said near to a question that no work answers."""

    text: str
    """The sentence."""
    hedge: HedgeWords
    works: Cited
    one_work: FromOneWork
    dispute: DisputeKey
    statements: list[BasisStatementJson]
    """The statements that it rests on."""
