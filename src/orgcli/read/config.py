"""The configuration: `orgcli.toml` or `[tool.orgcli]`, found from a folder upward."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from os.path import isfile, realpath  # pathlib's raise where a folder cannot be read
from pathlib import Path
from typing import Any

from orgcli.language.tags import LANGUAGES, tag
from orgcli.model.globs import BadGlob, placed
from orgcli.model.request.flag import HelpfulError
from orgcli.model.settings import Settings
from orgcli.model.text import visible
from orgcli.read.syntax.decoding import Unreadable, read_bytes
from orgcli.read.syntax.mistakes.merge_conflicts import CONFLICT_HELP, conflict_line
from orgcli.read.syntax.paths import STDIN, boundary_of, link_outside, outside, upward
from orgcli.read.syntax.validation.model_values import InvalidValue, valid_value

DEDICATED = "orgcli.toml"
_PATHS = ("organisations", "roles")
_OPENED = (*_PATHS, "format", "extend")
"""The keys that name files; globs, such as `exclude`, choose among files that are read anyway."""
_TABLES = ("severity", "per-file-ignores", "renamed", "rules", "chart", "targets")
_LOGO = ("chart", "logo")
"""The table and the key of the one file that a table names."""
_OTHER_NAME = "paths"
"""Of `organisations`."""
_MOST_EXTENDED = 16
_MOST_BYTES = 1024 * 1024
"""Of one configuration; the TOML reader takes many times as much memory."""


class ConfigError(HelpfulError):
    """A configuration that cannot be used; `help` says what to write instead."""


@dataclass(frozen=True, slots=True)
class Config:
    """Settings and the file they came from; None when there is no file.

    Paths and globs in the settings are absolute; a glob without a slash stays as it is, for it
    means a name in any folder.
    extends  the files that the file extends, nearest first
    """

    settings: Settings
    file: Path | None = None
    extends: tuple[Path, ...] = ()


def find_config(start: Path, version: str = "") -> Config:
    """The configuration nearest above `start`, which is a file or a folder.

    The search ends at the root of the repository. The dedicated file comes before
    pyproject.toml, which counts only when it has the table. Raises ConfigError.
    version  of the program, which a configuration may require; "" requires nothing
    """
    folder = Path(realpath(start))
    for above in upward(folder):
        dedicated = above / DEDICATED
        if isfile(dedicated):  # noqa: PTH113
            _refuse_link(dedicated)
            return read_config(dedicated, version)
        project = above / "pyproject.toml"
        if isfile(project):  # noqa: PTH113
            _refuse_link(project)
            if (table := _table(project)) is not None:
                return _config(table, project, version)
    return Config(Settings())


def _refuse_link(file: Path) -> None:
    """Raise ConfigError where a configuration that nobody named is a link out of its repository."""
    if reason := link_outside(file):
        message = f"{file}: it is a link that leads outside its repository: it is {reason}"
        raise ConfigError(message, "name the file it leads to with --config")


def read_config(path: Path, version: str = "") -> Config:
    """The settings of one named file. Raises ConfigError where it cannot be read or used."""
    return _config(_table(path, special=True) or {}, path, version)


def _table(path: Path, special: bool = False) -> Mapping[str, Any] | None:
    import tomllib

    text = ""
    try:
        text = read_bytes(path, most=_MOST_BYTES, special=special).decode("utf-8-sig")
        content = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        if line := conflict_line(text):
            message = f"{path}: a merge conflict is not resolved: it begins in line {line}"
            raise ConfigError(message, CONFLICT_HELP) from None
        raise ConfigError(f"{path}: not TOML: {error}") from None
    except Unreadable as error:
        raise ConfigError(f"{path}: {error.reason}") from None
    except RecursionError:
        raise ConfigError(f"{path}: nested too deeply") from None
    if path.name != "pyproject.toml":
        return _with_names(content)
    tool = content.get("tool")
    table = tool.get("orgcli") if isinstance(tool, dict) else None
    return _with_names(table) if isinstance(table, dict) else None


def _with_names(table: Mapping[str, Any]) -> Mapping[str, Any]:
    """The table with `organisations` for its other name."""
    if _OTHER_NAME not in table or "organisations" in table:
        return table
    return {("organisations" if key == _OTHER_NAME else key): value for key, value in table.items()}


def _config(table: Mapping[str, Any], path: Path, version: str) -> Config:
    if not table:
        return Config(Settings(), path)
    merged, extended = _with_extended(table, path, version)
    return Config(valid_value(Settings, merged), path, extended)


def _with_extended(
    table: Mapping[str, Any], path: Path, version: str
) -> tuple[dict[str, Any], tuple[Path, ...]]:
    """The keys of a file over those of the files it extends, each checked in its own file."""
    merged: dict[str, Any] = {}
    files = [path]
    boundary = boundary_of(Path(realpath(path)).parent)
    while True:
        _check_version(table.get("required-version"), path, version)
        _check(table, path)
        _check_boundary(table, path, boundary)
        try:
            _merge_below(merged, _absolute(table, Path(realpath(path)).parent))
        except BadGlob as error:
            raise ConfigError(f"{path}: {error}") from None
        if (extended := table.get("extend")) is None:
            return merged, tuple(files[1:])
        path = path.parent / extended
        if realpath(path) in map(realpath, files) or len(files) >= _MOST_EXTENDED:
            message = f"{path}: `extend` comes back to a file that it began with"
            raise ConfigError(message, "let one of the files extend nothing")
        files.append(path)
        table = _table(path) or {}


def _merge_below(merged: dict[str, Any], table: Mapping[str, Any]) -> None:
    """Add what a file further away says and no nearer one does.

    Lists and words replace what they extend; tables (`[rules]`, `[severity]`, `[chart]`,
    `[targets]` and `[per-file-ignores]`) win key by key, and of `[[tables]]` the nearer ones come
    first.
    """
    for key, value in table.items():
        if key == "rules":
            nearer = merged.setdefault(key, {})
            for name, limits in value.items():
                nearer[name] = {**limits, **nearer.get(name, {})}
        elif key in _TABLES:
            merged[key] = {**value, **merged.get(key, {})}
        elif key == "tables":
            merged[key] = [*merged.get(key, ()), *value]
        elif key == "extend" or key not in merged:
            merged[key] = value


def _check_version(required: object, path: Path, version: str) -> None:
    """Before anything else: a newer configuration may have keys that are unknown here."""
    if not isinstance(required, str) or not version:
        return
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    try:
        fits = SpecifierSet(required).contains(version, prereleases=True)
    except InvalidSpecifier:
        message = f"{path}: `required-version` is `{required}`, which is no version"
        raise ConfigError(message, "write `>=0.2` or `>=0.2,<1`") from None
    if not fits:
        message = f"{path}: orgcli {required} is required; this is {version}"
        raise ConfigError(message, f"pip install 'orgcli{required}'")


def _known_fields(path: tuple[int | str, ...]) -> Collection[str]:
    """The keys that a table of the configuration may have."""
    from orgcli.model.request.chart_request import ChartStyle
    from orgcli.model.strict import keys_of
    from orgcli.read.syntax.validation.validation_errors import fields_of

    if path[:1] == ("chart",):
        return keys_of(ChartStyle).values()
    if path[:1] == ("tables",):
        from orgcli.model.table_settings import ConfiguredTables

        return fields_of(ConfiguredTables)(path[2:])
    return fields_of(Settings)(path)


def _check(table: Mapping[str, Any], path: Path) -> None:
    try:
        valid_value(Settings, table)
    except InvalidValue as invalid:
        raise _explained(invalid, path) from None
    _check_tables(table, path)
    language = table.get("language")
    if language is not None and tag(language) is None:
        choices = ", ".join(f"`{short}` ({name})" for short, name in LANGUAGES.items())
        raise ConfigError(f"{path}: `language` cannot be `{language}`", f"one of {choices}")


def _explained(invalid: InvalidValue, path: Path) -> ConfigError:
    """What is wrong with a table."""
    from orgcli.model.findings.finding import Place
    from orgcli.read.syntax.validation.validation_errors import explain

    here = Place(str(path))
    first, *others = explain(invalid.error, lambda *_: here, lambda *_: here, _known_fields)
    also = "".join(f"; also: {finding.message}" for finding in others)
    return ConfigError(f"{path}: {first.message}{also}", first.help)


def _check_boundary(table: Mapping[str, Any], path: Path, boundary: Path) -> None:
    """Raise ConfigError for a path that leads out of the repository of the configuration.

    boundary  that repository, or the folder of the configuration that was found or named first
    """
    folder = Path(realpath(path)).parent
    for key, file_name in _named_files(table):
        if reason := file_name not in ("", STDIN) and outside(folder / file_name, boundary):
            message = f"{path}: `{key}` names `{visible(file_name)}`, which is {reason}"
            where = "its own folder, or in the repository that it is in"
            raise ConfigError(message, f"a configuration names files in {where}")


def _named_files(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The paths in a table, each with its key."""
    for key in table.keys() & set(_OPENED):
        for value in [table[key]] if isinstance(table[key], str) else table[key]:
            yield key, value.partition(":")[2] if key == "format" else value
    section, key = _LOGO
    if (logo := table.get(section, {}).get(key)) is not None:
        yield f"[{section}] {key}", logo


