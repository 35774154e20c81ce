"""The files and folders of a project, where none are named on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from orgcli.read.syntax.paths import display_path, link_outside

if TYPE_CHECKING:
    from orgcli.read.config import Config


class RefusedPath(Exception):
    """A path that may not be read, or that is not there; `help` says what can be done."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.help = help


def allowed(paths: list[Path]) -> list[Path]:
    """Paths that nobody named; raises RefusedPath for a link out of the repository."""
    for path in paths:
        if why := link_outside(path):
            raise RefusedPath(
                f"`{display_path(path)}` is a link that leads to where it may not: {why}",
                "name the file on the command line where it is to be read",
            )
    return paths


def role_folders(config: Config) -> list[Path]:
    """The folders of roles that the configuration names; raises RefusedPath where one is none."""
    folders = [Path(folder) for folder in config.settings.roles]
    for folder in folders:
        if not folder.is_dir():
            raise RefusedPath(
                f"{config.file}: `roles` names `{display_path(folder)}`, which is no folder",
                "create it, or take it out of `roles`",
            )
    return folders


def default_paths(config: Config) -> list[Path]:
    """What is read where no path is named: what the configuration says, else what is here."""
    return [Path(path) for path in config.settings.organisations] or found_in(Path())


def found_in(folder: Path) -> list[Path]:
    """What is read of a folder where nothing says what to read."""
    files = (folder / "org.yaml", *sorted(folder.glob("*.org.yaml")))
    found = [path for path in files if path.exists()]
    return found + [folder / name for name in ("org", "roles") if (folder / name).is_dir()]
