"""The formats of a comparison; the names of `--format` come from here."""

from orgcli.compare.comparison.comparison import Comparison
from orgcli.render.formats import Formats
from orgcli.render.view import PageWriter

FORMATS: Formats[PageWriter[Comparison]] = Formats(
    table="orgcli.compare.comparison.terminal.table:table",
    markdown="orgcli.compare.comparison.markdown:markdown",
    html="orgcli.compare.comparison.html:html",
    csv="orgcli.compare.comparison.csv:comparison_csv",
    json="orgcli.compare.comparison.json:as_json",
)
