"""`orgcli add`: a new position."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, cast

from orgcli.cli.edit.edit_run import run_edit
from orgcli.cli.edit.request import EditRequest
from orgcli.cli.inputs import Inputs
from orgcli.cli.options import Arguments, takes
from orgcli.cli.output import fail
from orgcli.model.organisation.plan import AddStep
from orgcli.model.organisation.position import Status
from orgcli.model.request.flag import Flag


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class AddRequest(EditRequest):
    """What the new position is."""

    title: Annotated[str | None, Flag("Its title.", "TITLE")] = None
    to: Annotated[str | None, Flag("Id, holder or title of its manager.", "POSITION")] = None
    id: Annotated[str | None, Flag("Its id; default: made of the title.", "ID")] = None
    department: Annotated[str | None, Flag("Its department.", "NAME")] = None
    holder: Annotated[str | None, Flag("Who holds it.", "NAME")] = None
    status: Annotated[str | None, Flag("open, planned or closed.", "STATUS")] = None


@takes(AddRequest, Inputs)
def add(arguments: Arguments) -> None:
    """Add a position below a manager.

    \b
    orgcli add --title "Account Executive" --to vp-sales
    orgcli add --title "Account Executive" --to vp-sales --id ae-4 --status planned
    """
    request = arguments.request(AddRequest)
    if request.to is None or request.title is None:
        fail("a new position needs a title and a manager", "write --title TITLE --to POSITION")
    step = AddStep(
        add=request.title,
        to=request.to,
        id=request.id,
        department=request.department,
        holder=request.holder,
        status=cast("Status | None", request.status),
    )
    run_edit(step, arguments, arguments.request(Inputs).paths)
