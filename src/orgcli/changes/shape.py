"""The numbers of a side, and managers whose span of control is another one."""

from __future__ import annotations

from collections.abc import Sequence

from orgcli.changes.changes import SideFigures, SpanChange
from orgcli.changes.matching import NONE, Matching
from orgcli.changes.sides import ComparedSide, names_of


def spans(side: ComparedSide) -> list[int]:
    """How many seats report directly to each position; closed ones do not count."""
    found = [0] * len(side.positions)
    for position, manager, is_live in zip(side.positions, side.manager, side.live, strict=True):
        if manager >= 0 and is_live:
            found[manager] += position.headcount
    return found


def side_figures(side: ComparedSide, counted: Sequence[bool], span: Sequence[int]) -> SideFigures:
    """The numbers of a side.

    counted  which positions are looked at
    span     the direct reports of each
    """
    states = {"filled": 0, "open": 0, "planned": 0, "closed": 0}
    fte = 0.0
    names: set[str] = set()
    for at, position in enumerate(side.positions):
        if not (counted[at] and side.live[at]):
            continue
        state = position.state
        states[state] += position.headcount
        if state == "filled":
            fte += position.headcount if position.fte is None else position.fte
        if position.holder:
            names.update(names_of(position))
    managing = [
        number
        for number, is_counted, is_live in zip(span, counted, side.live, strict=True)
        if number and is_counted and is_live
    ]
    layer = side.organisation.lines.layer
    there = [one for one, is_live, fits in zip(layer, side.live, counted, strict=True)
             if is_live and fits]  # fmt: skip
    return SideFigures(
        seats=states["filled"] + states["open"] + states["planned"],
        filled=states["filled"],
        open=states["open"],
        planned=states["planned"],
        people=len(names),
        fte=round(fte, 2),
        layers=max(there, default=0) - min(filter(None, there), default=1) + 1 if there else 0,
        managers=len(managing),
        mean_span=round(sum(managing) / len(managing), 1) if managing else 0,
        complete=side.organisation.complete,
    )


def span_changes(
    before: ComparedSide,
    after: ComparedSide,
    found: Matching,
    old: Sequence[int],
    new: Sequence[int],
) -> list[SpanChange]:
    """The managers of both sides with another span, the largest difference first."""
    changed = [
        SpanChange(before.seat(was), after.seat(now), old[was], new[now])
        for now, was in enumerate(found.before)
        if was != NONE and old[was] != new[now] and before.live[was] and after.live[now]
    ]
    return sorted(changed, key=lambda one: -abs(one.after - one.before))
