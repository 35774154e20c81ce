"""The files that roles are read from: results never replace them, and their errors are shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from orgcli.cli.language import Session
from orgcli.language.tags import LANGUAGES
from orgcli.read.roles.role_index import SUFFIXES

if TYPE_CHECKING:
    from orgcli.model.findings.finding import Finding
    from orgcli.read.roles.role_selection import RoleSelection


def refuse_source(
    output: str | None,
    session: Session,
    selection: RoleSelection | None = None,
    also: Sequence[str] = (),
    flag: str = "-o",
) -> None:
    """Leave where a result would be written over a file that roles are read from.

    selection  the roles that were read: their files, and the other files in their folders
    also       other files that were read
    flag       the flag with the name of the file to write
    """
    if output in (None, "-"):
        return
    paths = (
        [Path(role.path) for role in selection.roles if not role.file.builtin] if selection else []
    )
    folders = {*session.folders, *(path.parent for path in paths)}
    every = (file for folder in folders for file in _sources_in(folder))
    session.refuse_input(output, [*also, *(str(path) for path in (*paths, *every))], flag)


def _sources_in(folder: Path) -> Iterator[Path]:
    """The files of roles, libraries and translations in a folder of roles."""
    for home in (folder, *(folder / language for language in LANGUAGES)):
        if home.is_dir():
            yield from (path for path in home.iterdir() if path.suffix.lower() in SUFFIXES)


def refuse_findings(findings: Sequence[Finding], session: Session) -> None:
    """Say what is wrong with the files that were read; leaves with exit code 2 if anything is."""
    session.list_findings(findings)
    if findings:
        raise SystemExit(2)
