"""The JSON Schema of the records that `orgcli export -f json` writes."""

from typing import Any

from pydantic.json_schema import JsonSchemaValue

from orgcli.exchange.tables.record_fields import RECORD_FIELDS, VERSION
from orgcli.model.organisation.organisation import Department
from orgcli.scaffold.schema.model_conversion import DRAFT
from orgcli.scaffold.schema.model_words import words_of

_TEXT: JsonSchemaValue = {"type": "string"}
_OR_NONE: JsonSchemaValue = {"type": ["string", "null"]}
_KINDS: dict[str, JsonSchemaValue] = {
    "several": {"type": ["array", "null"], "items": _TEXT},
    "date": {"type": ["string", "null"], "format": "date"},
    "mapping": {"type": "object", "additionalProperties": _TEXT},
    "lines": {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {"to": _TEXT, "for": _TEXT},
            "required": ["to"],
        },
    },
}


def records_schema() -> dict[str, Any]:
    """Of the document; every field of a record is always there."""
    fields = {
        name: {
            "description": field.description,
            **_KINDS.get(field.kind, {"type": [field.kind, "null"]}),
        }
        for name, field in RECORD_FIELDS.items()
    }
    record = {
        "description": "A position.",
        "type": "object",
        "properties": fields,
        "required": ["id"],
    }
    department_fields = {
        name: {"description": description, **(_TEXT if name == "id" else _OR_NONE)}
        for name, description in words_of(Department).items()
        if name
    }
    department = {
        "description": "A department.",
        "type": "object",
        "properties": department_fields,
        "required": ["id"],
    }
    return {
        "$schema": DRAFT,
        "title": "orgcli positions",
        "description": "What `orgcli export -f json` writes: a record for each position.",
        "type": "object",
        "properties": {
            "version": {"description": "Of these records.", "const": VERSION},
            "organisation": {"description": "The name of the organisation.", **_OR_NONE},
            "departments": {
                "description": "The departments that have more than a name.",
                "type": "array",
                "items": {"$ref": "#/definitions/Department"},
            },
            "positions": {
                "description": "The positions, in the order of the files.",
                "type": "array",
                "items": {"$ref": "#/definitions/Record"},
            },
        },
        "required": ["version", "organisation", "departments", "positions"],
        "definitions": {"Department": department, "Record": record},
    }
