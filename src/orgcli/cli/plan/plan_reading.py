"""Reading an organisation as a plan leaves it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from orgcli.cli.inputs import Inputs
from orgcli.cli.project import read_project_of
from orgcli.model.project import Project

if TYPE_CHECKING:
    from orgcli.model.organisation.plan import PlanFile
    from orgcli.read.config import Config


class PlannedReading(NamedTuple):
    """A project with the steps of a plan made, its configuration, and the plan, if any."""

    project: Project
    config: Config
    plan: PlanFile | None = None


def read_planned(
    inputs: Inputs, config: Config, until: date | None = None, names_people: bool = True
) -> PlannedReading:
    """What was read, with the steps of the plan made that the inputs name, if any.

    until         the last day whose steps count; None for all
    names_people  whether a message may say who holds a position
    Leaves with exit code 2 where there is no such plan, or one of its steps cannot be made.
    """
    project, config = read_project_of(inputs, config)
    if inputs.plan is None:
        return PlannedReading(project, config)
    from orgcli.cli.output import fail
    from orgcli.cli.plan.plan_choice import chosen_plan
    from orgcli.plans.plan_outcome import PlanError, planned_project

    plan = chosen_plan(project, inputs.plan)
    try:
        return PlannedReading(planned_project(project, plan, until), config, plan)
    except PlanError as error:
        if names_people:
            fail(str(error), error.help)
        fail(f"{error.place}: the plan cannot be made", f"see `orgcli validate {plan.path}`")
