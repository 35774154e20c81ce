"""The formats of disputes; the names of `--format` come from here."""

from collections.abc import Sequence

from orgcli.compare.disputes.dispute import DisputeDetail
from orgcli.render.formats import Formats
from orgcli.render.view import PageWriter

DISPUTE_FORMATS: Formats[PageWriter[Sequence[DisputeDetail]]] = Formats(
    text="orgcli.compare.disputes.terminal:dispute_text",
    markdown="orgcli.compare.disputes.markdown:dispute_markdown",
    json="orgcli.compare.disputes.json:dispute_json",
)
DISPUTE_LISTS: Formats[PageWriter[Sequence[DisputeDetail]]] = Formats(
    text="orgcli.compare.disputes.listing:list_text",
    markdown="orgcli.compare.disputes.listing:list_markdown",
    json="orgcli.compare.disputes.json:dispute_json",
)
"""The same formats where no dispute is named: people get a list, programs everything."""
