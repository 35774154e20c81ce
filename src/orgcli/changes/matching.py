"""Which seat of one side is which of the other: by id, then by an address, holders or reports."""

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
    before: ComparedSide, after: ComparedSide, renamed_ids: Mapping[str, str], renames: bool = True
) -> Matching:
    """The pairs of two sides.

    renamed_ids  id before -> id afterwards; where both exist, they are the same
    renames      whether seats with different ids may be the same at all
    Linear in the number of positions.
    """
    matching = Matching(
        before, after, [NONE] * len(before.positions), [NONE] * len(after.positions)
    )
    for old, new in renamed_ids.items() if renames else ():
        was, now = before.at(old), after.at(new)
        if was is not None and now is not None and matching.was_of[now] == NONE:
            matching.pair(was, now, PairReason.TOLD if old != new else None)
    _by_id(matching)
    if not renames or NONE not in matching.now_of or NONE not in matching.was_of:
        return matching
    candidates: _Candidates = {}
    _by_keys(matching, candidates)
    if _by_reports(matching) and candidates:
        _by_keys(matching, candidates)  # of several alike, one may be left by now
    _keep_ambiguous(matching, candidates)
    return matching


def _by_id(matching: Matching) -> None:
    """Pair equal ids; where one stands several times, the first with the first and so on."""
    olds, news = _numbered(matching.before.positions), _numbered(matching.after.positions)
    look = olds.get
    for key, now in news.items():
        was = look(key)
        if was is not None and matching.now_of[was] == NONE and matching.was_of[now] == NONE:
            matching.now_of[was], matching.was_of[now] = now, was


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


def _by_keys(matching: Matching, candidates: _Candidates) -> None:
    """Pair those without a pair that alone have a key; remember the others that share one.

    The keys are what tells a seat apart, in the order in which they are tried; a key is
    nothing where a position lacks it.
    """
    titles = matching.before.view.titles, matching.after.view.titles

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
        news = _grouped(matching.after.positions, matching.was_of, key)
        for value, was in _grouped(matching.before.positions, matching.now_of, key).items():
            now = news.get(value, [])
            if len(was) == len(now) == 1:
                matching.pair(was[0], now[0], why)
            elif now:
                candidates.update(dict.fromkeys(was, (was, now, why)))


def _grouped(
    positions: Sequence[Position], paired: Sequence[int], key: _Key
) -> dict[Hashable, list[int]]:
    groups: dict[Hashable, list[int]] = {}
    for at, pair in enumerate(paired):
        if pair == NONE and (word := key(positions[at])):
            groups.setdefault(word, []).append(at)
    return groups


def _by_reports(matching: Matching) -> int:
    """Pair managers to whom most of the same positions report, from the bottom up; how many."""
    before, after, pairs_before = matching.before, matching.after, len(matching.reasons)
    old_reports = _paired_reports(before, matching.now_of)
    new_reports = _paired_reports(after, matching.was_of)
    for was in _upward(before):
        if matching.now_of[was] != NONE:
            continue
        managers = Counter(
            after.manager[matching.now_of[report]] for report in old_reports.get(was, ())
        )
        if not managers:
            continue
        (now, count), *_ = managers.most_common(1)
        if now < 0 or matching.was_of[now] != NONE or 2 * count <= managers.total():
            continue
        if 2 * count > len(new_reports.get(now, ())):
            matching.pair(was, now, PairReason.REPORTS)
            for side, reports, at in ((before, old_reports, was), (after, new_reports, now)):
                if side.manager[at] >= 0:
                    reports.setdefault(side.manager[at], []).append(at)
    return len(matching.reasons) - pairs_before


def _upward(side: ComparedSide) -> list[int]:
    """All positions, each after those that report to it; rings last and twice, along their lines.

    Of a ring, the second time meets what the first one has found all the way round.
    """
    lines = side.organisation.lines
    remaining = list(lines.span)
    order = [at for at, count in enumerate(remaining) if not count]
    for at in order:  # it grows on the way
        manager = lines.manager[at]
        if manager >= 0:
            remaining[manager] -= 1
            if not remaining[manager]:
                order.append(manager)
    return order + [at for ring in lines.rings for at in (*ring, *ring)]


def _paired_reports(side: ComparedSide, paired: Sequence[int]) -> dict[int, list[int]]:
    """The reports with a pair of each manager without one."""
    reports: dict[int, list[int]] = {}
    for at, manager in enumerate(side.manager):
        if manager >= 0 and paired[at] != NONE and paired[manager] == NONE:
            reports.setdefault(manager, []).append(at)
    return reports


def _keep_ambiguous(matching: Matching, candidates: _Candidates) -> None:
    """Of the candidates, those that count and have found no pair, each once."""
    seen: set[int] = set()
    for at in sorted(candidates):
        if at in seen:
            continue
        was, now, why = candidates[at]
        olds = [
            candidate
            for candidate in was
            if matching.now_of[candidate] == NONE and matching.before.live[candidate]
        ]
        news = [
            candidate
            for candidate in now
            if matching.was_of[candidate] == NONE and matching.after.live[candidate]
        ]
        seen.update(was)
        if olds and news:
            matching.ambiguous.append((olds, news, why))
