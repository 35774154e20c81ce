"""What role files refer to: works, concepts, disputes, hedges and conditions."""

from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field
from pydantic.dataclasses import dataclass as validated

from orgcli.model.role import Statement
from orgcli.model.scalar import Text, Texts, Truth, Whole

_STRICT = ConfigDict(extra="forbid", defer_build=True)


@validated(frozen=True, slots=True, config=_STRICT)
class Work:
    """An independent source. Translations of one article are one work.

    ours  True for what this library says itself, whose name is translated too
    """

    key: Text
    mark: Text
    name: Text
    year: Whole | None = None
    languages: Texts = ()
    author: Text | None = None
    published: Text | None = None
    url: Text | None = None
    note: Text | None = None
    ours: Truth = False


@validated(frozen=True, slots=True, config=_STRICT)
class Concept:
    """A language-neutral key that statements of several roles share."""

    key: Text
    label: Text


@validated(frozen=True, slots=True, config=_STRICT)
class Side:
    """One answer to a disputed question, and the works that give it."""

    text: Text
    sources: Texts = ()


@validated(frozen=True, slots=True, config=_STRICT)
class Dispute:
    """A question on which works disagree: all sides are shown, none is averaged away."""

    key: Text
    question: Text
    sides: Annotated[tuple[Side, ...], Field(min_length=2)]
    reading: Text | None = None


@validated(frozen=True, slots=True, config=_STRICT)
class Shared:
    """A statement that its works make of several roles at once, kept in one place."""

    roles: Texts
    facet: Text
    statement: Statement


@validated(frozen=True, slots=True, config=_STRICT)
class Standing:
    """Where some works put a role on an axis, in words."""

    role: Text
    text: Text
    sources: Texts = ()


@validated(frozen=True, slots=True, config=_STRICT)
class Axis:
    """Two ends between which roles stand; of a role that has no place here nothing is stated."""

    key: Text
    label: Text
    ends: Annotated[tuple[Text, ...], Field(min_length=2, max_length=2)]
    places: tuple[Standing, ...] = ()


def _none_is_empty(value: Any) -> Any:
    return () if value is None else value


@validated(frozen=True, slots=True, config=_STRICT)
class Library:
    """library.yaml as it is written; hedges and conditions map a key to its words.

    firm  hedges that say a thing firmly enough to expect it of an organisation
    """

    library: Text
    language: Text = "en"
    works: Annotated[tuple[Work, ...], BeforeValidator(_none_is_empty)] = ()
    concepts: Annotated[tuple[Concept, ...], BeforeValidator(_none_is_empty)] = ()
    disputes: Annotated[tuple[Dispute, ...], BeforeValidator(_none_is_empty)] = ()
    shared: Annotated[tuple[Shared, ...], BeforeValidator(_none_is_empty)] = ()
    axes: Annotated[tuple[Axis, ...], BeforeValidator(_none_is_empty)] = ()
    firm: Texts = ()
    hedges: dict[str, str] | None = None
    conditions: dict[str, str] | None = None
    facets: dict[str, str] | None = None
