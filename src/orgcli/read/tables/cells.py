"""What the cells of a column hold, which decides whether a column can be its field."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from orgcli.model.findings.finding import Finding
from orgcli.read.roles.builtin_roles import role_ids

LIST_MARK = re.compile(r"[;\n]")
"""What parts the names in a cell that may hold several."""

_TAG_MARK = re.compile(r"[;,\n]")
_NULLS = {"NULL": "", "\\N": ""}  # what databases write for nothing
_NULL_IS_TEXT = frozenset(  # but Null is a name, and NULL may be somebody's id
    {"id", "holder", "first_name", "last_name", "reports_to", "dotted_lines"}
)
_DAY = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_WHOLE = re.compile(r"([0-9]{1,7})(?:\.0+)?")
_NUMBER = re.compile(r"[0-9]{1,4}(?:\.[0-9]*)?|\.[0-9]+")
_COMMA_NUMBER = re.compile(r"([0-9]{1,3}),([0-9]{1,2})")
_STATUS = {
    word: status
    for status, words in {
        "filled": "active,filled,occupied,employed,on leave",
        "open": "open,vacant,vacancy,unfilled",
        "planned": "planned,future",
        "closed": "closed,eliminated,terminated,inactive,abolished",
    }.items()
    for word in words.split(",")
}
_TRUTH = {"true": "true", "yes": "true", "y": "true", "false": "false", "no": "false", "n": "false"}
_PHOTO = re.compile(r"(?!.*://).+\.(?:png|jpe?g|webp|gif|bmp|tiff?|avif)", re.IGNORECASE)
_ANSWERS = frozenset({"", "yes", "no", "true", "false", "y", "n"})

_SEAT = (
    r"(?:position|post|role|seat|job|headcount|requisition|req|stelle|tjänst|stilling|puesto|vaga)"
)
_VACANT = (
    r"vacant|vacancy|unfilled|open|tb[acdh]"
    r"|to be (?:hired|recruited|appointed|determined|announced|confirmed)"
    r"|vakante?|offene?|unbesetzt|zu besetzen|ledig|ubesatt|vacante|vago|vaga|em aberto|à pourvoir"
)
_NOBODY = re.compile(
    rf"\W*(?:currently )?(?:{_SEAT} )?(?:(?P<open>{_VACANT})|eliminated)(?: {_SEAT})?"
    rf"(?:[\W_]+(?:{_VACANT}))?[\W_]*(?:[0-9]{{1,4}})?\W*",
    re.IGNORECASE,
)
_LONGEST_NOBODY = 40  # letters: whoever has a longer name is somebody

Cells = Sequence[str]


def _day(cell: str) -> str | None:
    found = _DAY.fullmatch(cell)
    if not found:
        return None
    try:
        return date.fromisoformat(found[1]).isoformat()
    except ValueError:
        return None


def _whole(low: int, high: int) -> Callable[[str], str | None]:
    def read(cell: str) -> str | None:
        found = _WHOLE.fullmatch(cell)
        return found[1] if found and low <= int(found[1]) <= high else None

    return read


def _number(cell: str) -> str | None:
    number = _COMMA_NUMBER.sub(r"\1.\2", cell) if _COMMA_NUMBER.fullmatch(cell) else cell
    return number if _NUMBER.fullmatch(number) and float(number) <= 1000 else None


_READ: dict[str, Callable[[str], str | None]] = {
    "status": lambda cell: _STATUS.get(cell.casefold()),
    "start": _day,
    "end": _day,
    "fte": _number,
    "headcount": _whole(1, 1_000_000),
    "level": _whole(0, 1000),
    "assistant": lambda cell: _TRUTH.get(cell.casefold()),
    "archetype": lambda cell: (
        cell.casefold() if cell.casefold() in ("executor", "strategist") else None
    ),
}


def read_cells(name: str, column: Cells) -> tuple[Cells, bool]:
    """The cells of a column as text that the field takes, and whether every one of them fits.

    White space around is gone; what databases write for nothing is nothing; ISO times lose
    their time of day, `Vacant` is `open`, `4.0` is level 4. What does not fit stays as it is.
    """
    cells: Cells = list(map(str.strip, column))
    if name not in _NULL_IS_TEXT and any(null in cells for null in _NULLS):
        cells = list(map(_NULLS.get, cells, cells))
    read = _READ.get(name)
    if read is None:
        return cells, _looks_like(name, cells)
    known = {cell: read(cell) for cell in set(cells) if cell}
    text = {cell: taken for cell, taken in known.items() if taken is not None}
    return list(map(text.get, cells, cells)), len(text) == len(known)


def _looks_like(name: str, cells: Cells) -> bool:
    if name == "role":  # HR systems have roles of their own, such as admin and user
        return role_ids().issuperset(filter(None, cells))
    if name == "email":
        return any("@" in cell for cell in cells)
    if name == "url":
        return any("://" in cell for cell in cells)
    if name == "photo":  # exports have addresses of them too
        return all(map(_PHOTO.fullmatch, filter(None, cells)))
    if name == "reports_to":  # a column `Manager` of yes and no says who is one
        return not any(cells) or any(cell.casefold() not in _ANSWERS for cell in cells)
    return True


def status_in(holder: str) -> str:
    """`open` or `closed` where the cell of a holder says so instead of naming one, else nothing."""
    if len(holder) > _LONGEST_NOBODY:
        return ""
    found = _NOBODY.fullmatch(holder)
    return "" if found is None else "open" if found["open"] else "closed"


def holders_in(cell: str) -> list[str]:
    """The holders in a cell: a semicolon parts them, but not where `&amp;` and the like stand.

    `Vacant` beside one of them is the other half of a job share.
    """
    several = _parts(LIST_MARK, cell) if ";" in cell and "&" not in cell else []
    several = [one for one in several if not status_in(one)]
    return several or ([cell] if cell else [])


def tags_in(cell: str) -> list[str]:
    """The tags in a cell, parted by semicolons, commas or line ends."""
    return _parts(_TAG_MARK, cell)


def _parts(mark: re.Pattern[str], cell: str) -> list[str]:
    return [part.strip() for part in mark.split(cell) if part.strip()]


@dataclass(slots=True)
class Fields:
    """The columns that were chosen, and what they hold.

    column    field -> column; `email`, `phone` and `url` stand for the fields of the contact
    cells     field -> its cells, read as by read_cells
    unknown   fields among `id` and `reports_to` that must not be guessed: nothing can be read
    """

    column: dict[str, int] = field(default_factory=dict)
    cells: dict[str, Cells] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)

    def take(self, name: str, column: int, cells: Cells) -> None:
        """Let a column be a field."""
        self.column[name] = column
        self.cells[name] = cells
        self.used.add(column)

    def drop(self, name: str) -> None:
        """Let the column of a field be an attribute after all."""
        column = self.column.pop(name, None)
        self.cells.pop(name, None)
        if column is not None and column not in self.column.values():
            self.used.discard(column)
