"""The formats of `--diff`; `table` is what a terminal shows, as everywhere."""

from orgcli.compare.versions.versions import Versions
from orgcli.render.formats import Formats
from orgcli.render.view import PageWriter

DIFF_FORMATS: Formats[PageWriter[Versions]] = Formats(
    table="orgcli.compare.versions.terminal:versions_text",
    markdown="orgcli.compare.versions.markdown:versions_markdown",
    json="orgcli.compare.versions.json:versions_json",
)
