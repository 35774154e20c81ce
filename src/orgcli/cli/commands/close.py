"""`orgcli close`: a position is closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from orgcli.cli.edit.edit_run import run_edit
from orgcli.cli.edit.request import SEAT_WORDS, EditRequest
from orgcli.cli.inputs import Inputs
from orgcli.cli.options import Arguments, takes
from orgcli.model.organisation.plan import CloseStep
from orgcli.model.request.day import date_of
from orgcli.model.request.flag import Flag


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class CloseRequest(EditRequest):
    """When the position ends."""

    end: Annotated[date | None, Flag("The last day, as 2027-12-31 or today.", "DATE")] = None


@takes(CloseRequest, Inputs, words=SEAT_WORDS)
def close(arguments: Arguments) -> None:
    """Close a position.

    \b
    orgcli close ae-3
    orgcli close ae-3 --end 2027-12-31
    """
    request = arguments.request(CloseRequest)
    word, *paths = arguments.request(Inputs).paths
    step = CloseStep(close=word, end=date_of(request.end))
    run_edit(step, arguments, paths)
