"""Cards and their positions become DOT that Graphviz only has to render.

The text is written here and not by the graphviz package, which takes twice as long for
50,000 cards, reads the id `a:b` as a node and a port, and cannot write one that ends in a
backslash.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from orgcli.chart.deck.card_fields import ALWAYS_IN_TEXT
from orgcli.chart.deck.card_photos import NONE, Pictures
from orgcli.chart.deck.cards import Card, Deck
from orgcli.chart.deck.outline import dotted_phrases, short_name
from orgcli.chart.layout.layout import Box
from orgcli.chart.layout.tree import Point
from orgcli.chart.paper.card_label import card_label
from orgcli.chart.paper.card_text import NAME_SIZE, ROOMY, CardText, Density
from orgcli.chart.paper.dot_markup import inches, name, quoted_text, small, table, tooltip
from orgcli.chart.paper.dotted_lines import CAPTION_HEIGHT, CAPTION_SIZE, DottedPath
from orgcli.chart.paper.frame import Frame, position_on_page
from orgcli.chart.paper.line_strokes import without_overlap
from orgcli.chart.paper.page_fitting import FittedChart
from orgcli.chart.paper.page_sizes import MARGIN
from orgcli.chart.paper.themes import FONTS, LIGHT, Theme

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
    """A chart as DOT, and its page, the margin included.

    names  of the nodes, quoted, in the order of the cards, as are cards and descriptions
    cards  the attributes of each node
    descriptions  each card in words, for tooltips and screen readers
    page_links  what leads to other pages
    pictures  the photos by the number of the card
    paged     whether just what is on the page is to be drawn
    """

    title: str
    frame: Frame
    defaults: str
    names: Sequence[str]
    cards: Sequence[str]
    descriptions: Sequence[str]
    edges: str
    page_links: Sequence[PageLink] = ()
    pictures: Pictures = NONE
    paged: bool = False

    @property
    def width(self) -> int:
        """Of the page, in points."""
        return self.frame.width

    @property
    def height(self) -> int:
        """Of the page, in points."""
        return self.frame.height

    def drawn(self, attributes: str = "") -> str:
        """What Graphviz is to render, with more attributes of the graph, such as `dpi=144`."""
        both = zip(self.names, self.cards, strict=True)
        nodes = "".join([f"{at} [{card}" for at, card in both])
        view = self.frame.attributes if self.paged else ""
        return self._text(f"{attributes} {view}".strip(), nodes)

    def dot(self, texts: Sequence[str] = ()) -> str:
        """An ordinary graph, for those who go on with it: each card in words, nothing cut off.

        texts  each card in parts, as `card_parts` has them, so that the graph can be read back
        """
        said = [f" card={quoted_text(text)}" for text in texts] or [""] * len(self.names)
        each = zip(self.names, self.descriptions, said, self.cards, strict=True)
        nodes = "".join(
            [f"{at} [tooltip={tooltip(words)}{text} {card}" for at, words, text, card in each]
        )
        size = f'size="{self.width / 72:.2f},{self.height / 72:.2f}!"' if self.paged else ""
        return self._text(size, nodes)

    def _text(self, attributes: str, nodes: str) -> str:
        # pygraphviz takes the first `charset="..."` in the text for its encoding: let it be ours.
        graph = f'graph [charset="utf-8" {attributes}];\n'
        return f"digraph orgchart {{\n{graph}{self.defaults}{nodes}{self.edges}}}\n"


def sheet(
    deck: Deck,
    fitted: FittedChart,
    theme: Theme = LIGHT,
    links: Mapping[int, int] = MappingProxyType({}),
) -> Sheet:
    """Write the DOT of a chart.

    links  cards that lead to other pages, and to which, from 0
    Nodes carry the key of their card as name, their size and `pos`; edges the reporting line
    with `pos` as a B-spline whose control points lie on its corners. Points, y upwards.
    """
    layout, floor = fitted.layout, fitted.layout.height
    position = position_on_page(fitted)
    names = [name(card.key) for card in deck.cards]
    density = fitted.contents[0].density if fitted.contents else ROOMY
    node = partial(_node, floor=floor, theme=theme, striped=bool(deck.legend))
    boxes = [box._replace(x=box.x + position.left) for box in layout.boxes]
    looks = ("", f' color="{theme.chain}" penwidth={theme.weight}')
    spline = partial(_spline, position.left, floor)
    lines = (
        f"{names[line.manager]} -> {names[line.report]}"
        f' [pos="{spline(line.points)}"{looks[deck.cards[line.report].chain]}];\n'
        for line in without_overlap(deck, layout.lines)
    )
    dotted_lines = (_dotted(line, names, spline, theme) for line in fitted.dotted)
    phrases = dotted_phrases(deck)
    return Sheet(
        title=deck.title,
        frame=position.frame,
        defaults=_defaults(fitted.head.label, position.head, theme, density),
        names=names,
        cards=list(map(node, deck.cards, fitted.contents, boxes)),
        descriptions=[description(deck, at, phrases.get(at, ())) for at in range(len(deck.cards))],
        edges="".join((*lines, *dotted_lines)),
        page_links=[
            _page_link(position.frame, boxes[at], floor, at, page) for at, page in links.items()
        ],
        pictures=Pictures({at: card.picture for at, card in enumerate(deck.cards) if card.picture}),
        paged=fitted.page is not None,
    )


def _page_link(frame: Frame, box: Box, floor: int, node: int, page: int) -> PageLink:
    left, low = frame.to_page(box.x, floor - box.y - box.height)
    right, high = frame.to_page(box.x + box.width, floor - box.y)
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
        phrases.append(deck.words.reports_to.format(name=short_name(deck.cards[above])))
    phrases.extend(dotted)
    if not card.fits:
        phrases.append(deck.words.unfit)
    if card.left_out:
        phrases.append(deck.words.below_not_shown.format(count=card.left_out))
    words = ", ".join(filter(None, (*phrases, *card.marks)))
    return words if len(words) <= _MOST_SPOKEN else words[: _MOST_SPOKEN - 1] + "…"


def _defaults(label: str, middle: str, theme: Theme, density: Density) -> str:
    fonts = f'fontname="{FONTS}" fontsize={NAME_SIZE} fontcolor="{theme.ink}"'
    usual = theme.looks["filled"]
    return (
        f'graph [label=<{label}> labelloc=t labeljust=l lp="{middle}" {fonts}\n'
        f'  pad={inches(MARGIN)} margin=0 bgcolor="{theme.page}" outputorder=edgesfirst'
        " ranksep=0.4 nodesep=0.25];\n"
        f'node [shape=box style=filled fillcolor="{usual.fill}" penwidth=0.75 margin=0 {fonts}\n'
        f"  width={inches(density.width)} height={inches(density.usual_height)} fixedsize=true"
        f' color="{usual.color}"];\n'
        f'edge [dir=none color="{theme.line}" {fonts}];\n'
    )


def _node(card: Card, content: CardText, box: Box, floor: int, theme: Theme, striped: bool) -> str:
    """The attributes of a card; `floor` is the y downwards that becomes 0 upwards."""
    x, y = box.x + box.width // 2, floor - box.y - box.height // 2
    attributes = f'pos="{x},{y}!"'
    if box.height != content.density.usual_height:
        attributes += f" height={inches(box.height)}"
    look = theme.looks[card.look]
    if card.look != "filled":
        attributes += (
            f' style="filled,{look.border}" color="{look.color}" fillcolor="{look.fill}"'
            f' fontcolor="{look.name}"'
        )
    if card.chain:
        attributes += f' fillcolor="{theme.lit}" color="{theme.chain}" penwidth={theme.weight}'
    if card.marks:
        weight = theme.weight if card.chain else 1.25
        attributes += f' color="{theme.trouble}" penwidth={weight}'
    return f"{attributes}\n  label={card_label(card, content, theme, striped)}];\n"


def _dotted(
    line: DottedPath, names: Sequence[str], spline: Callable[[Sequence[Point]], str], theme: Theme
) -> str:
    """A dotted line: an edge that says nothing of who is above whom, with what it is for."""
    caption = f" purpose={quoted_text(line.edge.purpose)}" if line.edge.purpose else ""
    if line.caption:
        text = small(line.caption, CAPTION_SIZE, theme.quiet)
        cell = f'<TR><TD HEIGHT="{CAPTION_HEIGHT}">{text}</TD></TR>'
        label = table(cell, f' BGCOLOR="{theme.page}"')
        caption += f' lp="{spline([line.at])}" label=<{label}>'
    return (
        f"{names[line.edge.card]} -> {names[line.edge.to]}"
        f' [pos="{spline(line.points)}" style=dashed constraint=false'
        f' color="{theme.dotted}" penwidth=1.25{caption}];\n'
    )


def _spline(left: int, floor: int, points: Sequence[Point]) -> str:
    corners = [f"{x + left},{floor - y}" for x, y in points]
    strokes = [f" {start} {end} {end}" for start, end in pairwise(corners)]
    return "".join((corners[0], *strokes))
