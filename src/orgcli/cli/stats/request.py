"""What `orgcli stats` takes besides the files it reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from orgcli.cli.options import ResultRequest, format_flag
from orgcli.model.request.flag import Flag

_FIGURES = "orgcli.figures"
_Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class StatsRequest(ResultRequest):
    """What is counted, and what is shown of it."""

    by: Annotated[
        _Words,
        Flag(
            "Group by {choices}, another field or an attribute. Twice: crossed.",
            "FIELD",
            choices=f"{_FIGURES}.groups.grouping:GROUPINGS",
            open=True,
        ),
    ] = ()
    subdepartments: Annotated[
        bool, Flag("Count a department with the departments that are parts of it.")
    ] = False
    over: Annotated[
        int | None, Flag("List all managers with more than N direct reports.", "N", minimum=0)
    ] = None
    top: Annotated[
        int | None,
        Flag("List N managers, tops and groups; default: 5 managers, all groups.", "N", minimum=1),
    ] = None
    sum: Annotated[_Words, Flag("Add up the numbers of ATTRIBUTE. Repeatable.", "ATTRIBUTE")] = ()
    root: Annotated[
        str | None, Flag("Count this position and those below: an id, a name or a title.", "ID")
    ] = None
    as_of: Annotated[
        date | Literal["today"] | None, Flag("Count what is there on DAY, or today.", "DAY")
    ] = None
    against: Annotated[
        str | None,
        Flag(
            "Compare with A: a revision, a file or a folder.",
            "A",
            complete="orgcli.cli.arguments.completion:complete_revision",
        ),
    ] = None
    sort: Annotated[
        str | None,
        Flag("Order of groups: {choices}.", "FIGURE", choices=f"{_FIGURES}.figures:SORTS"),
    ] = None
    plot: Annotated[
        _Words,
        Flag(
            "Draw these: {choices}; default: span. Repeatable.",
            "PLOT",
            choices=f"{_FIGURES}.report:PLOTS",
        ),
    ] = ()
    define: Annotated[bool, Flag("Say what each figure means.")] = False
    sources: Annotated[bool, Flag("Set published figures beside yours, with who says so.")] = False
    format: Annotated[str | None, format_flag(f"{_FIGURES}.formats:FORMATS", "table")] = None
