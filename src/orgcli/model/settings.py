"""The settings of a run, from the configuration and the command line."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from orgcli.model.source.marks import Before, Exact, ModelLater, Within
from orgcli.model.source.scalar import Text
from orgcli.model.strict import IN_TOML

if TYPE_CHECKING:
    from orgcli.model.request.chart_request import ChartStyle


def _tuple(value: object) -> object:
    return (value,) if isinstance(value, str) else value


_List = Annotated[tuple[Text, ...], Before(_tuple)]
_Truth = Annotated[bool, Exact()]
LevelName = Literal["error", "warning", "info", "off"]
FailOn = Literal["error", "warning", "info", "never"]


@dataclass(frozen=True, slots=True)
class RuleOptions:
    """Limits of one rule."""

    __pydantic_config__: ClassVar = IN_TOML

    max: Annotated[int, Within(0)] | None = None
    """How many are still allowed."""
    skip_open: _Truth | None = None
    """For unexpected-manager-role: look past open positions to the next filled."""

    @property
    def named(self) -> Mapping[str, int | bool]:
        """The limits that are set, by the key that sets them."""
        pairs = {"max": self.max, "skip-open": self.skip_open}
        return {key: value for key, value in pairs.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Settings:
    """The configuration of orgcli; the command line wins over it."""

    __pydantic_config__: ClassVar = IN_TOML

    organisations: _List = ()
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
    extend_select: _List = ()
    """These rules besides those that are on: codes, prefixes or names."""
    severity: dict[str, LevelName] = field(default_factory=dict)
    """Rules at another level: code or name, and the level."""
    per_file_ignores: dict[str, _List] = field(default_factory=dict)
    """Rules that are off in some files: a glob, and their codes or names."""
    fail_on: FailOn = "error"
    """The lowest level that makes the exit code 1."""
    rules: dict[str, RuleOptions] = field(default_factory=dict)
    """Limits of rules by name or code; a rule that is off is on where it has any."""
    chart: Annotated[Any, ModelLater("orgcli.model.request.chart_request:ChartStyle")] = None
    """How charts are drawn where no flag says otherwise."""
    tables: Annotated[
        Any, ModelLater("orgcli.model.table_settings:ConfiguredTables", several=True)
    ] = ()
    """How tables are read where no flag says otherwise: the first that fits a file."""
    targets: dict[str, dict[str, Any]] = field(default_factory=dict)
    """What `orgcli make` makes: a name, and a command with its flags as keys."""
    renamed: dict[str, Text] = field(default_factory=dict)
    """Ids of positions that have another one now, as old = "new"; for `orgcli diff`."""
    format: _List = ()
    """How findings are written where no -f says otherwise: FORMAT or FORMAT:FILE."""
    require_reason: bool = False
    """Whether a suppression comment must say why."""
    required_version: Text | None = None
    """The versions of orgcli that may read this, as >=0.2,<1."""
    extend: Text | None = None
    """Another configuration, whose keys hold where this one has none."""

    @property
    def chart_style(self) -> "ChartStyle":
        """How charts are drawn: the table `[chart]`, else as usual."""
        from orgcli.model.request.chart_request import ChartStyle

        style: ChartStyle | None = self.chart
        return style or ChartStyle()
