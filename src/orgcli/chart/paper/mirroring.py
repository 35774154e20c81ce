"""Charts of those who write from right to left: the same, mirrored."""

from dataclasses import replace

from orgcli.chart.deck.cards import Deck
from orgcli.chart.layout.layout import Box, Layout
from orgcli.chart.layout.tree import Point
from orgcli.chart.paper.frame import Placement
from orgcli.chart.paper.page_fitting import FittedChart
from orgcli.chart.typesetting.direction import mostly_rtl


def is_mirrored(deck: Deck) -> bool:
    """Whether most names and titles are written from right to left."""
    return mostly_rtl(text for card in deck.cards for text in (card.name, card.title))


def mirrored_chart(fitted: FittedChart, place: Placement) -> tuple[FittedChart, Placement]:
    """The chart with everything as far from the right as it was from the left."""
    layout = fitted.layout
    wide = layout.width

    def points(some: tuple[Point, ...]) -> tuple[Point, ...]:
        return tuple([(wide - x, y) for x, y in some])

    dotted = [
        replace(
            one,
            points=points(one.points),
            at=(wide - one.at[0], one.at[1]),
            crossings=points(one.crossings),
        )
        for one in fitted.dotted
    ]
    drawn = replace(fitted, layout=_mirrored(layout), dotted=dotted)
    return drawn, place._replace(left=place.width - place.left - wide, from_right=True)


def _mirrored(layout: Layout) -> Layout:
    wide = layout.width

    def box(one: Box) -> Box:
        return one._replace(x=wide - one.x - one.width)

    return replace(
        layout,
        boxes=[box(one) for one in layout.boxes],
        lines=[
            line._replace(points=tuple([(wide - x, y) for x, y in line.points]))
            for line in layout.lines
        ],
        panels=[panel._replace(box=box(panel.box)) for panel in layout.panels],
    )
