"""The plots of all organisations as one SVG, with their titles and first figures."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from orgcli.chart.paper.text_width import BOLD, REGULAR, cut
from orgcli.chart.paper.themes import FONTS, LIGHT, Theme
from orgcli.chart.plots.bar_plot import PlotShapes, bar_plot, text_shape
from orgcli.figures.figures import OrganisationFigures
from orgcli.figures.report import FigureReport
from orgcli.figures.tables.phrases import FigurePhrases
from orgcli.figures.tables.plot_rows import plots_with_rows
from orgcli.model.text import visible
from orgcli.render.html import Html
from orgcli.render.view import Page

_WIDTH, _MARGIN = 560.0, 24.0
_TITLE, _LINE = 20.0, 10.0
_LEADING, _BETWEEN = 15.0, 22.0
_MOVED = Html('<g transform="translate({x} {y})">\n{shapes}\n</g>')
_PICTURE = Html(
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt"'
    ' viewBox="0 0 {width} {height}" role="img" aria-label="{name}">\n'
    '<g font-family="{fonts}">\n<rect width="100%" height="100%" fill="{ground}"/>\n'
    "{body}\n</g>\n</svg>"
)


def figures_svg(report: FigureReport, page: Page) -> str:
    """One picture of all that is plotted, the organisations one below the other."""
    say = FigurePhrases.of(report, page)
    groups: list[Html] = []
    top = _MARGIN
    for at, organisation in enumerate(report.organisations):
        top += 2 * _BETWEEN if at else 0
        for plot in _organisation(organisation, report, say, LIGHT):
            groups.append(_MOVED.format(x=_MARGIN, y=f"{top:g}", shapes=plot.shapes))
            top += plot.height
    names = ", ".join(organisation.name or "" for organisation in report.organisations)
    body = picture(groups, top + _MARGIN, names or say.words.seats)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def picture(shapes: list[Html], height: float, name: str, theme: Theme = LIGHT) -> Html:
    """An SVG element of a height in points."""
    return _PICTURE.format(
        width=f"{_WIDTH + 2 * _MARGIN:g}",
        height=f"{height:g}",
        name=visible(name),
        fonts=escape(FONTS),
        ground=theme.page,
        body=Html("\n").join(shapes),
    )


def _organisation(
    organisation: OrganisationFigures, report: FigureReport, say: FigurePhrases, theme: Theme
) -> Iterator[PlotShapes]:
    """The title with the first figures, then each plot, with room between them."""
    yield _heading(organisation, say, theme)
    for shapes in plots_of(organisation, report, say, theme):
        yield PlotShapes(shapes.shapes, shapes.height + _BETWEEN)


def plots_of(
    organisation: OrganisationFigures,
    report: FigureReport,
    say: FigurePhrases,
    theme: Theme = LIGHT,
) -> Iterator[PlotShapes]:
    """The plots of an organisation that there is something in."""
    for plot in plots_with_rows(organisation, report, say):
        yield bar_plot(plot, _WIDTH, say.count, theme)


def _heading(organisation: OrganisationFigures, say: FigurePhrases, theme: Theme) -> PlotShapes:
    shapes = []
    top = 0.0
    if organisation.name:
        name = cut(visible(organisation.name), _WIDTH, _TITLE, BOLD)
        shapes.append(text_shape(name, 0, _TITLE - 3, _TITLE, theme.ink, BOLD))
        shapes.append(Html('<rect y="{}" width="28" height="3" fill="{}"/>').format(
            f"{_TITLE + 6:g}", theme.accent))  # fmt: skip
        top = _TITLE + 16
    for label, phrases in say.summary(organisation):
        top += _LEADING
        shapes.append(text_shape(label, 0, top, _LINE, theme.ink, BOLD))
        text = cut(" · ".join(phrases), _WIDTH - 80, _LINE, REGULAR)
        shapes.append(text_shape(text, 80, top, _LINE, theme.quiet))
    for note in say.notes(organisation):
        top += _LEADING
        shapes.append(text_shape(cut(note, _WIDTH, _LINE), 0, top, _LINE, theme.trouble))
    return PlotShapes(Html("\n").join(shapes), top + _BETWEEN + 6)
