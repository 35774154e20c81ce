"""Notes on the files of a chart: leavers, dates that are not read, rows left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from orgcli.cli.columns.row_lines import row_lines
from orgcli.cli.output import fail
from orgcli.language.tags import ENGLISH, LANGUAGES
from orgcli.model.organisation.snapshot import snapshot
from orgcli.render.sentences import counted

if TYPE_CHECKING:
    from orgcli.model.organisation.organisation import Organisation
    from orgcli.model.request.chart_request import ChartRequest
    from orgcli.model.table_reading import ColumnReading, TableReading

_DATES = ("start", "end")
_DATE = re.compile(r"[0-9]{1,4}([./-])[0-9]{1,2}\1[0-9]{1,4}")
_MOST_COLUMNS = 3


def language_notes(tag: str | None) -> Sequence[str]:
    """That a chart is in English, where the locale has another of our languages.

    tag  of the language of the locale; None where the user has chosen a language
    """
    if tag in (None, ENGLISH):
        return ()
    return (f"in English; --lang {tag} draws it in {LANGUAGES[tag]}",)


def refuse_unread_dates(
    organisation: Organisation, tables: Sequence[TableReading], day: date | None, quotes: bool
) -> None:
    """Leave with exit code 2 where a day is requested and no date of a table could be read.

    quotes  whether the message quotes the first cell that is no date
    """
    tables = [table for table in tables if table.file in organisation.files]
    if (
        day is None
        or not tables
        or any(position.start or position.end for position in organisation.positions)
    ):
        return
    table = tables[0]
    unread = next((column for table in tables for column in table.partly_read(*_DATES)), None)
    message = f"no date of `{table.file}` is read, so nothing is known about {day}"
    if unread is None:
        heading = next(filter(None, map(_dates_in, tables)), "Hire date")
        fail(message, f'say which column has dates: --map start="{heading}"')
    reason = _reason(unread, quotes)
    fail(message, f"{unread.heading}: {reason}; say the order: --date-format day-first")


def _dates_in(table: TableReading) -> str:
    """The heading of the first column that is no field and has something like dates."""
    columns = (column for column in table.columns if not column.fields)
    return next(
        (column.heading for column in columns if any(map(_DATE.search, column.examples))), ""
    )


def closed_notes(organisation: Organisation, request: ChartRequest) -> Iterator[str]:
    """How many positions are closed or not there on a day, and whether they are drawn."""
    closed = len(organisation.positions) - organisation.live
    if request.day is not None:
        present = snapshot(organisation, request.day, closed=request.show_closed)
        if absent := len(organisation.positions) - len(present.organisation.positions):
            verb = "is" if absent == 1 else "are"
            yield f"{counted(absent, 'position')} {verb} not there on {request.day}"
    elif closed and request.show_closed:
        yield f"{counted(closed, 'closed position')} among them"
    elif closed:
        yield f"{counted(closed, 'closed position')} left out; --show-closed draws them"


def table_notes(tables: Sequence[TableReading], quotes: bool) -> Iterator[str]:
    """Columns that are not read, and rows that are no position of their own.

    quotes  whether cells are quoted, in which people may be named
    """
    for table in tables:
        columns = list(table.partly_read())
        for column in columns[:_MOST_COLUMNS]:
            yield f"{table.file}: {column.heading}: {_reason(column, quotes)}"
        if len(columns) > _MOST_COLUMNS:
            yield f"{table.file}: and {counted(len(columns) - _MOST_COLUMNS, 'more column')}"
        yield from (f"{table.file}: {line}" for line in row_lines(table, quotes))


def _reason(column: ColumnReading, quotes: bool) -> str:
    """Why a column is not read, or not all of its cells."""
    if quotes or column.obstacle:
        return column.reason
    return f"not read: {counted(len(column.misfits), 'cell')}"
