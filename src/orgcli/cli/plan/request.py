"""What the commands take that can look at an organisation as a plan leaves it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from orgcli.cli.inputs import Inputs
from orgcli.model.request.flag import Flag


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class PlanInputs(Inputs):
    """What is read, and the plan whose steps are made in memory."""

    plan: Annotated[
        str | None,
        Flag(
            "Make the steps of PLAN first: a name, or a file in plans/.",
            "PLAN",
            complete="orgcli.cli.arguments.completion:complete_plan",
        ),
    ] = None
