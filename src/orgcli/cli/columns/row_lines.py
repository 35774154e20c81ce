"""What became of the rows of a table that are no position of their own, in words."""

from collections.abc import Iterator

from orgcli.model.table_reading import SHEET, RowsLeftOut, TableReading
from orgcli.render.sentences import counted


def row_lines(table: TableReading, quotes: bool = True) -> Iterator[str]:
    """What became of rows that are no position of their own, and fields without a column.

    quotes  whether the first of the rows is quoted
    """
    headings = {column.heading for column in table.columns}
    for name, source in table.sources.items():
        if source not in headings and " + " not in source:
            yield f"{name} comes from {source}"
    if table.merged:
        yield f"{counted(table.merged, 'row')} merged with others of the same id"
    for rows in table.left_out:
        if rows.kind == SHEET:
            yield f'{sheets_left_out(rows)}: "{rows.text}"' + _and_more(rows.count)
            continue
        first = f"row {rows.place.line}" + (f' "{rows.text}"' if rows.text and quotes else "")
        yield f"{counted(rows.count, 'row')} left out ({rows.kind}): {first}{_and_more(rows.count)}"


def sheets_left_out(rows: RowsLeftOut) -> str:
    """How many sheets of a workbook, which name fields too, are not read."""
    return f"{counted(rows.count, 'sheet')} not read"


def _and_more(count: int) -> str:
    """How many there are besides the first."""
    return f" and {count - 1:,} more" if count > 1 else ""
