"""A plan against an organisation: each step on the state that the steps before it left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from orgcli.model.findings.finding import Place
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.plan import PlanFile
from orgcli.model.organisation.position_choice import UnknownPosition
from orgcli.plans.seat_changes import RefusedEdit, SeatChanges
from orgcli.plans.seats_after import organisation_after
from orgcli.plans.step_changes import step_changes

_KEYS: Mapping[str | int, str] = {"title": "add", "reports_to": "to"}
"""What a step that adds a position calls its fields."""


@dataclass(frozen=True, slots=True, eq=False)
class StepResult:
    """What a step does.

    at       its index among the steps of the plan
    after    the organisation behind it; the one before it where the step cannot be made
    changes  what it changes
    error    why it cannot be made, and what can be done; None where it can
    """

    at: int
    after: Organisation
    changes: SeatChanges
    error: tuple[str, str] | None = None


def plan_states(
    plan: PlanFile, start: Organisation, titles: Titles, until: date | None = None
) -> Iterator[StepResult]:
    """The results of the steps of a plan that are to come; one that cannot be made changes nothing.

    until  the last day whose steps count; None for all
    """
    state = start
    for at in plan.coming(until):
        result = _result(plan, at, state, titles)
        state = result.after
        yield result


def _result(plan: PlanFile, at: int, before: Organisation, titles: Titles) -> StepResult:
    try:
        changes = step_changes(plan.steps[at], before, titles)
        after = organisation_after(before, changes, partial(_new_place, plan, at))
    except (RefusedEdit, UnknownPosition) as error:
        return StepResult(at, before, SeatChanges(), (str(error), error.help))
    return StepResult(at, after, changes)


def _new_place(plan: PlanFile, at: int, *path: str | int) -> Place:
    """Where a step writes a field of the position that it adds."""
    return plan.step_place(at, *(_KEYS.get(key, key) for key in path))
