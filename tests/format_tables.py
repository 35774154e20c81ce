"""What must hold of every table of formats."""

import inspect
from typing import Any

from orgcli.render.formats import Formats

FILES = ("docx", "pdf")
"""Formats of files that are no text; test_role_documents.py opens them."""


def check_rows(formats: Formats[Any], interface: type) -> None:
    """Every row loads, is public, and takes and returns what the interface says."""
    expected = _parameters(interface.__call__)[1:]
    for name in formats:
        function = formats[name]
        assert not function.__name__.startswith("_"), name
        assert _parameters(function) == expected, name
        assert _returned(function) == _returned(interface.__call__), name


def _parameters(function: Any) -> list[tuple[str, object]]:
    signature = inspect.signature(function, eval_str=True)
    return [(one.name, one.annotation) for one in signature.parameters.values()]


def _returned(function: Any) -> object:
    return inspect.signature(function, eval_str=True).return_annotation
