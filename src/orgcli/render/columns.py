"""Columns of lines side by side, for everything that a terminal shows in columns.

Not rich.table: lines here hang behind signs, run on across columns, keep marks at their words and
break long words at hyphens, and all of that is settled before they are placed.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate

from orgcli.model.text import cells
from orgcli.render.lines import Line, Unit, flow, measure, one_line, pad

GAP = 2
"""Cells between two columns, unless a page has another number."""
_LEAST_PHRASE = 20
"""Cells that phrases behind a label have at least."""


def side_by_side(
    columns: Sequence[Sequence[Line]],
    widths: Sequence[int],
    gap: int = GAP,
    right: Collection[int] = (),
) -> Iterator[Line]:
    """Columns as whole lines, top down.

    widths  cells of each column; a line may run on across columns that are empty there
    gap     cells between two columns
    right   numbers of the columns whose lines end where the column ends
    """
    starts = [0, *accumulate(width + gap for width in widths)]
    for at in range(max(map(len, columns), default=0)):
        line: Line = []
        for number, column in enumerate(columns):
            if at < len(column) and (cell := column[at]):
                shift = widths[number] - measure(cell) if number in right else 0
                line = [*pad(line, starts[number] + shift), *cell]
        yield line


def labelled_phrases(entries: Sequence[tuple[str, Sequence[str]]], width: int) -> Iterator[Line]:
    """Labels in a column, and behind each the phrases that belong to it.

    width  cells there are
    """
    indent = max(cells(one_line(label)) for label, _ in entries) + GAP
    for label, phrases in entries:
        units: list[Unit] = [[(one_line(phrase), "")] for phrase in phrases]
        head: Line = [(one_line(label), "label")]
        for line in flow(units, max(_LEAST_PHRASE, width - indent)):
            yield [*pad(head, indent), *line]
            head = []
