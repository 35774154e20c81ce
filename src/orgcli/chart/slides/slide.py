"""One page of a chart as the shapes of a slide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count

from orgcli.chart.deck.cards import Deck
from orgcli.chart.graphviz.sheet import Sheet
from orgcli.chart.layout.layout import Box, Layout
from orgcli.chart.layout.strokes import PlacedPoint
from orgcli.chart.paint.chart_painting import LINE_WEIGHT
from orgcli.chart.paint.items import (
    Item,
    PaintedBox,
    PaintedDisc,
    PaintedImage,
    PaintedPath,
    PaintedText,
    moved,
)
from orgcli.chart.paper.frame import Placement, placement
from orgcli.chart.paper.mirroring import is_mirrored, mirrored_chart
from orgcli.chart.paper.page_fitting import FittedChart
from orgcli.chart.paper.themes import Theme
from orgcli.chart.slides.connection_sites import ConnectionSites
from orgcli.chart.slides.connector_shapes import connector
from orgcli.chart.slides.shape_xml import SlideArea, group, item_shape, picture

_DOTS = "sysDash"
_DASHES = {"dashed": "dash", "dotted": "sysDot"}
_NEAR = 0.01


@dataclass(frozen=True, slots=True, eq=False)
class SlideParts:
    """What a slide needs of the file it is in.

    picture  the relation to a picture, by the name of its file
    link     what a click on a card does, by the page that it leads to
    """

    picture: Callable[[str], str]
    link: Callable[[int], str]


class SlideShapes:
    """The shapes of a page, those behind first, each with a number of its own."""

    def __init__(
        self, deck: Deck, fitted: FittedChart, sheet: Sheet, theme: Theme, parts: SlideParts
    ) -> None:
        self._deck, self._sheet, self._theme, self._parts = deck, sheet, theme, parts
        place = placement(fitted)
        if is_mirrored(deck):
            fitted, place = mirrored_chart(fitted, place)
        self._fitted, self._place = fitted, place
        self._numbers = count(2)
        self._links: Mapping[int, int] = {link.node: link.page for link in sheet.page_links}
        self._grounds = [next(self._numbers) for _ in deck.cards]
        """The number of the shape of each card that lines are glued to."""
        self._panels = {panel.cards[0]: next(self._numbers) for panel in self._layout.panels}
        """The same of panels, by their first card."""
        self._sites = {
            **{number: self._sites_of(number, box)
               for number, box in zip(self._grounds, self._layout.boxes, strict=True)},
            **{self._panels[panel.cards[0]]: self._sites_of(self._panels[panel.cards[0]], panel.box)
               for panel in self._layout.panels},
        }  # fmt: skip
        self._connectors = list(self._lines())

    @property
    def _layout(self) -> Layout:
        return self._fitted.layout

    def all(self) -> Iterator[str]:
        """The XML of every shape."""
        yield from self._connectors
        panels, dotted = iter(self._layout.panels), iter(self._fitted.dotted)
        for painted in self._sheet.painting:
            items = [self._on_slide(item) for item in painted.items]
            if painted.kind == "node":
                yield self._card(painted.card, items)
            elif painted.kind == "ground":
                yield self._panel(next(panels).cards[0], items)
            elif painted.kind == "dotted":
                yield from self._dotted(next(dotted).points, items)
            elif painted.kind == "head":
                yield from self._shapes(items, "")

    def _on_slide(self, item: Item) -> Item:
        """An item in points of the slide, y downwards."""
        frame, floor = self._sheet.frame, self._sheet.floor
        scale = frame.scale
        dx = frame.width / 2 - frame.middle[0] * scale
        dy = frame.height / 2 - (floor - frame.middle[1]) * scale
        return moved(item, dx, dy, scale)

    def _line_on_slide(
        self, points: Iterable[PlacedPoint], place: Placement
    ) -> Sequence[PlacedPoint]:
        page_points = [(x + place.left, y + place.top) for x, y in points]
        path = self._on_slide(PaintedPath(page_points, "#000000", 1))
        assert isinstance(path, PaintedPath)
        return path.points

    def _area_of(self, box: Box) -> SlideArea:
        """Where a box of the layout is on the slide."""
        (left, top), (right, bottom) = self._line_on_slide(
            ((box.x, box.y), (box.x + box.width, box.y + box.height)), self._place
        )
        return SlideArea(left, top, right - left, bottom - top)

    def _sites_of(self, number: int, box: Box) -> ConnectionSites:
        return ConnectionSites(number, self._area_of(box))

    def _lines(self) -> Iterator[str]:
        """A connector for each reporting line, those that stand out above the others."""
        cards, theme, scale = self._deck.cards, self._theme, self._sheet.frame.scale
        lines = sorted(self._layout.lines, key=lambda line: cards[line.report].chain)
        for line in lines:
            points = self._line_on_slide(line.points, self._place)
            is_lit = cards[line.report].chain
            color, weight = (
                (theme.chain, theme.weight) if is_lit else (theme.connector, LINE_WEIGHT)
            )
            end = self._panels.get(line.report, self._grounds[line.report])
            name = f"{cards[line.manager].key} - {cards[line.report].key}"
            above = self._grounds[line.manager]
            ends = self._sites[above].at(points[0]), self._sites[end].at(points[-1])
            yield connector(next(self._numbers), name, points, ends, color, weight * scale)

    def _card(self, at: int, items: Sequence[Item]) -> str:
        """A card as a group that is called as the position's id."""
        card = self._deck.cards[at]
        outline = self._area_of(self._layout.boxes[at])
        dashes = [item for item in items if isinstance(item, PaintedPath)]
        shapes = [item for item in items if not isinstance(item, PaintedPath)]
        ground = next((item for item in shapes if _covers(item, outline)), None)
        if ground is None:
            ground = PaintedBox(*outline)
            shapes = [ground, *shapes]
        link = self._parts.link(self._links[at]) if at in self._links else ""
        children = []
        for item in shapes:
            if item is not ground:
                children += list(self._shapes([item], card.key))
                continue
            assert isinstance(item, PaintedBox)
            if dashes:
                item = item._replace(edge=dashes[0].color, weight=dashes[0].weight)
            dash = _DASHES[self._theme.looks[card.look].border] if dashes else ""
            number = self._grounds[at]
            form = self._sites[number].form(item.radius)
            children.append(item_shape(item, number, card.key, dash, link, form))
        description = self._sheet.descriptions[at]
        return group(next(self._numbers), card.key, description, _around(outline, shapes), children)

    def _panel(self, first: int, items: Sequence[Item]) -> str:
        """A panel as a group; lines are glued to its ground."""
        ground, *others = items
        assert isinstance(ground, PaintedBox)
        number = self._panels[first]
        form = self._sites[number].form(ground.radius)
        children = [item_shape(ground, number, "panel", form=form)]
        children += list(self._shapes(others, "panel"))
        area = SlideArea(ground.x, ground.y, ground.width, ground.height)
        return group(next(self._numbers), "panel", "", area, children)

    def _dotted(self, points: Sequence[PlacedPoint], items: Sequence[Item]) -> Iterator[str]:
        """A dotted line as one line with dashes, and what is written at it."""
        strokes = [item for item in items if isinstance(item, PaintedPath)]
        if strokes:
            way = self._line_on_slide(points, self._place)
            path = strokes[0]._replace(points=way)
            yield item_shape(path, next(self._numbers), "dotted line", _DOTS)
        captions = [item for item in items if isinstance(item, PaintedText)]
        grounds = [item for item in items if isinstance(item, PaintedBox)]
        dots = [item for item in items if isinstance(item, PaintedDisc)][-1:]
        yield from self._shapes([*dots, *grounds, *captions], "dotted line")

    def _shapes(self, items: Iterable[Item], name: str) -> Iterator[str]:
        draw = partial(item_shape, name=name or "chart")
        for item in items:
            number = next(self._numbers)
            if isinstance(item, PaintedImage):
                area = SlideArea(item.x, item.y, item.width, item.height)
                yield picture(number, name or "logo", self._parts.picture(item.file), area)
            else:
                yield draw(item, number)


def _covers(item: Item, area: SlideArea) -> bool:
    """Whether an item is a box that fills an area."""
    if not isinstance(item, PaintedBox):
        return False
    pairs = zip((item.x, item.y, item.width, item.height), area, strict=True)
    return all(abs(value - other) < _NEAR for value, other in pairs)


def _around(outline: SlideArea, items: Iterable[Item]) -> SlideArea:
    """The area of a card with the boxes that stand out of it."""
    boxes = [outline, *(SlideArea(*item[:4]) for item in items if isinstance(item, PaintedBox))]
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right = max(box.x + box.width for box in boxes)
    bottom = max(box.y + box.height for box in boxes)
    return SlideArea(left, top, right - left, bottom - top)
