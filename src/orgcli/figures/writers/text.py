"""The figures for a terminal: phrases, bars and tables in the width of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgcli.figures.report import FigureReport
from orgcli.figures.tables.definitions import definition_entries
from orgcli.figures.tables.organisation_tables import FigureTables
from orgcli.figures.tables.phrases import FigurePhrases
from orgcli.figures.tables.plot_rows import PlotRows, plots_with_rows
from orgcli.figures.tables.yardstick_texts import published
from orgcli.figures.writers.bars import FILLS, STYLES, bar_lines
from orgcli.figures.writers.table_lines import table_lines
from orgcli.figures.writers.yardstick_lines import published_lines
from orgcli.render.columns import labelled_phrases
from orgcli.render.lines import Line, Unit, apart, flow, hanging, indented, one_line, styled, wrap
from orgcli.render.terminal import paint
from orgcli.render.view import Page

_INDENT = 2


def figures_text(report: FigureReport, page: Page) -> str:
    """All figures, one organisation below the other."""
    say = FigurePhrases.of(report, page)
    numbers = range(len(report.organisations))
    lines = list(apart(_organisation(report, at, say, page) for at in numbers))
    if report.defines:
        lines += [[], *wrap(styled(report.words.meaning, "label"), page.width)]
        lines += _definitions(report, page)
    if (published_figures := published(report, say)) is not None:
        lines += [[], *published_lines(published_figures, report.words, page.width)]
    return paint(lines, page.color)


def _organisation(report: FigureReport, at: int, say: FigurePhrases, page: Page) -> Iterator[Line]:
    organisation = report.organisations[at]
    if organisation.name:
        yield from wrap(styled(organisation.name, "role"), page.width)
    yield from labelled_phrases(list(say.summary(organisation)), page.width)
    for note in say.notes(organisation):
        yield from wrap(styled(f"! {note}", "changed"), page.width)
    if not organisation.total.seats:
        return
    for plot in plots_with_rows(organisation, report, say):
        yield []
        yield from _plot(plot, say, page)
    for table in FigureTables(report, at, say).all():
        yield []
        yield from table_lines(table, say, page.width)


def _plot(plot: PlotRows, say: FigurePhrases, page: Page) -> Iterator[Line]:
    """A heading, its phrases, and the bars."""
    title = styled(plot.title, "label")
    yield from flow(
        [_joined(title), *([(one_line(phrase), "")] for phrase in plot.phrases)], page.width
    )
    if len(plot.parts) > 1:
        yield from indented(_parts(plot, page), _INDENT)
    yield from indented(bar_lines(plot, page.width - _INDENT, say.count), _INDENT)


def _joined(units: Sequence[Unit]) -> Unit:
    """Words as one unit that is not parted."""
    joined: Unit = []
    for unit in units:
        joined += [(" ", ""), *unit] if joined else unit
    return joined


def _parts(plot: PlotRows, page: Page) -> Iterator[Line]:
    units: list[Unit] = [
        [(FILLS[at], STYLES[at]), (" " + one_line(name), "quiet")]
        for at, name in enumerate(plot.parts)
    ]
    yield from flow(units, page.width)


def _definitions(report: FigureReport, page: Page) -> Iterator[Line]:
    for name, meaning in definition_entries(report.words):
        yield from hanging([*styled(f"{name}:", "strong"), *styled(meaning)], "·", page.width)
