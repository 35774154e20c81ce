"""The columns of UK organograms, whatever their year calls them, and what their cells say."""

import re
from collections.abc import Collection, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import chain

from orgcli.model.findings.finding import Finding
from orgcli.model.likeness import did_you_mean, nearest_words
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.tables.columns.headings import (
    fold,
    heading_help,
    list_fields,
    list_headings,
    map_option,
)
from orgcli.read.tables.grid import Fields, Table

SENIOR: Mapping[str, str] = {
    "id": "postuniquereference postuniqueref uniquepostreference uniquereference postreference"
    " postref",
    "reports_to": "reportstoseniorpost reportstoseniorpostreference reportstopost reportsto",
    "holder": "name postholdername nameofpostholder postholder",
    "title": "jobtitle posttitle title",
    "department": "unit unitname",
    "fte": "fte",
    "email": "contactemail emailaddress email",
    "phone": "contactphone contacttelephone telephone phone",
}
"""Field -> folded headings of the senior posts, the usual one first."""

JUNIOR: Mapping[str, str] = {
    "reports_to": "reportingseniorpost reportingpost",
    "title": "genericjobtitle jobtitle title",
    "department": "unit unitname",
    "fte": "numberofpostsinfte numberofposts postsinfte numberinfte fte",
}
"""The same for the junior posts."""

_SEAT = (
    *("grade", "jobtitle", "jobteamfunction", "parentdepartment", "organisation", "unit"),
    *("salarycostofreports", "professionaloccupationalgroup", "valid"),
)
"""How the official headings begin in which the rows of a job share must agree.

A file may have others: its own, and those that programs add which publish or collect the tables.
"""

_OWNERS = ("parentdepartment", "organisation")
_LONG = 10  # letters of a heading that is known by how it begins
_READ_WRONGLY = "ï»¿"  # a byte order mark that some program took for text
_NO_HEADING = re.compile(r"column [0-9]+|unnamed: *[0-9]+(_level_[0-9]+)?", re.IGNORECASE)
_COUNTERS = frozenset({"", "id", "index", "row", "rowid", "rownumber"})
_WHOLE = re.compile(r"([0-9]+)\.0+")
_THOUSANDS = re.compile(r"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?")
_NUMBER = re.compile(r"[0-9]{1,9}(?:\.[0-9]{0,9})?|\.[0-9]{1,9}")
_ELIMINATED, _VACANT = "eliminated", ("vacant", "vacancy", "vacent", "vaccant")
_LETTERS_OFF = 2
_ALIKE = 0.84  # of the letters, so that `Elimiated` and `Eliminted` fit, `Elmira` does not


def columns_of(table: Table, field_words: Mapping[str, str], options: TableOptions) -> Fields:
    """The column of every field: what `--map` says, else the best heading of those known.

    A heading is best when it is one of the words, then when it begins with a long one of them.
    """
    fields = Fields()
    for name, at in _column_numbers(table.headings, field_words, options).items():
        cells = list(map(str.strip, table.columns[at]))
        if name in ("id", "reports_to"):
            cells = list(map(_reference, cells))
        fields = fields.assign(name, at, cells)
    return fields


def _column_numbers(
    headings: Sequence[str], field_words: Mapping[str, str], options: TableOptions
) -> dict[str, int]:
    """Field -> the number of its column."""
    columns: dict[str, int] = {}
    folded = [fold(heading.removeprefix(_READ_WRONGLY)) for heading in headings]
    mapped = {name.removeprefix("contact."): fold(heading) for name, heading in options.columns}
    for name, words in field_words.items():
        at = folded.index(mapped[name]) if mapped.get(name) in folded else None
        at = _best(words.split(), folded, columns.values()) if at is None else at
        if at is not None:
            columns[name] = at
    return columns


def heads_posts(headings: Sequence[str], options: TableOptions) -> bool:
    """Whether a row holds the headings of senior or of junior posts, and is no title above them."""
    is_senior = {"id", "reports_to"} <= _column_numbers(headings, SENIOR, options).keys()
    return is_senior or "reports_to" in _column_numbers(headings, JUNIOR, options)