def _check_tables(table: Mapping[str, Any], path: Path) -> None:
    """Raise ConfigError for a field in `[[tables]]` that no position has."""
    if not table.get("tables"):
        return
    from orgcli.read.tables.columns.field_names import unknown_field

    for table_settings in _several(table["tables"]):
        if unknown := unknown_field(table_settings.get("map", ())):
            _, message, help = unknown
            raise ConfigError(f"{path}: [[tables]] map: {message}", help)


def _several(value: Any) -> Any:
    """The entries of `[[tables]]`; `[tables]` is one."""
    return [value] if isinstance(value, dict) else value


def _absolute(table: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """The table with its paths and globs as seen from anywhere; its own folder is their home."""
    absolute = dict(table)
    convert = dict.fromkeys(_PATHS, _at) | {"exclude": _glob_at, "format": _output_at}
    for key in absolute.keys() & convert.keys():
        several = [absolute[key]] if isinstance(absolute[key], str) else absolute[key]
        absolute[key] = [convert[key](folder, text) for text in several]
    section, key = _LOGO
    if key in absolute.get(section, ()):
        absolute[section] = {**absolute[section], key: _at(folder, absolute[section][key])}
    if "tables" in absolute:
        absolute["tables"] = [
            _tables_at(folder, table_settings) for table_settings in _several(absolute["tables"])
        ]
    if "per-file-ignores" in absolute:
        absolute["per-file-ignores"] = {
            _glob_at(folder, glob): codes for glob, codes in absolute["per-file-ignores"].items()
        }
    return absolute


def _tables_at(folder: Path, tables: Mapping[str, Any]) -> dict[str, Any]:
    globs = [tables["files"]] if isinstance(tables["files"], str) else tables["files"]
    return {**tables, "files": [_glob_at(folder, glob) for glob in globs]}


def _at(folder: Path, path: str) -> str:
    return (folder / path).as_posix()


def _glob_at(folder: Path, glob: str) -> str:
    return placed(folder.as_posix(), glob)


def _output_at(folder: Path, output: str) -> str:
    """`FORMAT:FILE` with the file as seen from anywhere."""
    format, colon, file = output.partition(":")
    return f"{format}:{_at(folder, file)}" if file not in ("", STDIN) else f"{format}{colon}{file}"
