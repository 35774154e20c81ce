"""Which seat of one side is which of the other: by id, then by what tells it apart alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field

from orgcli.changes.changes import PairReason
from orgcli.changes.sides import ComparedSide, address_of, names_of
from orgcli.model.name_matching import name_of
from orgcli.model.organisation.position import Position

NONE = -3
"""In `after` and `before`: there is no such seat on the other side; no number of ReportingLines."""

_Key = Callable[[Position], Hashable]


@dataclass(slots=True)
class Matching:
    """The pairs found so far.

    after      per position before: the same one afterwards, or NONE
    before     per position afterwards: the same one before, or NONE
    reasons    position before -> why it is the same, where the id is another one
    ambiguous  positions before and after that could be one another
    """

    after: list[int]
    before: list[int]
    reasons: dict[int, PairReason] = field(default_factory=dict)
    ambiguous: list[tuple[list[int], list[int], PairReason]] = field(default_factory=list)

    def pair(self, was: int, now: int, why: PairReason | None = None) -> None:
        """Take two positions for one."""
        self.after[was], self.before[now] = now, was
        if why is not None:
            self.reasons[was] = why


def match_seats(
    before: ComparedSide, after: ComparedSide, told: Mapping[str, str], renames: bool = True
) -> Matching:
    """The pairs of two sides.

    told     id before -> id afterwards; where both are there, they are the same
    renames  whether seats with different ids may be the same at all
    Linear in the number of positions.
    """
    found = Matching([NONE] * len(before.positions), [NONE] * len(after.positions))
    for old, new in told.items() if renames else ():
        was, now = before.at(old), after.at(new)
        if was is not None and now is not None and found.before[now] == NONE:
            found.pair(was, now, PairReason.TOLD if old != new else None)
    _by_id(before.positions, after.positions, found)
    if not renames or NONE not in found.after or NONE not in found.before:
        return found
    candidates: dict[int, tuple[list[int], list[int], PairReason]] = {}
    for why, key in _keys(before, after):
        _by_key(before, after, found, key, why, candidates)
    if _by_reports(before, after, found) and candidates:
        for why, key in _keys(before, after):  # of several alike, one may be left by now
            _by_key(before, after, found, key, why, candidates)
    _keep_ambiguous(before, after, found, candidates)
    return found


def _by_id(old: Sequence[Position], new: Sequence[Position], found: Matching) -> None:
    """Pair equal ids; where one stands several times, the first with the first and so on."""
    olds, news = _numbered(old), _numbered(new)
    look = olds.get
    for key, now in news.items():
        was = look(key)
        if was is not None and found.after[was] == NONE and found.before[now] == NONE:
            found.after[was], found.before[now] = now, was


def _numbered(positions: Sequence[Position]) -> dict[Hashable, int]:
    """The position of each id, those that stand several times with their number."""
    plain: dict[Hashable, int] = {one.id: at for at, one in enumerate(positions)}
    if len(plain) == len(positions):
        return plain
    times: Counter[str] = Counter()
    numbered: dict[Hashable, int] = {}
    for at, one in enumerate(positions):
        number = times[one.id]
        times[one.id] += 1
        numbered[(one.id, number) if number else one.id] = at
    return numbered


def _keys(before: ComparedSide, after: ComparedSide) -> Sequence[tuple[PairReason, _Key]]:
    """What tells a seat apart, in the order in which it is asked; nothing where it is not there."""
    titles = before.view.titles, after.view.titles

    def with_title(one: Position) -> Hashable:
        names = names_of(one)
        title = titles[0].of(one) or titles[1].of(one)
        return (names, name_of(title)) if names and title else None

    return (
        (PairReason.EMAIL, address_of),
        (PairReason.HOLDER_AND_TITLE, with_title),
        (PairReason.HOLDER, names_of),
    )


def _by_key(
    before: ComparedSide,
    after: ComparedSide,
    found: Matching,
    key: _Key,
    why: PairReason,
    candidates: dict[int, tuple[list[int], list[int], PairReason]],
) -> None:
    """Pair those without a pair that alone have a key; remember the others that share one."""
    olds = _grouped(before.positions, found.after, key)
    news = _grouped(after.positions, found.before, key)
    for one, was in olds.items():
        now = news.get(one)
        if now is None:
            continue
        if len(was) == len(now) == 1:
            found.pair(was[0], now[0], why)
            continue
        for at in was:
            candidates[at] = was, now, why


def _grouped(
    positions: Sequence[Position], paired: Sequence[int], key: _Key
) -> dict[Hashable, list[int]]:
    groups: dict[Hashable, list[int]] = {}
    for at, other in enumerate(paired):
        if other == NONE and (word := key(positions[at])):
            groups.setdefault(word, []).append(at)
    return groups


def _by_reports(before: ComparedSide, after: ComparedSide, found: Matching) -> int:
    """Pair managers to whom most of the same positions report, from the bottom up; how many."""
    known = len(found.reasons)
    old_reports = _paired_reports(before, found.after)
    new_reports = _paired_reports(after, found.before)
    for was in _upward(before):
        if found.after[was] != NONE:
            continue
        managers = Counter(after.manager[found.after[one]] for one in old_reports.get(was, ()))
        if not managers:
            continue
        (now, count), *_ = managers.most_common(1)
        if now < 0 or found.before[now] != NONE or 2 * count <= managers.total():
            continue
        if 2 * count > len(new_reports.get(now, ())):
            found.pair(was, now, PairReason.REPORTS)
            for side, reports, one in ((before, old_reports, was), (after, new_reports, now)):
                if side.manager[one] >= 0:
                    reports.setdefault(side.manager[one], []).append(one)
    return len(found.reasons) - known


def _upward(side: ComparedSide) -> list[int]:
    """All positions, each after those that report to it; rings last and twice, along their lines.

    Of a ring, the second time meets what the first one has found all the way round.
    """
    lines = side.organisation.lines
    left = list(lines.span)
    order = [at for at, count in enumerate(left) if not count]
    for at in order:  # it grows on the way
        manager = lines.manager[at]
        if manager >= 0:
            left[manager] -= 1
            if not left[manager]:
                order.append(manager)
    return order + [at for ring in lines.rings for at in (*ring, *ring)]


def _paired_reports(side: ComparedSide, paired: Sequence[int]) -> dict[int, list[int]]:
    """The reports with a pair of each manager without one."""
    found: dict[int, list[int]] = {}
    for at, manager in enumerate(side.manager):
        if manager >= 0 and paired[at] != NONE and paired[manager] == NONE:
            found.setdefault(manager, []).append(at)
    return found


def _keep_ambiguous(
    before: ComparedSide,
    after: ComparedSide,
    found: Matching,
    candidates: Mapping[int, tuple[list[int], list[int], PairReason]],
) -> None:
    """Of the candidates, those that count and have found no pair, each once."""
    seen: set[int] = set()
    for at in sorted(candidates):
        if at in seen:
            continue
        was, now, why = candidates[at]
        olds = [one for one in was if found.after[one] == NONE and before.live[one]]
        news = [one for one in now if found.before[one] == NONE and after.live[one]]
        seen.update(was)
        if olds and news:
            found.ambiguous.append((olds, news, why))
