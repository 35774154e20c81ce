"""Whom a cell names: several holders, nobody because the position is vacant, tags."""

import re

from orgcli.read.tables.column import rows_with, texts_of
from orgcli.read.tables.grid import Cells

LIST_MARK = re.compile(r"[;\n]")
"""What parts the names in a cell that may hold several."""

_TAG_MARK = re.compile(r"[;,\n]")
_ENTITY = re.compile(r"&#?\w{1,20};")
_NO_NAME = re.compile(r"[(\[{]|.*,$|.*[0-9@]")
"""How a line begins or ends, or what it holds, that goes on with the line before or after it."""
_SEAT = (
    r"(?:position|post|role|seat|job|headcount|requisition|req|stelle|tjänst|stilling|puesto|vaga)"
)
_VACANT_WORDS = (
    "vacant", "vacancy", "unfilled", "open", "tba", "tbc", "tbd", "tbh", "to be hired",
    "to be recruited", "to be appointed", "to be determined", "to be announced",
    "to be confirmed", "vakant", "vakante", "offen", "offene", "unbesetzt", "zu besetzen",
    "ledig", "ubesatt", "vacante", "vago", "vaga", "em aberto", "à pourvoir",
)  # fmt: skip
_ELIMINATED = "eliminated"
_VACANT = "|".join(_VACANT_WORDS)
_NO_HOLDER = re.compile(
    rf"\W*(?:currently )?(?:{_SEAT} )?(?:(?P<open>{_VACANT})|{_ELIMINATED})(?: {_SEAT})?"
    rf"(?:[\W_]+(?:{_VACANT}))?[\W_]*(?:[0-9]{{1,4}})?\W*",
    re.IGNORECASE,
)
_VACANCIES = tuple(
    word
    for word in (*_VACANT_WORDS, _ELIMINATED)
    if not any(shorter in word for shorter in _VACANT_WORDS if shorter != word)
)
"""Words of which each cell that `_NO_HOLDER` fits has one, in small letters; no needless ones."""
_AT_ONCE = 500
"""Cells that are searched as one text."""
_LONGEST_VACANCY = 40  # letters: whoever has a longer name is somebody


def vacancy(holder: str) -> str:
    """`open` or `closed` where the cell of a holder has a word for it, else nothing."""
    if len(holder) > _LONGEST_VACANCY:
        return ""
    match = _NO_HOLDER.fullmatch(holder)
    return "" if match is None else "open" if match["open"] else "closed"


def vacancies(holders: Cells) -> dict[int, str]:
    """Row -> `open` or `closed`, for all whose cells have a word for it."""
    if (texts := texts_of(holders)) is not holders:
        word_of = {text: word for text in texts if (word := vacancy(text))}
        return {row: word_of[holders[row]] for row in rows_with(holders, word_of.keys())}
    if not (vacancies := _vacancies_in(holders)):
        return {}
    words: dict[int, str] = {}
    for start in range(0, len(holders), _AT_ONCE):
        some = holders[start : start + _AT_ONCE]
        text = "\n".join(some).casefold()  # one search in it is quicker than one in each cell
        if any(word in text for word in vacancies):
            words |= {row: word for row, cell in enumerate(some, start) if (word := vacancy(cell))}
    return words


def _vacancies_in(holders: Cells) -> list[str]:
    """Those of `_VACANCIES` that may stand in some cell, for their longest words do.

    People have names in common: their words are far fewer than they are.
    """
    words: set[str] = set()
    for start in range(0, len(holders), _AT_ONCE):
        words.update("\n".join(holders[start : start + _AT_ONCE]).split())
    text = "\n".join(words).casefold()
    return [phrase for phrase in _VACANCIES if max(phrase.split(), key=len) in text]


def holders_in(cell: str) -> list[str]:
    """The holders in a cell: a semicolon parts them, but not where `&amp;` and the like stand.

    `Vacant` beside one of them is the other half of a job share.
    """
    several = _parts(LIST_MARK, cell) if ";" in cell and not _ENTITY.search(cell) else []
    several = [holder for holder in several if not vacancy(holder)]
    return several or ([cell] if cell else [])


def with_holders_parted(cells: Cells) -> Cells:
    """Two names on two lines of a cell are two holders: they are parted by a semicolon.

    A line is a name if it has two words, or one where names in this column have one; else it
    belongs to the line above, as in `Ben Li⏎(acting)`.
    """
    single = [cell for cell in cells if cell and "\n" not in cell]
    short = 2 * sum(" " not in cell for cell in single) > len(single)
    return [_parted(cell, short) if "\n" in cell else cell for cell in cells]


def _parted(cell: str, short: bool) -> str:
    lines = [line.rstrip("; ") for line in cell.split("\n")]
    names = all((short or " " in line) and not _NO_NAME.match(line) for line in lines)
    return ("; " if names else " ").join(lines)


def words_in(cell: str) -> list[str]:
    """The words in a cell, such as tags, parted by semicolons, commas or line ends."""
    return _parts(_TAG_MARK, cell)


def _parts(mark: re.Pattern[str], cell: str) -> list[str]:
    return [part.strip() for part in mark.split(cell) if part.strip()]
