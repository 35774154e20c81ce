"""The numbers of a side, and managers whose span of control is another one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from orgcli.changes.changes import SideFigures, SpanChange
from orgcli.changes.matching import Matching
from orgcli.changes.sides import ComparedSide
from orgcli.model.organisation.holders import holder_keys


def spans(side: ComparedSide) -> list[int]:
    """How many seats report directly to each position; closed ones do not count."""
    counts = [0] * len(side.positions)
    for position, manager, is_live in zip(side.positions, side.manager, side.live, strict=True):
        if manager >= 0 and is_live:
            counts[manager] += position.headcount
    return counts


def side_figures(side: ComparedSide, counted: Sequence[bool], span: Sequence[int]) -> SideFigures:
    """The numbers of a side.

    counted  which positions are looked at
    span     the direct reports of each
    """
    states = {"filled": 0, "open": 0, "planned": 0, "closed": 0}
    fte = 0.0
    present = [at for at, live in enumerate(side.live) if live and counted[at]]
    for at in present:
        position = side.positions[at]
        state = position.state
        states[state] += position.headcount
        if state == "filled":
            fte += position.headcount if position.fte is None else position.fte
    positions = [side.positions[at] for at in present]
    people = holder_keys(positions, side.organisation.ids_are_people).keys
    managing = [span[at] for at in present if span[at]]
    layer = [side.organisation.lines.layer[at] for at in present]
    return SideFigures(
        seats=states["filled"] + states["open"] + states["planned"],
        filled=states["filled"],
        open=states["open"],
        planned=states["planned"],
        people=len(set(chain.from_iterable(people))),
        fte=round(fte, 2),
        layers=max(layer) - min(filter(None, layer), default=1) + 1 if layer else 0,
        managers=len(managing),
        mean_span=round(sum(managing) / len(managing), 1) if managing else 0,
        complete=side.organisation.complete,
    )


def span_changes(matching: Matching, old: Sequence[int], new: Sequence[int]) -> list[SpanChange]:
    """The managers of both sides with another span, the largest difference first."""
    changed = [
        SpanChange(matching.before.seat(was), matching.after.seat(now), old[was], new[now])
        for was, now in matching.live_pairs()
        if old[was] != new[now]
    ]
    return sorted(changed, key=lambda change: -abs(change.after - change.before))
