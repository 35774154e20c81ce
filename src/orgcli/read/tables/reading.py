"""Says what was read of a table: the field of each column, and the rows that are none."""

from collections.abc import Mapping, Sequence
from functools import partial

from orgcli.model.findings.finding import Place
from orgcli.model.table_reading import ColumnReading, RowsLeftOut, TableReading
from orgcli.read.tables.columns.headings import FIELDS, RANK, known_word
from orgcli.read.tables.grid import Fields, LeftOutRow, Table

_NAME_PARTS = ("first_name", "last_name")
_STRUCTURE = {"id": "the order of the rows", "reports_to": "the structure of the file"}
"""What ids and managers come from where no column has them."""


def table_reading(table: Table, fields: Fields, positions: int) -> TableReading:
    """What was read of a table.

    fields     with their cells as they became entries
    positions  how many entries there are
    """
    header, sources = table.places.header(), _sources(table, fields)
    return TableReading(
        header.file,
        table.format,
        len(table.columns[0]) if table.columns else 0,
        positions,
        sources,
        [_column(table, fields, column, sources) for column in range(len(table.headings))],
        sorted(fields.unresolved),
        _by_kind(table.left_out),
    )


def _sources(table: Table, fields: Fields) -> Mapping[str, str]:
    """Field -> the heading of its column; a holder may be made of two.

    The fields come in the order of the positions', the most important first.
    """
    parts = [table.headings[fields.column[part]] for part in _NAME_PARTS if part in fields.column]
    heading_of = {
        name: " + ".join(parts) if name == "holder" and parts else table.headings[at]
        for name, at in fields.column.items()
        if name not in _NAME_PARTS
    }
    heading_of.update(
        (name, text)
        for name, text in _STRUCTURE.items()
        if table.parents and name not in heading_of
    )
    return {name: heading_of[name] for name in sorted(heading_of, key=_order)}


def _order(name: str) -> tuple[int, int]:
    return (0, _FIRST.index(name)) if name in _FIRST else (1, FIELDS.index(name))


_FIRST = ("id", "reports_to", "title", "holder", "department")


def _column(table: Table, fields: Fields, column: int, sources: Mapping[str, str]) -> ColumnReading:
    heading = table.headings[column]
    word = known_word(heading)[0]
    found = [name for name, at in fields.column.items() if at == column]
    # of a part of the name the column is first of all that part, which is written there
    is_part = any(name in _NAME_PARTS for name in found)
    names = sorted(
        found,
        key=lambda name: (
            name not in _NAME_PARTS and (is_part or word not in RANK[name]),
            _order(name),
        ),
    )
    read: Sequence[str] = next((fields.cells[name] for name in names if name in fields.cells), ())
    likely = tuple(name for name in FIELDS if word in RANK[name])
    return ColumnReading(
        heading,
        tuple(names),
        likely,
        table.columns[column],
        read,
        next((fields.misfits[name] for name in names if fields.misfits.get(name)), ()),
        fields.reasons.get(column, ""),
        {} if names else {name: sources[name] for name in likely if name in sources},
        partial(_cell, table, column),
    )


def _cell(table: Table, column: int, row: int) -> Place:
    return table.cell(row, column)


def _by_kind(rows: Sequence[LeftOutRow]) -> list[RowsLeftOut]:
    kinds: dict[str, list[LeftOutRow]] = {}
    for row in rows:
        kinds.setdefault(row.kind, []).append(row)
    return [
        RowsLeftOut(kind, len(several), several[0].text, several[0].place)
        for kind, several in kinds.items()
    ]
