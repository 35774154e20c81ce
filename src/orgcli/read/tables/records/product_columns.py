"""Columns of certain programs that say a field in a way of their own."""

import re
from collections.abc import Sequence

from orgcli.read.tables.columns.headings import RANK, fold
from orgcli.read.tables.grid import Cells
from orgcli.read.tables.records.words import is_manager

_LABELS = ("label", "text", "content")
"""What drawing programs call the name of a node."""
_LAST_PART = re.compile(r"""[/(]["']?([^/()"']+)["']?\)?/?$""")
"""The id at the end of an address: `.../users/7`, `users('7')`."""
_ADDRESSES = frozenset({"manager ref", "manager.url", "manager.href"})
"""Columns that hold one."""
_LINK = re.compile(r"\A\s*<a\s[^<>]*>([^<>]*)</a>\s*\Z")
_VACANCY = frozenset({"vacancy", "vacant", "open", "placeholder"})
_PERSON = frozenset({"person", "employee", "people", "user", "member"})
_NO_NAME = re.compile(r"\b(?:new )?(?:vacan|open (?:role|position)|tb[hda]\b|to be hired)", re.I)

Columns = tuple[list[str], list[Cells]]


def product_columns(headings: Sequence[str], columns: Sequence[Cells]) -> Columns:
    """The headings and the columns, those that a program writes in its own way as fields."""
    table: Columns = (list(headings), list(columns))
    for change in (
        _manager_address,
        _label,
        _full_names,
        _linked_titles,
        _vacancies,
        _locality,
    ):
        table = change(table)
    return table


def _manager_address(table: Columns) -> Columns:
    """A manager by address (OData, SCIM) is the id at its end."""
    headings, columns = table
    for number, heading in enumerate(headings):
        if heading == "manager id" or (
            heading in _ADDRESSES and not any(map(is_manager, headings))
        ):
            headings[number] = "manager id"
            columns[number] = _first_group_in(columns[number], _LAST_PART)
            break
    return headings, columns


def _first_group_in(cells: Cells, pattern: re.Pattern[str]) -> Cells:
    """The first group of what a pattern finds in each cell, else the cell."""
    return [match[1] if (match := pattern.search(cell)) else cell for cell in cells]


def _label(table: Columns) -> Columns:
    """The label of a node is its name, where nothing else is."""
    headings, columns = table
    folded = list(map(fold, headings))
    if not any(word in RANK[name] for name in ("holder", "title") for word in folded):
        number = next((folded.index(word) for word in _LABELS if word in folded), None)
        if number is not None:
            headings[number] = "name"
    return headings, columns


def _full_names(table: Columns) -> Columns:
    """A full name that some records leave out (SCIM, Okta) is made of its parts there."""
    headings, columns = table
    folded = list(map(fold, headings))
    parts = [folded.index(word) for word in ("firstname", "lastname") if word in folded]
    full = [at for at, word in enumerate(folded) if word in RANK["holder"]]
    best = min(full, key=lambda at: RANK["holder"][folded[at]], default=None)
    if parts and best is not None and "" in columns[best]:
        joined = (
            " ".join(filter(None, cells))
            for cells in zip(*(columns[at] for at in parts), strict=True)
        )
        columns[best] = [cell or name for cell, name in zip(columns[best], joined, strict=True)]
    return headings, columns


def _linked_titles(table: Columns) -> Columns:
    """A title that is a link in HTML, as GitLab writes it, is the text of the link."""
    headings, columns = table
    for number, heading in enumerate(headings):
        if fold(heading) in RANK["title"]:
            columns[number] = _first_group_in(columns[number], _LINK)
    return headings, columns


def _vacancies(table: Columns) -> Columns:
    """GitLab's `type: vacancy` among `type: person` is an open position, whatever it is named."""
    headings, columns = table
    folded = list(map(fold, headings))
    if "type" not in folded or any(word in RANK["status"] for word in folded):
        return table
    number = folded.index("type")
    words = [cell.casefold() for cell in columns[number]]
    kinds = set(words) - {""}
    if not kinds & _VACANCY or not kinds <= _VACANCY | _PERSON:
        return table
    headings[number] = "status"
    columns[number] = ["open" if word in _VACANCY else "" for word in words]
    names = [at for at, word in enumerate(folded) if word in RANK["holder"]]
    for at in names:
        columns[at] = [
            "" if word in _VACANCY and _NO_NAME.search(cell) else cell
            for word, cell in zip(words, columns[at], strict=True)
        ]
    return headings, columns


def _locality(table: Columns) -> Columns:
    """The town of an address (SCIM) is where somebody is."""
    headings, columns = table
    if not any(fold(heading) in RANK["location"] for heading in headings):
        headings = ["city" if heading == "addresses.locality" else heading for heading in headings]
    return headings, columns
