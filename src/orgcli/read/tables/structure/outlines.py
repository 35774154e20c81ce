"""Outlines: rows in the order of a tree, indented or with the number of their layer."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from orgcli.read.tables.columns.headings import fold, word_set
from orgcli.read.tables.grid import Cells, Fields, Table
from orgcli.read.tables.structure.line_source import StructureLines

_EXPLICIT = word_set(
    "outlinelevel outline depth indent indentation indentlevel hierarchylevel treelevel wbslevel"
    " gliederungsebene tiefe"
)
"""Headings that mean a place in a tree and no grade."""
_LAYERS = _EXPLICIT | word_set(
    "orglevel nivelhierarquico level lvl tier layer ebene stufe niveau niva nivel livello poziom"
    " taso uroven seviye hierarchy 层级 级别 レベル 階層"
)
_MOST_SORTED = 12
"""Rows sorted by layer that are still an outline: longer lists are sorted by grade."""
_NUMBER = re.compile(r"[A-Za-z]{0,5} ?([0-9]{1,3})(?:\.0)?")
_INDENT = re.compile(r"(?:[ \t\u00a0\u3000.·•>*+–—_│├└─┬|-]|&nbsp;)*")
_MOST_LAYERS = 1000


def lines_of_outline(table: Table, fields: Fields) -> StructureLines | None:
    """The managers by the indentation of a column, or by a column with numbers of layers."""
    return _indented(table, fields) or _numbered(table)


def parents_of(depths: Sequence[int]) -> list[int]:
    """The row of each row's manager: the nearest above it that is less deep; -1 for none."""
    open_rows: list[int] = []
    parents = []
    for row, depth in enumerate(depths):
        while open_rows and depths[open_rows[-1]] >= depth:
            open_rows.pop()
        parents.append(open_rows[-1] if open_rows else -1)
        open_rows.append(row)
    return parents


def _numbered(table: Table) -> StructureLines | None:
    for column, heading in enumerate(table.headings):
        word = fold(heading)
        if word not in _LAYERS:
            continue
        matches = [_NUMBER.fullmatch(cell.strip()) for cell in table.columns[column]]
        depths = [int(match[1]) for match in matches if match]
        if len(depths) == len(matches) and _is_outline(depths, word in _EXPLICIT):
            message = f"the lines are read from the order of the rows and `{heading}`"
            return StructureLines(replace(table, parents=parents_of(depths)), column, message)
    return None


def _is_outline(depths: Sequence[int], explicit: bool) -> bool:
    """Whether layers follow each other as in a tree: one top, and no layer is left out."""
    top = depths[0]
    steps = [later - depth for depth, later in pairwise(depths)]
    if min(depths) < top or max(steps) > 1 or max(steps) < 1:
        return False
    if not explicit and depths.count(top) > 1:
        return False
    return explicit or min(steps) < 0 or len(depths) <= _MOST_SORTED


def _indented(table: Table, fields: Fields) -> StructureLines | None:
    name_columns = [
        fields.column[name] for name in ("holder", "title", "id") if name in fields.column
    ]
    for column in dict.fromkeys([*name_columns, 0]):
        if column >= len(table.columns):
            continue
        cells = table.columns[column]
        widths = indentation(cells)
        if widths is None:
            continue
        message = f"the lines are read from the indentation of `{table.headings[column]}`"
        columns = list(table.columns)
        columns[column] = [_INDENT.sub("", cell, count=1).strip() for cell in cells]
        outline = replace(table, columns=columns, parents=parents_of(widths))
        return StructureLines(outline, column, message)
    return None


def indentation(cells: Cells) -> list[int] | None:
    """How far each cell is indented, if they make a tree: None where they do not."""
    if not any(cell[:1] and not cell[0].isalnum() for cell in cells):
        return None
    widths: list[int] = []
    steps: list[int] = []
    for cell in cells:
        match = _INDENT.match(cell)
        width = match.end() if match else 0
        if width >= len(cell) or width > _MOST_LAYERS * 8:
            return None
        while steps and steps[-1] > width:
            steps.pop()
        if not steps or steps[-1] < width:
            if widths and width < max(widths) and width not in widths:
                return None  # it goes back to where nothing stands
            steps.append(width)
        widths.append(width)
    tops = widths.count(0)
    return widths if widths[0] == 0 and 0 < tops < len(widths) else None
