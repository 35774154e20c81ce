"""The formats of `orgcli columns`; the names of `--format` come from here."""

from collections.abc import Sequence

from orgcli.model.table_reading import TableReading
from orgcli.render.formats import Formats
from orgcli.render.view import PageWriter

COLUMN_FORMATS: Formats[PageWriter[Sequence[TableReading]]] = Formats(
    table="orgcli.cli.columns.listing:columns_table",
    markdown="orgcli.cli.columns.listing:columns_markdown",
    json="orgcli.cli.columns.json:columns_json",
)
