"""The holders of a table by what people are called, where a column says it beside a last name."""

from collections.abc import Sequence

from orgcli.model.appearance import plain
from orgcli.read.tables.cells.column_cells import read_column
from orgcli.read.tables.cells.words import YES_AND_NO
from orgcli.read.tables.column import different, is_blank
from orgcli.read.tables.columns.headings import fold, word_set
from orgcli.read.tables.grid import Cells, Fields, Table

PARTS = ("first_name", "last_name")
"""The fields of which a holder is made."""
_PREFERRED_NAME = "preferredname"
_PREFERRED = {
    "first_name": word_set(
        "preferredname preferredfirstname preferredfirst preferredgivenname preferred knownas"
        " nickname goesby callingname rufname tilltalsnamn roepnaam kutsumanimi"
    ),
    "last_name": word_set("preferredlastname preferredlast preferredsurname preferredfamilyname"),
}
"""Part of a name -> headings of what people are called instead of it."""
_IDEOGRAPHS = "\u2e80"
"""From here on are the letters of names that are written without spaces."""


def by_preferred_names(fields: Fields, table: Table, folded: Sequence[str]) -> Fields | None:
    """The fields with holders by what people are called; None where no column says it.

    A preferred name that has the last name in it is a full name, as are those of a column called
    `Preferred name` where each has a space. The legal names are kept to find managers by.

    folded  the headings, as fields know them
    """
    holder = fields.column.get("holder")
    if holder is not None and folded[holder] != _PREFERRED_NAME:
        return None
    legal = fields.without("holder")
    called, full_names = legal, None
    for part in PARTS:
        column = _preferred_column(legal, table, folded, part)
        if column is not None:
            cells = read_column(part, table.columns[column]).cells
            if folded[column] == _PREFERRED_NAME and _are_full_names(cells):
                full_names = cells
            called = called.assign(part, column, completed(cells, legal.cells.get(part)))
    if called is legal or "first_name" not in called.cells:
        return None
    if full_names is not None:
        found = legal.without(*PARTS)
        names = completed(full_names, joined(legal, PARTS))
    else:
        found, names = called, _whole_names(called)
    found = found.assign("holder", called.column["first_name"], names)
    if called.column == legal.column or any(part not in legal.cells for part in PARTS):
        return found
    return found.with_cells("legal_name", joined(legal, PARTS))


def joined(fields: Fields, parts: Sequence[str]) -> Cells:
    """The parts of the names of all rows, those of a row parted by a space."""
    columns = [fields.cells[part] for part in parts if part in fields.cells]
    return list(map(str.strip, map(" ".join, zip(*columns, strict=True))))


def _preferred_column(fields: Fields, table: Table, folded: Sequence[str], part: str) -> int | None:
    """The first column that says what people are called; none of which the cells are yes and no."""
    used = fields.used - {fields.column.get(part)}
    for column, heading in enumerate(table.headings):
        is_preferred = not _PREFERRED[part].isdisjoint((folded[column], fold(heading)))
        if is_preferred and column not in used and not is_blank(table.columns[column]):
            texts = different(table.columns[column])
            if not YES_AND_NO.issuperset(text.strip().casefold() for text in texts if text):
                return column
    return None


def completed(cells: Cells, others: Cells | None) -> Cells:
    """The cells, and where one is empty that of another column, if there is one."""
    if others is None or "" not in different(cells):
        return cells
    return [cell or other for cell, other in zip(cells, others, strict=True)]


def _are_full_names(cells: Cells) -> bool:
    names = different(cells) - {""}
    return bool(names) and all(" " in name for name in names)


def _whole_names(fields: Fields) -> Cells:
    """First and last name of each row; the first alone where it has the last in it."""
    pairs = zip(*(fields.cells[part] for part in PARTS), strict=True)
    return [
        first if _has_last_name(first, last) else f"{first} {last}".strip() for first, last in pairs
    ]


def _has_last_name(name: str, last: str) -> bool:
    """Whether a name has the last name in it, and more."""
    if not last or len(name) <= len(last):
        return False
    if last[0] >= _IDEOGRAPHS:
        return name.startswith(last) or name.endswith(last)
    words = f" {plain(name).casefold().replace(',', ' ')} "
    return f" {plain(last).casefold()} " in words
