"""Renaming an id in an editor: the edits of `orgcli rename`, refused for the same reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from orgcli.cli.edit.configuration_texts import configuration_texts
from orgcli.cli.edit.edit_run import edit_of
from orgcli.cli.edit.edit_texts import encoded
from orgcli.cli.edit.results import EditSource
from orgcli.cli.edit.verification import errors_added
from orgcli.cli.inputs import Inputs
from orgcli.cli.lsp.project_state import ProjectState
from orgcli.editor.id_renaming import plain_rename
from orgcli.editor.text.text_differences import line_edits
from orgcli.mend.edits import Edit
from orgcli.model.organisation.plan import RenameStep
from orgcli.model.organisation.position_choice import UnknownPosition
from orgcli.model.source.source import Source
from orgcli.plans.seat_changes import RefusedEdit
from orgcli.render.sentences import counted


@dataclass(frozen=True, slots=True, eq=False)
class RenamedTexts:
    """The edits of each file, by the name that messages have for it, and the texts they are of."""

    edits: Mapping[str, Sequence[Edit]]
    sources: Mapping[str, Source]


def renamed_texts(
    state: ProjectState, unsaved: Mapping[Path, bytes], old: str, new: str
) -> RenamedTexts:
    """What renaming an id makes of files; raises RefusedEdit and UnknownPosition.

    state    of the texts as they are now
    unsaved  the texts that are open, by their resolved paths
    """
    if state.index.project is not state.project:
        raise RefusedEdit("a file cannot be read as it is now", "mend it first")
    edits = plain_rename(state.index, old, new, state.config.settings.roots)
    if edits is None:
        return _by_reading(state, unsaved, old, new)
    sources = {file: state.project.sources[file] for file in edits}
    for source in sources.values():
        encoded(source, source.text, unsaved=unsaved)  # refuses what has changed
    configured = list(configuration_texts(state.config, {old: new}, unsaved))
    return RenamedTexts(
        {**edits, **{text.file: line_edits(text.before, text.after) for text in configured}},
        {**sources, **{text.file: Source(text.file, text.before) for text in configured}},
    )


def _by_reading(
    state: ProjectState, unsaved: Mapping[Path, bytes], old: str, new: str
) -> RenamedTexts:
    """The same by making the edits and reading the result, as the command does."""
    inputs = Inputs(paths=tuple(map(str, state.paths)), allow_empty=True)
    try:
        source = EditSource(inputs, state.config, unsaved=unsaved)
        files = edit_of(source, RenameStep(rename=old, to=new))
    except SystemExit:
        raise RefusedEdit("the files cannot be read") from None
    added = errors_added(files)
    if added:
        errors = counted(len(added), "error")
        raise RefusedEdit(f"the change would add {errors}: {added[0].message}", added[0].help)
    return RenamedTexts(
        {file: line_edits(before, after) for file, (before, after) in files.texts.items()},
        {file: Source(file, before) for file, (before, _) in files.texts.items()},
    )


REFUSALS = (RefusedEdit, UnknownPosition)
"""What is raised where an id cannot be renamed."""
