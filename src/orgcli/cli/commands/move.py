"""`orgcli move`: a position reports to another one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from orgcli.cli.edit.edit_run import run_edit
from orgcli.cli.edit.request import SEAT_WORDS, EditRequest
from orgcli.cli.inputs import Inputs
from orgcli.cli.options import Arguments, takes
from orgcli.cli.output import fail
from orgcli.model.organisation.plan import MoveStep
from orgcli.model.request.flag import Flag


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class MoveRequest(EditRequest):
    """Where the position goes, and with whom."""

    to: Annotated[str | None, Flag("Id, holder or title of the new manager.", "POSITION")] = None
    alone: Annotated[bool, Flag("Leave its reports with the manager that it has.")] = False
    leave_seat: Annotated[
        bool, Flag("Move only the person, into a new position; the seat is open then.")
    ] = False
    id: Annotated[str | None, Flag("Id of the new position (with --leave-seat).", "ID")] = None


@takes(MoveRequest, Inputs, words=SEAT_WORDS)
def move(arguments: Arguments) -> None:
    """Move a position, with all below it, under another manager.

    \b
    orgcli move vp-sales --to cro
    orgcli move "Keiko Eriksen" --to ceo --dry-run
    orgcli move vp-sales --to cro --alone      its reports stay
    orgcli move vp-sales --to cro --leave-seat --id vp-partners

    The files stay as they are but for the lines that change. Exit codes: 0; 2 if the edit is
    refused; 3 if there is nothing to read.
    """
    request = arguments.request(MoveRequest)
    word, *paths = arguments.request(Inputs).paths
    if request.to is None:
        fail("there is no new manager", "write --to POSITION")
    if request.alone and request.leave_seat:
        fail("--alone and --leave-seat cannot be used together")
    if request.id and not request.leave_seat:
        fail("--id is for the new position of --leave-seat", "write `orgcli rename` for another id")
    step = MoveStep(
        move=word,
        to=request.to,
        alone=request.alone,
        leave_seat=request.leave_seat,
        id=request.id,
    )
    run_edit(step, arguments, paths)
