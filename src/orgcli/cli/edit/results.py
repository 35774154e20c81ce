"""What an edit reads, and what it makes of files before any is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from orgcli.cli.edit.configuration_texts import Unsaved
from orgcli.cli.inputs import Inputs
from orgcli.cli.project import read_project_of
from orgcli.model.project import Project
from orgcli.plans.seat_changes import SeatChanges, changes_in_turn
from orgcli.read.syntax.paths import resolved

if TYPE_CHECKING:
    from orgcli.read.config import Config


@dataclass(frozen=True, slots=True, eq=False)
class EditSource:
    """What an edit reads its files from, anew after each step.

    add_column  whether a table gets a column that it lacks for what changes
    unsaved     what is read in the place of files, by their resolved paths
    """

    inputs: Inputs
    config: Config
    add_column: bool = False
    unsaved: Unsaved = field(default_factory=dict)

    def read(self, raw: Mapping[str, bytes]) -> Project:
        """The project with other contents of some files, by their names."""
        new_contents = {resolved(Path(file)): data for file, data in raw.items()}
        return read_project_of(self.inputs, self.config, {**self.unsaved, **new_contents})[0]


@dataclass(frozen=True, slots=True, eq=False)
class EditedFiles:
    """What an edit makes of files.

    before, after  the projects; raw, the new bytes of each file by its name; texts, the old text
    and the new one; notes, what its maker should know, one line each
    """

    before: Project
    after: Project
    config: Config
    raw: Mapping[str, bytes]
    texts: Mapping[str, tuple[str, str]]
    changes: SeatChanges
    notes: Sequence[str] = ()

    def with_file(self, file: str, before: str, after: str, raw: bytes) -> EditedFiles:
        """The edit with one more file, whose text and bytes are to be others."""
        texts = {**self.texts, file: (before, after)}
        return replace(self, raw={**self.raw, file: raw}, texts=texts)


def unedited(project: Project, config: Config) -> EditedFiles:
    """Files as they were read."""
    return EditedFiles(project, project, config, {}, {}, SeatChanges())


def joined(first: EditedFiles, then: EditedFiles) -> EditedFiles:
    """Two edits, the second of which was made on what the first one left, as one."""
    texts = {
        file: (first.texts[file][0] if file in first.texts else old, new)
        for file, (old, new) in {**first.texts, **then.texts}.items()
    }
    return replace(
        then,
        before=first.before,
        raw={**first.raw, **then.raw},
        texts=texts,
        changes=changes_in_turn((first.changes, then.changes)),
        notes=(*first.notes, *then.notes),
    )
