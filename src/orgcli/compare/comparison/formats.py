"""A format is a function from a comparison to text; the names of `--format` come from here."""

from collections.abc import Callable

from orgcli.compare.comparison.comparison import Comparison
from orgcli.render.view import Page


def _table(comparison: Comparison, page: Page) -> str:
    from orgcli.compare.comparison.terminal.table import table

    return table(comparison, page)


def _markdown(comparison: Comparison, page: Page) -> str:
    from orgcli.compare.comparison.markdown import markdown

    return markdown(comparison, page)


def _json(comparison: Comparison, page: Page) -> str:
    from orgcli.compare.comparison.json import as_json

    return as_json(comparison, page)


def _html(comparison: Comparison, page: Page) -> str:
    from orgcli.compare.comparison.html import html

    return html(comparison, page)


def _csv(comparison: Comparison, page: Page) -> str:
    from orgcli.compare.comparison.csv import comparison_csv

    return comparison_csv(comparison)


FORMATS: dict[str, Callable[[Comparison, Page], str]] = {
    "table": _table,
    "markdown": _markdown,
    "html": _html,
    "csv": _csv,
    "json": _json,
}
