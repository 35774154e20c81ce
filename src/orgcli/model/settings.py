"""What the configuration and the command line say about a run."""

from dataclasses import field
from typing import Annotated, Literal

from pydantic import AliasChoices, BeforeValidator, ConfigDict, Field
from pydantic.dataclasses import dataclass as validated

from orgcli.model.scalar import Text

_STRICT = ConfigDict(extra="forbid", defer_build=True, validate_by_name=True)


def _tuple(value: object) -> object:
    return (value,) if isinstance(value, str) else value


_List = Annotated[tuple[Text, ...], BeforeValidator(_tuple)]
LevelName = Literal["error", "warning", "info", "off"]
FailOn = Literal["error", "warning", "info", "never"]


@validated(frozen=True, slots=True, config=_STRICT)
class RuleOptions:
    """Limits of one rule, `[rules.several-roots] max = 2`.

    max        what is still allowed; what it counts is said by the rule
    skip_open  for unexpected-manager-role: look past open positions to the next filled one
    """

    max: Annotated[int, Field(ge=0)] | None = None
    skip_open: Annotated[bool, Field(alias="skip-open")] = False


@validated(frozen=True, slots=True, config=_STRICT)
class Settings:
    """The keys of `[tool.orgcli]` or `orgcli.toml`; paths are relative to that file.

    organisations     files and folders to read when none are named; `paths` is the same
    exclude           globs of files and folders that are left out of folders
    roles             folders with role files of one's own
    roots             ids that may stand at the top of an organisation
    language          tag of the language to speak, where no --lang says another
    select, ignore    codes, prefixes of codes or names of rules
    severity          code or name -> level
    per_file_ignores  glob -> codes
    rules             name of a rule -> its limits; one that is off is on where it has any
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
    severity: dict[str, LevelName] = field(default_factory=dict)
    per_file_ignores: Annotated[dict[str, _List], Field(alias="per-file-ignores")] = field(
        default_factory=dict
    )
    fail_on: Annotated[FailOn, Field(alias="fail-on")] = "error"
    rules: dict[str, RuleOptions] = field(default_factory=dict)
    format: _List = ()
    require_reason: Annotated[bool, Field(alias="require-reason")] = False
    required_version: Annotated[Text | None, Field(alias="required-version")] = None
    extend: Text | None = None
