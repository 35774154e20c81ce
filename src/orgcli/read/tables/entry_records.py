"""The rows of a table become the records of position entries, by the columns of their fields."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import overload

from orgcli.model.organisation.position_fields import CONTACT_FIELDS, POSITION_FIELDS
from orgcli.read.syntax.document import Value
from orgcli.read.tables.cells.cell_values import holders_in, words_in
from orgcli.read.tables.column import changed, look_of, texts_of
from orgcli.read.tables.grid import Cells, Fields, Table, only_rows

_TEXT_LISTS = tuple(
    name for name, field in POSITION_FIELDS.items() if field.several and field.is_free_text
)
_SCALARS = tuple(
    name for name, field in POSITION_FIELDS.items() if field.is_scalar and len(field.path) == 1
)
_LEADING = ("id", "title", "holder", "reports_to")
_ORDER = tuple(dict.fromkeys((*_LEADING, *_SCALARS, "dotted_lines", *_TEXT_LISTS)))
"""The fields of a record, in the order in which they stand in it."""

Record = dict[str, Value]
_Column = Iterable[Value | Mapping[str, str]]


@dataclass(eq=False, repr=False)
class Records(Sequence[Record]):
    """Records that are made when one is first read: those of a sound table never are."""

    make: Callable[[], list[Record]]

    @cached_property
    def _records(self) -> list[Record]:
        return self.make()

    @overload
    def __getitem__(self, at: int) -> Record: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Record]: ...
    def __getitem__(self, at: int | slice) -> Record | Sequence[Record]:
        return self._records[at]

    def __len__(self) -> int:
        return len(self._records)

    def __eq__(self, other: object) -> bool:
        return self._records == other


def entry_records(
    table: Table, fields: Fields, dotted: Mapping[int, Sequence[str]]
) -> list[Record]:
    """One mapping per row, without empty cells; dotted  the ids of secondary managers by row."""
    size = len(table.columns[0])
    lines: _Column = [[*dotted.get(row, ())] for row in range(size)]
    columns: dict[str, _Column] = {
        name: map(value_of(name), fields.cells[name]) if name != "dotted_lines" else lines
        for name in _ORDER
        if name == "dotted_lines" or name in fields.cells
    }
    contact = [name for name in CONTACT_FIELDS if name in fields.cells]
    columns["contact"] = _mappings(contact, [fields.cells[name] for name in contact])
    columns["attributes"] = attributes_of(table, fields)
    records: list[Record] = [{} for _ in range(size)]
    for name, column in columns.items():
        for record, value in zip(records, column, strict=False):
            if value:
                record[name] = {**value} if isinstance(value, Mapping) else value
    return records


def value_of(name: str) -> Callable[[str], Value]:
    """What makes the value of a field of one cell with text."""
    if name == "holder":
        return _holder
    return _words if name in _TEXT_LISTS else str


def _holder(cell: str) -> Value:
    if ";" not in cell:
        return cell
    holders = holders_in(cell)
    return [*holders] if len(holders) > 1 else "".join(holders)


def _words(cell: str) -> Value:
    return [*words_in(cell)]


def attributes_of(table: Table, fields: Fields) -> Sequence[Mapping[str, str]]:
    """What each row has in columns that are no fields, and in cells that do not fit theirs.

    So have cells that say more than their field. By heading; empty without such columns.
    """
    misfits = {fields.column[name]: rows for name, rows in fields.misfits.items()}
    for name, rows in fields.kept.items():
        column = fields.column[name]
        misfits[column] = sorted({*misfits.get(column, ()), *rows})
    columns = [
        column
        for column in range(len(table.headings))
        if column not in fields.used or column in misfits
    ]
    cells = [
        only_rows(table.columns[column], misfits[column])
        if column in misfits
        else _without_blanks(table.columns[column])
        for column in columns
    ]
    return _mappings([table.headings[column] for column in columns], cells)


def _mappings(names: Sequence[str], columns: Sequence[Cells]) -> Sequence[Mapping[str, str]]:
    """A mapping of the cells of each row by name, without empty ones."""
    mappings = [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]
    if any("" in texts_of(column) for column in columns):
        for row, mapping in enumerate(mappings):
            if "" in mapping.values():
                mappings[row] = {name: cell for name, cell in mapping.items() if cell}
    return mappings


def _without_blanks(cells: Cells) -> Cells:
    """The cells as they are, those of white space alone made empty."""
    if look_of(cells).is_stripped:
        return cells
    return changed(cells, lambda cell: "" if cell.isspace() else cell)
