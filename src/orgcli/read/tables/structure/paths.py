"""A column with the whole reporting line of each row: `EMP3 > EMP1`, `1/4/7`, `1.2.3`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from orgcli.read.tables.columns.headings import fold, word_set
from orgcli.read.tables.grid import Cells, Fields, Table
from orgcli.read.tables.structure.line_source import StructureLines
from orgcli.read.tables.structure.name_columns import named_columns
from orgcli.read.tables.structure.row_places import SelectedPlaces

Path = tuple[str, ...]
Paths = Sequence[Path]

_SEPARATORS = ("->", "=>", ">>", "::", ">", "»", "→", "›", "|", "\\", "/", ";", ".", "-")
_CODE_MARKS = frozenset(".-")
_CODE = re.compile(r"(?=.)[A-Za-z]{0,4}[0-9]{0,9}(?:[.-][A-Za-z]{0,2}[0-9]{1,6})*[.-]?")
_CODE_HEADINGS = word_set(
    "id code wbs wbscode no nr num number nummer numero numer outline outlinenumber outlinecode"
    " ref reference index position positioncode positionno orgcode node hierarchy kod codigo"
    " kennung gliederung path key postid positionid 编号 番号"
)
_NO_CODES = word_set("fte start end level headcount phone")
"""Fields whose numbers with a point are no codes."""
_MOST_SAMPLE = 200
"""Cells of a column that decide whether it is worth a look."""


class Ancestry(NamedTuple):
    """The row of each row's manager, how many rows have one, and how many managers have no row."""

    parents: Sequence[int]
    linked: int
    missing: int


def lines_of_paths(table: Table, fields: Fields) -> StructureLines | None:
    """The manager of each row by the column that holds the chain to the top, in either order."""
    identities = identity_columns(table, fields)
    for column in range(len(table.columns)):
        for separator, paths in _splits(column, table, fields):
            own = {} if separator in _CODE_MARKS else identities
            ancestry = ancestry_by_names(paths, own, column) or ancestry_by_prefix(paths)
            if ancestry is None or ancestry.missing > ancestry.linked // 10:
                continue
            kind = "codes" if separator in _CODE_MARKS else "paths"
            message = f"the lines are read from the {kind} in `{table.headings[column]}`"
            if ancestry.missing:
                message += f"; {ancestry.missing:,} of them lead to nobody in the table"
            tree = replace(table, parents=ancestry.parents)
            if separator not in _CODE_MARKS:
                tree = _with_last_parts(tree, column, paths, fields)
            return StructureLines(tree, column, message)
    return None


def _splits(column: int, table: Table, fields: Fields) -> Iterator[tuple[str, Paths]]:
    """The paths in a column, for each mark that may part them."""
    cells = [cell.strip() for cell in table.columns[column]]
    sample = [cell for cell in cells[:_MOST_SAMPLE] if cell]
    used = {name for name, at in fields.column.items() if at == column}
    if not sample or used & _NO_CODES or any("://" in cell for cell in sample):
        return
    for separator in _SEPARATORS:
        if not any(separator in cell.strip(separator) for cell in sample):
            continue
        if separator in _CODE_MARKS and not _are_codes(sample, table.headings[column], separator):
            continue
        yield separator, [_parts(cell, separator) for cell in cells]


def _parts(cell: str, separator: str) -> Path:
    parts = tuple(part.strip() for part in cell.strip(separator + " ").split(separator))
    if separator == "." and len(parts) > 1 and parts[-1] == "0":
        return parts[:-1]  # a spreadsheet or a style writes `1.0` for `1`
    return parts if any(parts) else ()


def _are_codes(sample: Cells, heading: str, separator: str) -> bool:
    if not all(map(_CODE.fullmatch, sample)):
        return False
    deepest = max(cell.strip(separator).count(separator) for cell in sample)
    return deepest >= 2 or fold(heading) in _CODE_HEADINGS


