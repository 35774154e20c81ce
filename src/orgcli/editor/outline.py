"""The positions of a file as a tree of reporting lines, and those that a word finds."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from orgcli.editor.project_index import ProjectIndex, SeatPlace
from orgcli.mend.organisation.text_tree import content_end, mapping_at
from orgcli.model.findings.finding import Place
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.reporting_lines import TOP
from orgcli.model.text import visible

DEEPEST = 40
"""Levels of the tree; what is below stands beside the last: programs recurse over it."""
MOST_FOUND = 100
"""Positions that a word finds."""


@dataclass(slots=True)
class SeatOutline:
    """A position with those that report to it in the same file.

    extent  from where to where its entry is written, in code points; None where it is a row
    """

    name: str
    detail: str
    place: Place
    extent: tuple[int, int] | None = None
    reports: list[SeatOutline] = field(default_factory=list)


def outline(index: ProjectIndex, file: str) -> Sequence[SeatOutline]:
    """The positions of a file, each below its manager where that is in the file too."""
    tops: list[SeatOutline] = []
    for organisation in index.project.organisations:
        if file not in organisation.files:
            continue
        managers = organisation.lines.without_rings()
        entries = dict(_entries(index, organisation, file))
        reports: dict[int, list[int]] = {}
        for at in entries:
            reports.setdefault(managers[at] if managers[at] in entries else TOP, []).append(at)
        waiting = deque((at, tops, 1) for at in reports.get(TOP, ()))
        while waiting:
            at, siblings, level = waiting.popleft()
            entry = entries[at]
            siblings.append(entry)
            below = entry.reports if level < DEEPEST else siblings
            waiting.extend((report, below, level + 1) for report in reports.get(at, ()))
    return tops


def _entries(
    index: ProjectIndex, organisation: Organisation, file: str
) -> Iterator[tuple[int, SeatOutline]]:
    """The positions of an organisation that are written in a file."""
    document, source = index.document(file), index.project.sources.get(file)
    for at in range(len(organisation.positions)):
        seat = SeatPlace(organisation, at)
        place = seat.place
        if place.file != file:
            continue
        entry = _entry(index, seat, place)
        if document is not None and source is not None:
            start, _ = source.span(organisation.place(at))
            slot = mapping_at(document, start)
            entry.extent = None if slot is None else (start, content_end(document, slot))
        yield at, entry


def _entry(index: ProjectIndex, seat: SeatPlace, place: Place) -> SeatOutline:
    position = seat.organisation.positions[seat.at]
    return SeatOutline(visible(position.id) or "?", visible(index.detail_of(position)), place)


def matching(index: ProjectIndex, query: str) -> Iterator[SeatOutline]:
    """The positions whose id, holder or title has a word in it; the first of them."""
    word = query.casefold().strip()
    remaining = MOST_FOUND
    for named_id in index.ids:
        if word not in named_id.search:
            continue
        for seat in index.seats(named_id.id):
            yield _entry(index, seat, seat.place)
            remaining -= 1
            if remaining <= 0:
                return
