"""Seats with another manager, who comes along with them, and layers put in or taken out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from orgcli.changes.changes import LayerChange, Manager, Move, SeatEntry
from orgcli.changes.matching import NONE, Matching
from orgcli.changes.sides import ComparedSide
from orgcli.model.organisation.position import Position
from orgcli.model.organisation.reporting_lines import TOP, UNKNOWN

_NO_MOVER = -1


@dataclass(frozen=True, slots=True)
class MovedLines:
    """The moves and layers between two sides.

    carrier  per position afterwards: the mover it comes along with, itself included; else a
             negative number. Empty where nobody moved
    """

    moves: Sequence[Move] = ()
    layers: Sequence[LayerChange] = ()
    carrier: Sequence[int] = ()


def moved_lines(matching: Matching, departments: bool) -> MovedLines:
    """What became of the reporting lines; departments: whether they are compared at all."""
    moved = _moved_positions(matching)
    if not moved:
        return MovedLines()
    carrier = _carriers(matching, frozenset(moved))
    carried: dict[int, list[int]] = {at: [] for at in moved}
    for at, mover in enumerate(carrier):
        if mover >= 0 and matching.after.live[at] and matching.before.live[matching.was_of[at]]:
            carried[mover].append(at)
    moves = {at: _move(matching, at, carried[at], departments) for at in moved}
    layers, grouped = _layers(matching, moves)
    return MovedLines([move for at, move in moves.items() if at not in grouped], layers, carrier)


def _moved_positions(matching: Matching) -> list[int]:
    """The positions afterwards, in their order, that are on both sides under another manager."""
    unclear_old = {
        at: number for number, (was, _, _) in enumerate(matching.ambiguous) for at in was
    }
    unclear_new = {
        at: number for number, (_, now, _) in enumerate(matching.ambiguous) for at in now
    }
    moved = []
    before, after, now_of = matching.before, matching.after, matching.now_of
    old_manager, new_manager = before.manager, after.manager
    for was, now in matching.live_pairs():
        old, new = old_manager[was], new_manager[now]
        if (now_of[old] if old >= 0 else old) == new and old != UNKNOWN:
            continue
        # Managers that are no pair of positions may be the same all the same.
        if old >= 0 and new >= 0:
            is_same = old in unclear_old and unclear_old[old] == unclear_new.get(new)
        elif old == TOP or new == TOP:
            is_same = old == new
        else:
            manager_id = before.positions[was].reports_to
            is_same = manager_id == after.positions[now].reports_to
        if not is_same:
            moved.append(now)
    return moved


def _carriers(matching: Matching, moved: frozenset[int]) -> list[int]:
    """The nearest mover above each position, over lines that are as before; rings have none."""
    layer = matching.after.organisation.lines.layer
    carrier = [_NO_MOVER] * len(layer)
    for at in sorted(range(len(layer)), key=layer.__getitem__):
        if at in moved:
            carrier[at] = at
        elif layer[at] > 1 and matching.was_of[at] != NONE:
            carrier[at] = carrier[matching.after.manager[at]]
    return carrier


def _move(matching: Matching, now: int, carried: Sequence[int], departments: bool) -> Move:
    before, after, was = matching.before, matching.after, matching.was_of[now]
    ringed = 0 in (after.organisation.lines.layer[now], before.organisation.lines.layer[was])
    under = after.manager_of(now)
    together = [now] if ringed else carried
    stays, folded = _departments(matching, now, together, under) if departments else (None, None)
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
    matching: Matching, now: int, together: Sequence[int], under: Manager
) -> tuple[str | None, tuple[str | None, str | None, int] | None]:
    """The department that all keep in another one's part, or the change that they share."""
    old, new = _both_departments(matching, now)
    alike = sum(_both_departments(matching, at) == (old, new) for at in together)
    if old != new:
        return None, (old, new, alike)
    other_department = under.position.department if isinstance(under, SeatEntry) else None
    keeps = new and other_department and other_department != new and alike == len(together)
    return (new if keeps else None), None


def _both_departments(matching: Matching, now: int) -> tuple[str | None, str | None]:
    """The department of a seat before and after."""
    was = matching.before.positions[matching.was_of[now]]
    return was.department, matching.after.positions[now].department


def _layers(
    matching: Matching, moves: Mapping[int, Move]
) -> tuple[Sequence[LayerChange], frozenset[int]]:
    """Seats put in between or taken out, and the movers that this is all of."""
    before, after = matching.before, matching.after
    put_in: dict[int, list[int]] = {}
    taken_out: dict[int, list[int]] = {}
    for now, move in moves.items():
        old, new = before.manager[matching.was_of[now]], after.manager[now]
        if move.ringed:
            continue
        if new >= 0 and matching.was_of[new] == NONE and _above(after, new, matching.now_of, old):
            put_in.setdefault(new, []).append(now)
        elif (
            old >= 0 and matching.now_of[old] == NONE and _above(before, old, matching.was_of, new)
        ):
            taken_out.setdefault(old, []).append(now)
    layers = [
        LayerChange(None, after.seat(at), after.manager_of(at), tuple(map(moves.__getitem__, own)))
        for at, own in put_in.items()
    ]
    layers += [
        LayerChange(
            before.seat(at), None, before.manager_of(at), tuple(map(moves.__getitem__, own))
        )
        for at, own in taken_out.items()
    ]
    return layers, frozenset(chain.from_iterable((*put_in.values(), *taken_out.values())))


def _above(side: ComparedSide, between: int, pairs: Sequence[int], manager: int) -> bool:
    """Whether a seat that one side alone has reports to the manager of the other side."""
    above = side.manager[between]
    if above < 0 or manager < 0:
        return above == manager == TOP
    return side.live[between] and bool(pairs) and pairs[manager] == above


def folded_departments(matching: Matching, lines: MovedLines) -> frozenset[int]:
    """The positions afterwards whose change of department is that of the mover they go with."""
    folded = set()
    for at, mover in enumerate(lines.carrier):
        if mover < 0 or matching.was_of[at] == NONE:
            continue
        old, new = _both_departments(matching, at)
        if old != new and (old, new) == _both_departments(matching, mover):
            folded.add(at)
    return frozenset(folded)
