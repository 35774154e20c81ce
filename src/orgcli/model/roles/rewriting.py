"""Roles and libraries said again in other words: every text is asked for by its key."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from orgcli.model.roles.library import Axis, Dispute, Library, Shared, Work
from orgcli.model.roles.role import FACETS, Role, Statement

Say = Callable[[str, str], str]
"""From the key of a text and the text to what shall stand in its place."""

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Translated:
    """A role in another language, and those of its statements that are still in its own."""

    role: Role
    left: frozenset[Statement] = frozenset()


def translate_role(role: Role, texts: Mapping[str, str], abbreviation: str | None) -> Translated:
    """The role with the texts there are; the others stay and are listed."""
    said = rewrite_role(role, lambda key, text: texts.get(key, text))
    left = {
        one
        for _, statements in said.facets()
        for one in statements
        if one.text and _key(one) not in texts
    }
    return Translated(
        replace(said, abbreviation=abbreviation or role.abbreviation), frozenset(left)
    )


def translate_library(library: Library, texts: Mapping[str, str]) -> Library:
    """The library with the texts there are; the others stay, marked with their language."""
    mark = f" [{library.language}]"
    return rewrite_library(library, lambda key, text: texts.get(key) or text + mark)


def texts_of(rewrite: Callable[[V, Say], V], value: V) -> dict[str, str]:
    """Every text that a translation of a value has to say again, by key.

    rewrite  rewrite_role or rewrite_library
    """
    found: dict[str, str] = {}

    def collect(key: str, text: str) -> str:
        found[key] = text
        return text

    rewrite(value, collect)
    return found


def rewrite_role(role: Role, say: Say) -> Role:
    """The role with its title, the facets its user named, and statements with an id said again."""
    facets: dict[str, object] = {
        facet: tuple(_statement(one, say) for one in statements)
        for facet, statements in role.facets()
        if facet in FACETS
    }
    other = {
        say(f"other.{name}", name): tuple(_statement(one, say) for one in statements)
        for name, statements in (role.other or {}).items()
    }
    title = say("title", role.title) if role.title else None
    return replace(role, title=title, other=other or None, **facets)  # type: ignore[arg-type]


def rewrite_library(library: Library, say: Say) -> Library:
    """The library with everything a person reads said again; keys and works' names stay."""
    return replace(
        library,
        works=tuple(_work(work, say) for work in library.works),
        concepts=tuple(
            replace(one, label=say(f"concepts.{one.key}", one.label)) for one in library.concepts
        ),
        disputes=tuple(_dispute(one, say) for one in library.disputes),
        shared=tuple(_shared(one, say) for one in library.shared),
        axes=tuple(_axis(axis, say) for axis in library.axes),
        hedges=_mapping("hedges", library.hedges, say),
        conditions=_mapping("conditions", library.conditions, say),
        facets=_mapping("facets", library.facets, say),
    )


def _key(said: Statement) -> str:
    return f"statements.{said.id}"


def _statement(said: Statement, say: Say) -> Statement:
    if not said.id or not said.text:
        return said
    return replace(said, text=say(_key(said), said.text))


def _shared(shared: Shared, say: Say) -> Shared:
    return replace(shared, statement=_statement(shared.statement, say))


def _work(work: Work, say: Say) -> Work:
    """A work keeps its name, unless the name is what we call our own summaries."""
    path = f"works.{work.key}"
    name = say(f"{path}.name", work.name) if work.ours else work.name
    return replace(work, name=name, note=say(f"{path}.note", work.note) if work.note else None)


def _dispute(dispute: Dispute, say: Say) -> Dispute:
    path = f"disputes.{dispute.key}"
    return replace(
        dispute,
        question=say(f"{path}.question", dispute.question),
        sides=tuple(
            replace(side, text=say(f"{path}.sides.{number}", side.text))
            for number, side in enumerate(dispute.sides, start=1)
        ),
        reading=say(f"{path}.reading", dispute.reading) if dispute.reading else None,
    )


def _axis(axis: Axis, say: Say) -> Axis:
    path = f"axes.{axis.key}"
    return replace(
        axis,
        label=say(f"{path}.label", axis.label),
        ends=tuple(say(f"{path}.ends.{at}", end) for at, end in enumerate(axis.ends, start=1)),
        places=tuple(
            replace(one, text=say(f"{path}.places.{at}", one.text))
            for at, one in enumerate(axis.places, start=1)
        ),
    )


def _mapping(name: str, mapping: Mapping[str, str] | None, say: Say) -> dict[str, str]:
    return {
        key: say(f"{name}.{key}", text) if text else text for key, text in (mapping or {}).items()
    }
