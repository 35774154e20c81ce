"""YAML as an editor sees it, which is what a JSON Schema is held against."""

import re
from typing import Any

import yaml


class Editor(yaml.SafeLoader):
    """YAML as an editor sees it: the core schema of YAML 1.2, in which dates and `no` are text."""

    yaml_implicit_resolvers: dict[Any, Any] = {}  # noqa: RUF012 (PyYAML's own attribute)


for tag, pattern in {
    "null": r"^(~|null|Null|NULL|)$",
    "bool": r"^(true|True|TRUE|false|False|FALSE)$",
    "int": r"^[-+]?[0-9]+$",
    "float": r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$",
}.items():
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), None)
Editor.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
Editor.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value))
Editor.add_constructor("tag:yaml.org,2002:bool", lambda loader, node: node.value.lower() == "true")


def load_as_editor(text: str) -> Any:
    return yaml.load(text, Editor)
