"""Reading files as the commands do: with the settings of a configuration."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from orgcli.model.project import Project
from orgcli.model.request.flag import loaded
from orgcli.model.settings import Settings
from orgcli.read.config import Config, read_config
from orgcli.read.default_paths import role_folders, safe_defaults
from orgcli.read.entries import TableOptions
from orgcli.read.organisation.files import Files
from orgcli.read.organisation.project import read_project


def read(
    paths: Sequence[Path | str] | Path | str = (),
    *,
    config: Path | str | None = None,
    options: TableOptions | None = None,
) -> Project:
    """Read files and folders into organisations and roles; everything wrong is a finding.

    paths    files and folders; without any, those that the configuration names, else what a
             command reads of the current folder
    config   a configuration: what it says of tables, roles and what is left out of folders holds.
             None for none; no other is looked for
    options  how tables are read; it wins over the configuration
    Raises Unreadable for what cannot be opened, ConfigError for a configuration that cannot be
    used, TypeError or ValueError for what is no path, and ValueError where there is none, or where
    nobody named what is a link out of its repository.
    """
    configuration = _config(config)
    special = paths not in ((), [])
    if not special:
        paths = safe_defaults(configuration)
        if not paths:
            raise ValueError("there is nothing to read here: name a file or a folder")
    settings = configuration.settings
    files = Files(
        options or TableOptions(), special=special, exclude=settings.exclude, tables=settings.tables
    )
    return read_project(paths, files, role_folders(configuration))


def read_settings(config: Path | str) -> Settings:
    """What a configuration says: the settings that `validate` takes. Raises ConfigError."""
    return _config(config).settings


def _config(config: Path | str | None) -> Config:
    if config is None:
        return Config(Settings())
    return read_config(Path(config), loaded("orgcli:__version__"))
