"""Records as rows of cells: lists joined, attributes in columns of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from orgcli.exchange.numbers import number_text
from orgcli.exchange.tables.line_values import ResolvedPositions
from orgcli.exchange.tables.record_fields import (
    RECORD_FIELDS,
    attribute_values,
    chosen_fields,
    values_of,
)
from orgcli.model.organisation.position import ATTRIBUTE
from orgcli.render.spreadsheet.workbook import SheetCell

_BREAKS = re.compile("\\s*[\t\f\n\r\v\x85\u2028\u2029]\\s*")
_PATH = " > "


def record_columns(of: ResolvedPositions) -> Iterator[tuple[str, Sequence[SheetCell]]]:
    """The heading and the cells of each column."""
    for name in chosen_fields(of):
        if name == "attributes":
            for attribute in of.attribute_names:
                yield attribute_heading(attribute), _cells(attribute_values(attribute, of))
        elif name == "path":
            paths = values_of(name, of)
            yield name, [None if path is None else one_line(_PATH.join(path)) for path in paths]
        else:
            yield name, _cells(values_of(name, of))


def _cells(values: Sequence[Any]) -> Sequence[SheetCell]:
    """The values of a column in cells; most are what they are already."""
    kinds = set(map(type, values)) - {type(None)}
    if kinds <= {str}:
        has_breaks = _BREAKS.search("".join(filter(None, values))) is not None
        return list(map(cell, values)) if has_breaks else values
    return values if kinds <= {bool, int, float, date} else list(map(cell, values))


def attribute_heading(name: str) -> str:
    """The heading of an attribute, which is never that of a field."""
    plain = one_line(name)
    needs_prefix = plain in RECORD_FIELDS or plain.startswith(ATTRIBUTE)
    return f"{ATTRIBUTE}{plain}" if needs_prefix else plain


def cell(value: Any) -> SheetCell:
    """A value in a cell: text on one line, a list of texts joined, nothing for nothing."""
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, tuple | list):
        texts = (item["to"] if isinstance(item, dict) else item for item in value)
        return "; ".join(map(one_line, texts)) or None
    assert value is None or isinstance(value, bool | int | float | date)
    return value


def one_line(text: str) -> str:
    """The text without line ends and tabs."""
    return _BREAKS.sub(" ", text)


def column_texts(cells: Sequence[SheetCell]) -> Sequence[str]:
    """The cells of a column as texts."""
    kinds = set(map(type, cells))
    if kinds <= {str, type(None)}:
        return [text or "" for text in cells]  # type: ignore[misc]
    return list(map(cell_text, cells))


def cell_text(value: SheetCell) -> str:
    """A cell as the text of a table: numbers without an exponent."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(value)
    return "" if value is None else str(value)
