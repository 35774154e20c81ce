"""Replaces every text of a role or library, by its key; used for translation."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from orgcli.model.roles.library import Axis, Dispute, Library, Work
from orgcli.model.roles.role import FACETS, Role, Statement
from orgcli.model.roles.translation import LibraryTranslation, RoleTranslation, texts

Rewrite = Callable[[str, str], str]
"""From the key of a text and the text to what shall stand in its place."""

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class TranslatedRole:
    """A role in a language, which is its own where it has no translation.

    untranslated  statements that are still in the language of the role's own file
    """

    role: Role
    language: str
    untranslated: frozenset[Statement] = frozenset()


def translate_role(role: Role, translation: RoleTranslation, language: str) -> TranslatedRole:
    """The role with the texts there are; the others stay and are listed."""
    by_key = texts(translation)
    translated = rewrite_role(role, lambda key, text: by_key.get(key, text))
    untranslated = frozenset(
        statement
        for _, statements in translated.facets()
        for statement in statements
        if statement.text and _key(statement) not in by_key
    )
    abbreviation = translation.abbreviation or role.abbreviation
    return TranslatedRole(replace(translated, abbreviation=abbreviation), language, untranslated)


def translate_library(library: Library, translation: LibraryTranslation | None) -> Library:
    """The library with the texts there are; the others stay, marked with their language."""
    by_key = texts(translation) if translation else {}
    mark = f" [{library.language}]"
    return rewrite_library(library, lambda key, text: by_key.get(key) or text + mark)


def texts_of(rewrite_all: Callable[[V, Rewrite], V], value: V) -> dict[str, str]:
    """Every text that a translation of a value has to give, by key.

    rewrite_all  rewrite_role or rewrite_library
    """
    by_key: dict[str, str] = {}

    def collect(key: str, text: str) -> str:
        by_key[key] = text
        return text

    rewrite_all(value, collect)
    return by_key


def rewrite_role(role: Role, rewrite: Rewrite) -> Role:
    """The role with its title, the facets its user named, and statements with an id rewritten."""
    facets: dict[str, object] = {
        facet: tuple(_statement(statement, rewrite) for statement in statements)
        for facet, statements in role.facets()
        if facet in FACETS
    }
    other = {
        rewrite(f"other.{name}", name): tuple(
            _statement(statement, rewrite) for statement in statements
        )
        for name, statements in (role.other or {}).items()
    }
    title = rewrite("title", role.title) if role.title else None
    return replace(role, title=title, other=other or None, **facets)  # type: ignore[arg-type]


def rewrite_library(library: Library, rewrite: Rewrite) -> Library:
    """The library with everything a person reads rewritten; keys and works' names stay."""
    return replace(
        library,
        works=tuple(rewrite_work(work, rewrite) for work in library.works),
        concepts=tuple(
            replace(concept, label=rewrite(f"concepts.{concept.key}", concept.label))
            for concept in library.concepts
        ),
        disputes=tuple(rewrite_dispute(dispute, rewrite) for dispute in library.disputes),
        shared=tuple(
            replace(shared, statement=_statement(shared.statement, rewrite))
            for shared in library.shared
        ),
        axes=tuple(_axis(axis, rewrite) for axis in library.axes),
        hedges=_mapping("hedges", library.hedges, rewrite),
        conditions=_mapping("conditions", library.conditions, rewrite),
        facets=_mapping("facets", library.facets, rewrite),
    )


def _key(statement: Statement) -> str:
    return f"statements.{statement.id}"


def _statement(statement: Statement, rewrite: Rewrite) -> Statement:
    if not statement.id or not statement.text:
        return statement
    return replace(statement, text=rewrite(_key(statement), statement.text))


def rewrite_work(work: Work, rewrite: Rewrite) -> Work:
    """A work keeps its name, unless the name is what we call our own summaries."""
    path = f"works.{work.key}"
    name = rewrite(f"{path}.name", work.name) if work.ours else work.name
    return replace(work, name=name, note=rewrite(f"{path}.note", work.note) if work.note else None)


def rewrite_dispute(dispute: Dispute, rewrite: Rewrite) -> Dispute:
    """A dispute with its question, its sides and its reading rewritten."""
    path = f"disputes.{dispute.key}"
    return replace(
        dispute,
        question=rewrite(f"{path}.question", dispute.question),
        sides=tuple(
            replace(side, text=rewrite(f"{path}.sides.{number}", side.text))
            for number, side in enumerate(dispute.sides, start=1)
        ),
        reading=rewrite(f"{path}.reading", dispute.reading) if dispute.reading else None,
    )


def _axis(axis: Axis, rewrite: Rewrite) -> Axis:
    path = f"axes.{axis.key}"
    return replace(
        axis,
        label=rewrite(f"{path}.label", axis.label),
        ends=tuple(rewrite(f"{path}.ends.{at}", end) for at, end in enumerate(axis.ends, start=1)),
        places=tuple(
            replace(place, text=rewrite(f"{path}.places.{at}", place.text))
            for at, place in enumerate(axis.places, start=1)
        ),
    )


def _mapping(name: str, mapping: Mapping[str, str] | None, rewrite: Rewrite) -> dict[str, str]:
    return {
        key: rewrite(f"{name}.{key}", text) if text else text
        for key, text in (mapping or {}).items()
    }
