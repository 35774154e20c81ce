"""The formats of `orgcli advise`: of a recommendation, and of what no source says."""

from collections.abc import Sequence

from orgcli.advise.recommendation import GapReport, Recommendation
from orgcli.render.document.formats import DocumentFormats

FORMATS: DocumentFormats[Sequence[Recommendation]] = DocumentFormats(
    "orgcli.advise.writers.document:advice_document",
    text="orgcli.advise.writers.terminal:text",
    json="orgcli.advise.writers.json:as_json",
)
GAP_FORMATS: DocumentFormats[GapReport] = DocumentFormats(
    "orgcli.advise.writers.document:gap_document",
    text="orgcli.advise.writers.gaps:gap_text",
    json="orgcli.advise.writers.json:gap_json",
)
