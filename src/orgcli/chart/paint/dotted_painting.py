"""Paints dotted lines: dashes, the dot at the secondary manager, what a line is for."""

from collections.abc import Iterator
from itertools import pairwise

from orgcli.chart.paint.items import Item, PaintedBox, PaintedDisc, PaintedPath, PaintedText
from orgcli.chart.paper.dotted_lines import CAPTION_HEIGHT, CAPTION_SIZE, DottedPath
from orgcli.chart.paper.text_width import width
from orgcli.chart.paper.themes import Theme

_WEIGHT = 1.25
_DOT = 2.5


def paint_dotted(line: DottedPath, theme: Theme) -> Iterator[Item]:
    """One dotted line with its caption."""
    for start, end in pairwise(line.points):
        yield PaintedPath((start, end), theme.dotted, _WEIGHT)
    yield PaintedDisc(*line.points[-1], _DOT, theme.dotted)
    if line.caption:
        x, y = line.at
        wide = width(line.caption, CAPTION_SIZE) + 4
        yield PaintedBox(x - wide / 2, y - CAPTION_HEIGHT / 2, wide, CAPTION_HEIGHT, 0, theme.page)
        base = y + CAPTION_SIZE * 0.35
        yield PaintedText(x, base, line.caption, CAPTION_SIZE, theme.quiet, False, "middle", wide)
