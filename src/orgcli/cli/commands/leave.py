"""`orgcli leave`: somebody leaves a position, which stays open."""

from __future__ import annotations

from dataclasses import replace

from orgcli.cli.edit.edit_run import SeatChoice, run_edit
from orgcli.cli.edit.request import EditRequest, SeatInputs
from orgcli.cli.options import Given, takes
from orgcli.mend.organisation.seat_changes import SeatChanges
from orgcli.mend.organisation.seat_changes import leave as left


@takes(EditRequest, SeatInputs)
def leave(given: Given) -> None:
    """Take the holder out of a position, which is open then.

    \b
    orgcli leave cro
    orgcli leave "Keiko Eriksen"       of a job share, only she leaves
    """
    request, inputs = given.request(EditRequest), given.request(SeatInputs)
    word, *paths = inputs.paths

    def verb(choice: SeatChoice) -> SeatChanges:
        at = choice.at(word)
        holders = choice.organisation.positions[at].holder
        person = next((one for one in holders if one.casefold() == word.casefold()), None)
        return left(choice.organisation, at, person)

    run_edit((word,), replace(inputs, paths=tuple(paths)), request, verb)
