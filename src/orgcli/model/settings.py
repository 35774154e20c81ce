"""What the configuration and the command line say about a run."""

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AliasChoices, BeforeValidator, ConfigDict, Field, TypeAdapter
from pydantic.dataclasses import dataclass as validated

from orgcli.model.source.scalar import Text
from orgcli.model.strict import STRICT

if TYPE_CHECKING:
    from orgcli.model.request.chart_request import ChartStyle

_SETTINGS = ConfigDict(**STRICT, validate_by_name=True)


def _tuple(value: object) -> object:
    return (value,) if isinstance(value, str) else value


_List = Annotated[tuple[Text, ...], BeforeValidator(_tuple)]
_Truth = Annotated[bool, Field(strict=True)]
_Count = Annotated[int, Field(strict=True, ge=0)]
_Number = Annotated[float, Field(strict=True, gt=0, allow_inf_nan=False)]
_Resolution = Annotated[int, Field(strict=True, ge=36, le=1200)]
LevelName = Literal["error", "warning", "info", "off"]
FailOn = Literal["error", "warning", "info", "never"]


@validated(frozen=True, slots=True, config=_SETTINGS)
class RuleOptions:
    """Limits of one rule, `[rules.several-roots] max = 2`.

    max        what is still allowed; what it counts is said by the rule
    skip_open  for unexpected-manager-role: look past open positions to the next filled one
    """

    max: Annotated[int, Field(ge=0)] | None = None
    skip_open: Annotated[_Truth | None, Field(alias="skip-open")] = None

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


@validated(frozen=True, slots=True, config=_SETTINGS)
class Settings:
    """The keys of `[tool.orgcli]` or `orgcli.toml`; paths are relative to that file.

    organisations     files and folders to read when none are named; `paths` is the same
    exclude           globs of files and folders that are left out of folders
    roles             folders with role files of one's own
    roots             ids that may stand at the top of an organisation
    language          tag of the language to speak, where no --lang says another
    select, ignore    codes, prefixes of codes or names of rules
    extend_select     more of them, besides what `select` has, or what is on without it
    severity          code or name -> level
    per_file_ignores  glob -> codes
    rules             name of a rule -> its limits; one that is off is on where it has any
    chart             how charts are drawn, a ChartStyle; None where there is no such table
    format            what `-f` takes, where the command line says nothing
    require_reason    whether a suppression comment must say why
    required_version  of orgcli, such as `>=0.2,<1`
    extend            another configuration, whose keys hold where this one has none
    """

    organisations: Annotated[
        _List, Field(validation_alias=AliasChoices("organisations", "paths"))
    ] = ()
    exclude: _List = ()
    roles: _List = ()
    roots: _List = ()
    language: Text | None = None
    select: _List = ()
    ignore: _List = ()
    extend_select: Annotated[_List, Field(alias="extend-select")] = ()
    severity: dict[str, LevelName] = field(default_factory=dict)
    per_file_ignores: Annotated[dict[str, _List], Field(alias="per-file-ignores")] = field(
        default_factory=dict
    )
    fail_on: Annotated[FailOn, Field(alias="fail-on")] = "error"
    rules: dict[str, RuleOptions] = field(default_factory=dict)
    chart: Annotated[Any, BeforeValidator(_chart_style)] = None
    format: _List = ()
    require_reason: Annotated[bool, Field(alias="require-reason")] = False
    required_version: Annotated[Text | None, Field(alias="required-version")] = None
    extend: Text | None = None

    @property
    def chart_style(self) -> "ChartStyle":
        """How charts are drawn: the table `[chart]`, else as usual."""
        from orgcli.model.request.chart_request import ChartStyle

        style: ChartStyle | None = self.chart
        return style or ChartStyle()