def misuse(headings: Sequence[Sequence[str]], options: TableOptions) -> tuple[str, str] | None:
    """What is wrong with the command itself, and help: seen only once all tables are read.

    headings  those of each table
    """
    for field_name, heading in options.columns:
        name = field_name.removeprefix("contact.")
        fields = {**SENIOR, **JUNIOR}
        if name not in fields:
            near = tuple(map_option(word, heading) for word in nearest_words(name, fields))
            return (
                f"`--map {field_name}`: organograms have no field `{field_name}`",
                did_you_mean(near, list_fields(fields)),
            )
        every = [text for table in headings for text in table]
        if every and fold(heading) not in map(fold, every):
            message = f"no table has a column `{heading}` to be `{field_name}`"
            return message, heading_help(field_name, heading, every)
    if headings and all(
        "reports_to" in _column_numbers(table_headings, JUNIOR, options)
        and "id" not in _column_numbers(table_headings, SENIOR, options)
        for table_headings in headings
    ):
        return "there are only junior posts here", "name the table of senior posts before it"
    return None


def _best(words: Sequence[str], folded: Sequence[str], used: Collection[int]) -> int | None:
    free = [(at, heading) for at, heading in enumerate(folded) if at not in used]
    exact = (at for word in words for at, heading in free if heading == word)
    long = [word for word in words if len(word) >= _LONG]
    begun = (at for word in long for at, heading in free if heading.startswith(word))
    return next(chain(exact, begun), None)


def _reference(cell: str) -> str:
    """A reference without the decimals that a spreadsheet put behind it."""
    match = _WHOLE.fullmatch(cell)
    return match[1] if match else cell


def kept_columns(table: Table, fields: Fields) -> list[int]:
    """The columns that are attributes: those with a heading that are no field and no counter."""
    return [
        at
        for at, heading in enumerate(table.headings)
        if at not in fields.used and not _counts(heading)
    ]


def seat_columns(table: Table, fields: Fields) -> list[int]:
    """The columns in which the rows of a job share must agree: official ones, and no others."""
    same = set(map(fields.column.get, ("title", "department", "reports_to")))
    free = set(map(fields.column.get, ("id", "holder", "fte", "email", "phone")))
    return [
        at
        for at, heading in enumerate(table.headings)
        if at not in free and (at in same or fold(heading).startswith(_SEAT))
    ]


def owner_columns(table: Table) -> list[int]:
    """The columns that say whose the junior posts are."""
    return [at for at, heading in enumerate(table.headings) if fold(heading) in _OWNERS]


def _counts(heading: str) -> bool:
    """Whether a column has no heading, or one that only numbers the rows."""
    return bool(_NO_HEADING.fullmatch(heading)) or fold(heading) in _COUNTERS


def no_column(table: Table, heading: str, meaning: str) -> Entries:
    """No entries, and ORG006 for a column without which nothing can be read."""
    message = f"there is no column `{heading}`, which {meaning}"
    help = list_headings(
        [other_heading for other_heading in table.headings if not _counts(other_heading)]
    )
    finding = Finding("ORG006", message, table.places.header(), help=help)
    return Entries([], findings=[*table.findings, finding])


def eliminated(name: str) -> bool:
    """Whether a name says that the post no longer exists: `Eliminated'`, `POST ELIMINATED` ..."""
    return any(
        word.startswith("eliminat") or (word.startswith("el") and _alike(word, _ELIMINATED))
        for word in _words(name)
    )


def vacant(name: str) -> bool:
    """Whether a name says that nobody is in the post; a misspelling must stand alone."""
    words = _words(name)
    if any(word.startswith(_VACANT) for word in words):
        return True
    return len(words) == 1 and words[0].startswith("v") and _alike(words[0], _VACANT[0])


def _alike(word: str, target: str) -> bool:
    if abs(len(word) - len(target)) > _LETTERS_OFF:
        return False
    return SequenceMatcher(None, word, target).ratio() > _ALIKE


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", name.casefold())


def holder(name: str) -> str:
    """The name of a holder as it is shown; empty for nobody, `N/D` where it is not disclosed."""
    letters = "".join(_words(name))
    if letters in ("nd", "na") and len(name) <= len("(N / D)"):
        return f"{letters[0]}/{letters[1]}".upper()
    return "" if not letters or vacant(name) or eliminated(name) else name


def number(cell: str) -> float | None:
    """A number of posts or its share; None where the cell says another thing."""
    plain = cell.replace(",", "") if _THOUSANDS.fullmatch(cell) else cell
    return float(plain) if _NUMBER.fullmatch(plain) else None
