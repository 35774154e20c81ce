"""A chart on a sheet: what is painted on its page, and its graph in DOT."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from orgcli.chart.deck.card_fields import ALWAYS_IN_TEXT
from orgcli.chart.deck.card_photos import NONE, Pictures
from orgcli.chart.deck.cards import Deck
from orgcli.chart.deck.outline import dotted_phrases
from orgcli.chart.graphviz.graph_text import graph_text
from orgcli.chart.layout.layout import Box
from orgcli.chart.paint.chart_painting import MANY, paint_chart
from orgcli.chart.paint.items import (
    Item,
    PaintedGroup,
    PaintedImage,
    PaintedPath,
    PaintedText,
    Painting,
    mirrored_painting,
)
from orgcli.chart.paint.xdot import image_node, xdot
from orgcli.chart.paper.frame import Frame, Placement, placement
from orgcli.chart.paper.mirroring import is_mirrored, mirrored_chart
from orgcli.chart.paper.page_fitting import FittedChart
from orgcli.chart.paper.themes import LIGHT, Theme

_CORNER = 0.1
"""Points from the corner of a page."""
_MOST_SPOKEN = 400
"""Characters of a tooltip; the text of a card may be as long as its file."""


PageFileName = Callable[[int], str]
"""What the file of a page is called, by its number from 0."""


class PageLink(NamedTuple):
    """A part of a page that leads to another page: its edges in points, y upwards.

    page  where it leads, from 0
    node  the number of the node that it is, or -1
    """

    left: float
    low: float
    right: float
    high: float
    page: int
    node: int = -1


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A page with what is painted on it, and the same chart as an ordinary graph.

    painting      all that is drawn, those behind first; floor, its height
    color         of the page
    descriptions  each card in words, for tooltips and screen readers
    page_links    what leads to other pages
    pictures      the photos by the number of the card
    graph         the nodes and edges of the graph in DOT, without what surrounds them
    """

    title: str
    frame: Frame
    painting: Painting
    floor: float
    color: str
    descriptions: Sequence[str] = ()
    page_links: Sequence[PageLink] = ()
    pictures: Pictures = NONE
    graph: Callable[[Sequence[str]], str] = str

    @property
    def width(self) -> int:
        """Of the page, in points."""
        return self.frame.width

    @property
    def height(self) -> int:
        """Of the page, in points."""
        return self.frame.height

    def canvas(self, attributes: str = "", finer: int = 1) -> str:
        """The page as DOT, with its images as nodes, for Graphviz paints none behind nodes.

        attributes  more attributes of the graph, such as `dpi=144`
        finer       units of the canvas to a point, as for `strokes`
        """
        # pygraphviz takes the first `charset="..."` in the text for its encoding: let it be ours.
        graph = (
            f'graph [charset="utf-8" bb="0,0,{self.frame.width},{self.frame.height}"'
            f' bgcolor="{self.color}" {self.frame.finer(finer).attributes} {attributes}];'
        )
        images = "".join(
            image_node(at, image, self.floor, finer)
            for at, image in enumerate(
                item for item in self._items if isinstance(item, PaintedImage)
            )
        )
        invisible = '"" [pos="0,0" style=invis label=""];\n'
        return f"digraph orgchart {{\n{graph}\n{invisible}{images}}}\n"

    @property
    def _items(self) -> Iterator[Item]:
        return (item for group in self.painting for item in group.items)

    @property
    def texts(self) -> Iterator[str]:
        """All that is written on it."""
        return (item.text for item in self._items if isinstance(item, PaintedText))

    def strokes(self, finer: int = 1, texts: bool = True, marked: bool = False) -> str:
        """The painting without its images in xdot, for the `_background` of the canvas.

        texts  whether its texts are in it, or only its shapes
        marked  whether a line that nobody sees, in the corner of the page, stands before each group
            and behind the last
        finer  units of the canvas to a point: Graphviz rounds the width of each letter to pixels
            of 96 to 72 units, which is seen where it sets the text itself
        """
        painting = self._marked if marked else self.painting
        return xdot(painting, self.floor, len(self.descriptions) > MANY, finer, texts)

    @property
    def _marked(self) -> Painting:
        left, top = self.frame.from_page(_CORNER, self.frame.height - _CORNER)
        ends = (left, self.floor - top), (left + _CORNER / self.frame.scale, self.floor - top)
        mark = PaintedGroup("ground", [PaintedPath(ends, self.color, 1)])
        return [*(painted for group in self.painting for painted in (mark, group)), mark]

    def dot(self, texts: Sequence[str] = ()) -> str:
        """An ordinary graph for other programs: each card in words, nothing cut off.

        texts  each card in parts, as `card_parts` has them, so that the graph can be read back
        """
        return self.graph(texts)


def sheet(
    deck: Deck,
    fitted: FittedChart,
    theme: Theme = LIGHT,
    links: Mapping[int, int] = MappingProxyType({}),
) -> Sheet:
    """Paint a chart.

    links  cards that lead to other pages, and to which, from 0
    """
    place = placement(fitted)
    phrases = dotted_phrases(deck)
    descriptions = [description(deck, at, phrases.get(at, ())) for at in range(len(deck.cards))]
    painting: Painting = list(paint_chart(deck, fitted, place, theme))
    if is_mirrored(deck):
        painting = mirrored_painting(painting, place.width)
        fitted, place = mirrored_chart(fitted, place)
    boxes = fitted.layout.boxes
    return Sheet(
        title=deck.title,
        frame=place.frame,
        painting=painting,
        floor=place.height,
        color=theme.page,
        descriptions=descriptions,
        page_links=[_page_link(place, boxes[at], at, page) for at, page in links.items()],
        pictures=_pictures(deck),
        graph=partial(graph_text, deck, fitted, place, theme, descriptions),
    )


def _pictures(deck: Deck) -> Pictures:
    pictures = {at: card.picture for at, card in enumerate(deck.cards) if card.picture}
    return Pictures({**pictures, -1: deck.logo} if deck.logo else pictures)


def _page_link(place: Placement, box: Box, node: int, page: int) -> PageLink:
    x, floor = box.x + place.left, place.height - place.top - box.y
    left, low = place.frame.to_page(x, floor - box.height)
    right, high = place.frame.to_page(x + box.width, floor)
    return PageLink(left, low, right, high, page, node)


def description(deck: Deck, at: int, dotted: Sequence[str] = ()) -> str:
    """A card in words, for tooltips and screen readers, with the manager it reports to.

    dotted  its dotted lines, a phrase each
    """
    card = deck.cards[at]
    above = deck.manager[at]
    phrases = [card.name, card.title, card.department]
    if card.headcount > 1:
        phrases.append(deck.words.seats.format(count=card.headcount))
    phrases.extend(text for field, text in card.lines if field not in ALWAYS_IN_TEXT)
    if above >= 0:
        phrases.append(deck.words.reports_to.format(name=deck.cards[above].short_name))
    phrases.extend(dotted)
    if not card.fits:
        phrases.append(deck.words.unfit)
    if card.left_out:
        phrases.append(deck.words.below_not_shown.format(count=card.left_out))
    words = ", ".join(filter(None, (*phrases, *card.marks)))
    return words if len(words) <= _MOST_SPOKEN else words[: _MOST_SPOKEN - 1] + "…"
