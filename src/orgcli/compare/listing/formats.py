"""The formats of a listing; the names of `--format` come from here."""

from typing import Protocol

from orgcli.compare.listing.listing import Listing
from orgcli.render.formats import Formats
from orgcli.render.view import Page


class ListingWriter(Protocol):
    """What every function of the table is."""

    def __call__(self, listing: Listing, page: Page) -> str:
        """The listing as text."""


LISTINGS: Formats[ListingWriter] = Formats(
    {
        "table": "orgcli.compare.listing.terminal:listing_table",
        "markdown": "orgcli.compare.listing.text_formats:listing_markdown",
        "csv": "orgcli.compare.listing.text_formats:listing_csv",
        "json": "orgcli.compare.listing.text_formats:listing_json",
    }
)
