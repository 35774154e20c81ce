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
)
"""Those of the answer, which leaves most of a comparison out."""
FORMATS: DocumentFormats[Comparison] = DocumentFormats(
    "orgcli.compare.comparison.document:comparison_document",
    table="orgcli.compare.comparison.terminal.table:table",
    csv="orgcli.compare.comparison.csv:comparison_csv",
    json="orgcli.compare.comparison.json:as_json",
)
ALL_FORMATS = tuple(dict.fromkeys(("answer", *FORMATS)))
"""The names of both, in the order of the help; the first is the usual one."""
