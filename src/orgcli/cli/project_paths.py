"""The files and folders of a project, where none are named on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from orgcli.read.config import Config


def default_paths(config: Config) -> list[Path]:
    """What is read where no path is named: what the configuration says, else what is here."""
    return [Path(path) for path in config.settings.organisations] or found_in(Path())


def found_in(folder: Path) -> list[Path]:
    """What is read of a folder where nothing says what to read."""
    files = (folder / "org.yaml", *sorted(folder.glob("*.org.yaml")))
    found = [path for path in files if path.exists()]
    return found + [folder / name for name in ("org", "roles") if (folder / name).is_dir()]
