"""Entries become validated positions and departments; what is wrong becomes findings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from orgcli.model.findings.finding import Finding, Place
from orgcli.model.likeness import did_you_mean, nearest_words
from orgcli.model.organisation.color import COLOR_NAMES, color_of
from orgcli.model.organisation.organisation import Department
from orgcli.model.organisation.position import Position
from orgcli.model.text import quoted, shortened
from orgcli.read.entries import Entries
from orgcli.read.syntax.document import Value
from orgcli.read.syntax.validation.model_values import (
    InvalidValue,
    NotSound,
    sound_value,
    valid_value,
)
from orgcli.read.syntax.validation.validation_errors import explain, fields_of, synonyms_of

if TYPE_CHECKING:
    from pydantic import ValidationError

T = TypeVar("T", Position, Department)

_FEW = 1_000
"""Entries that are read in less time than it takes to import Pydantic, which reads more sooner."""

_SYNONYMS = synonyms_of(
    reports_to="manager manager_id boss supervisor reportsto parent",
    holder="name person holders employee",
    title="job_title position",
    department="dept team unit",
    location="office city",
    dotted_lines="dotted_line",
    contact="email phone",
    reports="direct_reports",
    status="state",
    photo="picture image avatar",
)


@dataclass(frozen=True, slots=True)
class Validated(Generic[T]):
    """Valid values in file order, each with the number of its entry, and what was wrong.

    A wrong field is left out and the entry kept, so that one mistake does not make every
    report of a position an orphan; an entry without an id cannot be kept.
    """

    values: Sequence[T]
    entry: Sequence[int]
    findings: Sequence[Finding]


_SOME_COLORS = quoted(("blue", "teal", "orange"))


def validate(entries: Entries, kind: type[T]) -> Validated[T]:
    """Validate all entries in one call; only entries with errors are tried again.

    Findings: ORG004 unknown field, ORG005 invalid value, ORG006 missing field, at their place.
    """
    if kind is Position and entries.positions is not None:
        return _sound(entries, entries.positions)
    valid: Validated[Any] = _few(entries, kind) or _explained(entries, kind)
    look = _ends_before_start if kind is Position else _no_colors
    wrong: Sequence[Finding] = look(valid.values, valid.entry, entries.place)
    return replace(valid, findings=(*entries.findings, *valid.findings, *wrong))


def _few(entries: Entries, kind: type[T]) -> Validated[T] | None:
    """The values of entries in which nothing is wrong; None where something is, or of many."""
    records = entries.records
    if len(records) > _FEW:
        return None
    try:
        return Validated([sound_value(kind, record) for record in records], range(len(records)), ())
    except NotSound:
        return None


def _explained(entries: Entries, kind: Any) -> Validated[Any]:
    """The values as Pydantic makes them, and what it finds wrong."""
    records = list(entries.records)
    try:
        return Validated(valid_value(list[kind], records), range(len(records)), ())
    except InvalidValue as invalid:
        synonyms = _SYNONYMS if kind is Position else {}
        known = _with_reports(fields_of(kind)) if kind is Position else fields_of(kind)
        findings = explain(invalid.error, entries.place, entries.key_place, known, synonyms)
        numbers = _without_errors(records, invalid.error)
        values = valid_value(list[kind], [records[number] for number in numbers])
        return Validated(values, numbers, findings)


def _sound(entries: Entries, positions: Sequence[Any]) -> Validated[Any]:
    numbers = range(len(positions))
    wrong = _ends_before_start(positions, numbers, entries.place)
    return Validated(positions, numbers, (*entries.findings, *wrong))


def _with_reports(fields: Callable[..., Any]) -> Callable[..., Any]:
    """Position has no field `reports`, nested entries do."""
    return lambda path: (*fields(path), "reports") if len(path) == 1 else fields(path)


def _without_errors(records: list[dict[str, Value]], error: ValidationError) -> list[int]:
    """Drop the fields that are wrong; the numbers of the entries that still have an id."""
    wrong: dict[int, set[str | int]] = {}
    for detail in error.errors(include_url=False, include_context=False, include_input=False):
        number, *path = detail["loc"]
        assert isinstance(number, int)
        wrong.setdefault(number, set()).add(path[0] if path else "id")
    for number, fields in wrong.items():
        kept = {key: value for key, value in records[number].items() if key not in fields}
        records[number] = kept
    return [number for number in range(len(records)) if "id" not in wrong.get(number, ())]


def _no_colors(
    values: Sequence[Department], numbers: Sequence[int], place: Callable[..., Place]
) -> list[Finding]:
    """ORG005 at the colours of departments that charts cannot draw."""
    return [
        _no_color(department.id, department.color, place(numbers[at], "color"))
        for at, department in enumerate(values)
        if department.color is not None and color_of(department.color) is None
    ]


def _no_color(department: str, color: str, place: Place) -> Finding:
    message = f"`color` is `{shortened(color)}`, which is no colour"
    if color_of(f"#{color}"):
        help = f'write `"#{color}"`, in quotes'
    else:
        near = nearest_words(color, COLOR_NAMES)
        help = did_you_mean(near, f'write `"#0072b2"`, in quotes, or {_SOME_COLORS}')
    return Finding("ORG005", message, place, help=help, entity=department)


def _ends_before_start(
    values: Sequence[Position], numbers: Sequence[int], place: Callable[..., Place]
) -> list[Finding]:
    return [
        Finding(
            "ORG005",
            f"`{position.id}` ends on {position.end}, before it starts on {position.start}",
            place(numbers[at], "end"),
            entity=position.id,
        )
        for at, position in enumerate(values)
        if position.end and position.start and position.end < position.start
    ]
