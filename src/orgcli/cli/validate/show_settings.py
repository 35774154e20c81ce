"""`--show-settings`: what holds for a run, as a configuration that would make it so."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING

from orgcli.check.registry import RULES
from orgcli.check.rule_selection import RuleSelection
from orgcli.cli.output import write_result
from orgcli.cli.project import known_rules_only
from orgcli.model.source.notation import Notation
from orgcli.model.source.spelling import in_quotes
from orgcli.read.syntax.paths import display_path

if TYPE_CHECKING:
    from orgcli.model.table_settings import ConfiguredTables
    from orgcli.read.config import Config

_NOT_SAID = ("severity", "per_file_ignores", "rules", "chart", "tables", "extend")
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def print_settings(config: Config, baseline: str | None) -> None:
    """Print the settings as TOML: the keys, then the level that every rule has.

    baseline  the file of known findings, for which there is no key: written as a comment
    """
    with known_rules_only(config):
        lines = list(_lines(config))
    if baseline:
        lines.insert(1, f"# --baseline {_toml(baseline)}")
    write_result("".join(f"{line}\n" for line in lines), None)


def _lines(config: Config) -> Iterator[str]:
    from orgcli.model.request.chart_request import stated

    settings = config.settings
    selection = RuleSelection(RULES, settings)
    yield (
        f"# from {_toml(display_path(config.file))}"
        if config.file
        else "# no configuration is read"
    )
    for field in fields(settings):
        value = getattr(settings, field.name)
        if field.name not in _NOT_SAID and value is not None:
            yield f"{field.name.replace('_', '-')} = {_toml(value)}"
    yield ""
    yield "[severity]"
    for code, rule in RULES.items():
        yield f"{code} = {_toml(str(selection.level[code])):<9}  # {rule.name}"
    yield from _table("per-file-ignores", settings.per_file_ignores)
    for name, options in settings.rules.items():
        yield from _table(f"rules.{name}", options.named)
    for tables in settings.tables:
        yield from _settings_of(tables)
    if settings.chart is not None:
        changed = stated(settings.chart)
        names = (field.name for field in fields(settings.chart) if field.name in changed)
        style = {name.replace("_", "-"): getattr(settings.chart, name) for name in names}
        yield from _table("chart", style)


def _settings_of(tables: ConfiguredTables) -> Iterator[str]:
    """The keys that `[[tables]]` has."""
    values = {
        field.name: getattr(tables, field.name) for field in fields(tables) if field.name != "map"
    }
    if tables.map:
        values["map"] = tables.map
    yield ""
    yield "[[tables]]"
    for name in sorted(values, key=lambda name: name != "files"):
        if values[name] is not None:
            yield f"{name.replace('_', '-')} = {_toml(values[name])}"


def _table(name: str, pairs: Mapping[str, object]) -> Iterator[str]:
    if pairs:
        yield ""
        yield f"[{name}]"
        for key, value in pairs.items():
            if value is not None:
                yield f"{_key(key)} = {_toml(value)}"


def _toml(value: object) -> str:
    """A value as TOML writes it; its numbers and truths are those of JSON, its texts of YAML."""
    if isinstance(value, str | date):
        return in_quotes(str(value), Notation.YAML)
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, dict):
        pairs = (f"{_key(key)} = {_toml(item)}" for key, item in value.items())
        return f"{{ {', '.join(pairs)} }}"
    return json.dumps(value)


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _toml(key)
