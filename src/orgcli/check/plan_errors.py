"""Errors that an organisation would have after the steps of a plan, and does not have now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from orgcli.model.findings.finding import Finding, Related
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.plan import PlanFile
from orgcli.model.project import Project, role_titles
from orgcli.plans.plan_outcome import PlanError, state_before, with_organisation
from orgcli.plans.plan_states import plan_states

ErrorsOf = Callable[[Project], Sequence[Finding]]
"""The errors of a project, whether comments silence them or not."""
_Key = tuple[str, str, str]


def planned_errors(project: Project, errors_of: ErrorsOf) -> Iterator[Finding]:
    """ORG503 for each error that a plan leads to, at the first step behind which it is there.

    Silent where a step cannot be made, for nobody knows then what is behind it.
    """
    if not project.plans:
        return
    plain = replace(project, plans=())
    now = {_key(one) for one in errors_of(plain)}
    for plan in project.plans:
        try:
            at, before = state_before(project, plan)
        except PlanError:
            continue
        results = list(plan_states(plan, before, role_titles(project)))
        if not before.complete or not results or any(one.error for one in results):
            continue
        states = _PlanErrors(plain, at, [before, *(one.after for one in results)], errors_of)
        already = {*now, *states.behind(0)}
        for key, error in states.behind(len(results)).items():
            if key not in already:
                yield _finding(plan, results[states.first(key) - 1].at, error)


class _PlanErrors:
    """The errors of the states of a plan, each checked once, and only where needed."""

    def __init__(
        self, project: Project, at: int, states: Sequence[Organisation], errors_of: ErrorsOf
    ) -> None:
        self._project, self._at, self._states = project, at, states
        self._errors_of = errors_of
        self._known: dict[int, dict[_Key, Finding]] = {}

    def behind(self, steps: int) -> dict[_Key, Finding]:
        """The errors behind so many steps."""
        if steps not in self._known:
            planned = with_organisation(self._project, self._at, self._states[steps])
            self._known[steps] = {_key(one): one for one in self._errors_of(planned)}
        return self._known[steps]

    def first(self, key: _Key) -> int:
        """The number of a step, from 1, behind which an error is there that was not before it.

        The error is there behind the last step, and not before the first one.
        """
        without, having = 0, len(self._states) - 1
        while having - without > 1:
            middle = (without + having) // 2
            if key in self.behind(middle):
                having = middle
            else:
                without = middle
        return having


def _key(finding: Finding) -> _Key:
    return finding.code, finding.entity, finding.message


def _finding(plan: PlanFile, step: int, error: Finding) -> Finding:
    message = f"after this step {error.message}: {error.code}"
    related = () if error.place.file == plan.path else (Related(error.place, "written here now"),)
    return Finding("ORG503", message, plan.step_place(step), error.help, error.entity,
                   related=related)  # fmt: skip
