"""`orgcli schema`: the JSON Schemas by which editors complete and explain what is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from orgcli.cli.completion import complete_schema
from orgcli.cli.output import one_of, write_result
from orgcli.cli.roles.selection import Output

if TYPE_CHECKING:
    from orgcli.scaffold.schema.documents import Registered


def schema(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="org|role|config",
            help="Of an organisation file, a role file, or orgcli.toml.",
            autocompletion=complete_schema,
        ),
    ],
    output: Output = None,
) -> None:
    """Print the JSON Schema (draft-07) of a file, for the completion and hints of editors.

    \b
    orgcli schema org > .orgcli/org.json
    orgcli schema role > .orgcli/role.json
    orgcli schema config

    A file names its schema in its first line, relative to itself:

    \b
    # yaml-language-server: $schema=.orgcli/org.json
    """
    write_result(schema_text(one_of("the schema", kind, SCHEMAS)), output)


def schema_text(kind: str) -> str:
    """One of SCHEMAS as the text of its file."""
    from orgcli.render.json import as_document

    return as_document(SCHEMAS[kind]())


def _org() -> dict[str, Any]:
    from orgcli.scaffold.schema.documents import organisation_schema

    return organisation_schema()


def _role() -> dict[str, Any]:
    from orgcli.scaffold.schema.documents import role_schema

    return role_schema()


def _config() -> dict[str, Any]:
    from orgcli.scaffold.schema.documents import config_schema

    return config_schema(registered())


def registered() -> Registered:
    """The rules, formats and words for charts that a configuration can name."""
    from orgcli.check.registry import RULES
    from orgcli.cli.chart.request import words_of_keys
    from orgcli.report.formats import FORMATS
    from orgcli.scaffold.schema.documents import Registered

    rules = {code: rule.name for code, rule in RULES.items()}
    return Registered(rules, tuple(FORMATS), words_of_keys())


SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {"org": _org, "role": _role, "config": _config}
