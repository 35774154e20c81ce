"""A project as a plan leaves it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from orgcli.model.findings.finding import Place
from orgcli.model.likeness import did_you_mean, nearest_words
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.plan import PlanFile
from orgcli.model.project import Project, role_titles
from orgcli.model.request.flag import HelpfulError
from orgcli.plans.plan_states import plan_states


class PlanError(HelpfulError):
    """A plan cannot be made: `reason`, at a place; `help` says what can be done."""

    def __init__(self, place: Place, reason: str, help: str = "") -> None:
        super().__init__(f"{place}: {reason}", help)
        self.place, self.reason = place, reason


def planned_project(project: Project, plan: PlanFile, until: date | None = None) -> Project:
    """The project after the steps of one of its plans, and of those that come before it.

    It has no plans any more: they are of the state that it was in.

    until  the last day whose steps count; None for all
    Raises PlanError, with the place, where a plan cannot be read or a step cannot be made.
    """
    at, state = state_before(project, plan, until)
    after = _after(project, plan, state, until)
    return with_organisation(replace(project, plans=()), at, after)


def state_before(
    project: Project, plan: PlanFile, until: date | None = None
) -> tuple[int, Organisation]:
    """The index of the organisation that a plan is of, and its state before the plan.

    Raises PlanError.
    """
    at = organisation_index(project, plan)
    state = project.organisations[at]
    for earlier_plan in plans_before(project, plan):
        state = _after(project, earlier_plan, state, until)
    return at, state


def _after(
    project: Project, plan: PlanFile, state: Organisation, until: date | None
) -> Organisation:
    for result in plan_states(plan, state, role_titles(project), until):
        if result.error:
            message, help = result.error
            raise PlanError(plan.step_place(result.at), message, help)
        state = result.after
    return state


def plans_before(project: Project, plan: PlanFile) -> Sequence[PlanFile]:
    """The plans that come before one, the first of all first. Raises PlanError."""
    earlier_plans: list[PlanFile] = []
    chain = [plan]
    at = organisation_index(project, plan)
    while (name := chain[-1].head.after) is not None:
        place = chain[-1].place("after")
        previous = _plan_called(project, name, place)
        if previous in chain:
            reason = f"`{plan.head.after}` comes after this plan itself"
            raise PlanError(plan.place("after"), reason, "leave out `after`")
        if organisation_index(project, previous) != at:
            reason = f"`{name}` is a plan of another organisation"
            raise PlanError(place, reason, "name one of the same organisation")
        chain.append(previous)
        earlier_plans.insert(0, previous)
    return earlier_plans


def _plan_called(project: Project, name: str, place: Place) -> PlanFile:
    """The one plan of a name, which is written at a place. Raises PlanError."""
    plans = [plan for plan in project.plans if plan.head.plan == name]
    if len(plans) == 1:
        return plans[0]
    if plans:
        reason = f"{len(plans)} plans are called `{name}`"
        raise PlanError(place, reason, "give each a name of its own")
    near = nearest_words(name, [plan.head.plan for plan in project.plans])
    help = did_you_mean(near, "name its file as well")
    raise PlanError(place, f"no plan is called `{name}`", help)


def with_organisation(project: Project, at: int, organisation: Organisation) -> Project:
    """The project with another organisation in the place of one."""
    organisations: Sequence[Organisation] = project.organisations
    return replace(
        project, organisations=[*organisations[:at], organisation, *organisations[at + 1 :]]
    )


def organisation_index(project: Project, plan: PlanFile) -> int:
    """Which organisation of the project a plan is of. Raises PlanError."""
    place = plan.place("organisation" if plan.head.organisation else "plan")
    if not plan.complete:
        raise PlanError(
            place, "the plan cannot be read completely", f"see `orgcli validate {plan.path}`"
        )
    if plan.organisation is not None:
        return plan.organisation
    organisations = [
        organisation for organisation in project.organisations if organisation.positions
    ]
    name = plan.head.organisation
    if name is not None:
        near = nearest_words(
            name, [organisation.name for organisation in organisations if organisation.name]
        )
        reason = f"no organisation that was read is called `{name}`"
        raise PlanError(place, reason, did_you_mean(near, "name its files as well"))
    if organisations:
        reason = f"the plan may be of each of {len(organisations)} organisations"
        raise PlanError(place, reason, "write `organisation: NAME` below `plan`")
    raise PlanError(place, "the organisation of the plan was not read", "name its files as well")
