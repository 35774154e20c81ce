"""What was read of tables as a JSON document, version 1."""

from collections.abc import Sequence
from typing import Any

from orgcli.model.table_reading import ColumnReading, TableReading
from orgcli.render.json import as_document, fields_of
from orgcli.render.view import Page


def columns_json(tables: Sequence[TableReading], page: Page) -> str:
    """One entry for each table, every field always there."""
    return as_document({"version": 1, "tables": [_table(table) for table in tables]})


def _table(table: TableReading) -> dict[str, Any]:
    return {
        **fields_of(table, "file", "format", "rows", "positions", "merged"),
        "fields": dict(table.sources),
        "unresolved": list(table.unresolved),
        "columns": [_column(column) for column in table.columns],
        "left_out": [
            {**fields_of(rows, "kind", "count", "text"), "line": rows.place.line}
            for rows in table.left_out
        ],
    }


def _column(column: ColumnReading) -> dict[str, Any]:
    return {
        "heading": column.heading,
        "fields": list(column.fields),
        "filled": column.filled,
        "fitting": column.fitting,
        "examples": list(column.examples),
        "reason": column.reason or None,
        "emptied": dict(column.emptied),
    }
