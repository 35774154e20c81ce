"""Rules about plans: each step against the state that the steps before it leave."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from orgcli.check.rule import Rule, entries
from orgcli.model.findings.finding import Finding, Level
from orgcli.model.project import Project, role_titles

if TYPE_CHECKING:
    from orgcli.model.organisation.plan import PlanFile
    from orgcli.plans.plan_states import StepResult

ErrorsOf = Callable[[Project], Sequence[Finding]]
"""The errors of a project, whether comments silence them or not."""


def plan_findings(project: Project, errors_of: ErrorsOf | None) -> Iterator[Finding]:
    """What is wrong with the plans of a project; each step is tried once.

    errors_of  gives the errors of a project; None where ORG503 is off
    Silent where a plan, its organisation or a plan before it could not be read completely.
    """
    # What plans need is imported where there is one: few projects have any.
    from orgcli.check.rules.plans.plan_errors import ErrorsOfPlans
    from orgcli.plans.plan_outcome import PlanError, organisation_index, plans_before, state_before
    from orgcli.plans.plan_states import plan_states

    errors = ErrorsOfPlans(project, errors_of) if errors_of else None
    for plan in project.plans:
        if not plan.complete:
            continue
        try:
            organisation_index(project, plan)
            plans_before(project, plan)
        except PlanError as error:
            if error.place.file == plan.path:  # else it is reported at the plan before it
                yield Finding("ORG502", error.reason, error.place, error.help, plan.head.plan)
            continue
        try:
            at, state = state_before(project, plan)
        except PlanError:
            continue  # reported at the plan before it
        if state.complete:
            results = list(plan_states(plan, state, role_titles(project)))
            yield from _impossible(plan, results)
            if errors and results and not any(result.error for result in results):
                yield from errors.added(plan, at, state, results)


def _impossible(plan: PlanFile, results: Sequence[StepResult]) -> Iterator[Finding]:
    """ORG501 at each step that cannot be made.

    Silent at steps that name what a step that cannot be made would have added.
    """
    from orgcli.model.organisation.plan import AddStep
    from orgcli.plans.step_changes import named_words

    missing: set[str] = set()
    for result in results:
        step = plan.steps[result.at]
        if result.error is None:
            continue
        message, help = result.error
        if missing.isdisjoint(named_words(step)):
            yield Finding("ORG501", message, plan.step_place(result.at), help, plan.head.plan)
        if isinstance(step, AddStep):
            missing.update(filter(None, (step.add, step.id, step.holder)))


_ORG = entries("id: ceo, title: CEO", "id: cro, title: CRO, reports_to: ceo")
_PLAN = "# plans/q3.yaml\nplan: Q3\n"

RULES = (
    Rule(
        "ORG501", "impossible-step", Level.ERROR, "a step of a plan cannot be made",
        "Each step of a plan is tried on the organisation as the steps before it leave it, in the "
        "order of their dates. A position that is not there, a manager below the one who moves or "
        "a seat that is taken stops `orgcli apply`. Steps that are in the files already have "
        "`done: true`.",
        _ORG + _PLAN + "steps:\n  - move: cro\n    to: coo\n",
        _ORG + _PLAN + "steps:\n  - add: COO\n    to: ceo\n  - move: cro\n    to: coo\n",
    ),
    Rule(
        "ORG502", "plan-of-nothing", Level.ERROR, "the organisation of a plan is not there",
        "A plan is of the organisation that it names, else of the one in its folder or the nearest "
        "above it, as the plan that it names under `after` leaves it. Without these, no step can "
        "be tried.",
        _ORG + "# plans/q3.yaml\nplan: Q3\norganisation: Southwind\n"
        "steps:\n  - close: cro\n",
        _ORG + "# plans/q3.yaml\nplan: Q3\norganisation: Northwind\n"
        "steps:\n  - close: cro\n",
    ),
    Rule(
        "ORG503", "plan-adds-error", Level.ERROR, "a plan leads to an error",
        "After the steps of a plan the organisation would have an error that it does not have "
        "now. `orgcli apply` refuses such a plan. Add a step that mends it.",
        _ORG + _PLAN + "steps:\n  - set: cro\n    fields: {role: head-of-nothing}\n",
        _ORG + _PLAN + "steps:\n  - set: cro\n    fields: {role: cro}\n",
    ),
)  # fmt: skip
