"""What was read of a table: its rows, and the field that each of its columns became."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from orgcli.model.findings.finding import Place
from orgcli.model.text import shortened

_EXAMPLES = 2
_OF_PEOPLE = (
    "employee", "empl", "person", "worker", "staff", "user", "member", "associate", "badge",
    "payroll", "login", "account", "mail", "name", "mitarbeit", "anställ", "ansatt", "medarbet",
    "emplead", "funcion", "trabaj", "colabora",
)  # fmt: skip
_OF_SEATS = (
    "position", "post", "seat", "job", "role", "stelle", "befattning", "stilling", "puesto",
    "cargo",
)  # fmt: skip
"""What is in the heading of a column of ids where they are those of people, and of seats."""


@dataclass(frozen=True, slots=True, eq=False)
class ColumnReading:
    """A column; what is counted in its cells is counted when it is needed.

    fields          the fields that it became, first the one it is read as; none: an attribute
    heading_fields  the fields that its heading means
    cells           as they are written
    read            as its field has them; nothing for an attribute
    misfits         the rows whose cells do not fit the field and are not read
    obstacle        why it is not the field that its heading means
    rivals          the field that its heading means -> the heading of the column that is it instead
    place           where the cell of a row is written
    """

    heading: str
    fields: tuple[str, ...]
    heading_fields: tuple[str, ...]
    cells: Sequence[str]
    read: Sequence[str] = ()
    misfits: Sequence[int] = ()
    obstacle: str = ""
    rivals: Mapping[str, str] = field(default_factory=dict)
    place: Callable[[int], Place] = field(default=lambda _: Place(""), repr=False)

    @property
    def filled(self) -> int:
        """How many cells are not blank."""
        return sum(map(bool, map(str.strip, self.cells)))

    @property
    def fitting(self) -> int | None:
        """How many of these the field takes; None for an attribute."""
        return self.filled - len(self.misfits) if self.fields else None

    @property
    def examples(self) -> tuple[str, ...]:
        """Two cells that differ, the first ones that fit."""
        misfits = frozenset(self.misfits)
        distinct: dict[str, None] = {}
        for row, cell in enumerate(self.cells):
            if (text := cell.strip()) and row not in misfits:
                distinct[shortened(text)] = None
                if len(distinct) == _EXAMPLES:
                    break
        return tuple(distinct)

    @property
    def emptied(self) -> Mapping[str, int]:
        """Words that mean nothing or nobody, such as `NULL` and `Vacant`, and how often each."""
        misfits = frozenset(self.misfits)
        pairs = enumerate(zip(self.cells, self.read, strict=False))
        return Counter(
            cell.strip()
            for row, (cell, text) in pairs
            if not text and cell.strip() and row not in misfits
        )

    @property
    def reason(self) -> str:
        """Why the column, or some of its cells, are not the field; nothing where all are."""
        if self.obstacle or not self.misfits:
            return self.obstacle
        first, *others = self.misfits
        more = f" and {len(others):,} more" if others else ""
        cell = shortened(self.cells[first].strip())
        return f'not read: "{cell}", row {self.place(first).line}{more}'


SHEET = "sheet"
"""What RowsLeftOut calls the sheets of a workbook that hold positions too and are not read."""


@dataclass(frozen=True, slots=True)
class RowsLeftOut:
    """Rows of a file that are no rows of its table.

    kind   what they are, as messages call it: `footer`, `title`, or SHEET
    count  how many; text and place are those of the first
    """

    kind: str
    count: int
    text: str
    place: Place


@dataclass(frozen=True, slots=True, eq=False)
class TableReading:
    """A table.

    format      what the file is, as people call it: `CSV`
    rows        how many there are below the headings
    positions   how many they became; fewer where rows share an id and are one position
    sources     field -> the heading of its column, or what else it comes from
    columns     all of them in the order of the file
    unresolved  fields that could not be decided; nothing is read then
    left_out    rows that are none of the table
    """

    file: str
    format: str
    rows: int
    positions: int
    sources: Mapping[str, str]
    columns: Sequence[ColumnReading]
    unresolved: Sequence[str] = ()
    left_out: Sequence[RowsLeftOut] = ()

    @property
    def attributes(self) -> Sequence[str]:
        """The headings of the columns that are no field."""
        return [column.heading for column in self.columns if not column.fields]

    @property
    def ids_are_people(self) -> bool:
        """Whether ids are those of people, by the heading of their column, and not of seats."""
        heading = self.sources.get("id", "").casefold()
        words = "".join(sign if sign.isalnum() else " " for sign in heading).split()
        of_people = any(part in heading for part in _OF_PEOPLE) or any(map(_means_employee, words))
        return of_people and not any(part in heading for part in _OF_SEATS)

    @property
    def merged(self) -> int:
        """How many rows became a position with another one."""
        return self.rows - self.positions if self.positions else 0

    def partly_read(self, *fields: str) -> Iterator[ColumnReading]:
        """The columns that are some field in part, or are left though their heading means one.

        fields  only those of these fields; without any, all
        """
        for column in self.columns:
            about = {*column.fields, *column.heading_fields}
            if (column.obstacle or column.misfits) and (not fields or not about.isdisjoint(fields)):
                yield column


def _means_employee(word: str) -> bool:
    """Whether a word is or begins with a short form: Emp. No., EE ID; `empresa` is a company."""
    return word in ("ee", "eeid") or (word.startswith("emp") and not word.startswith("empresa"))
