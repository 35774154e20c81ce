"""What may stand where somebody types: ids, roles, departments, words of a field, fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from orgcli.editor.field_meaning import Meaning, choices_of_field, is_own_id, keys_at, meaning_of
from orgcli.editor.project_index import NamedId, ProjectIndex
from orgcli.editor.text.text_context import TextContext, first_key_of, text_context
from orgcli.mend.organisation.spelling import spelt
from orgcli.model.source.notation import Notation, notation
from orgcli.model.source.source import Source
from orgcli.model.text import shortened, visible

MOST = 100
"""Proposals for what was typed so far; with more letters there are others."""


class ProposalKind(Enum):
    """What is proposed."""

    POSITION = "position"
    ROLE = "role"
    DEPARTMENT = "department"
    CHOICE = "choice"
    FIELD = "field"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A text that may be written: what it is called, what it means, and how it is spelt.

    filter  what editors compare with what was typed
    """

    kind: ProposalKind
    label: str
    detail: str
    text: str
    filter: str


@dataclass(frozen=True, slots=True)
class Proposals:
    """Texts that may be written from `start` to `end`; `is_whole` where these are all of them."""

    start: int
    end: int
    proposals: Sequence[Proposal]
    is_whole: bool = True


def completions(index: ProjectIndex, source: Source, offset: int) -> Proposals | None:
    """What may be written at an offset of a text that need not parse; None where nothing is known.

    source  the text as it is in the editor now
    """
    how = notation(source)
    if how is Notation.TABLE:
        return None
    context = text_context(source.text, offset)
    if context is None:
        return None
    first = first_key_of(source.text)
    kind_and_names = _named(index, context, first) if _may_be_value(context) else None
    if kind_and_names is not None:
        return _of_names(*kind_and_names, context, source.text, how)
    if not context.is_key and (words := choices_of_field(context.path, first)):
        choices = [
            Proposal(ProposalKind.CHOICE, word, "", _spelt(word, context, source.text, how), word)
            for word in words
        ]
        return Proposals(context.start, context.end, choices)
    if context.is_key:
        keys = list(_fields(context, first, how))
        return Proposals(context.start, context.end, keys) if keys else None
    return None


def _may_be_value(context: TextContext) -> bool:
    """An item of a list may become a value, or a mapping with this for its first key."""
    return not context.is_key or context.is_item


def _named(
    index: ProjectIndex, context: TextContext, first: str
) -> tuple[ProposalKind, Sequence[NamedId]] | None:
    if is_own_id(context.path, first):
        return None
    match meaning_of(context.path, first):
        case Meaning.POSITION:
            return ProposalKind.POSITION, index.ids
        case Meaning.ROLE:
            return ProposalKind.ROLE, index.roles
        case Meaning.DEPARTMENT if context.path[0] != "departments" or context.path[-1] != "id":
            return ProposalKind.DEPARTMENT, index.departments
    return None


def _of_names(
    kind: ProposalKind,
    names: Sequence[NamedId],
    context: TextContext,
    text: str,
    how: Notation,
) -> Proposals:
    ranked = list(_ranked(names, context.typed.strip("\"'").casefold()))
    proposals = [
        Proposal(
            kind,
            visible(name.id),
            visible(shortened(name.detail)),
            spelling := _spelt(name.id, context, text, how),
            f"{spelling} {name.detail}" if spelling == name.id else spelling,
        )
        for name in ranked[:MOST]
    ]
    return Proposals(context.start, context.end, proposals, len(ranked) <= MOST)


def _ranked(names: Sequence[NamedId], typed: str) -> Iterator[NamedId]:
    """Those that begin with what was typed, then those with a word that does.

    Then those with it somewhere, where it is more than a letter.
    """
    if not typed:
        yield from names
        return
    matches = [name for name in names if typed in name.search]
    word = f" {typed}"
    ranks: list[list[NamedId]] = [[], [], []]
    for name in matches:
        ranks[0 if name.search.startswith(typed) else 1 if word in name.search else 2].append(name)
    for same_rank in ranks if len(typed) > 1 else ranks[:2]:
        yield from same_rank


def _spelt(value: str, context: TextContext, text: str, how: Notation) -> str:
    current = text[context.start : context.end]
    return spelt("id", value, how, current if current[:1] in ("'", '"') else "")


def _fields(context: TextContext, first: str, how: Notation) -> Iterator[Proposal]:
    """The keys that the entry has not yet."""
    current = context.typed
    for key, meaning in keys_at(context.path, first).items():
        if key in context.siblings and key != current:
            continue
        name = f'"{key}"' if how is Notation.JSON else key
        yield Proposal(ProposalKind.FIELD, key, meaning, f"{name}: ", name)
