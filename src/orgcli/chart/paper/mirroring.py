"""Charts for languages that are written from right to left: the same, mirrored."""

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

    def mirrored_point(point: Point) -> Point:
        return wide - point[0], point[1]

    def mirrored_points(points: tuple[Point, ...]) -> tuple[Point, ...]:
        return tuple(map(mirrored_point, points))

    def mirrored_box(box: Box) -> Box:
        return box._replace(x=wide - box.x - box.width)

    layout = replace(
        fitted.layout,
        boxes=[mirrored_box(box) for box in fitted.layout.boxes],
        lines=[line._replace(points=mirrored_points(line.points)) for line in fitted.layout.lines],
        panels=[panel._replace(box=mirrored_box(panel.box)) for panel in fitted.layout.panels],
    )
    dotted = [
        replace(
            path,
            points=mirrored_points(path.points),
            at=mirrored_point(path.at),
            crossings=mirrored_points(path.crossings),
        )
        for path in fitted.dotted
    ]
    left = place.width - place.left - wide
    return replace(fitted, layout=layout, dotted=dotted), place._replace(left=left, from_right=True)
