"""What the cells of a column mean, which decides whether a column can be its field."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache

from orgcli.model.organisation.position_fields import POSITION_FIELDS, PositionField
from orgcli.read.roles.builtin_roles import role_ids
from orgcli.read.tables.grid import Cells

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
_WHOLE = re.compile(r"([0-9]{1,18})(?:\.0+)?")
_NUMBER = re.compile(r"[0-9]{1,18}(?:\.[0-9]*)?|\.[0-9]+")
_COMMA_NUMBER = re.compile(r"([0-9]{1,3}),([0-9]{1,2})")
_TRUTHS = {
    "true": "true", "yes": "true", "y": "true", "false": "false", "no": "false", "n": "false",
}  # fmt: skip
_OTHER_WORDS = {
    "status": {
        "filled": "active,filled,occupied,employed,on leave,true,yes,enabled",
        "open": "open,vacant,vacancy,unfilled",
        "planned": "planned,future",
        "closed": "closed,eliminated,terminated,inactive,abolished,false,no,disabled",
    }
}
"""Field -> choice -> what systems write for it, where they write more than the choice itself."""

_SEAT = (
    r"(?:position|post|role|seat|job|headcount|requisition|req|stelle|tjänst|stilling|puesto|vaga)"
)
_VACANT = (
    r"vacant|vacancy|unfilled|open|tb[acdh]"
    r"|to be (?:hired|recruited|appointed|determined|announced|confirmed)"
    r"|vakante?|offene?|unbesetzt|zu besetzen|ledig|ubesatt|vacante|vago|vaga|em aberto|à pourvoir"
)
_NO_HOLDER = re.compile(
    rf"\W*(?:currently )?(?:{_SEAT} )?(?:(?P<open>{_VACANT})|eliminated)(?: {_SEAT})?"
    rf"(?:[\W_]+(?:{_VACANT}))?[\W_]*(?:[0-9]{{1,4}})?\W*",
    re.IGNORECASE,
)
_LONGEST_VACANCY = 40  # letters: whoever has a longer name is somebody
_PHOTO = re.compile(r"(?!.*://).+\.(?:png|jpe?g|webp|gif|bmp|tiff?|avif)", re.IGNORECASE)

# Whether cells are those of a field of text, for fields that headings alone do not settle.
_TESTS: Mapping[str, Callable[[Cells], bool]] = {
    # HR systems have roles of their own, such as admin and user
    "role": lambda cells: role_ids().issuperset(filter(None, cells)),
    "email": lambda cells: any("@" in cell for cell in cells),
    "url": lambda cells: any("://" in cell for cell in cells),
    # exports have addresses of photos too
    "photo": lambda cells: all(map(_PHOTO.fullmatch, filter(None, cells))),
    # a column `Manager` of yes and no says who is one
    "reports_to": lambda cells: (
        not any(cells) or any(cell and cell.casefold() not in _TRUTHS for cell in cells)
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
    read = _reader(name)
    if read is None:
        return cells, name not in _TESTS or _TESTS[name](cells)
    known = {cell: read(cell) for cell in set(cells) if cell}
    text = {cell: taken for cell, taken in known.items() if taken is not None}
    return list(map(text.get, cells, cells)), len(text) == len(known)


@cache
def _reader(name: str) -> Callable[[str], str | None] | None:
    """What makes the text that a field takes of one cell, None where it does not fit.

    None for fields that take any text.
    """
    field = POSITION_FIELDS.get(name)  # the parts of a name are no fields of a position
    if field is None or field.is_free_text:
        return None
    if field.choices:
        words = {word: word for word in field.choices}
        for choice, others in _OTHER_WORDS.get(name, {}).items():
            words |= dict.fromkeys(others.split(","), choice)
        return lambda cell: words.get(cell.casefold())
    readers: Mapping[type, Callable[[str], str | None]] = {
        date: _day,
        int: lambda cell: _whole(cell, field),
        float: lambda cell: _number(cell, field),
        bool: lambda cell: _TRUTHS.get(cell.casefold()),
    }
    return readers.get(field.kind)


def _day(cell: str) -> str | None:
    found = _DAY.fullmatch(cell)
    if not found:
        return None
    try:
        return date.fromisoformat(found[1]).isoformat()
    except ValueError:
        return None


def _whole(cell: str, field: PositionField) -> str | None:
    found = _WHOLE.fullmatch(cell)
    return found[1] if found and field.least <= int(found[1]) <= field.most else None


def _number(cell: str, field: PositionField) -> str | None:
    number = _COMMA_NUMBER.sub(r"\1.\2", cell) if _COMMA_NUMBER.fullmatch(cell) else cell
    fits = _NUMBER.fullmatch(number) and field.least <= float(number) <= field.most
    return number if fits else None


def vacancy(holder: str) -> str:
    """`open` or `closed` where the cell of a holder says so instead of naming one, else nothing."""
    if len(holder) > _LONGEST_VACANCY:
        return ""
    found = _NO_HOLDER.fullmatch(holder)
    return "" if found is None else "open" if found["open"] else "closed"


def holders_in(cell: str) -> list[str]:
    """The holders in a cell: a semicolon parts them, but not where `&amp;` and the like stand.

    `Vacant` beside one of them is the other half of a job share.
    """
    several = _parts(LIST_MARK, cell) if ";" in cell and "&" not in cell else []
    several = [holder for holder in several if not vacancy(holder)]
    return several or ([cell] if cell else [])


def words_in(cell: str) -> list[str]:
    """The words in a cell, such as tags, parted by semicolons, commas or line ends."""
    return _parts(_TAG_MARK, cell)


def _parts(mark: re.Pattern[str], cell: str) -> list[str]:
    return [part.strip() for part in mark.split(cell) if part.strip()]
