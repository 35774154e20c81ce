"""What `orgcli columns` takes besides the files it reads."""

from dataclasses import dataclass
from typing import Annotated

from orgcli.cli.options import Colors, OutputFile, format_flag


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ColumnsRequest:
    """How what was read of tables is written, and where."""

    format: Annotated[
        str | None,
        format_flag("orgcli.cli.columns.formats:COLUMN_FORMATS", "the ending of FILE", open=True),
    ] = None
    output: OutputFile = None
    color: Colors = "auto"
