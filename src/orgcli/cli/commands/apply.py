"""`orgcli apply`: the steps of a plan are made in the files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Literal

from orgcli.cli.edit.edit_run import finish_edit, read_to_edit
from orgcli.cli.edit.plan_run import applied
from orgcli.cli.edit.request import EditRequest
from orgcli.cli.inputs import Inputs
from orgcli.cli.options import Arguments, takes
from orgcli.model.request.day import date_of
from orgcli.model.request.flag import Flag


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ApplyRequest(EditRequest):
    """Which steps are made."""

    until: Annotated[
        date | Literal["today"] | None, Flag("Make only the steps up to DAY, or today.", "DAY")
    ] = None


_WORDS = Flag(
    "Name of a plan, or its file; then files and folders.",
    "PLAN [PATHS]",
    argument=True,
    required=True,
    complete="orgcli.cli.arguments.completion:complete_plan",
)


@takes(ApplyRequest, Inputs, words=_WORDS)
def apply(arguments: Arguments) -> None:
    """Make the steps of a plan in the files of its organisation.

    \b
    orgcli apply plans/q3.yaml
    orgcli apply q3 --dry-run
    orgcli apply q3 --until today

    All files are written or none. Each step that is made gets `done: true` in the plan. Exit codes:
    0; 2 if a step cannot be made; 3 if there is nothing to read.
    """
    request, inputs = arguments.request(ApplyRequest), arguments.request(Inputs)
    word, *paths = inputs.paths
    inputs = replace(inputs, paths=tuple(paths), plan=word)
    source, project = read_to_edit(inputs, request)
    finish_edit(applied(source, project, word, date_of(request.until)), request)
