"""The columns of tables as a listing: what each became, and why some cells are not read."""

from collections.abc import Sequence

from orgcli.cli.columns.row_lines import row_lines
from orgcli.compare.listing.listing import Listing, ListingField, ListingRow, ListingSection
from orgcli.compare.listing.terminal import listing_table
from orgcli.compare.listing.text_formats import listing_markdown
from orgcli.model.table_reading import ColumnReading, TableReading
from orgcli.model.text import listed, quoted
from orgcli.render.sentences import counted
from orgcli.render.view import Page

_PEOPLE = frozenset({"reports_to", "holder"})
_NAME_PARTS = frozenset({"first_name", "last_name"})
_MOST_WORDS = 3
_LONG_HEADING = 36


def columns_table(tables: Sequence[TableReading], page: Page) -> str:
    """The columns as lines for a terminal of the page's width."""
    return listing_table(columns_listing(tables), page)


def columns_markdown(tables: Sequence[TableReading], page: Page) -> str:
    """A heading and a table for each table."""
    return listing_markdown(columns_listing(tables), page)


def columns_listing(tables: Sequence[TableReading]) -> Listing:
    """The columns, those of each table below what the table is."""
    return Listing(
        "columns",
        "Columns",
        (
            ListingField("column", "column", "role", plain=True),
            ListingField("field", "field", plain=True),
            ListingField("cells", "cells", number=True),
            ListingField("examples", "examples", "quiet"),
            ListingField("note", "note", plain=True),
        ),
        tuple(ListingSection(_table(table), tuple(map(_row, table.columns))) for table in tables),
        foot=tuple(
            f"{table.file}: {line}" if len(tables) > 1 else line
            for table in tables
            for line in row_lines(table)
        ),
    )


def _table(table: TableReading) -> str:
    rows = counted(table.rows, "row")
    if table.unresolved:
        return f"{table.file}: {table.format}, {rows}; not read: {_undecided(table)}"
    return f"{table.file}: {table.format}, {rows}, {counted(table.positions, 'position')}"


def _undecided(table: TableReading) -> str:
    return f"no column is sure to be {quoted(table.unresolved)}"


def _row(column: ColumnReading) -> ListingRow:
    filled, fitting = column.filled, column.fitting
    rivals = () if column.reason else column.rivals.items()
    rival_notes = (f"{name} is {heading}" for name, heading in rivals)
    texts = {
        "column": _short(column.heading, _LONG_HEADING),
        "field": _field(column, filled),
        "cells": f"{filled:,}" if fitting in (None, filled) else f"{fitting:,} of {filled:,}",
        "examples": " · ".join(map(_short, column.examples)),
        "note": "; ".join(filter(None, (column.reason, *rival_notes, _emptied(column)))),
    }
    return ListingRow({}, texts)


def _short(text: str, most: int = 20) -> str:
    """As much of a cell or heading as leaves room for other columns."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _field(column: ColumnReading, filled: int) -> str:
    """What people call what a column became."""
    if not column.fields:
        return "attribute" if filled else "empty"
    names = ("holder" if name in _NAME_PARTS else name for name in column.fields)
    return ", ".join(dict.fromkeys(names))


def _emptied(column: ColumnReading) -> str:
    words = column.emptied
    if not words:
        return ""
    stands = "nobody" if _PEOPLE.intersection(column.fields) else "nothing"
    times = [f'"{word}"' + (f" ({count:,})" if count > 1 else "") for word, count in words.items()]
    return f"{listed(times, _MOST_WORDS, str)}: {stands}"
