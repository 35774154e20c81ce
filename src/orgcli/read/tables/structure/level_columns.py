"""Columns `Level 1`, `Level 2`, …: the chain of managers of each row, or an outline."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from orgcli.read.tables.columns.headings import fold
from orgcli.read.tables.grid import Fields, Table
from orgcli.read.tables.structure.line_source import StructureLines
from orgcli.read.tables.structure.name_columns import named_columns
from orgcli.read.tables.structure.paths import ancestry_by_names, identity_columns
from orgcli.read.tables.structure.row_places import CellRows

_WORDS = (
    "level", "lvl", "ebene", "stufe", "niveau", "niva", "nivel", "nivå", "tier", "layer", "livello",
    "poziom", "taso", "uroven", "seviye", "hierarchy", "management", "manager", "supervisor",
    "reportsto", "grade", "rank", "depth", "rang", "层级", "级别", "レベル", "階層",
)  # fmt: skip
_NUMBERED = re.compile(r"(.*?)([0-9]{1,2})(\D*)")
_LETTERS = frozenset(("l", "n", "e", "h", "lv", "m"))


def lines_of_levels(table: Table, fields: Fields) -> StructureLines | None:
    """The managers by numbered columns, which hold the chain to the top or the row itself."""
    columns = level_columns(table)
    if len(columns) < 2:
        return None
    cells = [[cell.strip() for cell in table.columns[column]] for column in columns]
    rows = list(zip(*cells, strict=True))
    first, last = table.headings[columns[0]], table.headings[columns[-1]]
    message = f"the lines are read from the columns `{first}` to `{last}`"
    chains = [tuple(dict.fromkeys(filter(None, row))) for row in rows]
    others = {
        at: row_of for at, row_of in identity_columns(table, fields).items() if at not in columns
    }
    ancestry = ancestry_by_names(chains, others)
    if ancestry is not None and ancestry.missing <= ancestry.linked // 10:
        if ancestry.missing:
            message += f"; {ancestry.missing:,} of the managers there have no row"
        return StructureLines(replace(table, parents=ancestry.parents), columns[0], message)
    names = {fields.column.get(name, columns[0]) for name in ("holder", "title")}
    if names - {*columns} and any(len(chain) > 1 for chain in chains):
        return None  # the rows have names of their own, which no level has
    return _outline(table, columns, rows, message)


def level_columns(table: Table) -> list[int]:
    """The columns that are headed by one word and 1, 2, 3 and so on, or 0, 1, 2."""
    families: dict[tuple[str, str], dict[int, int]] = defaultdict(dict)
    for column, heading in enumerate(table.headings):
        match = _NUMBERED.fullmatch(fold(heading))
        if match and (match[1] in _LETTERS or any(word in match[1] + match[3] for word in _WORDS)):
            families[match[1], match[3]].setdefault(int(match[2]), column)
    for numbers in families.values():
        ordered = sorted(numbers)
        if ordered[0] in (0, 1) and ordered == list(range(ordered[0], ordered[0] + len(ordered))):
            if len(ordered) > 1:
                return [numbers[number] for number in ordered]
    return []


def _outline(
    table: Table, columns: Sequence[int], rows: Sequence[Sequence[str]], message: str
) -> StructureLines | None:
    """A row for each name in the levels, below the last one that stands a level above.

    Blank cells before a name repeat those above it; blank ones behind it end the chain.
    """
    chain: list[str] = []
    number: dict[tuple[str, ...], int] = {}
    at: list[tuple[int, int]] = []
    parents: list[int] = []
    source: list[int] = []
    for row, cells in enumerate(rows):
        filled = [depth for depth, cell in enumerate(cells) if cell]
        if not filled or filled[0] > len(chain):
            if filled:
                return None  # a level is left out: nothing says what it belongs to
            continue
        if filled != list(range(filled[0], filled[-1] + 1)):
            return None
        chain = [*chain[: filled[0]], *(cells[depth] for depth in filled)]
        for depth in filled:
            path = tuple(chain[: depth + 1])
            if path in number and depth < filled[-1]:
                continue
            is_again = path in number and len(filled) > 1 and source[number[path]] < 0
            if is_again:
                source[number[path]] = row
                continue
            parents.append(number.get(path[:-1], -1))
            number[path] = len(at)
            at.append((row, columns[depth]))
            source.append(row if depth == filled[-1] else -1)
    return _outline_table(table, columns, at, parents, source, message) if at else None


def _outline_table(
    table: Table,
    columns: Sequence[int],
    at: Sequence[tuple[int, int]],
    parents: Sequence[int],
    source: Sequence[int],
    message: str,
) -> StructureLines | None:
    """The table of an outline: what the levels say, and the other columns of the row."""
    if not any(parent >= 0 for parent in parents):
        return None
    names = [table.columns[column][row].strip() for row, column in at]
    new_columns = named_columns(names)
    if len(set(names)) < len(names):
        new_columns.pop("id", None)
    rest = [column for column in range(len(table.headings)) if column not in columns]
    other_headings = {fold(table.headings[column]) for column in rest}
    new_columns = {
        heading: cells
        for heading, cells in new_columns.items()
        if fold(heading) not in other_headings
    }
    cells = [[table.columns[column][row] if row >= 0 else "" for row in source] for column in rest]
    places = CellRows(table, list(at), [*[-1] * max(len(new_columns) - 1, 0), *rest])
    headings = [*new_columns, *(table.headings[column] for column in rest)]
    columns_of = [*new_columns.values(), *cells]
    outline = replace(table, headings=headings, columns=columns_of, places=places, parents=parents)
    between = sum(row < 0 for row in source)
    if between:
        message += f"; {between:,} names with no row of their own became positions"
    return StructureLines(outline, columns[0], message)
