"""The JSON Schemas of what commands on roles print as JSON, for programs that read it.

Every field is always there; new ones may come, so a schema stays open to keys it does not know.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from pydantic.json_schema import JsonSchemaValue

from orgcli.scaffold.schema.common_fields import JsonObject
from orgcli.scaffold.schema.model_conversion import DRAFT, or_nothing, say
from orgcli.scaffold.schema.model_words import models_in, words_of
from orgcli.scaffold.schema.output_fields import ROOTS

_SCALARS = {str: "string", int: "integer", bool: "boolean"}


def output_schema(kind: str) -> JsonSchemaValue:
    """Of one of OUTPUTS, with the definitions that it needs."""
    title, document = ROOTS[kind]
    _, *parts = models_in(document)
    needed = {definition_name(part): part for part in parts}
    return {
        "$schema": DRAFT,
        "title": title,
        **_object(document),
        "definitions": {name: {"title": name, **_object(needed[name])} for name in sorted(needed)},
    }


def definition_name(model: type) -> str:
    """What the definition of an object is called."""
    return model.__name__.removesuffix("Json")


def _object(model: type) -> JsonSchemaValue:
    words, properties = words_of(model), {}
    for key, kind in get_type_hints(model, include_extras=True).items():
        properties[key] = say(_kind(kind), words.get(key) or kind.__metadata__[0])
    return {
        "description": words[""],
        "type": "object",
        "required": list(properties),
        "properties": properties,
    }


def _kind(kind: Any) -> JsonSchemaValue:
    """The schema of an annotation: a scalar, an object, a list of these, or words to choose of."""
    first, *others = get_args(kind) or (None,)
    if get_origin(kind) is Annotated:
        return _kind(first)
    if get_origin(kind) is Literal:
        return {"enum": [first, *others]}
    if get_origin(kind) is list:
        return {"type": "array", "items": _kind(first)}
    if others:  # the other one is None
        return or_nothing(_kind(first))
    if issubclass(kind, JsonObject):
        return {"$ref": f"#/definitions/{definition_name(kind)}"}
    return {"type": _SCALARS[kind]}


OUTPUTS: Mapping[str, Callable[[], JsonSchemaValue]] = MappingProxyType(
    {kind: partial(output_schema, kind) for kind in ROOTS}
)
"""By the kind of output, as `orgcli schema` names it."""
