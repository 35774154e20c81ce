"""The files and folders of a project, where none are named."""

from __future__ import annotations

import re
from pathlib import Path

from orgcli.model.request.flag import RequestError
from orgcli.model.source.notation import YAML_SUFFIXES
from orgcli.read.config import Config, ConfigError
from orgcli.read.syntax.decoding import Unreadable, read_bytes
from orgcli.read.syntax.paths import display_path, link_outside

_PLAN = re.compile(rb"\A(?:\xef\xbb\xbf)?(?:\s|#[^\r\n]*[\r\n]|---\s)*(?:\{\s*)?([\"']?)plan\1\s*:")
_HEAD = 4096  # bytes; the first key of a file, behind a comment


def default_paths(config: Config) -> list[Path]:
    """What is read where no path is named: what the configuration says, else what is here."""
    paths = [Path(path) for path in config.settings.organisations]
    if not paths:
        return found_in(Path())
    beside = config.file.parent if config.file else Path()
    return [*paths, *plans_in(beside)]


def found_in(folder: Path) -> list[Path]:
    """What is read of a folder where nothing says what to read."""
    files = (folder / "org.yaml", *sorted(folder.glob("*.org.yaml")))
    paths = [path for path in files if path.exists()]
    paths += [folder / name for name in ("org", "roles") if (folder / name).is_dir()]
    return [*paths, *plans_in(folder)] if paths else []


def plans_in(folder: Path) -> list[Path]:
    """The plans in `plans/` of a folder, in YAML; what else is there is none of ours."""
    return [path for path in sorted(folder.glob("plans/*")) if _is_plan(path)]


def _is_plan(path: Path) -> bool:
    if path.suffix not in YAML_SUFFIXES or not path.is_file():
        return False
    try:
        return _PLAN.search(read_bytes(path, _HEAD)) is not None
    except Unreadable:
        return False


def safe_defaults(config: Config) -> list[Path]:
    """The same. Raises RequestError for a link out of the repository: nobody named it."""
    return without_links(default_paths(config))


def without_links(paths: list[Path]) -> list[Path]:
    """The paths. Raises RequestError where one is a link out of the repository."""
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
