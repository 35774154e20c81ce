"""Paints dotted lines: dashes, their solid end with a dot, a halo at crossings, a caption."""

from collections.abc import Iterator

from orgcli.chart.dotted.dashes import dashes
from orgcli.chart.paint.items import Item, PaintedBox, PaintedDisc, PaintedPath, PaintedText
from orgcli.chart.paper.dotted_lines import CAPTION_HEIGHT, CAPTION_SIZE, DottedPath
from orgcli.chart.paper.text_width import width
from orgcli.chart.paper.themes import Theme

_WEIGHT = 1.25
_RADIUS = 5
_DOT = 2.5
_DASH, _GAP = 5, 3
_HALO = 2.6


def paint_dotted(line: DottedPath, theme: Theme) -> Iterator[Item]:
    """One dotted line with its caption or its tag."""
    for x, y in line.crossings:
        yield PaintedDisc(x, y, _HALO, theme.halo)
    for part in dashes(line.dashed, _DASH, _GAP):
        yield PaintedPath(part, theme.dotted, _WEIGHT, _RADIUS)
    if len(line.stub) > 1:
        yield PaintedPath(line.stub, theme.dotted, _WEIGHT, _RADIUS)
    yield PaintedDisc(*line.dot, _DOT, theme.dotted)
    if line.caption:
        x, y = line.at
        wide = width(line.caption, CAPTION_SIZE) + 4
        ground = PaintedBox(x - wide / 2, y - CAPTION_HEIGHT / 2, wide, CAPTION_HEIGHT)
        if line.tag:
            yield ground._replace(radius=CAPTION_HEIGHT / 2, fill=theme.page, edge=theme.dotted)
        else:
            yield ground._replace(fill=theme.page)
        base = y + CAPTION_SIZE * 0.35
        yield PaintedText(x, base, line.caption, CAPTION_SIZE, theme.quiet, False, "middle", wide)
