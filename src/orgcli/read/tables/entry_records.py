"""The rows of a table become the records of position entries, by the columns of their fields."""

from collections.abc import Mapping, Sequence

from orgcli.model.organisation.position_fields import CONTACT_FIELDS, POSITION_FIELDS
from orgcli.read.syntax.document import Value
from orgcli.read.tables.cells.cell_values import holders_in, words_in
from orgcli.read.tables.grid import Cells, Fields, Table

_CORE = ("id", "title", "holder", "reports_to")
"""The fields that nearly every row has: they are read by a literal, which is faster."""
_SCALARS = tuple(
    name
    for name, field in POSITION_FIELDS.items()
    if field.is_scalar and name not in (*_CORE, *CONTACT_FIELDS)
)
_WORD_LISTS = tuple(
    name
    for name, field in POSITION_FIELDS.items()
    if field.several and field.is_free_text and name not in _CORE
)

Record = dict[str, Value]


def entry_records(
    table: Table, fields: Fields, dotted: Mapping[int, Sequence[str]]
) -> list[Record]:
    """One mapping per row, without empty cells; dotted  the ids of secondary managers by row."""
    records = _core_records(fields, len(table.columns[0]))
    for name in _SCALARS:
        for record, cell in zip(records, fields.cells.get(name, ()), strict=False):
            if cell:
                record[name] = cell
    for record, cell in zip(records, fields.cells.get("holder", ()), strict=False):
        if ";" in cell:
            holders = holders_in(cell)
            record["holder"] = [*holders] if len(holders) > 1 else "".join(holders)
    for row, managers in dotted.items():
        records[row]["dotted_lines"] = [*managers]
    for name in _WORD_LISTS:
        for record, cell in zip(records, fields.cells.get(name, ()), strict=False):
            words = words_in(cell)
            if words:
                record[name] = [*words]
    contact = [name for name in CONTACT_FIELDS if name in fields.cells]
    _add_mappings(records, "contact", contact, [fields.cells[name] for name in contact])
    rest = [column for column in range(len(table.headings)) if column not in fields.used]
    headings = [table.headings[column] for column in rest]
    cells = [_without_blanks(table.columns[column]) for column in rest]
    _add_mappings(records, "attributes", headings, cells)
    return records


def _core_records(fields: Fields, size: int) -> list[Record]:
    empty = [""] * size
    core = [fields.cells.get(name, empty) for name in _CORE]
    records: list[Record] = [  # a literal takes half the time of dict(zip(...))
        {"id": name, "title": title, "holder": holder, "reports_to": manager}
        for name, title, holder, manager in zip(*core, strict=True)
    ]
    for field, cells in zip(_CORE, core, strict=True):
        if "" in cells:
            for record, cell in zip(records, cells, strict=True):
                if not cell:
                    del record[field]
    return records


def _add_mappings(
    records: Sequence[Record], field: str, names: Sequence[str], columns: Sequence[Cells]
) -> None:
    """Put a mapping of the cells of a row, by name, under a field, where one is not empty."""
    for record, row in zip(records, zip(*columns, strict=True), strict=False):
        mapping: Record = dict(zip(names, row, strict=True))
        if not all(row):
            mapping = {name: cell for name, cell in mapping.items() if cell}
        if mapping:
            record[field] = mapping


def _without_blanks(cells: Cells) -> Cells:
    """The cells as they are, those of white space alone made empty."""
    if not any(map(str.isspace, cells)):
        return cells
    return ["" if cell.isspace() else cell for cell in cells]
