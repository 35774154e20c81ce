"""What the cells of a column mean as a field, and which of them are none of it."""

import re
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from orgcli.model.organisation.position_fields import POSITION_FIELDS, PositionField
from orgcli.read.roles.builtin_roles import role_ids
from orgcli.read.tables.cells.cell_values import with_holders_parted
from orgcli.read.tables.cells.white_space import has_odd_space, without_odd_space
from orgcli.read.tables.column import (
    different,
    filled_rows,
    replaced,
    rows_with,
    stripped,
    text_of,
    texts_of,
)
from orgcli.read.tables.grid import Cells

_NULLS = {"NULL": "", "\\N": ""}  # what databases write for nothing
_NULL_IS_TEXT = frozenset(  # but Null is a name, and NULL may be somebody's id
    {"id", "holder", "first_name", "last_name", "reports_to", "dotted_lines"}
)
_NOTHING = frozenset({"", "n a", "na", "null", "none", "nil", "nan", "tbd", "n d"})
"""Words, folded, that stand for an empty cell where no text is expected."""
_ANY_COUNTS = frozenset({"status", "start", "end", "photo"})
"""Fields of which one cell that fits says more than all the others say against it."""
_WHOLE = re.compile(r"([0-9]{1,18})(?:\.0+)?")
_NUMBER = re.compile(r"[0-9]{1,18}(?:\.[0-9]*)?|\.[0-9]+")
_COMMA_NUMBER = re.compile(r"([0-9]{1,3}),([0-9]{1,2})")
_PERCENT = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,2})?) ?%")
_PHOTO = re.compile(r"(?!.*://).+\.(?:png|jpe?g|webp|gif|bmp|tiff?|avif)", re.IGNORECASE)

Meanings = Mapping[str, str]
"""Different cells of a column, and the text that the field takes of each; "" where it is empty."""


@dataclass(frozen=True, slots=True)
class ColumnCells:
    """A column read as a field.

    cells      text that the field takes, "" where a cell is empty or does not fit
    misfits    the rows, in order, whose cells do not fit
    is_field   whether enough of the cells fit for the column to be the field
    ambiguous  cell -> its two readings, of dates whose order nothing decides
    """

    cells: Cells
    misfits: Sequence[int] = ()
    is_field: bool = True
    ambiguous: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def read_column(
    name: str,
    column: Cells,
    date_format: str | None = None,
    is_mapped: bool = False,
    is_negated: bool = False,
) -> ColumnCells:
    """The cells of a column as text that a field takes.

    White space around is gone, and line ends where a field has but one line; what databases
    write for nothing is nothing; dates are ISO dates, `Vacant` is `open`, `4.0` is level 4.

    date_format  one of DATE_FORMATS, or None to infer the order of day and month
    is_mapped    whether the user says that it is the field, so that any text is of it
    is_negated   whether the heading of a status says the contrary, as `Suspended` does
    """
    cells = stripped(column)
    if has_odd_space(cells):
        cells = without_odd_space(cells, name)
        cells = with_holders_parted(cells) if name == "holder" else cells
    if name not in _NULL_IS_TEXT:
        text = text_of(cells)
        cells = replaced(cells, _NULLS) if any(null in text for null in _NULLS) else cells
    if name in _TESTS and not is_mapped:
        return _tested(name, cells)
    if POSITION_FIELDS.get(name) is not None and POSITION_FIELDS[name].kind is date:
        return _dates(cells, date_format)
    read = _reader(name)
    if read is None:
        return ColumnCells(cells)
    filled = different(cells) - {""}
    known = _short_statuses(filled, is_negated) if name == "status" else {}
    if is_negated and not known:
        return ColumnCells(cells, is_field=not filled)
    if not known:
        readings = {cell: read(cell) for cell in filled}
        known = {cell: meaning for cell, meaning in readings.items() if meaning is not None}
    return _fitted(name, cells, filled, known)


def _tested(name: str, cells: Cells) -> ColumnCells:
    """A column of text that is the field as a whole, or is not."""
    if _TESTS[name](cells):
        return ColumnCells(cells)
    return ColumnCells(cells, filled_rows(cells), is_field=False)


