"""JSON Schema of models as they are written: in YAML, whose scalars are text first, or in TOML."""

from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The dialect that editors and SchemaStore agree on."""

_TEXTS = ("string", "number", "boolean")  # what a YAML editor takes the text of a scalar for
_SPELLINGS = {
    "integer": "^[-+]?[0-9]{1,18}$",
    "number": "^[-+]?(\\.[0-9]+|[0-9]{1,18}(\\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?$",
    "boolean": "^(true|True|TRUE|false|False|FALSE)$",
}
_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_BOUNDS = {"ge": "minimum", "le": "maximum"}  # as Pydantic leaves those around a validator
_DEFINITIONS = "definitions"


class InToml(GenerateJsonSchema):
    """What TOML holds for a model: one text stands for a list of one, and nothing else bends.

    A validator that runs before a list takes one item for it; see `_tuple` in model/settings.py.
    """

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Never: a title that repeats the key says nothing."""
        return False

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        """As it is: fields in the order of the model."""
        return value

    def function_before_schema(
        self, schema: core_schema.BeforeValidatorFunctionSchema
    ) -> JsonSchemaValue:
        """What may be written where a function reads it first."""
        return self.bent(super().function_before_schema(schema))

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """TOML has no null: what may be None is left out."""
        return self.generate_inner(schema["schema"])

    def bent(self, inner: JsonSchemaValue) -> JsonSchemaValue:
        """The schema of a value, and of what is written in its place."""
        return _one_or_several(inner) if inner.get("type") == "array" else inner


class InYaml(InToml):
    """What YAML holds for a model: editors see numbers and truths where orgcli reads their text."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Any scalar."""
        return {**super().str_schema(schema), "type": list(_TEXTS)}

    def bent(self, inner: JsonSchemaValue) -> JsonSchemaValue:
        """Lists as one item or none, mappings as one text, numbers and truths in quotes."""
        kind = inner.get("type")
        if kind == "array":
            return or_nothing(_one_or_several(inner))
        if "$ref" in inner:
            return {"anyOf": [{"type": list(_TEXTS), "minLength": 1}, inner]}
        if isinstance(kind, str) and kind in _SPELLINGS:
            return {**inner, "type": [kind, "string"], "pattern": _SPELLINGS[kind]}
        return {**inner, "pattern": _DAY} if inner.get("format") == "date" else inner

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """A key with nothing behind it is a key that is not there."""
        return or_nothing(self.generate_inner(schema["schema"]))


def _one_or_several(many: JsonSchemaValue) -> JsonSchemaValue:
    """A list, or one of its items alone; in one schema where the item is a scalar."""
    item = many["items"]
    if "type" not in item:
        return {"anyOf": [*item.get("anyOf", [item]), many]}
    return {**many, **item, "type": [*_listed(item["type"]), "array"]}


def or_nothing(schema: JsonSchemaValue) -> JsonSchemaValue:
    """What may also be null."""
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], {"type": "null"}]}
    if "type" in schema and "enum" not in schema:
        return {**schema, "type": [*_listed(schema["type"]), "null"]}
    return {"anyOf": [schema, {"type": "null"}]}


def _listed(kind: str | list[str]) -> list[str]:
    return [kind] if isinstance(kind, str) else kind


def draft_schema(model: type, how: type[GenerateJsonSchema]) -> JsonSchemaValue:
    """The draft-07 schema of a model, open to keys it does not know, without the model's words.

    how  InYaml or InToml
    """
    raw_schema = TypeAdapter(model).json_schema(
        schema_generator=how, ref_template="#/definitions/{model}"
    )
    schema: JsonSchemaValue = _plain(raw_schema)
    definitions = schema.pop("$defs", {})
    return {**schema, _DEFINITIONS: definitions} if definitions else schema


def _plain(part: Any) -> Any:
    """A part of a schema without what draft-07, SchemaStore or a reader has no use for.

    As deep as the models are, which is a few levels.
    """
    if isinstance(part, list):
        return [_plain(item) for item in part]
    if not isinstance(part, dict):
        return part
    kept = {_BOUNDS.get(key, key): _plain(value) for key, value in part.items()}
    if kept.get("additionalProperties") is False:
        del kept["additionalProperties"]
        kept.pop("description", None)  # of the docstring, which Python may leave out
    if "default" in kept and kept["default"] in (None, [], {}):
        del kept["default"]
    return kept


def objects(schema: JsonSchemaValue) -> Iterator[tuple[str, JsonSchemaValue]]:
    """The root and every definition that has properties, each with its name; the root's is ""."""
    for name, definition in (("", schema), *schema.get(_DEFINITIONS, {}).items()):
        if "properties" in definition:
            yield name, definition


def say(part: JsonSchemaValue, description: str, **more: Any) -> JsonSchemaValue:
    """A part with a description; a reference is wrapped, because draft-07 ignores its siblings."""
    inner = {"allOf": [part]} if "$ref" in part else part
    return {"description": description, **inner, **more}


def shared(schema: Any, part: JsonSchemaValue, reference: JsonSchemaValue) -> Any:
    """The schema with a reference wherever it repeats a part."""
    if schema == part:
        return reference
    if isinstance(schema, list):
        return [shared(item, part, reference) for item in schema]
    if isinstance(schema, dict):
        return {key: shared(value, part, reference) for key, value in schema.items()}
    return schema
