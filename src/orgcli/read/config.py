"""The configuration: `orgcli.toml` or `[tool.orgcli]`, found from a folder upward."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from orgcli.model.settings import Settings

DEDICATED = "orgcli.toml"


class ConfigError(Exception):
    """A configuration that cannot be used; `help` says what to write instead."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.help = help


@dataclass(frozen=True, slots=True)
class Config:
    """Settings and the file they came from; None when there is no file."""

    settings: Settings
    file: Path | None = None

    @property
    def folder(self) -> Path:
        """What relative paths in the configuration are relative to."""
        return self.file.parent if self.file else Path()


def find_config(start: Path) -> Config:
    """The configuration nearest above `start`, which is a file or a folder.

    The search ends at the root of the repository. The dedicated file comes before
    pyproject.toml, which counts only when it has the table. Raises ConfigError.
    """
    folder = start.resolve()
    for above in (folder, *folder.parents):
        dedicated = above / DEDICATED
        if dedicated.is_file():
            return read_config(dedicated)
        project = above / "pyproject.toml"
        if project.is_file() and (table := _table(project)) is not None:
            return Config(_settings(table, project), project)
        if (above / ".git").exists():
            break
    return Config(_settings({}, folder))


def read_config(path: Path) -> Config:
    """The settings of one named file. Raises ConfigError where it cannot be read or used."""
    table = _table(path)
    return Config(_settings(table or {}, path), path)


def _table(path: Path) -> Mapping[str, Any] | None:
    import tomllib

    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not TOML: {error}") from None
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from None
    if path.name != "pyproject.toml":
        return content
    table = content.get("tool", {}).get("orgcli")
    return table if isinstance(table, dict) else None


def _settings(table: Mapping[str, Any], path: Path) -> Settings:
    if not table:
        return Settings()
    from pydantic import TypeAdapter, ValidationError

    from orgcli.model.finding import Place
    from orgcli.read.errors import explain, fields_of

    try:
        return TypeAdapter(Settings).validate_python(table)
    except ValidationError as error:
        found = explain(error, lambda *_: Place(str(path)), lambda *_: Place(str(path)),
                        fields_of(Settings))  # fmt: skip
        raise ConfigError(f"{path}: {found[0].message}", found[0].help) from None
