"""What the value of a key means by where the key stands: a position, a role, a department."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from functools import cache

from orgcli.model.organisation.organisation import Department
from orgcli.model.organisation.plan import REFERRING, STEPS, PlanHead
from orgcli.model.organisation.position import Contact, DottedLine, Position
from orgcli.model.organisation.position_fields import POSITION_FIELDS
from orgcli.model.roles.role import RELATIONS, Role, Statement
from orgcli.scaffold.schema.model_words import words_of


class Meaning(Enum):
    """What a value refers to."""

    POSITION = "position"
    ROLE = "role"
    DEPARTMENT = "department"


_MEANINGS: Mapping[tuple[str, ...], Meaning] = {
    ("id",): Meaning.POSITION,
    ("reports_to",): Meaning.POSITION,
    ("dotted_lines",): Meaning.POSITION,
    ("dotted_lines", "to"): Meaning.POSITION,
    ("role",): Meaning.ROLE,
    ("department",): Meaning.DEPARTMENT,
}
_OF_DEPARTMENTS: Mapping[tuple[str, ...], Meaning] = {
    ("head",): Meaning.POSITION,
    ("id",): Meaning.DEPARTMENT,
    ("parent",): Meaning.DEPARTMENT,
}
_PLAN, _STEPS = "plan", "steps"
_NAMED_IN_STEPS = {key for keys in REFERRING.values() for key in keys}
_STEP_CHOICES: Mapping[str, Sequence[str]] = {
    "status": POSITION_FIELDS["status"].choices,
    **dict.fromkeys(("alone", "leave_seat", "done"), ("true", "false")),
}
_SETTABLE = frozenset(key for key, field in POSITION_FIELDS.items() if field.is_scalar) - {"id"}
_IDS = frozenset({("id",)})
_TOP: Mapping[str, str] = {
    "organisation": "The name of the organisation.",
    "positions": "The positions, each after a dash.",
    "departments": "The departments: id, name, parent, head, color.",
    "include": "Files to read as well, as teams/*.yaml.",
}


def meaning_of(path: Sequence[str], first: str) -> Meaning | None:
    """What the value at a path of keys refers to; None where it is no reference.

    first  the first key of the file, which is the kind of the file
    """
    if first == _PLAN:
        is_named = len(path) == 2 and path[0] == _STEPS and path[1] in _NAMED_IN_STEPS
        return Meaning.POSITION if is_named else None
    if first == "role":
        if tuple(path) == ("role",):
            return Meaning.ROLE
        is_relation = len(path) == 1 or (len(path) == 2 and path[1] == "role")
        return Meaning.ROLE if is_relation and path and path[0] in RELATIONS else None
    if list(path[:1]) == ["departments"]:
        return _OF_DEPARTMENTS.get(tuple(path[1:]))
    within = _in_entry(path, first)
    return None if within is None else _MEANINGS.get(within)


def is_own_id(path: Sequence[str], first: str) -> bool:
    """Whether the value at a path is the id that an entry of a position has."""
    return _in_entry(path, first) in _IDS


def choices_of_field(path: Sequence[str], first: str) -> Sequence[str]:
    """The words that a value is one of; empty where it is free."""
    if first == _PLAN:
        return _STEP_CHOICES.get(path[1], ()) if len(path) == 2 and path[0] == _STEPS else ()
    within = _in_entry(path, first)
    field = POSITION_FIELDS.get(within[0]) if within and len(within) == 1 else None
    if field is None:
        return ()
    return ("true", "false") if field.kind is bool else field.choices


def keys_at(path: Sequence[str], first: str) -> Mapping[str, str]:
    """The keys that the mapping at a path may have, each with what it is for."""
    if first == _PLAN:
        return _plan_keys(tuple(path))
    model = _model_at(tuple(path), first)
    if model is not None:
        return _words(model)
    return _TOP if not path and first in ("", *_TOP) else {}


@cache
def _plan_keys(path: tuple[str, ...]) -> Mapping[str, str]:
    """The keys of a plan, or of its steps whatever their verb; what `fields` has, in a `set`."""
    if not path:
        return {**_words(PlanHead), _STEPS: "The steps, each after a dash, with one verb."}
    if path == (_STEPS,):
        kinds: Sequence[type] = tuple(STEPS.values())
        words = {key: text for kind in kinds for key, text in _words(kind).items()}
        verbs = {verb: f"{words_of(kind)['']} {words[verb]}" for verb, kind in STEPS.items()}
        return {**verbs, **{key: text for key, text in words.items() if key not in verbs}}
    if path == (_STEPS, "fields"):
        return {key: text for key, text in _words(Position).items() if key in _SETTABLE}
    return {}


def _model_at(path: tuple[str, ...], first: str) -> type | None:
    if first == "role":
        if not path:
            return Role
        return Statement if len(path) == 1 and path[0] in _words(Role) else None
    if path == ("departments",):
        return Department
    within = _in_entry(path, first)
    if within is None:
        return None
    models: Mapping[tuple[str, ...], type] = {
        (): Position,
        ("dotted_lines",): DottedLine,
        ("contact",): Contact,
    }
    return models.get(within)


def _in_entry(path: Sequence[str], first: str) -> tuple[str, ...] | None:
    """The keys from the entry of a position on; None outside of every entry."""
    rest = list(path)
    if first != "id":
        if rest[:1] != ["positions"]:
            return None
        del rest[0]
    while rest[:1] == ["reports"]:
        del rest[0]
    return tuple(rest)


@cache
def _words(model: type) -> Mapping[str, str]:
    words = {key: text for key, text in words_of(model).items() if key}
    if model is Position:
        words["reports"] = "The positions that report to this one, nested below it."
    return words
