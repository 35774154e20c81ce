"""The files and folders of a project, where none are named on the command line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from orgcli.model.source.notation import JSON_SUFFIX, YAML_SUFFIXES
from orgcli.read.syntax.decoding import Unreadable, read_bytes

if TYPE_CHECKING:
    from orgcli.read.config import Config

_PLAN = re.compile(rb"\A(?:\xef\xbb\xbf)?(?:\s|#[^\r\n]*[\r\n]|---\s)*\{?\s*([\"']?)plan\1\s*:")
_HEAD = 4096  # bytes; the first key of a file, behind a comment


def default_paths(config: Config) -> list[Path]:
    """What is read where no path is named: what the configuration says, else what is here."""
    named = [Path(path) for path in config.settings.organisations]
    if not named:
        return found_in(Path())
    beside = config.file.parent if config.file else Path()
    return [*named, *plans_in(beside)]


def found_in(folder: Path) -> list[Path]:
    """What is read of a folder where nothing says what to read."""
    files = (folder / "org.yaml", *sorted(folder.glob("*.org.yaml")))
    found = [path for path in files if path.exists()]
    found += [folder / name for name in ("org", "roles") if (folder / name).is_dir()]
    return [*found, *plans_in(folder)] if found else []


def plans_in(folder: Path) -> list[Path]:
    """The plans in `plans/` of a folder; what else is there is none of ours."""
    return [path for path in sorted(folder.glob("plans/*")) if _is_plan(path)]


def _is_plan(path: Path) -> bool:
    if path.suffix not in (*YAML_SUFFIXES, JSON_SUFFIX) or not path.is_file():
        return False
    try:
        return _PLAN.search(read_bytes(path, _HEAD)) is not None
    except Unreadable:
        return False
