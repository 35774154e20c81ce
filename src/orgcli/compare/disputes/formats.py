"""The formats of disputes; the names of `--format` come from here."""

from collections.abc import Sequence

from orgcli.compare.disputes.dispute import DisputeDetail
from orgcli.render.document.formats import DocumentFormats

DISPUTE_FORMATS: DocumentFormats[Sequence[DisputeDetail]] = DocumentFormats(
    "orgcli.compare.disputes.document:dispute_document",
    text="orgcli.compare.disputes.terminal:dispute_text",
    json="orgcli.compare.disputes.json:dispute_json",
)
DISPUTE_LISTS: DocumentFormats[Sequence[DisputeDetail]] = DocumentFormats(
    "orgcli.compare.disputes.document:dispute_document",
    text="orgcli.compare.disputes.listing:list_text",
    markdown="orgcli.compare.disputes.listing:list_markdown",
    json="orgcli.compare.disputes.json:dispute_json",
)
"""The same formats where no dispute is named: people get a list, programs everything."""
