"""What the commands take that edit positions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from orgcli.cli.options import Colors, Language
from orgcli.model.request.flag import Flag


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class EditRequest:
    """Whether files are written, and what is said."""

    dry_run: Annotated[
        bool, Flag("Write nothing; print the changes as a diff, and what `orgcli diff` says.")
    ] = False
    force: Annotated[bool, Flag("Write although the change adds errors.")] = False
    add_column: Annotated[
        bool, Flag("Add a column to a table that has none of its own for what changes.")
    ] = False
    lang: Language = None
    color: Colors = "auto"


def words_flag(metavar: str, help: str) -> Flag:
    """The words of a command line: what is edited, then files and folders."""
    return Flag(f"{help}; then files and folders.", metavar, argument=True, required=True)


SEAT_WORDS = words_flag("POSITION [PATHS]", "Id, holder or title of a position")
