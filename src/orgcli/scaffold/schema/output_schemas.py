"""The JSON Schemas of what commands on roles print as JSON, for programs that read it.

Every field is always there; new ones may come, so a schema stays open to keys it does not know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any

from pydantic.json_schema import JsonSchemaValue

from orgcli.scaffold.schema.common_fields import Fields
from orgcli.scaffold.schema.model_conversion import DRAFT, say
from orgcli.scaffold.schema.output_fields import OBJECTS, ROOTS

_SCALARS = {"text": "string", "count": "integer", "truth": "boolean"}


def output_schema(kind: str) -> JsonSchemaValue:
    """Of one of OUTPUTS, with the definitions that it needs."""
    title, fields = ROOTS[kind]
    needed = set(_needed(fields))
    return {
        "$schema": DRAFT,
        "title": title,
        **_object(fields),
        "definitions": {name: {"title": name, **_object(OBJECTS[name])} for name in sorted(needed)},
    }


def _needed(fields: Fields) -> Iterator[str]:
    """The objects that fields refer to, and those that these refer to."""
    waiting, seen = list(_named(fields)), set[str]()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += _named(OBJECTS[name])
            yield name


def _named(fields: Fields) -> Iterator[str]:
    """The objects that fields refer to."""
    for kind, _ in fields.values():
        name = kind.strip("[]?")
        if name in OBJECTS:
            yield name


def _object(fields: Fields) -> JsonSchemaValue:
    properties = {key: say(_kind(kind), words) for key, (kind, words) in fields.items() if key}
    return {
        "description": fields[""][1],
        "type": "object",
        "required": list(properties),
        "properties": properties,
    }


def _kind(written: str) -> JsonSchemaValue:
    """A kind as the fields write it: `text`, `count?`, `[Work]`, `one|other`, `[text]`."""
    if written.startswith("["):
        return {"type": "array", "items": _kind(written[1:-1])}
    plain = written.removesuffix("?")
    may_be_null = plain != written
    if plain in OBJECTS:
        reference: JsonSchemaValue = {"$ref": f"#/definitions/{plain}"}
        return {"anyOf": [reference, {"type": "null"}]} if may_be_null else reference
    words: list[Any] = plain.split("|") if plain not in _SCALARS else []
    if words:
        return {"enum": [*words, None] if may_be_null else words}
    kind = _SCALARS[plain]
    return {"type": [kind, "null"] if may_be_null else kind}


OUTPUTS: Mapping[str, Callable[[], JsonSchemaValue]] = MappingProxyType(
    {kind: partial(output_schema, kind) for kind in ROOTS}
)
"""By the kind of output, as `orgcli schema` names it."""
