"""`orgcli leave`: somebody leaves a position, which stays open."""

from __future__ import annotations

from orgcli.cli.edit.edit_run import run_edit
from orgcli.cli.edit.request import SEAT_WORDS, EditRequest
from orgcli.cli.inputs import Inputs
from orgcli.cli.options import Arguments, takes
from orgcli.model.organisation.plan import LeaveStep


@takes(EditRequest, Inputs, words=SEAT_WORDS)
def leave(arguments: Arguments) -> None:
    """Take the holder out of a position, which is open then.

    \b
    orgcli leave cro
    orgcli leave "Keiko Eriksen"       of a job share, only she leaves
    """
    word, *paths = arguments.request(Inputs).paths
    run_edit(LeaveStep(leave=word), arguments, paths)
