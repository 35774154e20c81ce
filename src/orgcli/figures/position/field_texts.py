"""The fields of a position as pairs of label and text, those that say something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

from orgcli.figures.position.position_details import PositionDetails
from orgcli.figures.tables.phrases import FigurePhrases
from orgcli.language.tags import speak_of_changes

_ELSEWHERE = frozenset({"id", "title", "holder", "reports_to", "dotted_lines", "photo"})
"""Fields that are shown in another way."""


def field_texts(details: PositionDetails, say: FigurePhrases) -> Iterator[tuple[str, str]]:
    """The label and the text of each field that has another value than the usual one."""
    for label, text in _field_texts(details, say):
        yield label[:1].upper() + label[1:], text


def _field_texts(details: PositionDetails, say: FigurePhrases) -> Iterator[tuple[str, str]]:
    position = replace(details.position, department=details.department)
    words = speak_of_changes(say.language)
    yield words.field_name("status"), say.chart.states[position.state]
    for field in fields(position):
        value = getattr(position, field.name)
        if field.name in _ELSEWHERE or field.name == "status" or value == field.default:
            continue
        if field.name == "attributes":
            yield from (value or {}).items()
        elif text := _text(value, say):
            yield words.field_name(field.name), text


def _text(value: object, say: FigurePhrases) -> str:
    if isinstance(value, bool):
        return speak_of_changes(say.language).yes if value else ""
    if isinstance(value, int | float):
        return say.number(value, 2)
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if is_dataclass(value):
        return ", ".join(filter(None, (getattr(value, field.name) for field in fields(value))))
    return "" if value is None else str(value)
