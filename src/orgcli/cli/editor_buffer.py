"""`- --stdin-filename FILE`: the text of a file as it stands in an editor, within its project."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from orgcli.read.default_paths import default_paths, found_in
from orgcli.read.organisation.project import read_project
from orgcli.read.syntax.paths import resolved, upward

if TYPE_CHECKING:
    from orgcli.model.project import Project
    from orgcli.read.config import Config
    from orgcli.read.organisation.files import Files


def project_with(files: Files, folders: Sequence[Path], config: Config) -> Project | None:
    """The project that a file is of, read with standard input in its place; None for no project.

    files    those that standard input is given to, under the name of the file; none read yet
    folders  of roles
    Raises Unreadable.
    """
    file = resolved(Path(files.stdin_name))
    for paths in _projects_around(file, config):
        within = files.unread(instead_of=file)
        project = read_project(paths, within, folders)
        if file in within.read:
            return project
    return None


def _projects_around(file: Path, config: Config) -> Iterator[Sequence[Path]]:
    """What may be read to meet a file: what a run without paths reads here, then what such a run
    would read in the folder of the file, and in those above it up to the top of the repository.
    """
    read_already: list[Sequence[Path]] = [[]]
    for paths in (default_paths(config), *map(found_in, upward(file.parent))):
        whole = [path.resolve() for path in paths]
        if whole not in read_already:
            read_already.append(whole)
            yield paths
