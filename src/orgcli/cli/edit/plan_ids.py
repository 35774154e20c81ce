"""An id that is renamed is another one in the plans that name it as well."""

from __future__ import annotations

from collections.abc import Sequence

from orgcli.cli.edit.configuration_texts import Unsaved
from orgcli.cli.edit.edit_texts import encoded
from orgcli.cli.edit.results import EditedFiles
from orgcli.mend.edits import edited
from orgcli.mend.organisation.step_marks import step_id_edits
from orgcli.model.organisation.plan import PlanFile
from orgcli.model.source.source import Source
from orgcli.plans.seat_changes import RefusedEdit
from orgcli.read.syntax.document import Document
from orgcli.read.syntax.parsing import parse


def with_plan_ids(files: EditedFiles, number: int, unsaved: Unsaved) -> EditedFiles:
    """The edit with the ids that it renames also in the steps to come of plans.

    number  the index of the organisation
    Raises RefusedEdit where a step has no exact edit.
    """
    renamed = files.changes.renamed.items()
    for plan in files.before.plans:
        new_ids = {key: new for old, new in renamed for key in plan.naming(old)}
        if new_ids and plan.organisation == number:
            source = files.before.sources[plan.path]
            document, slots = step_slots(plan, source)
            ids = {(slots[at], key): new for (at, key), new in new_ids.items()}
            text = edited(source.text, step_id_edits(document, ids))
            raw = encoded(source, text, unsaved=unsaved)
            files = files.with_file(plan.path, source.text, text, raw)
    return files


def step_slots(plan: PlanFile, source: Source) -> tuple[Document, Sequence[int]]:
    """The parsed text of a plan, and the slot of each of its steps in it. Raises RefusedEdit."""
    document, _ = parse(source)
    if document is None:
        raise RefusedEdit(f"{plan.path} cannot be read any more")
    listed = document.children(document.walk(0, ("steps",)))
    return document, [listed[number] for number in plan.numbers]
