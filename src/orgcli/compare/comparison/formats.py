"""The formats of a comparison; the names of `--format` come from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgcli.compare.comparison.comparison import Comparison
from orgcli.render.document.formats import DocumentFormats

if TYPE_CHECKING:  # a table needs none of it
    from orgcli.compare.answer.answer import RoleAnswer

ANSWERS: DocumentFormats[RoleAnswer] = DocumentFormats(
    "orgcli.compare.answer.document:answer_document",
    answer="orgcli.compare.answer.terminal:answer_text",
    json="orgcli.compare.answer.json:answer_json",
)
"""Those of the answer, where nothing asks for the rows of the table."""
FORMATS: DocumentFormats[Comparison] = DocumentFormats(
    "orgcli.compare.comparison.document:comparison_document",
    table="orgcli.compare.comparison.terminal.table:table",
    csv="orgcli.compare.comparison.csv:comparison_csv",
    json="orgcli.compare.comparison.json:as_json",
)
PICTURES = ("svg", "png", "pdf")
"""Those of the picture of the answer's reporting lines."""
ALL_FORMATS = tuple(dict.fromkeys(("answer", *FORMATS, *ANSWERS, "svg", "png")))
"""The names without `--chart`, in the order of the help; the first is the usual one."""


def is_picture(format: str, chart: bool) -> bool:
    """Whether a format means the picture: pdf only with `--chart`, for documents are PDF too."""
    return chart or (format in PICTURES and format != "pdf")
