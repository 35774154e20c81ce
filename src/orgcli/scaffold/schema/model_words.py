"""The words of models and of their fields: the docstrings in their source.

Pydantic reads them itself with `use_attribute_docstrings`, but parses the source of every model
at each start for it; here they are read when a schema is made.
"""

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from functools import cache
from itertools import pairwise
from typing import Any, get_args, get_type_hints

from orgcli.model.strict import keys_of
from orgcli.scaffold.schema.common_fields import JsonObject

Words = Mapping[str, str]
"""Key of a mapping, as it is written -> what it is for; under "" stands what the whole is."""


def words_of(model: type) -> Words:
    """The words of a model, each as one line: the first paragraph of a docstring.

    Those of the fields that it inherits are among them.
    """
    words: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if _is_ours(base):
            words |= _own_words(base)
    return words


def _is_ours(kind: object) -> bool:
    return is_dataclass(kind) or (isinstance(kind, type) and issubclass(kind, JsonObject))


def _own_words(model: type) -> Words:
    tree = _classes(model.__module__)[model.__name__]
    keys = keys_of(model) if is_dataclass(model) else {}
    words = {"": _line(ast.get_docstring(tree) or "")}
    for field, below in pairwise(tree.body):
        match field, below:
            case (
                ast.AnnAssign(target=ast.Name(name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                words[keys.get(name, name)] = _line(text)
    return words


@cache
def _classes(module: str) -> Mapping[str, ast.ClassDef]:
    """The classes in the source of a module."""
    body = ast.parse(inspect.getsource(sys.modules[module])).body
    return {node.name: node for node in body if isinstance(node, ast.ClassDef)}


def _line(text: str) -> str:
    return " ".join(text.partition("\n\n")[0].split())


def models_in(model: type) -> Iterator[type]:
    """A model and all that its fields are made of."""
    yield model
    for annotation in get_type_hints(model).values():
        yield from _models(annotation)


def _models(annotation: Any) -> Iterator[type]:
    if _is_ours(annotation):
        yield from models_in(annotation)
    for part in get_args(annotation):
        yield from _models(part)
