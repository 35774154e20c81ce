"""A format is a function from a comparison to text; the names of `--format` come from here."""

from collections.abc import Callable

from orgcli.compare.comparison import Comparison
from orgcli.page.page import Page


def _table(comparison: Comparison, page: Page) -> str:
    from orgcli.compare.table import table

    return table(comparison, page)


def _markdown(comparison: Comparison, page: Page) -> str:
    from orgcli.compare.markdown import markdown

    return markdown(comparison, page)


def _json(comparison: Comparison, page: Page) -> str:
    from orgcli.compare.json import as_json

    return as_json(comparison, page)


def _html(comparison: Comparison, page: Page) -> str:
    from orgcli.compare.html import html

    return html(comparison, page)


def _csv(comparison: Comparison, page: Page) -> str:
    from orgcli.compare.csv import comparison_csv

    return comparison_csv(comparison)


FORMATS: dict[str, Callable[[Comparison, Page], str]] = {
    "table": _table,
    "markdown": _markdown,
    "html": _html,
    "csv": _csv,
    "json": _json,
}
