"""The formats of `orgcli advise`: of a recommendation, and of what no source says."""

from collections.abc import Callable, Sequence

from orgcli.advise.recommendation import GapReport, Recommendation
from orgcli.render.formats import Formats
from orgcli.render.view import Page

FORMATS: Formats[Callable[[Sequence[Recommendation], Page], str]] = Formats(
    text="orgcli.advise.writers.terminal:text",
    markdown="orgcli.advise.writers.markdown:markdown",
    json="orgcli.advise.writers.json:as_json",
)
GAP_FORMATS: Formats[Callable[[GapReport, Page], str]] = Formats(
    text="orgcli.advise.writers.gaps:gap_text",
    markdown="orgcli.advise.writers.markdown:gap_markdown",
    json="orgcli.advise.writers.json:gap_json",
)
