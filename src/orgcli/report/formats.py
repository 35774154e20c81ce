"""The formats of a report: what `--format` of `orgcli validate` takes."""

from collections.abc import Callable

from orgcli.model.findings.finding import Verdict
from orgcli.render.formats import Formats
from orgcli.report.rendering import Rendering

Writer = Callable[[Verdict, Rendering], str]

FORMATS: Formats[Writer] = Formats(
    concise="orgcli.report.writers.concise:concise",
    full="orgcli.report.writers.full:full",
    json="orgcli.report.writers.json:as_json",
    github="orgcli.report.writers.github:github",
    gitlab="orgcli.report.writers.gitlab:gitlab",
    junit="orgcli.report.writers.junit:junit",
    sarif="orgcli.report.writers.sarif:sarif",
    rdjson="orgcli.report.writers.rdjson:rdjson",
    markdown="orgcli.report.writers.markdown:markdown",
)
FOR_PEOPLE = ("concise", "full")
"""The formats that people read in a terminal or a log; `--statistics` may stand in their place."""
LINES = (*FOR_PEOPLE, "github")
"""The formats that are lines, and so may follow each other; the others are whole documents."""
UNLISTED: Formats[Writer] = Formats(
    step_log="orgcli.report.writers.github:step_log",
    statistics="orgcli.report.writers.statistics:statistics",
)
"""What `--format` does not take: a step of GitHub Actions and `--statistics` ask for them."""
