"""A format is a function from advice, or from a gap, to text; `--format` takes its names."""

from collections.abc import Callable, Sequence

from orgcli.advise.recommendation import Advised
from orgcli.advise.writers.gaps import Told, told_text
from orgcli.render.view import Page


def _text(several: Sequence[Advised], page: Page) -> str:
    from orgcli.advise.writers.terminal import text

    return text(several, page)


def _markdown(several: Sequence[Advised], page: Page) -> str:
    from orgcli.advise.writers.markdown import markdown

    return markdown(several, page)


def _json(several: Sequence[Advised], page: Page) -> str:
    from orgcli.advise.writers.json import as_json

    return as_json(several)


def _told_markdown(told: Told, page: Page) -> str:
    from orgcli.advise.writers.markdown import told_markdown

    return told_markdown(told, page)


def _told_json(told: Told, page: Page) -> str:
    from orgcli.advise.writers.json import told_json

    return told_json(told)


FORMATS: dict[str, Callable[[Sequence[Advised], Page], str]] = {
    "text": _text,
    "markdown": _markdown,
    "json": _json,
}
TOLD: dict[str, Callable[[Told, Page], str]] = {
    "text": told_text,
    "markdown": _told_markdown,
    "json": _told_json,
}
