"""A target of the configuration as a command with its flags, none of which leads out of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from orgcli.cli.options import CommandLine, command_line, flag_name, kind_of
from orgcli.cli.output import fail
from orgcli.model.likeness import did_you_mean, nearest_words
from orgcli.model.request.flag import Flag
from orgcli.model.text import listed, quoted, visible
from orgcli.read.syntax.paths import STDIN, boundary_of, outside

COMMANDS = ("chart", "stats", "export", "diff", "compare", "validate")
"""The commands of targets: those that read, and write only the files named to them."""
_FORBIDDEN = frozenset(
    {
        "config", "isolated", "stdin-filename", "watch", "open", "fix", "diff", "add-ignore",
        "baseline", "write-baseline", "engine",
    }
)  # fmt: skip
"""Flags that change what was read, wait, start programs, or name another configuration."""


@dataclass(frozen=True, slots=True)
class ConfiguredTarget:
    """A command with the values of its flags; `where` its table is."""

    name: str
    where: str
    command: CommandLine
    values: Mapping[str, Any]


def target(name: str, table: Mapping[str, Any], config: Path) -> ConfiguredTarget:
    """The command of a table of the configuration; leaves with exit code 2 for a wrong value.

    The current folder must be that of the configuration.
    """
    where = f"{config}: [targets.{visible(name)}]"
    word = table.get("command")
    if word not in COMMANDS:
        fault = f"`command` cannot be `{word}`" if word else "`command` is missing"
        fail(f"{where}: {fault}", f"one of {listed(COMMANDS)}")
    command = command_line(str(word))
    fields_of_flags = {_key(field, flag): field for field, (flag, _) in command.flags.items()}
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key == "command":
            continue
        field = fields_of_flags.get(key)
        if field is None or key in _FORBIDDEN:
            near = nearest_words(
                key, [flag_key for flag_key in fields_of_flags if flag_key not in _FORBIDDEN]
            )
            why = "is not for targets" if field else f"is no flag of `orgcli {word}`"
            fail(f"{where}: `{key}` {why}", "" if field else did_you_mean(near, ""))
        values[field] = _value(f"{where} {key}", value, *command.flags[field])
    _refuse_outside(where, values, config)
    return ConfiguredTarget(name, where, command, values)


def _key(field: str, flag: Flag) -> str:
    """How a flag is called in a target: as on the command line."""
    return flag_name(field, flag)[2:]


def _value(where: str, value: Any, flag: Flag, hint: Any) -> Any:
    """The value of a flag as the command line would give it."""
    kind = kind_of(hint, flag)
    if kind == list[str]:
        several = value if isinstance(value, list) else [value]
        if not all(isinstance(item, str) for item in several):
            fail(f"{where}: expected a text, or a list of texts")
        return several
    if kind is str:
        if flag.separator and isinstance(value, list):
            value = flag.separator.join(map(str, value))
        if isinstance(value, bool | list | dict):
            fail(f"{where}: expected a text")
        return str(value)
    if kind is bool:
        if not isinstance(value, bool):
            fail(f"{where}: expected true or false")
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        fail(f"{where}: expected a number")
    low, high = flag.minimum, flag.maximum
    if (low is not None and value < low) or (high is not None and value > high):
        fail(f"{where}: `{value}` is out of bounds")
    return kind(value)


def _refuse_outside(where: str, values: Mapping[str, Any], config: Path) -> None:
    """Leave with exit code 2 where any value names a file out of the repository.

    Whatever a flag means, a text that is a path out of it is refused.
    """
    folder = config.resolve().parent
    boundary = boundary_of(folder)
    for text in _texts(values):
        for part in {text, text.partition(":")[2]} - {"", STDIN}:
            path = folder / part
            looks = part.startswith(("/", "~")) or ".." in Path(part).parts or _is_there(path)
            if looks and (reason := outside(path, boundary)):
                fail(
                    f"{where}: `{visible(part)}` is {reason}",
                    "a configuration names files in its own folder, or in its repository",
                )


def _is_there(path: Path) -> bool:
    try:
        return path.exists() or path.is_symlink() or path.parent.is_symlink()
    except (OSError, ValueError):
        return True


def _texts(values: Mapping[str, Any]) -> Iterator[str]:
    for value in values.values():
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, str):
                yield item


def unknown_target(name: str, known: Mapping[str, Any], config: Path) -> tuple[str, str]:
    """The message for a target that the configuration has not, and its help with similar names."""
    near = nearest_words(name, list(known))
    return f"{config} has no target `{name}`", did_you_mean(near, f"it has {quoted(known, 'and')}")
