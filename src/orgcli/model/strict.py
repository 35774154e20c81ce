"""How strictly what users write is validated: no field that is not known."""

from collections.abc import Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import ConfigDict

_OTHER_KEYS = {"purpose": "for", "is_": "is"}
"""The keys of fields whose own name is a word of Python."""

# The models are slotted dataclasses, of which Pydantic validates many at once in half the time and
# a quarter of the memory of BaseModel, with the same messages and JSON Schema. That they are plain
# ones lets a run that has nothing to explain do without Pydantic.
STRICT: "ConfigDict" = {
    "extra": "forbid",
    "alias_generator": lambda name: _OTHER_KEYS.get(name, name),
}
IN_TOML: "ConfigDict" = {
    "extra": "forbid",
    "validate_by_name": True,
    "alias_generator": lambda name: name.replace("_", "-"),
}
"""For tables of a configuration, whose keys may also be written as Python writes names."""


def keys_of(model: Any) -> Mapping[str, str]:
    """The fields of a model, each with the key that is written for it.

    model  a dataclass with a `__pydantic_config__`
    """
    alias_of = model.__pydantic_config__["alias_generator"]
    return {field.name: alias_of(field.name) for field in fields(model)}
