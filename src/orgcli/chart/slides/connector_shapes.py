"""Reporting lines as connectors that are glued to the cards at both ends."""

from __future__ import annotations

from collections.abc import Sequence

from orgcli.chart.layout.strokes import PlacedPoint
from orgcli.chart.paint.items import PaintedPath
from orgcli.chart.slides.connection_sites import ConnectionSite
from orgcli.chart.slides.shape_xml import NAMESPACES, SlideArea, attribute, item_shape, line, preset

_NEAR = 0.5
"""Points in which two places are one."""


def connector(
    number: int,
    name: str,
    points: Sequence[PlacedPoint],
    ends: tuple[ConnectionSite, ConnectionSite],
    color: str,
    weight: float,
) -> str:
    """A line from a manager down to a report, in points of the slide.

    ends  where it is glued to at the manager and at the report
    A line with more corners than connectors have is a form of its own.
    """
    way = _without_needless(points)
    form, turned, area = _form(way)
    if not form:
        return item_shape(PaintedPath(way, color, weight), number, name)
    return (
        f'<p:cxnSp {NAMESPACES}><p:nvCxnSpPr><p:cNvPr id="{number}" name={attribute(name)}/>'
        f'<p:cNvCxnSpPr><a:stCxn id="{ends[0].shape}" idx="{ends[0].number}"/>'
        f'<a:endCxn id="{ends[1].shape}" idx="{ends[1].number}"/></p:cNvCxnSpPr><p:nvPr/>'
        "</p:nvCxnSpPr>"
        f"<p:spPr><a:xfrm{turned}>{area.inside}</a:xfrm>{form}{line(color, weight)}</p:spPr>"
        "</p:cxnSp>"
    )


def _without_needless(points: Sequence[PlacedPoint]) -> list[PlacedPoint]:
    """The corners of a line, without those on a straight stroke."""
    corners = [points[0]]
    for before, at, after in zip(points, points[1:], points[2:], strict=False):
        level = abs(before[1] - at[1]) < _NEAR and abs(at[1] - after[1]) < _NEAR
        upright = abs(before[0] - at[0]) < _NEAR and abs(at[0] - after[0]) < _NEAR
        if not (level or upright):
            corners.append(at)
    return [*corners, points[-1]]


def _form(way: Sequence[PlacedPoint]) -> tuple[str, str, SlideArea]:
    """The connector of a line that begins downwards, how it is turned, and where it is.

    The connectors of DrawingML begin level: they are turned by a quarter.
    """
    (x, y), (to_x, to_y) = way[0], way[-1]
    wide, tall = abs(to_x - x), to_y - y
    is_down = abs(way[0][0] - way[1][0]) < _NEAR and way[1][1] > y
    if len(way) == 2 and is_down:
        return preset("straightConnector1"), "", SlideArea(min(x, to_x), y, wide, tall)
    if len(way) not in (3, 4) or not is_down or tall <= 0:
        return "", "", SlideArea(0, 0, 0, 0)
    middle_x, middle_y = (x + to_x) / 2, (y + to_y) / 2
    area = SlideArea(middle_x - tall / 2, middle_y - wide / 2, tall, wide)
    turned = ' rot="16200000" flipH="1"' if to_x > x else ' rot="5400000"'
    if len(way) == 3:
        return preset("bentConnector2"), turned, area
    share = round((way[1][1] - y) / tall * 100_000)
    return preset("bentConnector3", adj1=share), turned, area
