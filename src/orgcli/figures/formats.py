"""The formats of figures; the names of `--format` come from here."""

from collections.abc import Callable

from orgcli.figures.report import FigureReport
from orgcli.render.formats import Formats
from orgcli.render.view import Page

FORMATS: Formats[Callable[[FigureReport, Page], str | bytes]] = Formats(
    table="orgcli.figures.writers.text:figures_text",
    markdown="orgcli.figures.writers.markdown:figures_markdown",
    json="orgcli.figures.writers.json:figures_json",
    csv="orgcli.figures.writers.csv:figures_csv",
    xlsx="orgcli.figures.writers.xlsx:figures_xlsx",
    svg="orgcli.chart.plots.plots:figures_svg",
    html="orgcli.chart.plots.page:figures_html",
)