def _dates(cells: Cells, date_format: str | None) -> ColumnCells:
    from orgcli.read.tables.cells.dates import read_dates  # few tables have any

    filled = different(cells) - {""}
    dates = read_dates(filled, date_format)
    fitted = _fitted("start", cells, filled, dates.days)
    return ColumnCells(fitted.cells, fitted.misfits, fitted.is_field, dates.ambiguous)


def _fitted(name: str, cells: Cells, filled: AbstractSet[str], known: Meanings) -> ColumnCells:
    """The cells of which the meaning is known, and the rows of the others.

    filled  the different texts of the cells, without an empty one
    """
    if len(known) == len(filled):
        if all(cell == text for cell, text in known.items()):
            return ColumnCells(cells)
        return ColumnCells(replaced(cells, known))
    misfits = rows_with(cells, filled - known.keys())
    fitting = len(rows_with(cells, {cell for cell, text in known.items() if text}))
    is_field = fitting > 0 if name in _ANY_COUNTS else fitting >= len(misfits)
    text = {**dict.fromkeys(filled, ""), **known}
    return ColumnCells(replaced(cells, text), misfits, is_field)


def _short_statuses(filled: AbstractSet[str], is_negated: bool) -> Meanings:
    """Yes and no in a column such as `Active`, or letters such as A and T, where all are such."""
    from orgcli.read.tables.cells.words import CODES, NEGATED_TRUTHS, TRUTH_STATUSES

    words = {cell: cell.casefold() for cell in filled}
    if words and CODES.keys() >= set(words.values()) and "a" in words.values() and not is_negated:
        return {cell: CODES[word] for cell, word in words.items()}
    truths = NEGATED_TRUTHS if is_negated else TRUTH_STATUSES
    statuses = {cell: truths.get(word, "") for cell, word in words.items()}
    return statuses if all(statuses.values()) else {}


@cache
def _reader(name: str) -> Callable[[str], str | None] | None:
    """What makes the text that a field takes of one cell, None where it does not fit.

    None for fields that take any text.
    """
    if name == "photo":
        return lambda cell: cell if _PHOTO.fullmatch(cell) else None
    described = POSITION_FIELDS.get(name)  # the parts of a name are no fields of a position
    if described is None or described.is_free_text:
        return None
    from orgcli.read.tables.cells.words import bare, status_of, truth_of

    read: Callable[[str], str | None] | None
    if name == "status":
        read = status_of
    elif described.choices:
        choices = {bare(word): word for word in described.choices}
        read = lambda cell: choices.get(bare(cell))  # noqa: E731
    else:
        readers: Mapping[type, Callable[[str], str | None]] = {
            int: lambda cell: _whole(cell, described),
            float: lambda cell: _number(cell, described),
            bool: truth_of,
        }
        read = readers.get(described.kind)
    if read is None:
        return None
    return lambda cell: text if (text := read(cell)) or bare(cell) not in _NOTHING else ""


def _whole(cell: str, field: PositionField) -> str | None:
    match = _WHOLE.fullmatch(cell)
    return match[1] if match and field.least <= int(match[1]) <= field.most else None


def _number(cell: str, field: PositionField) -> str | None:
    if match := _PERCENT.fullmatch(cell):
        return f"{float(match[1]) / 100:g}"
    number = _COMMA_NUMBER.sub(r"\1.\2", cell) if _COMMA_NUMBER.fullmatch(cell) else cell
    fits = _NUMBER.fullmatch(number) and field.least <= float(number) <= field.most
    return number if fits else None


def _yes_and_no(cells: Cells) -> bool:
    from orgcli.read.tables.cells.words import YES_AND_NO, bare

    first = next((cell for cell in texts_of(cells) if cell), "")
    if bare(first) not in YES_AND_NO:  # most columns: nothing more need be looked at
        return False
    return all(bare(cell) in YES_AND_NO for cell in different(cells) if cell)


# Whether cells are those of a field of text, for fields that headings alone do not settle.
_TESTS: Mapping[str, Callable[[Cells], bool]] = {
    # HR systems have roles of their own, such as admin and user
    "role": lambda cells: role_ids().issuperset(filter(None, texts_of(cells))),
    "email": lambda cells: "@" in text_of(cells),
    "url": lambda cells: any("://" in cell for cell in texts_of(cells)),
    # a column `Manager` of yes and no says who is one
    "reports_to": lambda cells: not _yes_and_no(cells),
}
