"""Paints what stands around the cards: the title block and the legend, in points on paper."""

from collections.abc import Iterator

from orgcli.chart.deck.card_photos import Picture
from orgcli.chart.layout.layout import Box
from orgcli.chart.paint.card_painting import group_flag, pill
from orgcli.chart.paint.items import (
    Item,
    PaintedBox,
    PaintedDisc,
    PaintedImage,
    PaintedPath,
    PaintedText,
)
from orgcli.chart.paint.outlines import dashed_outline
from orgcli.chart.paper.heading import (
    LEGEND_LINE,
    LEGEND_SIZE,
    SAMPLE_GAP,
    SUBTITLE_SIZE,
    TITLE_SIZE,
    Heading,
    Legend,
    Sample,
    logo_size,
)
from orgcli.chart.paper.themes import Theme

_TITLE_BASE, _SUBTITLE_BASE = 18, 12
_CARD_HEIGHT = 10
_DOT = 4
_DASHES = 3


def paint_heading(heading: Heading, theme: Theme) -> Iterator[Item]:
    """The title and the line below it, from (0, 0) down."""
    top = 0
    if heading.title:
        yield PaintedText(0, _TITLE_BASE, heading.title, TITLE_SIZE, theme.ink, bold=True)
        top = heading.height - 16
    yield PaintedText(0, top + _SUBTITLE_BASE, heading.subtitle, SUBTITLE_SIZE, theme.quiet)


def paint_logo(logo: Picture, right: float) -> Iterator[Item]:
    """A logo at the right of the title block, as large as fits there with its proportions."""
    wide, high = logo_size(logo)
    yield PaintedImage(right - wide, 0, wide, high, logo.file)


def paint_legend(legend: Legend, theme: Theme) -> Iterator[Item]:
    """Each sample with its text, from (0, 0) down."""
    for x, y, sample in legend.items:
        middle = y + LEGEND_LINE / 2
        yield from _sample(sample, x, middle, theme)
        base = middle + LEGEND_SIZE * 0.35
        yield PaintedText(x + sample.width, base, sample.entry.label, LEGEND_SIZE, theme.quiet)


def _sample(sample: Sample, x: float, middle: float, theme: Theme) -> Iterator[Item]:
    wide = sample.width - SAMPLE_GAP
    upper = middle - _CARD_HEIGHT / 2
    if sample.kind == "code":
        color = theme.stripe(sample.entry.color)
        yield from group_flag(sample.entry.sample, x, middle - 4.5, color, theme)
    elif sample.kind == "group":
        yield PaintedDisc(x + _DOT, middle, _DOT, theme.stripe(sample.entry.color))
    elif sample.kind == "tag":
        yield from pill(sample.entry.sample, x, middle, theme.quiet, theme.page, theme.dotted)
    elif sample.kind == "pill":
        colors = theme.pill_ink, theme.pill, theme.pill_edge
        yield from pill(sample.entry.sample, x, middle, *colors)
    elif sample.kind == "chain":
        yield PaintedBox(x, upper, wide, _CARD_HEIGHT, 2, theme.lit, theme.chain, 1.5)
    elif sample.kind == "dotted":
        part = wide / (2 * _DASHES - 1)
        for at in range(_DASHES):
            ends = (x + 2 * at * part, middle), (x + (2 * at + 1) * part, middle)
            yield PaintedPath(ends, theme.dotted, 1.25)
    elif sample.entry.state:
        look = theme.looks[sample.entry.state]
        box = PaintedBox(x, upper, wide, _CARD_HEIGHT, 2, look.fill, look.color, 0.75)
        if look.border == "solid":
            yield box
        else:
            yield box._replace(edge="")
            small = Box(round(x), round(upper), wide, _CARD_HEIGHT)
            yield from dashed_outline(small, 2, look.color, 0.9, look.border)
