"""Errors that an organisation would have after the steps of a plan, and does not have now."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property

from orgcli.model.findings.finding import Finding, Related
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.plan import PlanFile
from orgcli.model.project import Project
from orgcli.plans.plan_outcome import with_organisation
from orgcli.plans.plan_states import StepResult

_Content = tuple[str, str, str]


class ErrorsOfPlans:
    """The errors that plans of a project lead to; the errors it has now are found once."""

    def __init__(self, project: Project, errors_of: Callable[[Project], Sequence[Finding]]) -> None:
        self._project = replace(project, plans=())
        self._errors_of = errors_of

    @cached_property
    def _now(self) -> frozenset[_Content]:
        return frozenset(finding.content for finding in self._errors_of(self._project))

    def added(
        self, plan: PlanFile, at: int, before: Organisation, results: Sequence[StepResult]
    ) -> Iterator[Finding]:
        """ORG503 for each error that a plan leads to, at the first step after which there is one.

        at       the index of the organisation; before, its state before the plan
        results  of the steps of the plan, all of which can be made
        """
        states = [before, *(result.after for result in results)]

        @cache
        def errors_after(steps: int) -> Mapping[_Content, Finding]:
            planned = with_organisation(self._project, at, states[steps])
            return {finding.content: finding for finding in self._errors_of(planned)}

        known = {*self._now, *errors_after(0)}
        for content, error in errors_after(len(results)).items():
            if content not in known:
                step = _first_step(content, errors_after, len(results))
                yield _finding(plan, results[step - 1].at, error)


def _first_step(
    content: _Content, errors_after: Callable[[int], Collection[_Content]], last: int
) -> int:
    """The number of a step, from 1, after which an error is there that was not before it.

    It is there after the last step, and not before the first one.
    """
    without, having = 0, last
    while having - without > 1:
        middle = (without + having) // 2
        if content in errors_after(middle):
            having = middle
        else:
            without = middle
    return having


def _finding(plan: PlanFile, step: int, error: Finding) -> Finding:
    message = f"after this step {error.message}: {error.code}"
    related = () if error.place.file == plan.path else (Related(error.place, "written here now"),)
    return Finding("ORG503", message, plan.step_place(step), error.help, error.entity,
                   related=related)  # fmt: skip
