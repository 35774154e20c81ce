"""Tables of groups: two kinds of them crossed, and both states of each."""

from __future__ import annotations

from collections.abc import Sequence

from orgcli.figures.figures import GroupFigures, GroupKey, OrganisationFigures, SeatFigures
from orgcli.figures.report import FigureReport
from orgcli.figures.tables.figure_table import Cell, FigureTable, net
from orgcli.figures.tables.phrases import FigurePhrases


class GroupTables:
    """The tables of the groups of one organisation of a report."""

    def __init__(self, report: FigureReport, one: OrganisationFigures, say: FigurePhrases) -> None:
        self._report, self._one, self._say = report, one, say

    def crossed(self, most: int | None = None) -> FigureTable:
        """Seats, with a row for each group of the first kind and a column for each of the other.

        most  how many rows are shown; None for all
        """
        first, second = self._report.by
        rows = list(dict.fromkeys(one.keys[0] for one in self._one.groups))
        columns = self._ordered_columns()
        seats = {one.keys: one.figures.seats for one in self._one.groups}
        depths = {one.keys[0]: one.depth for one in self._one.groups}
        most = len(rows) if most is None else most
        return FigureTable(
            f"{self._say.dimension(first)} × {self._say.dimension(second)}",
            (
                self._say.dimension(first),
                *(self._say.key(second, key) for key in columns),
                self._say.words.total,
            ),
            [
                [
                    self._say.key(first, row),
                    *(seats.get((row, column), 0) for column in columns),
                    sum(seats.get((row, column), 0) for column in columns),
                ]
                for row in rows[:most]
            ],
            self._crossed_total(rows, columns, seats),
            depths=[depths[row] for row in rows[:most]],
            left=max(0, len(rows) - most),
        )

    def _crossed_total(
        self,
        rows: Sequence[GroupKey],
        columns: Sequence[GroupKey],
        seats: dict[tuple[GroupKey, ...], int],
    ) -> list[Cell] | None:
        """The sums of the columns; none where a position can be in several groups."""
        if self._one.shared:
            return None
        sums = [sum(seats.get((row, column), 0) for row in rows) for column in columns]
        return [self._say.words.total, *sums, self._one.total.seats]

    def _ordered_columns(self) -> list[GroupKey]:
        """The keys of the second kind: numbers by size, others by seats, what is not said last."""
        size: dict[GroupKey, int] = {}
        for one in self._one.groups:
            size[one.keys[1]] = size.get(one.keys[1], 0) + one.figures.seats
        if all(key.value is None or key.value.isdigit() for key in size):
            return sorted(size, key=lambda key: (key.value is None, int(key.value or 0)))
        return sorted(size, key=lambda key: (key.value is None, -size[key]))

    def compared(self, before: OrganisationFigures) -> FigureTable:
        """Seats and full-time equivalents of each group in both states."""
        words, by = self._say.words, self._report.by
        earlier = {one.keys: one.figures for one in before.groups}
        later = {one.keys: one.figures for one in self._one.groups}
        labels = {
            one.keys: labels_of(one, self._report, self._say)
            for one in (*before.groups, *self._one.groups)
        }
        nothing = SeatFigures()
        rows = []
        for keys in dict.fromkeys((*later, *earlier)):
            was, now = earlier.get(keys, nothing), later.get(keys, nothing)
            rows.append([*labels[keys], *_pair(was, now)])
        heading = [
            *(self._say.dimension(word) for word in by),
            *(f"{words.columns['seats']}, {one}" for one in (words.before, words.after)),
            words.net,
            *(f"{words.columns['fte']}, {one}" for one in (words.before, words.after)),
            words.net,
        ]
        total = [words.total, *([""] * (len(by) - 1)), *_pair(before.total, self._one.total)]
        title = " × ".join(self._say.dimension(word) for word in by)
        return FigureTable(title, heading, rows, total, len(by), signed=True)


def labels_of(one: GroupFigures, report: FigureReport, say: FigurePhrases) -> list[str]:
    """What a group is called, by each of the things that positions are grouped by."""
    return [say.key(word, key) for word, key in zip(report.by, one.keys, strict=True)]


def _pair(was: SeatFigures, now: SeatFigures) -> list[Cell]:
    return [was.seats, now.seats, now.seats - was.seats, was.fte, now.fte, net(was.fte, now.fte)]
