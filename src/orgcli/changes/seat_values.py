"""Fields of a seat that have another value, and dotted lines that are new or gone."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import fields

from orgcli.changes.changes import DottedChange, Manager, ValueChange
from orgcli.changes.matching import NONE, Matching
from orgcli.changes.sides import ComparedSide
from orgcli.model.organisation.position import DottedLine, Position

_LINES = frozenset({"id", "holder", "reports_to", "dotted_lines", "status"})
"""Fields that are compared in ways of their own."""
_SETS = frozenset({"tags"})
VALUE_FIELDS = tuple(field.name for field in fields(Position) if field.name not in _LINES)
"""The fields whose values are compared as they are, in the order of the model."""
COMPARED_FIELDS = ("holder", "dotted_lines", "status", *VALUE_FIELDS)
"""The fields that `--ignore` takes."""


def value_changes(
    matching: Matching, was: int, now: int, ignored: Collection[str], carried: bool
) -> Iterator[ValueChange]:
    """The fields of one seat that differ; carried: whether a move includes its new department."""
    old, new = matching.before.positions[was], matching.after.positions[now]
    pair = matching.before.seat(was), matching.after.seat(now)
    for name in VALUE_FIELDS:
        before, after = getattr(old, name), getattr(new, name)
        if before == after or name in ignored:
            continue
        if name in _SETS and sorted(before) == sorted(after):
            continue
        folded = carried and name == "department"
        yield ValueChange(*pair, name, before or None, after or None, folded)
    if old.state != new.state and "status" not in ignored:
        follows = bool(old.holder) != bool(new.holder) and {old.state, new.state} <= _BY_HOLDER
        yield ValueChange(*pair, "status", old.state, new.state, follows)


_BY_HOLDER = frozenset({"filled", "open"})
"""The states that follow from whether somebody holds a position."""


def dotted_changes(matching: Matching, was: int, now: int) -> Iterator[DottedChange]:
    """The dotted lines of one seat that are only on one side; managers that are pairs are one."""
    before, after = matching.before, matching.after
    olds = {
        _line_key(before, dotted_line, matching): dotted_line
        for dotted_line in before.positions[was].dotted_lines
    }
    news = {
        _line_key(after, dotted_line, None): dotted_line
        for dotted_line in after.positions[now].dotted_lines
    }
    pair = before.seat(was), after.seat(now)
    for key, line in olds.items():
        if key not in news:
            yield DottedChange(*pair, False, _dotted_to(before, line), line.purpose)
    for key, line in news.items():
        if key not in olds:
            yield DottedChange(*pair, True, _dotted_to(after, line), line.purpose)


def _line_key(
    side: ComparedSide, line: DottedLine, matching: Matching | None
) -> tuple[int | str, str | None]:
    """Where a dotted line leads, as a position afterwards, and what for."""
    at = side.at(line.to)
    if at is None:
        return line.to, line.purpose
    if matching is None:
        return at, line.purpose
    now = matching.now_of[at]
    return (f"before {at}" if now == NONE else now), line.purpose


def _dotted_to(side: ComparedSide, line: DottedLine) -> Manager:
    at = side.at(line.to)
    return line.to if at is None else side.seat(at)
