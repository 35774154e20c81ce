"""The request for an export: which positions are written, in which format, and how."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

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


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRequest:
    """One export as it is wanted; nothing is judged where one is made."""

    format: Annotated[
        str | None,
        Flag(
            "Output format: {choices}.",
            "FORMAT",
            short="-f",
            choices=f"{_EXCHANGE}.formats:FORMATS",
        ),
    ] = None
    """The format; YAML where files are asked for, and to be said otherwise."""
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
    """The fields of records, in this order; all where it is not set."""
    split: Split = None
    """What each file is of, where there are several: department or branch."""
    root: Annotated[
        str | None, Flag("Export this position and those below: an id, a name or a title.", "ID")
    ] = None
    """The position at the top: its id, its holder or its title."""
    filter: Annotated[
        tuple[str, ...],
        Flag(
            "Export positions of FIELD=VALUE or FIELD!=VALUE. Repeatable.",
            "CONDITION",
            complete="orgcli.chart.deck.position_filter:completions",
        ),
    ] = ()
    """Conditions that all hold for the positions written, such as `status!=open`."""
    as_of: Annotated[
        date | Literal["today"] | None, Flag("Export what is there on DAY, or today.", "DAY")
    ] = None
    """The day on which the organisation is written, as 2027-01-01 or today."""
    language: str = "en"
    """The tag of the language of headings and of the titles of roles."""
