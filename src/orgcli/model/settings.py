"""The settings of a run, from the configuration and the command line."""

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AliasChoices, BeforeValidator, ConfigDict, Field, TypeAdapter
from pydantic.dataclasses import dataclass as validated

from orgcli.model.source.scalar import Text
from orgcli.model.strict import STRICT

if TYPE_CHECKING:
    from orgcli.model.request.chart_request import ChartStyle
    from orgcli.model.table_settings import ConfiguredTables

_SETTINGS = ConfigDict(**STRICT, validate_by_name=True)


def _tuple(value: object) -> object:
    return (value,) if isinstance(value, str) else value


_List = Annotated[tuple[Text, ...], BeforeValidator(_tuple)]
_Truth = Annotated[bool, Field(strict=True)]
LevelName = Literal["error", "warning", "info", "off"]
FailOn = Literal["error", "warning", "info", "never"]


@validated(frozen=True, slots=True, config=_SETTINGS)
class RuleOptions:
    """Limits of one rule."""

    max: Annotated[int, Field(ge=0)] | None = None
    """How many are still allowed."""
    skip_open: Annotated[_Truth | None, Field(alias="skip-open")] = None
    """For unexpected-manager-role: look past open positions to the next filled."""

    @property
    def named(self) -> Mapping[str, int | bool]:
        """The limits that are set, by the key that sets them."""
        pairs = {"max": self.max, "skip-open": self.skip_open}
        return {key: value for key, value in pairs.items() if value is not None}


def _chart_style(value: object) -> "ChartStyle | None":
    """The table `[chart]`; what it is made of is imported where there is one."""
    if value is None:
        return None
    from orgcli.model.request.chart_request import ChartStyle

    return TypeAdapter(ChartStyle).validate_python(value)


def _tables(value: object) -> "tuple[ConfiguredTables, ...]":
    """The tables `[[tables]]`; what they are made of is imported where there are any."""
    if not value:
        return ()
    from orgcli.model.table_settings import ConfiguredTables

    several = [value] if isinstance(value, dict) else value
    return TypeAdapter(tuple[ConfiguredTables, ...]).validate_python(several)


@validated(frozen=True, slots=True, config=_SETTINGS)
class Settings:
    """The configuration of orgcli; the command line wins over it."""

    organisations: Annotated[
        _List, Field(validation_alias=AliasChoices("organisations", "paths"))
    ] = ()
    """Files and folders to read when none are named, relative to this file."""
    exclude: _List = ()
    """Globs of files and folders that are left out of the folders read."""
    roles: _List = ()
    """Folders with role files of your own, besides `roles/` next to org.yaml."""
    roots: _List = ()
    """Ids of the positions that may stand at the top."""
    language: Text | None = None
    """The language to speak where no --lang says another."""
    select: _List = ()
    """Only these rules: codes, prefixes of codes, names, or ALL."""
    ignore: _List = ()
    """Not these rules: codes, prefixes of codes, or names."""
    extend_select: Annotated[_List, Field(alias="extend-select")] = ()
    """These rules besides those that are on: codes, prefixes or names."""
    severity: dict[str, LevelName] = field(default_factory=dict)
    """Rules at another level: code or name, and the level."""
    per_file_ignores: Annotated[dict[str, _List], Field(alias="per-file-ignores")] = field(
        default_factory=dict
    )
    """Rules that are off in some files: a glob, and their codes or names."""
    fail_on: Annotated[FailOn, Field(alias="fail-on")] = "error"
    """The lowest level that makes the exit code 1."""
    rules: dict[str, RuleOptions] = field(default_factory=dict)
    """Limits of rules by name or code; a rule that is off is on where it has any."""
    chart: Annotated[Any, BeforeValidator(_chart_style)] = None
    """How charts are drawn where no flag says otherwise."""
    tables: Annotated[Any, BeforeValidator(_tables)] = ()
    """How tables are read where no flag says otherwise: the first that fits a file."""
    format: _List = ()
    """How findings are written where no -f says otherwise: FORMAT or FORMAT:FILE."""
    require_reason: Annotated[bool, Field(alias="require-reason")] = False
    """Whether a suppression comment must say why."""
    required_version: Annotated[Text | None, Field(alias="required-version")] = None
    """The versions of orgcli that may read this, as >=0.2,<1."""
    extend: Text | None = None
    """Another configuration, whose keys hold where this one has none."""

    @property
    def chart_style(self) -> "ChartStyle":
        """How charts are drawn: the table `[chart]`, else as usual."""
        from orgcli.model.request.chart_request import ChartStyle

        style: ChartStyle | None = self.chart
        return style or ChartStyle()
