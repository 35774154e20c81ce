"""What an edit makes of files, before any is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from orgcli.model.project import Project
from orgcli.plans.seat_changes import SeatChanges

if TYPE_CHECKING:
    from orgcli.read.config import Config


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


def unedited(project: Project, config: Config) -> EditedFiles:
    """Files as they were read."""
    return EditedFiles(project, project, config, {}, {}, SeatChanges())


def joined(first: EditedFiles, then: EditedFiles) -> EditedFiles:
    """Two edits, the second of which was made on what the first one left, as one."""
    texts = {
        file: (first.texts[file][0] if file in first.texts else old, new)
        for file, (old, new) in {**first.texts, **then.texts}.items()
    }
    renamed = {
        **{old: then.changes.renamed.get(new, new) for old, new in first.changes.renamed.items()},
        **then.changes.renamed,
    }
    changes = SeatChanges(
        (*first.changes.fields, *then.changes.fields),
        (*first.changes.new, *then.changes.new),
        renamed,
    )
    return replace(
        then,
        before=first.before,
        raw={**first.raw, **then.raw},
        texts=texts,
        changes=changes,
        notes=(*first.notes, *then.notes),
    )
