"""The places at which shapes take the ends of connectors: those that all have, and others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from orgcli.chart.layout.strokes import PlacedPoint
from orgcli.chart.slides.shape_xml import SlideArea, emu

_NEAR = 0.5
"""Points in which two places are one."""
_ANGLES = (16_200_000, 10_800_000, 5_400_000, 0)
"""The directions of the sites that every rectangle has: up, left, down, right."""


class ConnectionSite(NamedTuple):
    """A place of a shape, by the number of the shape, and its own number there."""

    shape: int
    number: int


class ConnectionSites:
    """The sites of one shape; where a line ends elsewhere on its edge, there is one more."""

    def __init__(self, shape: int, area: SlideArea) -> None:
        self._shape, self._area = shape, area
        self._more: list[PlacedPoint] = []

    def at(self, place: PlacedPoint) -> ConnectionSite:
        """The site at a place of the edge."""
        sites = [*self._usual, *self._more]
        for number, (x, y) in enumerate(sites):
            if abs(x - place[0]) < _NEAR and abs(y - place[1]) < _NEAR:
                return ConnectionSite(self._shape, number)
        self._more.append(place)
        return ConnectionSite(self._shape, len(sites))

    @property
    def _usual(self) -> Sequence[PlacedPoint]:
        x, y, width, height = self._area
        middle_x, middle_y = x + width / 2, y + height / 2
        return (middle_x, y), (x, middle_y), (middle_x, y + height), (x + width, middle_y)

    def form(self, radius: float) -> str:
        """The form of a box that has more sites than usual; empty for one that has not."""
        if not self._more:
            return ""
        wide, tall = emu(self._area.width), emu(self._area.height)
        round_by = emu(min(radius, self._area.width / 2, self._area.height / 2))
        sites = "".join(
            f'<a:cxn ang="{self._angle(at, place)}"><a:pos x="{emu(place[0] - self._area.x)}"'
            f' y="{emu(place[1] - self._area.y)}"/></a:cxn>'
            for at, place in enumerate((*self._usual, *self._more))
        )
        corners = (
            (wide - round_by, 0, 16_200_000),
            (wide, tall - round_by, 0),
            (round_by, tall, 5_400_000),
            (0, round_by, 10_800_000),
        )
        outline = "".join(
            f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo><a:arcTo wR="{round_by}" hR="{round_by}"'
            f' stAng="{angle}" swAng="5400000"/>'
            for x, y, angle in corners
        )
        return (
            f"<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst>{sites}</a:cxnLst>"
            f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{wide}" h="{tall}">'
            f'<a:moveTo><a:pt x="{round_by}" y="0"/></a:moveTo>{outline}<a:close/></a:path>'
            "</a:pathLst></a:custGeom>"
        )

    def _angle(self, at: int, place: PlacedPoint) -> int:
        """Which way a line leaves a site."""
        if at < len(_ANGLES):
            return _ANGLES[at]
        x, y, width, height = self._area
        far = (place[1] - y, place[0] - x, y + height - place[1], x + width - place[0])
        return _ANGLES[min(range(4), key=lambda side: abs(far[side]))]
