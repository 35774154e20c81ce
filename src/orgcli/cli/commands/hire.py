"""`orgcli hire`: somebody takes a vacant position."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from orgcli.cli.edit.edit_run import run_edit
from orgcli.cli.edit.request import EditRequest, words_flag
from orgcli.cli.inputs import Inputs
from orgcli.cli.options import Arguments, takes
from orgcli.cli.output import fail
from orgcli.model.organisation.plan import HireStep
from orgcli.model.request.day import date_of
from orgcli.model.request.flag import Flag


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class HireRequest(EditRequest):
    """Who comes, and when."""

    start: Annotated[date | None, Flag("The first day, as 2027-01-01 or today.", "DATE")] = None


_WORDS = words_flag(
    "POSITION NAME [PATHS]", "Id or title of a vacant position, and the name of the person"
)


@takes(HireRequest, Inputs, words=_WORDS)
def hire(arguments: Arguments) -> None:
    """Fill a vacant position.

    \b
    orgcli hire ae-3 "Ada Okafor"
    orgcli hire ae-3 "Ada Okafor" --start 2027-03-01
    """
    request, words = arguments.request(HireRequest), arguments.request(Inputs).paths
    if len(words) < 2:
        fail("nobody is named", 'write `orgcli hire POSITION "Name"`')
    word, name, *paths = words
    if not name.strip():
        fail("a name is empty", 'write `orgcli hire POSITION "Name"`')
    step = HireStep(hire=word, holder=name, start=date_of(request.start))
    run_edit(step, arguments, paths)
