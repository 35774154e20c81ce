"""Charts of those who write from right to left: the same, mirrored."""

from dataclasses import replace

from orgcli.chart.deck.cards import Deck
from orgcli.chart.layout.layout import Box
from orgcli.chart.layout.tree import Point
from orgcli.chart.paper.frame import Placement
from orgcli.chart.paper.page_fitting import FittedChart
from orgcli.chart.typesetting.direction import mostly_rtl


def is_mirrored(deck: Deck) -> bool:
    """Whether a chart goes from right to left, as most of its names and titles do."""
    if deck.from_right is not None:
        return deck.from_right
    return mostly_rtl(text for card in deck.cards for text in (card.name, card.title))


def mirrored_chart(fitted: FittedChart, place: Placement) -> tuple[FittedChart, Placement]:
    """The chart with everything as far from the right as it was from the left."""
    wide = fitted.layout.width

    def point(one: Point) -> Point:
        return wide - one[0], one[1]

    def points(some: tuple[Point, ...]) -> tuple[Point, ...]:
        return tuple(map(point, some))

    def box(one: Box) -> Box:
        return one._replace(x=wide - one.x - one.width)

    layout = replace(
        fitted.layout,
        boxes=[box(one) for one in fitted.layout.boxes],
        lines=[line._replace(points=points(line.points)) for line in fitted.layout.lines],
        panels=[panel._replace(box=box(panel.box)) for panel in fitted.layout.panels],
    )
    dotted = [
        replace(one, points=points(one.points), at=point(one.at), crossings=points(one.crossings))
        for one in fitted.dotted
    ]
    left = place.width - place.left - wide
    return replace(fitted, layout=layout, dotted=dotted), place._replace(left=left, from_right=True)
