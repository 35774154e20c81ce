"""What `orgcli export` and `orgcli import` take besides the files they read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from orgcli.cli.options import Language, format_flag
from orgcli.model.request.flag import Flag

_EXCHANGE = "orgcli.exchange"
Split = Annotated[
    str | None,
    Flag(
        "Write a folder with a YAML file per {choices}.",
        "WHAT",
        choices=f"{_EXCHANGE}.yaml.files:SPLITS",
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ExportRequest:
    """What is exported, how and where to."""

    format: Annotated[str | None, format_flag(f"{_EXCHANGE}.formats:FORMATS")] = None
    output: Annotated[
        str | None,
        Flag("Output file, or folder; default: stdout. Its ending can say the format.", "FILE",
             short="-o"),
    ] = None  # fmt: skip
    fields: Annotated[
        tuple[str, ...] | None,
        Flag(
            "Fields of records, comma-separated, attributes among them; default: all.",
            "LIST",
            choices=f"{_EXCHANGE}.tables.record_fields:RECORD_FIELDS",
            open=True,
            separator=",",
        ),
    ] = None
    split: Split = None
    root: Annotated[
        str | None, Flag("Export this position and those below: an id, a name or a title.", "ID")
    ] = None
    filter: Annotated[
        tuple[str, ...],
        Flag(
            "Export positions of FIELD=VALUE or FIELD!=VALUE. Repeatable.",
            "CONDITION",
            complete="orgcli.chart.deck.position_filter:completions",
        ),
    ] = ()
    as_of: Annotated[
        date | Literal["today"] | None, Flag("Export what is there on DAY, or today.", "DAY")
    ] = None
    lang: Language = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ImportRequest:
    """What a file that is read becomes, and where to."""

    output: Annotated[
        str | None, Flag("Output file, or folder with --split.", "FILE", short="-o")
    ] = None
    split: Split = None
    name: Annotated[str | None, Flag("Name of the organisation.", "NAME")] = None
    show_columns: Annotated[
        bool, Flag("Show what became of each column of a table.", name="columns")
    ] = False
