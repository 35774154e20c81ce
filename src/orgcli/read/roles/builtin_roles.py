"""Where the built-in roles are and what they are called, without opening one."""

from pathlib import Path

LIBRARY = "library"
ADVICE = "advice"
SHAPE = "shape"
NOT_ROLES = frozenset({LIBRARY, ADVICE, SHAPE})
"""Stems of the files beside the roles that say what they refer to; no role may be one."""

YARDSTICKS = "yardsticks"
"""The key that `shape.yaml` begins with."""


def builtin_folder() -> Path:
    """Where the built-in roles are: in the installed package, else beside a checkout's `src`."""
    package = Path(__file__).resolve().parents[2]
    installed = package / "roles"
    return installed if installed.is_dir() else package.parents[1] / "roles"


def role_ids() -> set[str]:
    """Ids of the built-in roles: the stems of their files, so that none needs to be opened."""
    return {path.stem for path in builtin_folder().glob("*.yaml")} - NOT_ROLES
