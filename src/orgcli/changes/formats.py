"""The formats of a difference; the names of `--format` come from here."""

from collections.abc import Callable

from orgcli.changes.report import ChangeReport
from orgcli.render.formats import Formats
from orgcli.render.view import Page, PictureResult

FORMATS: Formats[Callable[[ChangeReport, Page], str | PictureResult]] = Formats(
    text="orgcli.changes.writers.text:changes_text",
    markdown="orgcli.changes.writers.markdown:changes_markdown",
    json="orgcli.changes.writers.json:changes_json",
    csv="orgcli.changes.writers.csv:changes_csv",
    mermaid="orgcli.changes.writers.mermaid:changes_mermaid",
    svg="orgcli.chart.difference.difference_chart:difference_svg",
    png="orgcli.chart.difference.difference_chart:difference_png",
    pdf="orgcli.chart.difference.difference_chart:difference_pdf",
    html="orgcli.chart.difference.difference_page:difference_html",
)
