"""What `orgcli columns` takes besides the files it reads."""

from dataclasses import dataclass
from typing import Annotated

from orgcli.model.request.flag import Flag


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ColumnsRequest:
    """How what was read of tables is written, and where."""

    format: Annotated[
        str | None,
        Flag(
            "Output format: {choices}; default: the ending of FILE.",
            "FORMAT",
            short="-f",
            choices="orgcli.cli.columns.formats:COLUMN_FORMATS",
            open=True,
        ),
    ] = None
    output: Annotated[str | None, Flag("Write to FILE instead of stdout.", "FILE", short="-o")] = (
        None
    )
    color: Annotated[
        str, Flag("Use colours: {choices}.", "WHEN", choices="orgcli.cli.options:COLORS")
    ] = "auto"
