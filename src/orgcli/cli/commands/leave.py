"""`orgcli leave`: somebody leaves a position, which stays open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from orgcli.cli.edit.edit_run import SeatChoice, run_edit
from orgcli.cli.edit.request import EditRequest, words_flag
from orgcli.cli.inputs import Inputs
from orgcli.cli.options import Given, takes
from orgcli.mend.organisation.seat_changes import SeatChanges
from orgcli.mend.organisation.seat_changes import leave as left


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class LeaveInputs(Inputs):
    """The words of the command; `paths` are all of them until they are parted."""

    paths: Annotated[
        tuple[str, ...], words_flag("POSITION [PATHS]", "Id, holder or title of a position")
    ] = ()


@takes(EditRequest, LeaveInputs)
def leave(given: Given) -> None:
    """Take the holder out of a position, which is open then.

    \b
    orgcli leave cro
    orgcli leave "Keiko Eriksen"       of a job share, only she leaves
    """
    request, inputs = given.request(EditRequest), given.request(LeaveInputs)
    word, *paths = inputs.paths

    def verb(choice: SeatChoice) -> SeatChanges:
        at = choice.at(word)
        holders = choice.organisation.positions[at].holder
        person = next((one for one in holders if one.casefold() == word.casefold()), None)
        return left(choice.organisation, at, person)

    run_edit((word,), replace(inputs, paths=tuple(paths)), request, verb)
