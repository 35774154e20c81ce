"""Organisations at random, edits of them, and what changes say done to what was before."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from hypothesis import strategies as st

from orgcli.changes.changes import Changes, Manager, PersonKind, SeatEntry
from orgcli.changes.seat_values import VALUE_FIELDS
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import DottedLine, Position

_TITLES = ("Engineer", "Designer", "Account Executive", "Lead", None)
_DEPARTMENTS = ("Revenue", "Product", "Service", None)


def organisation(positions: list[Position]) -> Organisation:
    return Organisation("Acme", positions)


@st.composite
def organisations(draw: st.DrawFn, most: int = 14) -> list[Position]:
    """Positions with lines that may be rings or lead nowhere, and holders of several seats."""
    size = draw(st.integers(0, most))
    ids = [f"s{number}" for number in range(size)]
    managers = st.sampled_from([None, "nobody-here", *ids])
    names = st.lists(st.sampled_from([f"P{number}" for number in range(size + 3)]), max_size=2)
    dotted = st.lists(st.sampled_from(ids or ["s0"]), max_size=2, unique=True)
    return [
        Position(
            id,
            title=draw(st.sampled_from(_TITLES)),
            holder=tuple(dict.fromkeys(draw(names))),
            reports_to=draw(managers),
            dotted_lines=tuple(map(DottedLine, draw(dotted))),
            department=draw(st.sampled_from(_DEPARTMENTS)),
            level=draw(st.sampled_from((None, 1, 2))),
            status=draw(st.sampled_from((None, None, None, "planned", "closed"))),
            headcount=draw(st.sampled_from((1, 1, 3))),
        )
        for id in ids
    ]


@dataclass(frozen=True)
class Edit:
    """One edit: what it is called in the changes, and the id of its seat."""

    kind: str
    id: str


def sound_tree(size: int, seed: int) -> list[Position]:
    """A tree without open ends, each seat held by somebody else."""
    chance = random.Random(seed)
    return [
        Position(
            f"s{at}",
            title=f"Title {at}",
            holder=(f"Person {at}",),
            reports_to=f"s{chance.randrange(at)}" if at else None,
            department=f"D{at % 7}",
            level=3,
        )
        for at in range(size)
    ]


def edited(positions: list[Position], count: int, seed: int) -> tuple[list[Position], list[Edit]]:
    """The positions with so many edits, each of a seat of its own, and the edits."""
    chance = random.Random(seed)
    spans = {one.reports_to for one in positions}
    found = {one.id: one for one in positions}
    chosen = chance.sample([one for one in positions if one.reports_to], count)
    edits = []
    for number, one in enumerate(chosen):
        kinds = ["title", "department", "level", "holder", "moved", "id"]
        kinds += [] if one.id in spans else ["gone"]
        kind = chance.choice(kinds)
        if kind == "gone":
            del found[one.id]
        elif kind == "moved":  # below nobody who is below it
            found[one.id] = replace(one, reports_to="s0" if one.reports_to != "s0" else "away")
        elif kind == "holder":
            found[one.id] = replace(one, holder=(f"New {number}",))
        elif kind == "id":
            found = {key: _renamed(value, one.id) for key, value in found.items()}
        else:
            value = 5 if kind == "level" else f"Other {number}"
            found[one.id] = replace(found[one.id], **{kind: value})
        edits.append(Edit(kind, one.id))
    return list(found.values()), edits


def _renamed(one: Position, id: str) -> Position:
    if one.id == id:
        one = replace(one, id=f"new-{id}")
    return replace(one, reports_to=f"new-{id}") if one.reports_to == id else one


def renamed(positions: list[Position], names: Mapping[str, str]) -> list[Position]:
    """The positions with other ids, wherever one stands."""
    return [
        replace(
            one,
            id=names[one.id],
            reports_to=names.get(one.reports_to or "", one.reports_to),
            dotted_lines=tuple(
                replace(line, to=names.get(line.to, line.to)) for line in one.dotted_lines
            ),
        )
        for one in positions
    ]


def outline(positions: list[Position]) -> dict[str, Any]:
    """What counts of positions: order does not, nor what is closed."""
    return {
        one.id: (
            frozenset(one.holder),
            one.state,
            one.reports_to,
            frozenset(one.dotted_lines),
            *(sorted(one.tags) if name == "tags" else getattr(one, name) for name in VALUE_FIELDS),
        )
        for one in positions
        if one.status != "closed"
    }


def applied(positions: list[Position], changes: Changes) -> list[Position]:
    """The positions after the changes, made of nothing but what the changes say."""
    ids = {one.was.position.id: one.now.position.id for one in changes.new_ids}
    gone = {one.seat.position.id for one in changes.gone}
    there = {one.id: one for one in positions if one.status != "closed" and one.id not in gone}
    found = {one.id: one for one in renamed(list(there.values()), _kept(positions) | ids)}
    for value in changes.values:
        at = value.now.position.id
        after = (
            {"tags": (), "headcount": 1}.get(value.field) if value.after is None else value.after
        )
        found[at] = replace(found[at], **{value.field: after})
    moves = (*changes.moves, *(one for layer in changes.layers for one in layer.moves))
    for move in moves:
        at = move.now.position.id
        found[at] = replace(found[at], reports_to=_id(move.under))
    for line in changes.dotted:
        one = found[line.now.position.id]
        to = _id(line.manager) or ""
        dotted = DottedLine(ids.get(to, to) if not line.is_new else to, line.purpose)
        lines = set(one.dotted_lines) ^ {dotted}
        found[one.id] = replace(one, dotted_lines=tuple(lines))
    _seat_people(found, changes)
    for new in changes.new:
        found[new.seat.position.id] = new.seat.position
    return list(found.values())


def _kept(positions: list[Position]) -> dict[str, str]:
    return {one.id: one.id for one in positions}


def _id(manager: Manager) -> str | None:
    return manager.position.id if isinstance(manager, SeatEntry) else manager


def _seat_people(found: dict[str, Position], changes: Changes) -> None:
    for one in changes.people:
        names = {one.name, one.other} if one.kind == PersonKind.SWAPPED else {one.name}
        for pair in (*one.lost, *one.gained):
            if pair.now is None or pair.now.position.id not in found:
                continue
            seat = found[pair.now.position.id]
            for name in names:
                holders = set(seat.holder)
                holders = holders | {name} if name in pair.now.position.holder else holders - {name}
                seat = replace(seat, holder=tuple(holders))
            if one.kind == PersonKind.NAME:
                seat = replace(seat, holder=tuple(set(seat.holder) - {one.other} | {one.name}))
            found[seat.id] = seat
