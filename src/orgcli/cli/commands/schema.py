"""`orgcli schema`: the JSON Schemas by which editors complete and explain what is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from orgcli.check.registry import RULES
from orgcli.cli.options import Arguments, OutputFile, takes
from orgcli.cli.output import one_of, write_result
from orgcli.model.request.chart_request import ChartStyle
from orgcli.model.request.flag import Flag, choices_of, flags_of
from orgcli.render.json import as_document
from orgcli.report.formats import FORMATS
from orgcli.scaffold.schema.file_schemas import (
    Registered,
    config_schema,
    organisation_schema,
    plan_schema,
    role_schema,
)
from orgcli.scaffold.schema.output_schemas import OUTPUTS
from orgcli.scaffold.schema.record_schema import records_schema


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaRequest:
    """Which schema is printed, and where."""

    kind: Annotated[
        str,
        Flag(
            "Schema of an organisation, a role, a plan, orgcli.toml, or of JSON that is printed: "
            "{choices}.",
            "KIND",
            argument=True,
            required=True,
            choices=f"{__name__}:SCHEMAS",
            open=True,
        ),
    ]
    output: OutputFile = None


@takes(SchemaRequest)
def schema(arguments: Arguments) -> None:
    """Print a JSON Schema (draft-07) for editors.

    \b
    orgcli schema org > .orgcli/org.json
    orgcli schema role > .orgcli/role.json
    orgcli schema plan > .orgcli/plan.json
    orgcli schema config
    orgcli schema compare-output                what `orgcli compare -f json` prints
    orgcli schema export-output                 what `orgcli export -f json` writes

    The first line of a file names its schema, relative to the file:

    \b
    # yaml-language-server: $schema=.orgcli/org.json
    """
    request = arguments.request(SchemaRequest)
    kind = one_of("the schema", request.kind, SCHEMAS)
    write_result(schema_text(kind), request.output)


def schema_text(kind: str) -> str:
    """One of SCHEMAS as the text of its file."""
    return as_document(SCHEMAS[kind]())


def _config() -> dict[str, Any]:
    return config_schema(registered())


def registered() -> Registered:
    """The rules, formats and words for charts that a configuration can name."""
    rules = {code: rule.name for code, rule in RULES.items()}
    flags = {name.replace("_", "-"): flag for name, (flag, _) in flags_of(ChartStyle).items()}
    words = {key: tuple(choices_of(flag)) for key, flag in flags.items() if not flag.open}
    return Registered(rules, tuple(FORMATS), {key: some for key, some in words.items() if some})


SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "org": organisation_schema,
    "role": role_schema,
    "plan": plan_schema,
    "config": _config,
    **OUTPUTS,
    "export-output": records_schema,
}
