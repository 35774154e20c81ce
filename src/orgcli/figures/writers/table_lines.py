"""A table of figures as lines for a terminal, in as many blocks of columns as it needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgcli.figures.tables.cell_texts import cell_texts
from orgcli.figures.tables.figure_table import FigureTable, without_columns
from orgcli.figures.tables.phrases import FigurePhrases
from orgcli.model.text import cells
from orgcli.render.columns import GAP, side_by_side
from orgcli.render.lines import Line, apart, indented, one_line, styled, wrap

_INDENT = 2
_LEAST_LABEL, _SHORT_LABEL = 12, 24
"""Cells that a column of texts has at least, and those up to which it is not narrowed."""


def table_lines(table: FigureTable, say: FigurePhrases, width: int) -> Iterator[Line]:
    """A title, the columns with numbers to the right, and what is not shown.

    width  cells there are; columns that follow from others are left out where they do not fit, and
           where that is not enough, columns stand in blocks one below the other
    """
    yield from wrap(styled(table.title, "label"), width)
    if not table.rows:
        return
    room = width - _INDENT
    table, names = _fitting(table, say, room)
    blocks = _blocks(table, say, room)
    yield from apart(indented(_block_lines(block, say, room), _INDENT) for block in blocks)
    notes = []
    if names:
        notes.append(say.words.no_room.format(names=", ".join(names)))
    if table.left:
        notes.append(say.words.and_more.format(count=say.count(table.left)))
    for note in notes:
        yield from indented(wrap(styled(note, "quiet"), room), _INDENT)


def _fitting(table: FigureTable, say: FigurePhrases, room: int) -> tuple[FigureTable, list[str]]:
    """The table without spare columns that there is no room for, and the names of those."""
    names: list[str] = []
    while table.spare and _whole_width(_widths(table, _indented_texts(table, say), room)) > room:
        names.append(table.heading[table.spare[0]])
        table = without_columns(table, table.spare[:1])
    return table, names


def _whole_width(widths: Sequence[int]) -> int:
    return sum(widths) + GAP * (len(widths) - 1)


def _blocks(table: FigureTable, say: FigurePhrases, room: int) -> Iterator[FigureTable]:
    """The table in parts that fit, each with the labels and some of the other columns."""
    widths = _widths(table, _indented_texts(table, say), room)
    labels = list(range(table.labels))
    block: list[int] = []
    for at in range(table.labels, len(widths)):
        if block and _whole_width([widths[column] for column in (*labels, *block, at)]) > room:
            yield _columns(table, [*labels, *block])
            block = []
        block.append(at)
    yield _columns(table, [*labels, *block])


def _columns(table: FigureTable, columns: Sequence[int]) -> FigureTable:
    return without_columns(table, set(range(len(table.heading))).difference(columns))


def _block_lines(table: FigureTable, say: FigurePhrases, room: int) -> Iterator[Line]:
    texts = _indented_texts(table, say)
    widths = _widths(table, texts, room)
    heading = [wrap(styled(name, "quiet"), width)
               for name, width in zip(table.heading, widths, strict=True)]  # fmt: skip
    tallest = max(map(len, heading))
    columns = [[*([[]] * (tallest - len(lines))), *lines] for lines in heading]
    right = range(table.labels, len(table.heading))
    yield from side_by_side(columns, widths, right=right)
    last = len(texts) - 1 if table.total else -1
    for number, row in enumerate(texts):
        style = "strong" if number == last else ""
        cut = [_wrapped(text, style, width) for text, width in zip(row, widths, strict=True)]
        yield from side_by_side(cut, widths, right=right)


def _indented_texts(table: FigureTable, say: FigurePhrases) -> list[list[str]]:
    """The cells, with the labels of parts set in."""
    texts = cell_texts(table, say)
    for number, depth in enumerate(table.depths):
        texts[number][0] = "  " * depth + texts[number][0]
    return texts


def _wrapped(text: str, style: str, width: int) -> list[Line]:
    """A cell in lines; the blanks before it, which set it in, stay."""
    inner = text.lstrip(" ")
    depth = min(len(text) - len(inner), max(0, width - _LEAST_LABEL))
    return list(indented(wrap(styled(inner, style), width - depth), depth))


def _widths(table: FigureTable, texts: Sequence[Sequence[str]], room: int) -> list[int]:
    """The cells of each column: numbers as they need, texts what is left."""
    needed = []
    for at, name in enumerate(table.heading):
        longest = max((cells(word) for word in one_line(name).split(" ")), default=0)
        rows = max((cells(one_line(row[at])) for row in texts), default=0)
        needed.append(max(longest, rows, 1))
    numbers = sum(needed[table.labels :]) + GAP * (len(needed) - 1)
    share = max(_LEAST_LABEL, (room - numbers) // table.labels)
    return [
        min(size, max(share, min(size, _SHORT_LABEL))) if at < table.labels else size
        for at, size in enumerate(needed)
    ]
