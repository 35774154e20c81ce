"""The formats of a listing; the names of `--format` come from here."""

from orgcli.compare.listing.listing import Listing
from orgcli.render.formats import Formats
from orgcli.render.view import PageWriter

LISTINGS: Formats[PageWriter[Listing]] = Formats(
    table="orgcli.compare.listing.terminal:listing_table",
    markdown="orgcli.compare.listing.text_formats:listing_markdown",
    csv="orgcli.compare.listing.text_formats:listing_csv",
    json="orgcli.compare.listing.text_formats:listing_json",
)
