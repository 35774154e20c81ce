"""The formats of `--diff`; `table` is what a terminal shows, as everywhere."""

from typing import Protocol

from orgcli.compare.versions.versions import Versions
from orgcli.render.formats import Formats
from orgcli.render.view import Page


class VersionsWriter(Protocol):
    """What every function of the table is."""

    def __call__(self, versions: Versions, page: Page) -> str:
        """What differs, as text."""


DIFF_FORMATS: Formats[VersionsWriter] = Formats(
    {
        "table": "orgcli.compare.versions.terminal:versions_text",
        "markdown": "orgcli.compare.versions.markdown:versions_markdown",
        "json": "orgcli.compare.versions.json:versions_json",
    }
)
