"""Seats with another manager, who comes along with them, and layers put in or taken out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from orgcli.changes.changes import LayerChange, Manager, Move, SeatEntry
from orgcli.changes.matching import NONE, Matching
from orgcli.changes.sides import ComparedSide
from orgcli.model.organisation.position import Position
from orgcli.model.organisation.reporting_lines import TOP, UNKNOWN

_NO_MOVER = -1


@dataclass(frozen=True, slots=True)
class MovedLines:
    """The moves and layers between two sides.

    moved    positions afterwards whose own line changed
    carrier  per position afterwards: the mover it comes along with, itself included; else a
             negative number. Empty where nobody moved
    """

    moves: tuple[Move, ...]
    layers: tuple[LayerChange, ...]
    moved: frozenset[int]
    carrier: Sequence[int]


def moved_positions(before: ComparedSide, after: ComparedSide, found: Matching) -> list[int]:
    """The positions afterwards, in their order, that are on both sides under another manager."""
    unclear = _groups_of_ambiguous(found)
    moved = []
    old_manager, new_manager, pairs = before.manager, after.manager, found.after
    for now, was in enumerate(found.before):
        if was == NONE or not (before.live[was] and after.live[now]):
            continue
        old, new = old_manager[was], new_manager[now]
        if (pairs[old] if old >= 0 else old) == new and old != UNKNOWN:
            continue
        if _is_same_manager(before, after, found, was, now, unclear):
            continue
        moved.append(now)
    return moved


def _groups_of_ambiguous(found: Matching) -> tuple[dict[int, int], dict[int, int]]:
    """The number of the group that an ambiguous position is in, before and after."""
    groups = found.ambiguous
    olds = {at: number for number, (was, _, _) in enumerate(groups) for at in was}
    news = {at: number for number, (_, now, _) in enumerate(groups) for at in now}
    return olds, news


def _is_same_manager(
    before: ComparedSide,
    after: ComparedSide,
    found: Matching,
    was: int,
    now: int,
    unclear: tuple[dict[int, int], dict[int, int]],
) -> bool:
    """Whether managers that are no pair of positions are the same all the same, or may be."""
    old, new = before.manager[was], after.manager[now]
    if old >= 0 and new >= 0:
        return old in unclear[0] and unclear[0].get(old) == unclear[1].get(new)
    if old == TOP or new == TOP:
        return old == new
    written = before.positions[was].reports_to, after.positions[now].reports_to
    return written[0] == written[1]


def moved_lines(
    before: ComparedSide, after: ComparedSide, found: Matching, departments: bool
) -> MovedLines:
    """What became of the reporting lines; departments: whether they are compared at all."""
    moved = moved_positions(before, after, found)
    if not moved:
        return MovedLines((), (), frozenset(), ())
    carrier = _carriers(before, after, found, frozenset(moved))
    carried: dict[int, list[int]] = {at: [] for at in moved}
    for at, mover in enumerate(carrier):
        if mover >= 0 and after.live[at] and before.live[found.before[at]]:
            carried[mover].append(at)
    moves = {at: _move(before, after, found, at, carried[at], departments) for at in moved}
    layers, grouped = _layers(before, after, found, moves)
    single = tuple(move for at, move in moves.items() if at not in grouped)
    return MovedLines(single, layers, frozenset(moved), carrier)


def _carriers(
    before: ComparedSide, after: ComparedSide, found: Matching, moved: frozenset[int]
) -> list[int]:
    """The nearest mover above each position, over lines that are as before; rings have none."""
    layer = after.organisation.lines.layer
    carrier = [_NO_MOVER] * len(layer)
    for at in sorted(range(len(layer)), key=layer.__getitem__):
        if at in moved:
            carrier[at] = at
        elif layer[at] > 1 and found.before[at] != NONE:
            carrier[at] = carrier[after.manager[at]]
    return carrier


def _move(
    before: ComparedSide,
    after: ComparedSide,
    found: Matching,
    now: int,
    carried: Sequence[int],
    departments: bool,
) -> Move:
    was = found.before[now]
    lines = after.organisation.lines
    old_lines = before.organisation.lines
    ringed = lines.layer[now] == 0 or old_lines.layer[was] == 0
    under = after.manager_of(now)
    together = [now] if ringed else carried
    stays, folded = (
        _departments(before, after, found, now, together, under) if departments else (None, None)
    )
    return Move(
        before.seat(was),
        after.seat(now),
        before.manager_of(was),
        under,
        below=len(together) - 1,
        people=sum(_people(after.positions[at]) for at in together),
        stays=stays,
        folded=folded,
        ringed=ringed,
    )


def _people(position: Position) -> int:
    """How many people a position stands for."""
    if position.state != "filled":
        return 0
    return max(position.headcount, len(position.holder))


def _departments(
    before: ComparedSide,
    after: ComparedSide,
    found: Matching,
    now: int,
    together: Sequence[int],
    under: Manager,
) -> tuple[str | None, tuple[str | None, str | None, int] | None]:
    """The department that all keep in another one's part, or the change that they share."""
    old, new = _department(before, found.before[now]), _department(after, now)
    alike = sum(
        _department(before, found.before[at]) == old and _department(after, at) == new
        for at in together
    )
    if old != new:
        return None, (old, new, alike)
    other = under.position.department if isinstance(under, SeatEntry) else None
    return (new if new and other and other != new and alike == len(together) else None), None


