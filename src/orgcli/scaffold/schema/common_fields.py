"""What JSON documents are made of, and the kinds and words that fields of several share."""

from __future__ import annotations

from typing import Annotated, Literal


class JsonObject:
    """An object in a JSON document: what its annotations say, all of it always there.

    A docstring describes a field, where its kind does not; the name ends in `Json`, which the
    name of its definition does not.
    """


class WorkJson(JsonObject):
    """A work that statements cite."""

    key: str
    """The key by which it is cited here."""
    mark: str
    """Its short mark in tables."""
    name: str
    """Its name."""
    year: int | None
    """The year in which it was published."""
    author: str | None
    """Its author."""
    published: str | None
    """The day on which it was published, as YYYY-MM-DD."""
    url: str | None
    """Where it can be read."""
    languages: list[str]
    """Tags of the other languages in which it was published."""
    note: str | None
    """What to know of it."""


Version = Annotated[int, "1; another number where a field changes its meaning or is removed."]
Language = Annotated[str, "The tag of the language of the texts."]
Works = Annotated[list[WorkJson], "The works that are cited, in the order of the library."]
Cited = Annotated[list[str], "Keys of works."]
OwnLanguage = Annotated[
    str | None, "The tag of the language of the text, where it is not that of the others."
]
Hedge = Annotated[
    str, "How firmly it is said, as a key of the library; `is` where it is said plainly."
]
HedgeWords = Annotated[str, "How firmly it is said, in words; empty where it is said plainly."]
When = Annotated[str | None, "The condition under which it holds, as a key of the library."]
Qualifier = Annotated[str, "The hedge and the condition in words; empty where it holds plainly."]
Column = Annotated[int, "The number of the role in `roles`, from 0."]
DisputeKey = Annotated[str | None, "The key of the dispute that it belongs to."]
StatementId = Annotated[
    str | None, "The id of the statement; null for one of a role file without ids."
]
RoleIds = Annotated[list[str], "Ids of roles."]
Mark = Annotated[
    Literal["unique", "shared", "disputed"],
    "Whether only one role says it, several do, or works disagree on it.",
]
KindOfDispute = Annotated[
    Literal["disagree", "overlap", "itself"],
    "Whether works disagree, overlap, or one contradicts itself.",
]
Reading = Annotated[str | None, "How the answers can be reconciled, according to the library."]
FromOneWork = Annotated[bool, "Whether one work alone says it."]
