"""The JSON Schemas of organisation files, role files, plans and configurations, for editors.

They describe what the readers of this package accept, and stay open to other keys: a schema
completes and explains, the rules judge.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic.json_schema import JsonSchemaValue

from orgcli.language.tags import LANGUAGES
from orgcli.model.organisation.organisation import Department
from orgcli.model.organisation.plan import STEPS, PlanHead
from orgcli.model.organisation.position import Position
from orgcli.model.request.chart_request import ChartStyle
from orgcli.model.roles.role import RELATIONS, Role
from orgcli.model.settings import Settings
from orgcli.model.table_settings import DELIMITERS, ENCODINGS, ConfiguredTables, IncludedTables
from orgcli.read.organisation.organisation_file import KEYS
from orgcli.read.roles.builtin_roles import role_ids
from orgcli.read.roles.library import Libraries
from orgcli.read.tables.columns.headings import FIELDS
from orgcli.scaffold.schema.model_conversion import (
    DRAFT,
    InToml,
    InYaml,
    draft_schema,
    objects,
    say,
    shared,
)
from orgcli.scaffold.schema.model_words import Words, models_in, words_of

_SCALAR = ["string", "number", "boolean"]
_INCLUDED: JsonSchemaValue = {"$ref": "#/definitions/IncludedTables"}
_TEXT: JsonSchemaValue = {"type": _SCALAR, "minLength": 1}

# What no model has words for: the keys of files, and those that are read before a model is made.
_ORGANISATION = {
    "": "Positions and the reporting lines between them: a whole organisation, a part of one, "
    "or one position.",
    "organisation": "The name of the organisation; files with the same name are read as one.",
    "positions": "The positions, in any order; or nested, each under its manager's `reports`.",
    "departments": "The departments that have more than a name.",
    "include": "More files, as globs relative to this file; only in its folder or below.",
}
_NESTED = {
    "reports": "The positions that report to this one, nested instead of their `reports_to`."
}
_PLAN = {
    "": "Changes of an organisation that are to come, step by step.",
    "steps": "The steps, each a mapping with one verb: add, move, set, hire, leave, close, rename.",
}
_OTHER_NAMES = {"paths": "The same as `organisations`."}


def organisation_schema() -> JsonSchemaValue:
    """Of a whole organisation, a part of one, or a file with one position."""
    position, department = draft_schema(Position, InYaml), draft_schema(Department, InYaml)
    definitions = {
        "Position": position,
        "Department": department,
        "IncludedTables": draft_schema(IncludedTables, InYaml),
        **position.pop("definitions"),
    }
    tables = definitions["IncludedTables"]["properties"]
    tables["map"]["propertyNames"] = {"enum": sorted(FIELDS)}
    position["properties"]["reports"] = _list_of("Position")
    root = {
        "type": "object",
        "properties": {
            "organisation": {"type": [*_SCALAR, "null"]},
            "positions": _list_of("Position"),
            "departments": _list_of("Department"),
            "include": {
                "anyOf": [
                    {**_TEXT, "type": [*_SCALAR, "null"]},
                    _INCLUDED,
                    {"type": "array", "items": {"anyOf": [_TEXT, _INCLUDED]}},
                ]
            },
        },
        "if": {"required": ["id"]},
        "then": {"$ref": "#/definitions/Position"},
        "else": {"anyOf": [{"required": [key]} for key in KEYS]},
        "definitions": definitions,
    }
    ids = {"role": sorted(role_ids()), "id": ["ceo", "vp-emea"], "location": ["Berlin"]}
    models, own = (Position, Department, IncludedTables), {"": _ORGANISATION, "Position": _NESTED}
    return _described("orgcli organisation", root, models, own, {"Position": ids})


def _list_of(name: str) -> JsonSchemaValue:
    return {"type": ["array", "null"], "items": {"$ref": f"#/definitions/{name}"}}


def role_schema() -> JsonSchemaValue:
    """Of a role file; hedges, conditions, works and roles of the library are its examples."""
    schema = draft_schema(Role, InYaml)
    statements = schema["properties"]["focus"]
    reference = {"$ref": "#/definitions/Statements"}
    schema = shared(schema, statements, reference)
    definitions = schema["definitions"]
    definitions["Statements"] = {**statements, "description": "One statement, or a list of them."}
    required_keys = ("text", "role", "rank")
    definitions["Statement"]["anyOf"] = [{"required": [key]} for key in required_keys]
    library = Libraries("en", []).base
    roles, works = sorted(role_ids()), [work.key for work in library.works]
    examples = {
        "": {**dict.fromkeys(RELATIONS, roles), "language": list(LANGUAGES)},
        "Statement": {
            "role": roles,
            "hedge": list(library.hedges or ()),
            "when": list(library.conditions or ()),
            "sources": works,
            "concept": [concept.key for concept in library.concepts],
            "dispute": [dispute.key for dispute in library.disputes],
        },
        "Alias": {"sources": works},
        "ArchetypeClaim": {"source": works},
    }
    return _described("orgcli role", schema, [Role], {"": words_of(Role)}, examples)


def plan_schema() -> JsonSchemaValue:
    """Of a plan: its head, and steps, each with one verb."""
    steps = {kind.__name__: draft_schema(kind, InYaml) for kind in STEPS.values()}
    any_step = {"anyOf": [{"$ref": f"#/definitions/{name}"} for name in steps]}
    schema = draft_schema(PlanHead, InYaml)
    schema["properties"]["steps"] = {"type": "array", "minItems": 1, "items": any_step}
    schema["required"] = [*schema["required"], "steps"]
    schema["definitions"] = steps
    own = {"": {**words_of(PlanHead), **_PLAN}}
    return _described("orgcli plan", schema, STEPS.values(), own, {})


@dataclass(frozen=True, slots=True)
class Registered:
    """What the configuration can name and this package does not know.

    rules    names of rules by code
    formats  what `-f` takes
    chart    what keys of `[chart]` take, for those that take a word of a list
    """

    rules: Mapping[str, str]
    formats: Sequence[str]
    chart: Mapping[str, Sequence[str]]


def config_schema(registered: Registered) -> JsonSchemaValue:
    """Of orgcli.toml and of [tool.orgcli] in pyproject.toml."""
    schema = draft_schema(Settings, InToml)
    properties = schema["properties"]
    schema["definitions"]["ChartStyle"] = draft_schema(ChartStyle, InToml)
    properties["chart"] = {"$ref": "#/definitions/ChartStyle"}
    tables = schema["definitions"]["ConfiguredTables"] = draft_schema(ConfiguredTables, InToml)
    tables["properties"]["map"]["propertyNames"] = {"enum": sorted(FIELDS)}
    properties["tables"] = _one_or_list({"$ref": "#/definitions/ConfiguredTables"})
    properties |= dict.fromkeys(_OTHER_NAMES, properties["organisations"])
    words = {"$ref": "#/definitions/Rules"}
    for key in ("select", "extend-select", "ignore"):
        properties[key] = words
    properties["per-file-ignores"]["additionalProperties"] = words
    properties["severity"]["propertyNames"] = {"$ref": "#/definitions/Rule"}
    names = [*sorted(registered.rules.values()), *sorted(registered.rules)]
    properties["rules"]["propertyNames"] = {"enum": names}
    forms = "|".join(registered.formats)
    properties["format"] = _one_or_list({"type": "string", "pattern": f"^({forms})(:.*)?$"})
    schema["definitions"].update(_rule_words(registered.rules))
    _name_words(schema["definitions"]["ChartStyle"]["properties"], registered.chart)
    examples = {
        "": {
            "language": list(LANGUAGES),
            "organisations": ["org.yaml"],
            "roles": ["roles"],
            "format": list(registered.formats),
            "required-version": [">=0.2,<1"],
        },
        "ConfiguredTables": {
            "files": ["hr/*.csv"],
            "encoding": list(ENCODINGS),
            "delimiter": list(DELIMITERS),
            "root-token": ["XX"],
        },
        "ChartStyle": {"page": ["a4", "a3", "letter", "tabloid", "16:9", "420x297mm", "none"]},
    }
    models, own = (Settings, ChartStyle, ConfiguredTables), {**words_of(Settings), **_OTHER_NAMES}
    return _described("orgcli configuration", schema, models, {"": own}, examples)


def _rule_words(rules: Mapping[str, str]) -> dict[str, JsonSchemaValue]:
    """What select and ignore take: a word for rules, and one or a list of them."""
    families = sorted({code[:size] for code in rules for size in (3, 4, 5)})
    rule_words = ["ALL", *families, *sorted(rules), *sorted(rules.values())]
    small = "^[oO][rR][gG][0-9]{0,3}$"  # codes may be written in any case
    rule = {
        "description": "A code, a prefix of codes, or the name of a rule.",
        "type": "string",
        "anyOf": [{"enum": rule_words}, {"pattern": small}],
    }
    rule_reference = {"$ref": "#/definitions/Rule"}
    several = {"description": "One word for rules, or a list of them."}
    return {
        "Rule": rule,
        "Rules": {**several, "anyOf": [rule_reference, {"type": "array", "items": rule_reference}]},
    }


def _name_words(properties: JsonSchemaValue, words: Mapping[str, Sequence[str]]) -> None:
    """Say of keys which words they take; a list takes several of them."""
    for key, choices in words.items():
        word_schema: JsonSchemaValue = {"type": "string", "enum": list(choices)}
        properties[key] = _one_or_list(word_schema) if "items" in properties[key] else word_schema


def _one_or_list(item: JsonSchemaValue) -> JsonSchemaValue:
    return {"anyOf": [item, {"type": "array", "items": item}]}


def _described(
    title: str,
    schema: JsonSchemaValue,
    models: Iterable[type],
    own: Mapping[str, Words],
    examples: Mapping[str, Mapping[str, Sequence[Any]]],
) -> JsonSchemaValue:
    """The schema with its dialect, its title, and what each key is for.

    models  those in it, with the words of their docstrings; own, words that these lack
    A key without words stays without; a test names it.
    """
    words = {
        inner_model.__name__: words_of(inner_model)
        for model in models
        for inner_model in models_in(model)
    }
    words |= {name: {**words.get(name, {}), **more} for name, more in own.items()}
    for name, definition in objects(schema):
        descriptions, key_examples = words.get(name, {}), examples.get(name, {})
        for key, part in definition["properties"].items():
            if key in descriptions:
                more = {"examples": key_examples[key]} if key in key_examples else {}
                definition["properties"][key] = say(part, descriptions[key], **more)
        if name:
            definition.update({"title": name, "description": descriptions.get("", "")})
    schema.pop("title", None)
    return {"$schema": DRAFT, "title": title, "description": words[""][""], **schema}