def _department(side: ComparedSide, at: int) -> str | None:
    return side.positions[at].department


def _layers(
    before: ComparedSide, after: ComparedSide, found: Matching, moves: Mapping[int, Move]
) -> tuple[tuple[LayerChange, ...], frozenset[int]]:
    """Seats put in between or taken out, and the movers that this is all of."""
    put_in: dict[int, list[int]] = {}
    taken_out: dict[int, list[int]] = {}
    for now, move in moves.items():
        old, new = before.manager[found.before[now]], after.manager[now]
        if move.ringed:
            continue
        if new >= 0 and found.before[new] == NONE and _above(after, new, found.after, old):
            put_in.setdefault(new, []).append(now)
        elif old >= 0 and found.after[old] == NONE and _above(before, old, found.before, new):
            taken_out.setdefault(old, []).append(now)
    layers = [
        _layer(True, after.seat(at), after.manager_of(at), [moves[one] for one in several])
        for at, several in put_in.items()
    ]
    layers += [
        _layer(False, before.seat(at), before.manager_of(at), [moves[one] for one in several])
        for at, several in taken_out.items()
    ]
    grouped = frozenset(
        at for groups in (put_in, taken_out) for one in groups.values() for at in one
    )
    return tuple(layers), grouped


def _above(side: ComparedSide, between: int, pairs: Sequence[int], manager: int) -> bool:
    """Whether a seat that one side alone has reports to the manager of the other side."""
    above = side.manager[between]
    if above < 0 or manager < 0:
        return above == manager == TOP
    return side.live[between] and bool(pairs) and pairs[manager] == above


def _layer(is_new: bool, seat: SeatEntry, manager: Manager, moves: Sequence[Move]) -> LayerChange:
    people = sum(move.people for move in moves)
    return LayerChange(is_new, seat, manager, tuple(moves), people)


def folded_departments(
    before: ComparedSide, after: ComparedSide, found: Matching, lines: MovedLines
) -> frozenset[int]:
    """The positions afterwards whose change of department is that of the mover they go with."""
    folded = set()
    for at, mover in enumerate(lines.carrier):
        if mover < 0 or found.before[at] == NONE:
            continue
        own = _department(before, found.before[at]), _department(after, at)
        its = _department(before, found.before[mover]), _department(after, mover)
        if own == its and own[0] != own[1]:
            folded.add(at)
    return frozenset(folded)
