"""The formats of disputes; the names of `--format` come from here."""

from collections.abc import Sequence
from typing import Protocol

from orgcli.compare.disputes.dispute import DisputeDetail
from orgcli.render.formats import Formats
from orgcli.render.view import Page


class DisputeWriter(Protocol):
    """What every function of both tables is."""

    def __call__(self, disputes: Sequence[DisputeDetail], page: Page) -> str:
        """The disputes as text."""


DISPUTE_FORMATS: Formats[DisputeWriter] = Formats(
    {
        "text": "orgcli.compare.disputes.terminal:dispute_text",
        "markdown": "orgcli.compare.disputes.markdown:dispute_markdown",
        "json": "orgcli.compare.disputes.json:dispute_json",
    }
)
DISPUTE_LISTS: Formats[DisputeWriter] = Formats(
    {
        "text": "orgcli.compare.disputes.listing:list_text",
        "markdown": "orgcli.compare.disputes.listing:list_markdown",
        "json": "orgcli.compare.disputes.json:dispute_json",
    }
)
"""The same formats where no dispute is named: people get a list, programs everything."""
