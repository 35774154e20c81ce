"""Tables of groups: two kinds of them crossed, and both states of each."""

from __future__ import annotations

from collections.abc import Sequence

from orgcli.figures.figures import GroupFigures, GroupKey, OrganisationFigures, SeatFigures
from orgcli.figures.report import FigureReport
from orgcli.figures.tables.figure_table import Cell, FigureTable, net
from orgcli.figures.tables.phrases import FigurePhrases


def crossed_groups(
    organisation: OrganisationFigures, report: FigureReport, say: FigurePhrases, most: int | None
) -> FigureTable:
    """Seats, with a row for each group of the first kind and a column for each of the other.

    most  how many rows are shown; None for all
    """
    first, second = report.by
    names = say.dimension(first), say.dimension(second)
    rows = list(dict.fromkeys(group.keys[0] for group in organisation.groups))
    columns = _ordered_columns(organisation.groups)
    seats = {group.keys: group.figures.seats for group in organisation.groups}
    depths = {group.keys[0]: group.depth for group in organisation.groups}
    counts = {row: [seats.get((row, column), 0) for column in columns] for row in rows}
    total: list[Cell] | None = None
    if not organisation.shared:  # else a position can be in several groups
        total = [
            say.words.total,
            *map(sum, zip(*counts.values(), strict=True)),
            organisation.total.seats,
        ]
    shown = rows[:most]
    return FigureTable(
        " × ".join(names),
        (names[0], *(say.key(second, key) for key in columns), say.words.total),
        [[say.key(first, row), *counts[row], sum(counts[row])] for row in shown],
        total,
        depths=[depths[row] for row in shown],
        left=len(rows) - len(shown),
    )


def _ordered_columns(groups: Sequence[GroupFigures]) -> list[GroupKey]:
    """The keys of the second kind: numbers by size, else by seats, those without a value last."""
    size: dict[GroupKey, int] = {}
    for group in groups:
        size[group.keys[1]] = size.get(group.keys[1], 0) + group.figures.seats
    if all(key.value is None or key.value.isdigit() for key in size):
        return sorted(size, key=lambda key: (key.value is None, int(key.value or 0)))
    return sorted(size, key=lambda key: (key.value is None, -size[key]))


def compared_groups(
    organisation: OrganisationFigures,
    before: OrganisationFigures,
    report: FigureReport,
    say: FigurePhrases,
) -> FigureTable:
    """Seats and full-time equivalents of each group in both states."""
    words, by = say.words, [say.dimension(word) for word in report.by]
    earlier = {group.keys: group.figures for group in before.groups}
    later = {group.keys: group.figures for group in organisation.groups}
    labels = {
        group.keys: labels_of(group, report, say)
        for group in (*before.groups, *organisation.groups)
    }
    nothing = SeatFigures()
    rows = [
        [*labels[keys], *_pair(earlier.get(keys, nothing), later.get(keys, nothing))]
        for keys in {**later, **earlier}
    ]
    heading = list(by)
    for name in (words.columns["seats"], words.columns["fte"]):
        heading += [f"{name}, {words.before}", f"{name}, {words.after}", words.net]
    total = [words.total, *([""] * (len(by) - 1)), *_pair(before.total, organisation.total)]
    return FigureTable(" × ".join(by), heading, rows, total, len(by), signed=True)


def labels_of(figures: GroupFigures, report: FigureReport, say: FigurePhrases) -> list[str]:
    """What a group is called, by each of the things that positions are grouped by."""
    return [say.key(word, key) for word, key in zip(report.by, figures.keys, strict=True)]


def _pair(was: SeatFigures, now: SeatFigures) -> list[Cell]:
    return [was.seats, now.seats, now.seats - was.seats, was.fte, now.fte, net(was.fte, now.fte)]
