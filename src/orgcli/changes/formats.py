"""The formats of a difference; the names of `--format` come from here.

A picture is one more row, `svg="orgcli.….…:…"`: its function takes the same report, in which
`OrganisationChanges.sides` are both organisations.
"""

from orgcli.changes.report import ChangeReport
from orgcli.render.formats import Formats
from orgcli.render.view import PageWriter

FORMATS: Formats[PageWriter[ChangeReport]] = Formats(
    text="orgcli.changes.writers.text:changes_text",
    markdown="orgcli.changes.writers.markdown:changes_markdown",
    json="orgcli.changes.writers.json:changes_json",
    csv="orgcli.changes.writers.csv:changes_csv",
    mermaid="orgcli.changes.writers.mermaid:changes_mermaid",
)
