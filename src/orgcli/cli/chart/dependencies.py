"""Which files and folders a chart depends on, and what they are like at a moment."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from orgcli.cli.inputs import Inputs
from orgcli.read.config import DEDICATED
from orgcli.read.default_paths import default_paths
from orgcli.read.organisation.files import below
from orgcli.read.organisation.include import matches
from orgcli.read.syntax.decoding import Unreadable
from orgcli.read.syntax.paths import is_stdin, upward

if TYPE_CHECKING:
    from orgcli.model.project import Project
    from orgcli.read.config import Config

State = tuple[int, int, int] | None
"""When a file was changed, its size, and which file it is; None where there is none."""
Look = Mapping[Path, State]


@dataclass(frozen=True, slots=True)
class Watched:
    """What a chart depends on; all paths are absolute.

    files     files that were read, or would be if they were there
    folders   folders in which YAML files are looked for, and in the folders in them
    patterns  globs with the folders they begin in: what they find is read
    exclude   globs of what is left out of folders
    """

    files: frozenset[Path]
    folders: frozenset[Path]
    patterns: frozenset[tuple[Path, str]]
    exclude: Sequence[str] = ()

    def look(self) -> Look:
        """The state of every file there is now, and of those that could be."""
        return {path: _state(path) for path in {*self.files, *self._files_in_folders()}}

    def places(self, look: Look) -> set[Path]:
        """The folders that are there now in which files come, go and change."""
        existing = {path for path, state in look.items() if state}
        real = {Path(os.path.realpath(path)) for path in existing}
        return {path.parent for path in existing | real} | {
            folder for folder in self.folders if folder.is_dir()
        }

    def _files_in_folders(self) -> Iterator[Path]:
        for folder in self.folders:
            try:
                yield from below(folder, self.exclude)
            except Unreadable:
                continue
        for folder, pattern in self.patterns:
            yield from matches(folder, pattern)


def _state(path: Path) -> State:
    try:
        status = path.stat()
    except OSError:
        return None
    # A folder changes with every chart that is written into it.
    if stat.S_ISDIR(status.st_mode):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def watched_by(
    inputs: Inputs, config: Config, project: Project | None = None, logo: str | None = None
) -> Watched:
    """What a run depends on: the paths it was given, what they led to, and the configuration.

    project  what was read; without it includes are not known yet
    logo     the path of the picture on the chart
    """
    paths = [Path(path) for path in inputs.paths] or default_paths(config)
    files = {path for path in paths if not path.is_dir()}
    folders = {*map(Path, config.settings.roles), *(path for path in paths if path.is_dir())}
    patterns = set()
    if not inputs.paths and not config.settings.organisations:
        files.add(Path("org.yaml"))
        folders |= {Path("org"), Path("roles")}
        patterns.add((Path.cwd(), "*.org.yaml"))
    if project:
        files |= {Path(name) for name in project.files}
        files |= {*photos_of(project)}
        folders |= {
            _folder_of(organisation.files[0]) / "roles" for organisation in project.organisations
        }
        patterns |= {
            (_folder_of(file), pattern)
            for file, pattern in project.includes
            if ".." not in Path(pattern).parts
        }
    files |= {*_configurations(inputs, config), *map(Path, filter(None, [logo]))}
    return Watched(
        _absolute(files), _absolute(folders), frozenset(patterns), config.settings.exclude
    )


def photos_of(project: Project) -> list[Path]:
    """The paths of the photos that the organisations name, whether or not they are there now."""
    return [
        _folder_of(organisation.files[0]) / position.photo
        for organisation in project.organisations
        for position in organisation.positions
        if position.photo
    ]


def _folder_of(file: str) -> Path:
    """The folder that a file is in, links followed: there its includes and its roles are."""
    return Path(os.path.realpath(file)).parent


def _configurations(inputs: Inputs, config: Config) -> Iterator[Path]:
    """Every file that is the configuration of these inputs, or would be if it were there."""
    if inputs.isolated:
        return
    yield from config.extends
    config_file = inputs.config or os.environ.get("ORGCLI_CONFIG")
    if config_file:
        yield Path(config_file)
        return
    first = inputs.paths[0] if inputs.paths else "."
    for above in upward(Path(os.path.realpath(first))):
        yield above / DEDICATED
        yield above / "pyproject.toml"


def _absolute(paths: Iterable[Path]) -> frozenset[Path]:
    """The same paths as seen from anywhere; links stay, for they may lead elsewhere later."""
    return frozenset(Path(os.path.abspath(path)) for path in paths if not is_stdin(path))  # noqa: PTH100
