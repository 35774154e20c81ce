"""A value as a JSON document that is equal for every parser and harmless in a terminal."""

import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # most documents have no works
    from orgcli.model.findings.finding import Place
    from orgcli.model.roles.library import Work


# JSON only has to escape C0 controls. DEL, C1 and bidi controls act on terminals, and lone
# surrogates cannot be written as UTF-8: they are escaped as well, which no parser can tell.
_RAW = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)
GITHUB_COMMAND = re.compile(r"#(?=[^\x20-\x7e]*#[^\x20-\x7e]*\[)")
"""The beginning of `##[name]`, which GitHub's runner obeys wherever it stands in a line."""


def as_document(value: object, *, ascii: bool = True) -> str:
    """The value as JSON text that ends with a line end.

    ascii  whether letters outside ASCII are escaped too; else only what a terminal, a log or an
           encoding would not leave as it is
    """
    return safe_json(json.dumps(value, indent=2, ensure_ascii=ascii)) + "\n"


def safe_json(text: str) -> str:
    """JSON text with escapes for what a terminal, a log or an encoding would not leave as it is."""
    text = _RAW.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
    return GITHUB_COMMAND.sub(r"\\u0023", text)


def fields_of(value: object, *names: str) -> dict[str, Any]:
    """Some attributes of a value under their own names, as a document has them."""
    return {name: getattr(value, name) for name in names}


def plain_value(value: object) -> Any:
    """A value of the model as JSON has it: days as text, its classes and tuples taken apart."""
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return {field.name: plain_value(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return dict(value)
    return list(map(plain_value, value)) if isinstance(value, tuple) else value


def place_entry(place: "Place") -> dict[str, Any]:
    """Where something begins in a file, or in which cell of a spreadsheet."""
    return {**fields_of(place, "file", "line", "column"), "cell": place.cell or None}


def work_entry(work: "Work") -> dict[str, Any]:
    """A work as JSON, every field always there."""
    return fields_of(
        work, "key", "mark", "name", "year", "author", "published", "url", "languages", "note"
    )
