"""Records in columns as the text of JSON, without a value of Python for each record."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from json.encoder import encode_basestring
from typing import Any

from orgcli.render.json import plain_value

_WORDS = {True: "true", False: "false", None: "null"}
_STEP = 2
"""Blanks by which what is in something is set in further."""


def json_records(
    names: Sequence[str], columns: Sequence[Sequence[Any]], indent: int | None = None
) -> Iterator[str]:
    """The text of each record, as `json.dumps` writes it with letters outside of ASCII.

    names, columns  what the values of a record are called, one at least; the values of each name
    indent          the blanks before a record, whose values are on lines of their own; None where
                    it is one line
    """
    inner = None if indent is None else indent + _STEP
    keys = [f"{encode_basestring(name)}: ".replace("%", "%%") + "%s" for name in names]
    template = ("" if indent is None else " " * indent) + _around("{}", keys, indent)
    texts = [_column_texts(column, inner) for column in columns]
    return (template % row for row in zip(*texts, strict=True))


def _around(brackets: str, items: Sequence[str], indent: int | None) -> str:
    """Items in brackets, each on a line of its own where there is an indent."""
    first, last = brackets[0], brackets[1]
    if not items:
        return brackets
    if indent is None:
        return f"{first}{', '.join(items)}{last}"
    pad = "\n" + " " * (indent + _STEP)
    return f"{first}{pad}{f',{pad}'.join(items)}\n{' ' * indent}{last}"


def _column_texts(values: Sequence[Any], indent: int | None) -> Sequence[str]:
    """The values of a column as they are written; most columns have one type of value."""
    kinds = set(map(type, values))
    if kinds <= {str, type(None)}:
        return ["null" if value is None else encode_basestring(value) for value in values]
    if kinds <= {int}:
        return list(map(str, values))
    if kinds <= {bool, type(None)}:
        return [_WORDS[value] for value in values]
    return [_text(value, indent) for value in values]


def _text(value: Any, indent: int | None) -> str:
    if value is None:
        return "null"
    if isinstance(value, date):
        return f'"{value.isoformat()}"'
    if isinstance(value, tuple | list) and _are_texts(value):
        return _around("[]", list(map(encode_basestring, value)), indent)
    if isinstance(value, dict) and _are_texts([*value, *value.values()]):
        pairs = [
            f"{encode_basestring(key)}: {encode_basestring(text)}" for key, text in value.items()
        ]
        return _around("{}", pairs, indent)
    plain = plain_value(value)
    if indent is None:
        return json.dumps(plain, ensure_ascii=False)
    text = json.dumps(plain, ensure_ascii=False, indent=_STEP)
    return text.replace("\n", "\n" + " " * indent)


def _are_texts(values: Sequence[Any]) -> bool:
    return all(type(value) is str for value in values)
