"""A plan is applied: its steps are made in the files, and marked in the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from orgcli.cli.edit.edit_run import changed_files, encoded
from orgcli.cli.edit.results import EditedFiles
from orgcli.cli.inputs import Inputs
from orgcli.cli.output import fail
from orgcli.cli.plan.plan_choice import chosen_plan
from orgcli.cli.project import read_project_of
from orgcli.mend.edits import edited
from orgcli.mend.organisation.step_marks import done_marks
from orgcli.model.organisation.plan import PlanFile
from orgcli.model.project import Project, role_titles
from orgcli.plans.plan_outcome import PlanError, organisation_index, plans_before
from orgcli.plans.plan_states import plan_states
from orgcli.plans.seat_changes import RefusedEdit, SeatChanges
from orgcli.read.syntax.parsing import parse
from orgcli.read.syntax.paths import resolved

if TYPE_CHECKING:
    from orgcli.read.config import Config


def applied(
    inputs: Inputs, config: Config, project: Project, word: str, until: date | None
) -> EditedFiles:
    """What the steps of a plan make of the files; leaves with exit code 2 where one is refused.

    word   the plan, by its name or file
    until  the last day whose steps count; None for all
    """
    plan = chosen_plan(project, word)
    try:
        number, steps, several = _changes(project, plan, until)
        made = changed_files(inputs, config, project, number, list(_batches(several)))
        return _with_marks(made, inputs, plan, steps)
    except (PlanError, RefusedEdit) as error:
        fail(str(error), error.help)


def _changes(
    project: Project, plan: PlanFile, until: date | None
) -> tuple[int, Sequence[int], Sequence[SeatChanges]]:
    """The organisation, the steps that are made, and what each changes."""
    number = organisation_index(project, plan)
    for one in plans_before(project, plan):
        if one.coming():
            reason = f"`{one.head.plan}` comes before it, and has steps that are not done"
            raise PlanError(plan.place("after"), reason, f"orgcli apply {one.path}")
    state, titles = project.organisations[number], role_titles(project)
    results = list(plan_states(plan, state, titles, until))
    for result in results:
        if result.error:
            raise PlanError(plan.step_place(result.at), *result.error)
    return number, [one.at for one in results], [one.changes for one in results]


def _batches(several: Sequence[SeatChanges]) -> Iterator[SeatChanges]:
    """Changes one after the other, those joined that do not depend on each other."""
    batch = SeatChanges()
    for changes in several:
        if _are_apart(batch, changes):
            batch = SeatChanges((*batch.fields, *changes.fields), (*batch.new, *changes.new))
            continue
        yield batch
        batch = changes
    if batch.fields or batch.new or batch.renamed:
        yield batch


def _are_apart(batch: SeatChanges, changes: SeatChanges) -> bool:
    """Whether changes can be made together: none is of what another one has just made."""
    if changes.renamed or batch.renamed:
        return not (batch.fields or batch.new or batch.renamed)
    new = {one["id"] for one in batch.new}
    known = {(one.id, one.field) for one in batch.fields}
    return not (
        any(one.id in new or (one.id, one.field) in known for one in changes.fields)
        or any(one["reports_to"] in new for one in changes.new)
    )


def _with_marks(
    made: EditedFiles, inputs: Inputs, plan: PlanFile, steps: Sequence[int]
) -> EditedFiles:
    """The edit with `done: true` at the steps, read again to see that they are marked.

    Raises RefusedEdit.
    """
    if not steps:
        return made
    source = made.before.sources[plan.path]
    document, _ = parse(source)
    if document is None:
        raise RefusedEdit(f"{plan.path} cannot be read any more")
    listed = document.children(document.walk(0, ("steps",)))
    text = edited(source.text, done_marks(document, [listed[plan.numbers[at]] for at in steps]))
    raw = {**made.raw, plan.path: encoded(plan.path, source, text)}
    overlay = {resolved(Path(file)): one for file, one in raw.items()}
    after, _ = read_project_of(inputs, made.config, overlay)
    wanted = {at: replace(one, done=True) for at, one in enumerate(plan.steps) if at in steps}
    for now in (one for one in after.plans if one.path == plan.path):
        if now.steps == tuple(wanted.get(at, one) for at, one in enumerate(plan.steps)):
            texts = {**made.texts, plan.path: (source.text, text)}
            return replace(made, raw=raw, texts=texts, after=after)
    raise RefusedEdit(
        f"{plan.path}: there is no exact edit that marks the steps", "write `done: true` yourself"
    )
