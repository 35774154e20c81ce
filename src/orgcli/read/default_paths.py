"""The files and folders of a project, where none are named."""

from __future__ import annotations

from pathlib import Path

from orgcli.model.request.flag import RequestError
from orgcli.read.config import Config, ConfigError
from orgcli.read.syntax.paths import display_path, link_outside


def default_paths(config: Config) -> list[Path]:
    """What is read where no path is named: what the configuration says, else what is here."""
    return [Path(path) for path in config.settings.organisations] or found_in(Path())


def found_in(folder: Path) -> list[Path]:
    """What is read of a folder where nothing says what to read."""
    files = (folder / "org.yaml", *sorted(folder.glob("*.org.yaml")))
    found = [path for path in files if path.exists()]
    return found + [folder / name for name in ("org", "roles") if (folder / name).is_dir()]


def safe_defaults(config: Config) -> list[Path]:
    """The same. Raises RequestError for a link out of the repository: nobody named it."""
    paths = default_paths(config)
    for path in paths:
        if why := link_outside(path):
            message = f"`{display_path(path)}` is a link that leads to where it may not: {why}"
            help = "name the file on the command line where it is to be read"
            raise RequestError(message, help)
    return paths


def role_folders(config: Config) -> list[Path]:
    """The folders of roles that a configuration names. Raises ConfigError where one is none."""
    folders = [Path(folder) for folder in config.settings.roles]
    for folder in folders:
        if not folder.is_dir():
            raise ConfigError(
                f"{config.file}: `roles` names `{display_path(folder)}`, which is no folder",
                "create it, or take it out of `roles`",
            )
    return folders