def identity_columns(table: Table, fields: Fields) -> dict[int, Mapping[str, int]]:
    """Per column whose cells all differ, such as ids or names: the row of each cell."""
    identities: dict[int, Mapping[str, int]] = {}
    cells_of = [(column, fields.cells[name]) for name, column in fields.column.items()]
    for column, cells in [*cells_of, *enumerate(table.columns)]:
        if column in identities or not cells:
            continue
        rows = {_plain(cell): row for row, cell in enumerate(cells)}
        if len(rows) == len(cells) - cells.count("") + ("" in cells) and len(rows) > 1:
            rows.pop("", None)
            identities[column] = rows
    return identities


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def ancestry_by_names(
    paths: Paths, identities: Mapping[int, Mapping[str, int]], column: int = -1
) -> Ancestry | None:
    """The managers where the parts of paths are ids or names of rows.

    The row itself may be the last part, the first or none; the manager is the one next to it,
    or the end of the chain that others agree with.
    """
    for other, rows in identities.items():
        if other == column:
            continue
        row_paths = [tuple(rows.get(_plain(part), -1) for part in path) for path in paths]
        size = sum(map(len, row_paths))
        if not size or 10 * sum(row >= 0 for path in row_paths for row in path) < 9 * size - 10:
            continue
        if (ancestry := _oriented(row_paths)) is not None:
            return ancestry
    return None


def _oriented(paths: Sequence[tuple[int, ...]]) -> Ancestry | None:
    """The order of the chains: top first or top last, whichever all rows agree with."""
    several = sum(len(path) > 1 for path in paths)
    if not several:
        return None
    best: Ancestry | None = None
    least = several // 20 + 1
    for top_first in (True, False):
        chains = [path if top_first else path[::-1] for path in paths]
        bare = [path[:-1] if path[-1:] == (row,) else path for row, path in enumerate(chains)]
        parents = [path[-1] if path else -1 for path in bare]
        wrong = sum(
            above >= 0 and len(path) > 1 and parents[above] != path[-2]
            for path, above in zip(bare, parents, strict=True)
        )
        wrong += sum(above == row for row, above in enumerate(parents))
        if wrong < least:
            missing = sum(
                bool(path) and above < 0 for path, above in zip(bare, parents, strict=True)
            )
            best, least = Ancestry(parents, sum(map(bool, bare)), missing), wrong
    return best


def ancestry_by_prefix(paths: Paths) -> Ancestry | None:
    """The managers where each path is a row's own and begins, or ends, with its manager's."""
    rows = {path: row for row, path in enumerate(paths)}
    if len(rows) < len(paths) or () in rows:
        return None
    best: Ancestry | None = None
    for top_first in (True, False):
        ordered = rows if top_first else {path[::-1]: row for path, row in rows.items()}
        parents, missing = _by_prefix(ordered, len(paths))
        linked = sum(len(path) > 1 for path in paths)
        tops = parents.count(-1)
        if linked and tops < len(parents) and missing <= linked // 10:
            if best is None or missing < best.missing:
                best = Ancestry(parents, linked, missing)
    return best


def _by_prefix(rows: Mapping[Path, int], size: int) -> tuple[list[int], int]:
    """The row of the longest path above each, and how many have none just above them."""
    parents, missing = [-1] * size, 0
    for path, row in rows.items():
        for end in range(len(path) - 1, 0, -1):
            above = rows.get(path[:end], -1)
            if above >= 0:
                parents[row] = above
                break
            missing += end == len(path) - 1
    shortest = min(map(len, rows))
    missing -= sum(len(path) == shortest > 1 for path in rows)  # a prefix that all paths share
    return parents, max(missing, 0)


def _with_last_parts(table: Table, column: int, paths: Paths, fields: Fields) -> Table:
    """The last part of a path is what its row is called, where nothing else says it."""
    parents = table.parents
    pairs = zip(parents, paths, strict=True)
    if any(above >= 0 and len(paths[above]) >= len(path) for above, path in pairs):
        return table
    last = [path[-1] if path else "" for path in paths]
    names = {fields.column.get(name, -1) for name in ("id", "holder", "title")} - {-1}
    if names == {column} or (column in names and fields.column.get("id") != column):
        cells = [last if at == column else cells for at, cells in enumerate(table.columns)]
        return replace(table, columns=cells) if len(set(last)) == len(last) else table
    if names or len(set(last)) < len(last):
        return table
    new_columns = named_columns(last)
    columns = [*range(len(table.headings)), *[column] * len(new_columns)]
    return replace(
        table,
        headings=[*table.headings, *new_columns],
        columns=[*table.columns, *new_columns.values()],
        places=SelectedPlaces(table.places, range(len(last)), columns),
    )
