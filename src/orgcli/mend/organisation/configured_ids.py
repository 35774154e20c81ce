"""The configuration names positions by their ids, which follow where an id becomes another one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

_TOKENS = re.compile(
    r"""\"{3}.*?\"{3}|'{3}.*?'{3}|"(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'|\#[^\r\n]*""", re.DOTALL
)
"""Texts in quotes, and comments."""
_KEYS = frozenset({"root", "chain", "highlight"})
"""Of a target: flags that name positions."""

Path = tuple[str | int, ...]


def with_new_ids(text: str, renamed: Mapping[str, str]) -> str:
    """The text of a configuration in which `roots` and targets name positions by their new ids.

    Nothing else changes: each text in quotes that is an old id is replaced for itself, and what
    that does to the configuration is looked at.
    """
    for old, new in renamed.items():
        at = 0
        while (span := _next(text, at, old)) is not None:
            start, end = span
            new_text = text[:start] + _quoted(new, text[start]) + text[end:]
            is_id = _differs_in_ids_only(text, new_text)
            text, at = (new_text, start + len(_quoted(new, text[start]))) if is_id else (text, end)
    return text


def _next(text: str, at: int, value: str) -> tuple[int, int] | None:
    """Where a text in quotes is written that is a value, behind an offset."""
    for match in _TOKENS.finditer(text, at):
        token = match.group()
        if token[0] in "\"'" and _value(token) == value:
            return match.span()
    return None


def _value(token: str) -> str | None:
    """The value of a string of TOML in quotes; None for a string of several lines."""
    if token.startswith(('"""', "'''")):
        return None
    parsed = parsed_toml(f"x = {token}")
    return str(parsed["x"]) if parsed is not None and "x" in parsed else None


def _quoted(value: str, quote: str) -> str:
    if quote == "'" and "'" not in value and value.isprintable():
        return f"'{value}'"
    return in_toml(value)


def _differs_in_ids_only(before: str, after: str) -> bool:
    """Whether two configurations differ, and only where ids of positions are written."""
    old_values, new_values = parsed_toml(before), parsed_toml(after)
    if old_values is None or new_values is None:
        return False
    paths = list(_differing(old_values, new_values, ()))
    return bool(paths) and all(map(_is_id, paths))


def _differing(old: object, new: object, path: Path) -> Iterator[Path]:
    """The paths to what differs; to the container where its keys or its length do."""
    if isinstance(old, dict) and isinstance(new, dict) and list(old) == list(new):
        for key in old:
            yield from _differing(old[key], new[key], (*path, key))
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for at, pair in enumerate(zip(old, new, strict=True)):
            yield from _differing(*pair, (*path, at))
    elif old != new:
        yield path


def _is_id(path: Path) -> bool:
    if path[:2] == ("tool", "orgcli"):
        path = path[2:]
    if path[:1] == ("roots",):
        return len(path) <= 2
    return path[:1] == ("targets",) and len(path) in (3, 4) and path[2] in _KEYS


def in_toml(text: str) -> str:
    """The text in quotes, as TOML writes it."""
    return json.dumps(text, ensure_ascii=not text.isprintable())


def parsed_toml(text: str) -> Mapping[str, object] | None:
    """The text as it is read; None where it is no TOML."""
    import tomllib

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None
