"""The formats of a comparison; the names of `--format` come from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgcli.compare.comparison.comparison import Comparison
from orgcli.render.formats import Formats
from orgcli.render.view import PageWriter

if TYPE_CHECKING:  # a table needs none of it
    from orgcli.compare.answer.answer import RoleAnswer

ANSWERS: Formats[PageWriter[RoleAnswer]] = Formats(
    answer="orgcli.compare.answer.terminal:answer_text",
    json="orgcli.compare.answer.json:answer_json",
)
"""Those of the answer, where nothing asks for the rows of the table."""
FORMATS: Formats[PageWriter[Comparison]] = Formats(
    table="orgcli.compare.comparison.terminal.table:table",
    markdown="orgcli.compare.comparison.markdown:markdown",
    html="orgcli.compare.comparison.html:html",
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
