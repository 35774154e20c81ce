"""What an edit makes of files, before any is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from orgcli.mend.organisation.seat_changes import SeatChanges
from orgcli.model.project import Project

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
