"""The figures as Markdown: a list, and tables that a code host renders."""

from __future__ import annotations

from collections.abc import Iterator

from orgcli.figures.report import FigureReport
from orgcli.figures.tables.cell_texts import cell_texts
from orgcli.figures.tables.definitions import definition_entries
from orgcli.figures.tables.figure_table import FigureTable
from orgcli.figures.tables.organisation_tables import FigureTables
from orgcli.figures.tables.phrases import FigurePhrases
from orgcli.figures.tables.plot_rows import PlotRows, plots_with_rows
from orgcli.figures.tables.yardstick_texts import Published, published
from orgcli.render.markdown import unlinked
from orgcli.render.view import Page


def figures_markdown(report: FigureReport, page: Page) -> str:
    """All figures, one organisation below the other."""
    say = FigurePhrases.of(report, page)
    blocks: list[str] = []
    for at in range(len(report.organisations)):
        blocks += _organisation(report, at, say)
    if report.defines:
        blocks.append(f"## {report.words.meaning}")
        entries = definition_entries(report.words)
        blocks.append(
            "\n".join(f"- **{unlinked(name)}**: {unlinked(what)}" for name, what in entries)
        )
    if (published_figures := published(report, say)) is not None:
        blocks += _published(published_figures, report)
    return "\n\n".join(blocks) + "\n"


def _organisation(report: FigureReport, at: int, say: FigurePhrases) -> Iterator[str]:
    organisation = report.organisations[at]
    if organisation.name:
        yield f"## {unlinked(organisation.name)}"
    yield "\n".join(
        f"- **{unlinked(label)}** {' · '.join(map(unlinked, phrases))}"
        for label, phrases in say.summary(organisation)
    )
    for note in say.notes(organisation):
        yield f"> {unlinked(note)}"
    if not organisation.total.seats:
        return
    for plot in plots_with_rows(organisation, report, say):
        yield from _plot(plot, say)
    for table in FigureTables(report, at, say).all():
        yield f"### {unlinked(table.title)}"
        yield _table(table, say)


def _plot(plot: PlotRows, say: FigurePhrases) -> Iterator[str]:
    """A heading, its phrases, and the bars as a table."""
    yield f"### {plot.title}"
    if plot.phrases:
        yield " · ".join(map(unlinked, plot.phrases))
    head = f"| | {' | '.join(map(unlinked, plot.parts))} |"
    rows = [
        f"| {unlinked(row.label)} | {' | '.join(map(say.count, row.parts))} |" for row in plot.rows
    ]
    yield "\n".join((head, f"|---|{'---:|' * len(plot.parts)}", *rows))


def _published(published_figures: Published, report: FigureReport) -> Iterator[str]:
    """Published figures, what works disagree on, and the works."""
    yield f"## {report.words.published}"
    for section in published_figures.sections:
        yield f"### {unlinked(section.title)}"
        yield unlinked("; ".join(section.yours))
        yield "\n".join(
            f"- **{unlinked(figure.number)}** {unlinked(figure.text)} ({unlinked(figure.about)})"
            f" {unlinked(figure.marks)}"
            for figure in section.figures
        )
    if published_figures.disputes:
        yield f"### {unlinked(report.words.disagree)}"
    for dispute in published_figures.disputes:
        lines = [f"- **{unlinked(dispute.question)}**"]
        lines += [f"  - {unlinked(text)} {unlinked(marks)}" for text, marks in dispute.answers]
        yield "\n".join(
            [*lines, *([f"  - _{unlinked(dispute.reading)}_"] if dispute.reading else [])]
        )
    yield "\n".join(
        f"- {unlinked(mark)}: {unlinked(work)}" for mark, work in published_figures.works
    )
    if published_figures.note:
        yield unlinked(published_figures.note)


def _table(table: FigureTable, say: FigurePhrases) -> str:
    numbers = len(table.heading) - table.labels
    lines = [
        f"| {' | '.join(map(unlinked, table.heading))} |",
        f"|{'---|' * table.labels}{'---:|' * numbers}",
    ]
    last = len(table.rows)
    for number, row in enumerate(cell_texts(table, say)):
        texts = [unlinked(text) if at < table.labels else text for at, text in enumerate(row)]
        if number < len(table.depths):
            texts[0] = "&emsp;" * table.depths[number] + texts[0]
        if number == last:
            texts = [f"**{text}**" if text else "" for text in texts]
        lines.append(f"| {' | '.join(texts)} |")
    if table.left:
        lines += ["", unlinked(say.words.and_more.format(count=say.count(table.left)))]
    return "\n".join(lines)
