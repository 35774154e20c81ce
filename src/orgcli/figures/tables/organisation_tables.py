"""The figures as tables, which text, Markdown, HTML, CSV and workbooks write in their own way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

from orgcli.figures.figures import (
    ManagerSpan,
    OrganisationFigures,
    SeatFigures,
    TopFigures,
)
from orgcli.figures.report import MOST_LISTED, FigureReport
from orgcli.figures.tables.figure_table import Cell, FigureTable, net, without_empty
from orgcli.figures.tables.group_tables import compared_groups, crossed_groups, labels_of
from orgcli.figures.tables.phrases import FigurePhrases

_SPARE: tuple[Literal["filled", "people", "largest", "planned"], ...] = (
    "filled", "people", "largest", "planned",
)  # fmt: skip
"""The columns that follow from others, or are shown elsewhere."""
_Column = tuple[str, Callable[[SeatFigures], Cell]]


class FigureTables:
    """The tables of one organisation of a report.

    whole  whether every row and every column is shown, for calculations
    """

    def __init__(
        self, report: FigureReport, at: int, say: FigurePhrases, whole: bool = False
    ) -> None:
        self._report, self._at, self._say, self._whole = report, at, say, whole
        self._organisation: OrganisationFigures = report.organisations[at]

    def all(self) -> Iterator[FigureTable]:
        """The tables that are shown, without empty ones."""
        overview = self._report.overview
        compared = self.compared()
        if compared is not None:
            yield compared
        if self._report.over is not None:
            yield self.managers()
        if overview:
            tables = (self.managers(), self.tops(), self.layers())
            yield from (table for table in tables if table.rows)
        yield from self.groups()

    def _most(self, all: int, usual: int) -> int:
        """How many rows are shown, of so many."""
        return all if self._whole else self._report.top or usual

    def summary(self) -> FigureTable:
        """The figures of the whole, one a row."""
        words = self._say.words
        return FigureTable(
            "", (words.figure, words.value), self._figures(self._organisation), single=True
        )

    def compared(self) -> FigureTable | None:
        """The figures of the whole in both states, and the differences."""
        before = self._report.earlier(self._at)
        if before is None:
            return None
        words, earlier = self._say.words, dict(self._figures(before))
        later = dict(self._figures(self._organisation))
        rows = [
            (name, earlier.get(name), later.get(name), net(earlier.get(name), later.get(name)))
            for name in {**later, **earlier}
        ]
        heading = (words.figure, words.before, words.after, words.net)
        return FigureTable(" → ".join(self._report.sides), heading, rows, signed=True, single=True)

    def _figures(self, organisation: OrganisationFigures) -> list[tuple[str, Cell]]:
        words, total, layers = self._say.words, organisation.total, organisation.layers
        columns = words.columns
        rows: list[tuple[str, Cell]] = [
            (words.seats, total.seats),
            (columns["filled"], total.filled),
            (columns["open"], total.open),
            (columns["planned"], total.planned),
            (words.share_open, self._rounded(total.open_share)),
            (words.people, total.people),
            (words.fte, total.fte),
            (words.stated_one, total.fte_stated),
            (words.managers, total.managers),
            (words.others, self._rounded(total.others_per_manager)),
            (columns["mean_span"], self._rounded(total.mean_span)),
            (words.median_one, organisation.spans.median),
            (words.largest_one, total.largest),
            (words.layers, len(layers.layers)),
            (words.managing_layers, layers.managing),
            (words.needed_layers, layers.needed),
        ]
        rows += [(name, amount.total) for name, amount in total.sums.items()]
        return [(name[:1].upper() + name[1:], number) for name, number in rows]

    def managers(self) -> FigureTable:
        """The managers with the largest spans, or all with more reports than `--over`."""
        words, over = self._say.words, self._report.over
        managers: Sequence[ManagerSpan] = self._organisation.spans.managers
        title = words.largest_spans
        if over is not None:
            managers = [manager for manager in managers if manager.reports > over]
            count, limit = self._say.count(len(managers)), self._say.count(over)
            title = words.over.of(len(managers)).format(count=count, limit=limit)
        most = self._most(len(managers), MOST_LISTED if over is None else len(managers))
        rows = [
            (
                self._say.seat(manager.position, manager.title),
                manager.reports,
                manager.open,
                manager.planned,
            )
            for manager in managers[:most]
        ]
        heading = (words.position, words.columns["reports"], words.columns["open"],
                   words.columns["planned"])  # fmt: skip
        left = max(0, len(managers) - most)
        return without_empty(FigureTable(title, heading, rows, left=left), keep=2)

    def tops(self) -> FigureTable:
        """What stands below each top, where there are several."""
        words = self._say.words
        tops: Sequence[TopFigures] = self._organisation.tops
        most = self._most(len(tops), MOST_LISTED)
        rows = [(self._say.seat(top.position, top.title), top.seats, top.layers)
                for top in tops[:most]]  # fmt: skip
        heading = (words.position, words.columns["seats"], words.columns["layers"])
        title = f"{words.tops}: {self._say.count(len(tops))}"
        return FigureTable(title, heading, rows, left=max(0, len(tops) - most))

    def layers(self) -> FigureTable:
        """The figures of each layer."""
        layers = self._organisation.layers.layers
        return self._of_seats(
            self._say.words.layers,
            [self._say.words.groups["layer"]],
            [((str(number),), layer) for number, layer in enumerate(layers, start=1)],
        )

    def groups(self) -> Iterator[FigureTable]:
        """The groups, crossed where there are two, and both states where two are compared."""
        organisation, before = self._organisation, self._report.earlier(self._at)
        if not organisation.groups and not (before and before.groups):
            return
        if before is not None:
            yield compared_groups(organisation, before, self._report, self._say)
        elif len(self._report.by) == 1:
            yield self.long_groups()
        else:
            most = None if self._whole else self._report.top
            yield crossed_groups(organisation, self._report, self._say, most)

    def long_groups(self) -> FigureTable:
        """A row with all figures for each group."""
        by, words = self._report.by, self._say.words
        groups = self._organisation.groups
        most = self._most(len(groups), len(groups))
        rows = [
            (labels_of(group, self._report, self._say), group.figures) for group in groups[:most]
        ]
        total = ([words.total, *([""] * (len(by) - 1))], self._organisation.total)
        heading = [self._say.dimension(word) for word in by]
        table = self._of_seats(" × ".join(heading), heading, rows, total)
        left = len(groups) - len(rows)
        depths = [group.depth for group in groups[:most]]
        return replace(table, depths=depths, left=left)

    def _rounded(self, value: float | None) -> float | None:
        """A mean or a share: with a decimal for readers, with two for calculations."""
        return None if value is None else round(value, 2 if self._whole else 1)

    def _of_seats(
        self,
        title: str,
        labels: Sequence[str],
        rows: Sequence[tuple[Sequence[str], SeatFigures]],
        total: tuple[Sequence[str], SeatFigures] | None = None,
    ) -> FigureTable:
        columns = self._columns()
        heading = (*labels, *(name for name, _ in columns))

        def row(names: Sequence[str], figures: SeatFigures) -> list[Cell]:
            return [*names, *(value(figures) for _, value in columns)]

        table = FigureTable(
            title,
            heading,
            [row(names, figures) for names, figures in rows],
            row(*total) if total else None,
            labels=len(labels),
            spare=[heading.index(self._say.words.columns[name]) for name in _SPARE],
        )
        return table if self._whole else without_empty(table, keep=len(labels) + 1)

    def _columns(self) -> list[_Column]:
        names = self._say.words.columns
        columns: list[_Column] = [
            (names["seats"], lambda figures: figures.seats),
            (names["filled"], lambda figures: figures.filled),
            (names["open"], lambda figures: figures.open),
            (names["planned"], lambda figures: figures.planned),
            (names["people"], lambda figures: figures.people),
            (names["fte"], lambda figures: figures.fte),
            (names["managers"], lambda figures: figures.managers),
            (names["mean_span"], lambda figures: self._rounded(figures.mean_span)),
            (names["largest"], lambda figures: figures.largest or None),
        ]
        for name in self._organisation.total.sums:
            columns.append((name, lambda figures, name=name: figures.sums[name].total))  # type: ignore[misc]
        return columns
