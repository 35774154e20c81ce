"""Which seat of one side is which of the other: by id, then by what tells it apart alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from orgcli.changes.changes import PairReason
from orgcli.changes.sides import ComparedSide, names_of
from orgcli.model.name_matching import name_of
from orgcli.model.organisation.position import Position

NONE = -3
"""In `now_of` and `was_of`: the other side has no such seat; no number of ReportingLines."""

_Key = Callable[[Position], Hashable]
_Candidates = dict[int, tuple[list[int], list[int], PairReason]]
"""Position before -> positions before and after that share a key with it, and which."""


@dataclass(slots=True)
class Matching:
    """Two sides, and the pairs found so far.

    now_of     per position before: the same one afterwards, or NONE
    was_of     per position afterwards: the same one before, or NONE
    reasons    position before -> why it is the same, where the id is another one
    ambiguous  positions before and after that could be one another
    """

    before: ComparedSide
    after: ComparedSide
    now_of: list[int]
    was_of: list[int]
    reasons: dict[int, PairReason] = field(default_factory=dict)
    ambiguous: list[tuple[list[int], list[int], PairReason]] = field(default_factory=list)

    def pair(self, was: int, now: int, why: PairReason | None = None) -> None:
        """Take two positions for one."""
        self.now_of[was], self.was_of[now] = now, was
        if why is not None:
            self.reasons[was] = why

    def live_pairs(self) -> Iterator[tuple[int, int]]:
        """The positions before and after that are the same and count on both sides."""
        old_live, new_live = self.before.live, self.after.live
        for now, was in enumerate(self.was_of):
            if was != NONE and old_live[was] and new_live[now]:
                yield was, now


def match_seats(
    before: ComparedSide, after: ComparedSide, told: Mapping[str, str], renames: bool = True
) -> Matching:
    """The pairs of two sides.

    told     id before -> id afterwards; where both are there, they are the same
    renames  whether seats with different ids may be the same at all
    Linear in the number of positions.
    """
    found = Matching(before, after, [NONE] * len(before.positions), [NONE] * len(after.positions))
    for old, new in told.items() if renames else ():
        was, now = before.at(old), after.at(new)
        if was is not None and now is not None and found.was_of[now] == NONE:
            found.pair(was, now, PairReason.TOLD if old != new else None)
    _by_id(found)
    if not renames or NONE not in found.now_of or NONE not in found.was_of:
        return found
    candidates: _Candidates = {}
    _by_keys(found, candidates)
    if _by_reports(found) and candidates:
        _by_keys(found, candidates)  # of several alike, one may be left by now
    _keep_ambiguous(found, candidates)
    return found


def _by_id(found: Matching) -> None:
    """Pair equal ids; where one stands several times, the first with the first and so on."""
    olds, news = _numbered(found.before.positions), _numbered(found.after.positions)
    look = olds.get
    for key, now in news.items():
        was = look(key)
        if was is not None and found.now_of[was] == NONE and found.was_of[now] == NONE:
            found.now_of[was], found.was_of[now] = now, was


def _numbered(positions: Sequence[Position]) -> dict[Hashable, int]:
    """The position of each id, those that stand several times with their number."""
    plain: dict[Hashable, int] = {position.id: at for at, position in enumerate(positions)}
    if len(plain) == len(positions):
        return plain
    times: Counter[str] = Counter()
    numbered: dict[Hashable, int] = {}
    for at, position in enumerate(positions):
        number = times[position.id]
        times[position.id] += 1
        numbered[(position.id, number) if number else position.id] = at
    return numbered


def _by_keys(found: Matching, candidates: _Candidates) -> None:
    """Pair those without a pair that alone have a key; remember the others that share one.

    The keys are what tells a seat apart, in the order in which it is asked; they are nothing where
    it is not there.
    """
    titles = found.before.view.titles, found.after.view.titles

    def with_title(position: Position) -> Hashable:
        names = names_of(position)
        title = titles[0].of(position) or titles[1].of(position)
        return (names, name_of(title)) if names and title else None

    keys: tuple[tuple[PairReason, _Key], ...] = (
        (PairReason.EMAIL, attrgetter("address")),
        (PairReason.HOLDER_AND_TITLE, with_title),
        (PairReason.HOLDER, names_of),
    )
    for why, key in keys:
        news = _grouped(found.after.positions, found.was_of, key)
        for one, was in _grouped(found.before.positions, found.now_of, key).items():
            now = news.get(one, [])
            if len(was) == len(now) == 1:
                found.pair(was[0], now[0], why)
            elif now:
                candidates.update(dict.fromkeys(was, (was, now, why)))


def _grouped(
    positions: Sequence[Position], paired: Sequence[int], key: _Key
) -> dict[Hashable, list[int]]:
    groups: dict[Hashable, list[int]] = {}
    for at, other in enumerate(paired):
        if other == NONE and (word := key(positions[at])):
            groups.setdefault(word, []).append(at)
    return groups


def _by_reports(found: Matching) -> int:
    """Pair managers to whom most of the same positions report, from the bottom up; how many."""
    before, after, known = found.before, found.after, len(found.reasons)
    old_reports = _paired_reports(before, found.now_of)
    new_reports = _paired_reports(after, found.was_of)
    for was in _upward(before):
        if found.now_of[was] != NONE:
            continue
        managers = Counter(after.manager[found.now_of[one]] for one in old_reports.get(was, ()))
        if not managers:
            continue
        (now, count), *_ = managers.most_common(1)
        if now < 0 or found.was_of[now] != NONE or 2 * count <= managers.total():
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


def _keep_ambiguous(found: Matching, candidates: _Candidates) -> None:
    """Of the candidates, those that count and have found no pair, each once."""
    seen: set[int] = set()
    for at in sorted(candidates):
        if at in seen:
            continue
        was, now, why = candidates[at]
        olds = [one for one in was if found.now_of[one] == NONE and found.before.live[one]]
        news = [one for one in now if found.was_of[one] == NONE and found.after.live[one]]
        seen.update(was)
        if olds and news:
            found.ambiguous.append((olds, news, why))
