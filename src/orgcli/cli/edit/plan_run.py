"""A plan is applied: its steps are made in the files, and marked in the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from orgcli.cli.edit.edit_run import with_changes
from orgcli.cli.edit.edit_texts import encoded
from orgcli.cli.edit.plan_ids import step_slots
from orgcli.cli.edit.results import EditedFiles, EditSource, unedited
from orgcli.cli.output import refusing
from orgcli.cli.plan.plan_choice import chosen_plan
from orgcli.mend.edits import edited
from orgcli.mend.organisation.step_marks import done_marks
from orgcli.model.organisation.plan import PlanFile
from orgcli.model.project import Project, role_titles
from orgcli.plans.plan_outcome import PlanError, organisation_index, plans_before
from orgcli.plans.plan_states import StepResult, plan_states
from orgcli.plans.seat_changes import RefusedEdit, changes_in_turn


def applied(source: EditSource, project: Project, word: str, until: date | None) -> EditedFiles:
    """What the steps of a plan make of the files; leaves with exit code 2 where one is refused.

    word   the plan, by its name or file
    until  the last day whose steps count; None for all
    """
    plan = chosen_plan(project, word)
    with refusing():
        number, results = _results(project, plan, until)
        files = unedited(project, source.config)
        for batch in _batches(results):
            files = _with_batch(files, source, number, plan, batch)
        return _with_marks(files, source, plan, [result.at for result in results])


def _with_batch(
    files: EditedFiles,
    source: EditSource,
    number: int,
    plan: PlanFile,
    batch: Sequence[StepResult],
) -> EditedFiles:
    """The edit with some steps made at once; where that is refused, half of them after the other.

    Of steps that are refused together mostly the first has to be made alone: where it writes the
    key `reports` of a manager, the others find it.

    Raises PlanError, with the place of the step, and RefusedEdit.
    """
    try:
        changes = changes_in_turn(result.changes for result in batch)
        return with_changes(files, source, number, changes)
    except RefusedEdit as error:
        if len(batch) == 1:
            raise PlanError(plan.step_place(batch[0].at), str(error), error.help) from None
    middle = len(batch) // 2
    for part in (batch[:middle], batch[middle:]):
        files = _with_batch(files, source, number, plan, part)
    return files


def _results(
    project: Project, plan: PlanFile, until: date | None
) -> tuple[int, Sequence[StepResult]]:
    """The organisation, and what each of the steps that are made does. Raises PlanError."""
    number = organisation_index(project, plan)
    for earlier in plans_before(project, plan):
        if earlier.coming():
            reason = f"`{earlier.head.plan}` comes before it, and has steps that are not done"
            raise PlanError(plan.place("after"), reason, f"orgcli apply {earlier.path}")
    state, titles = project.organisations[number], role_titles(project)
    results = list(plan_states(plan, state, titles, until))
    for result in results:
        if result.error:
            raise PlanError(plan.step_place(result.at), *result.error)
    return number, results


def _batches(results: Sequence[StepResult]) -> Iterator[Sequence[StepResult]]:
    """Steps in their order, those together that do not depend on each other: files are read once.

    A step depends on another one that adds the position which it changes, or the manager of the one
    that it adds; and on one that writes the same field. Ids change alone.
    """
    batch: list[StepResult] = []
    batch_fields: set[tuple[str, str]] = set()
    new: set[str] = set()
    for result in results:
        changes = result.changes
        fields = {(field.id, field.field) for field in changes.fields}
        ids = {
            *(field.id for field in changes.fields),
            *(values["reports_to"] for values in changes.new),
        }
        is_alone = bool(changes.renamed or (batch and batch[-1].changes.renamed))
        if batch and (is_alone or fields & batch_fields or ids & new):
            yield batch
            batch, batch_fields, new = [], set(), set()
        batch.append(result)
        batch_fields |= fields
        new.update(values["id"] for values in changes.new)
    if batch:
        yield batch


def _with_marks(
    files: EditedFiles, source: EditSource, plan: PlanFile, steps: Sequence[int]
) -> EditedFiles:
    """The edit with `done: true` at the steps, read again to see that they are marked.

    Raises RefusedEdit.
    """
    if not steps:
        return files
    file = files.before.sources[plan.path]
    document, slots = step_slots(plan, file)
    text = edited(file.text, done_marks(document, [slots[at] for at in steps]))
    marked = files.with_file(plan.path, file.text, text, encoded(file, text))
    after = source.read(marked.raw)
    done_steps = {at: replace(step, done=True) for at, step in enumerate(plan.steps) if at in steps}
    for marked_plan in (candidate for candidate in after.plans if candidate.path == plan.path):
        if marked_plan.steps == tuple(
            done_steps.get(at, step) for at, step in enumerate(plan.steps)
        ):
            return replace(marked, after=after)
    raise RefusedEdit(
        f"{plan.path}: there is no exact edit that marks the steps", "write `done: true` yourself"
    )
