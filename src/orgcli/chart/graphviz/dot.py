"""Cards and their positions become DOT that Graphviz only has to render.

The text is written here and not by the graphviz package, which takes twice as long for
50,000 cards, reads the id `a:b` as a node and a port, and cannot write one that ends in a
backslash.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from orgcli.chart.deck.card_fields import ALWAYS_IN_TEXT
from orgcli.chart.deck.card_photos import NONE, Pictures
from orgcli.chart.deck.cards import Card, Deck
from orgcli.chart.deck.outline import called, dotted_facts
from orgcli.chart.layout.layout import Box
from orgcli.chart.layout.tree import Point
from orgcli.chart.paper.card_label import card_label
from orgcli.chart.paper.card_text import NAME_SIZE, ROOMY, Density, Face
from orgcli.chart.paper.dot_markup import label_text, name, tooltip
from orgcli.chart.paper.dotted_lines import CAPTION_HEIGHT, CAPTION_SIZE, Dotted
from orgcli.chart.paper.frame import Frame, Place, place_of
from orgcli.chart.paper.line_strokes import uncovered
from orgcli.chart.paper.page_fitting import Fitted
from orgcli.chart.paper.page_sizes import MARGIN
from orgcli.chart.paper.themes import FONTS, LIGHT, Theme

_MOST_SPOKEN = 400
"""Characters of a tooltip; the text of a card may be as long as its file."""


class Spot(NamedTuple):
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

    names  of the nodes, quoted, in the order of the cards; cards and words have the same order
    cards  the attributes of each node
    words  each card in words
    spots  what leads to other pages
    pictures  the photos by the number of the card
    paged     whether just what is on the page is to be drawn
    """

    title: str
    frame: Frame
    defaults: str
    names: Sequence[str]
    cards: Sequence[str]
    words: Sequence[str]
    edges: str
    spots: Sequence[Spot] = ()
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

    def dot(self) -> str:
        """An ordinary graph, for those who go on with it: each card in words, nothing cut off."""
        each = zip(self.names, self.words, self.cards, strict=True)
        nodes = "".join([f"{at} [tooltip={tooltip(said)} {card}" for at, said, card in each])
        size = f'size="{self.width / 72:.2f},{self.height / 72:.2f}!"' if self.paged else ""
        return self._text(size, nodes)

    def _text(self, attributes: str, nodes: str) -> str:
        # pygraphviz takes the first `charset="..."` in the text for its encoding: let it be ours.
        graph = f'graph [charset="utf-8" {attributes}];\n'
        return f"digraph orgchart {{\n{graph}{self.defaults}{nodes}{self.edges}}}\n"


def sheet(
    deck: Deck,
    fitted: Fitted,
    theme: Theme = LIGHT,
    links: Mapping[int, int] = MappingProxyType({}),
) -> Sheet:
    """Write the DOT of a chart.

    links  cards that lead to other pages, and to which, from 0
    Nodes carry the key of their card as name, their size and `pos`; edges the reporting line
    with `pos` as a B-spline whose control points lie on its corners. Points, y upwards.
    """
    layout = fitted.layout
    place = place_of(fitted)
    names = [name(card.key) for card in deck.cards]
    drawn = zip(deck.cards, fitted.faces, layout.boxes, strict=True)
    density = fitted.faces[0].density if fitted.faces else ROOMY
    striped = bool(deck.legend)
    looks = ("", f' color="{theme.chain}" penwidth={theme.weight}')
    floor, dotted = layout.height, dotted_facts(deck)
    spline = partial(_spline, place.left, floor)
    lines = (
        f"{names[line.manager]} -> {names[line.report]}"
        f' [pos="{spline(line.points)}"{looks[deck.cards[line.report].chain]}];\n'
        for line in uncovered(deck, layout.lines)
    )
    others = (_dotted(one, names, spline, theme) for one in fitted.dotted)
    return Sheet(
        deck.title,
        place.frame,
        _defaults(fitted.head.label, place.head, theme, density),
        names,
        [
            _node(card, face, box._replace(x=box.x + place.left), floor, theme, striped)
            for card, face, box in drawn
        ],
        [spoken(deck, at, dotted.get(at, ())) for at in range(len(deck.cards))],
        "".join((*lines, *others)),
        [_spot(place, layout.boxes[at], floor, at, page) for at, page in links.items()],
        Pictures({at: card.picture for at, card in enumerate(deck.cards) if card.picture}),
        fitted.page is not None,
    )


def _spot(place: Place, box: Box, floor: int, node: int, page: int) -> Spot:
    left, low = place.frame.shown(box.x + place.left, floor - box.y - box.height)
    right, high = place.frame.shown(box.x + place.left + box.width, floor - box.y)
    return Spot(left, low, right, high, page, node)


def spoken(deck: Deck, at: int, dotted: Sequence[str] = ()) -> str:
    """A card in words, for tooltips and screen readers, with the manager it reports to.

    dotted  its dotted lines, a phrase each
    """
    card = deck.cards[at]
    above = deck.manager[at]
    said = [card.name, card.title, card.department]
    if card.headcount > 1:
        said.append(deck.words.seats.format(count=card.headcount))
    said.extend(text for field, text in card.lines if field not in ALWAYS_IN_TEXT)
    if above >= 0:
        said.append(deck.words.reports_to.format(name=called(deck.cards[above])))
    said.extend(dotted)
    if card.left_out:
        said.append(deck.words.below_not_shown.format(count=card.left_out))
    words = ", ".join(filter(None, (*said, *card.marks)))
    return words if len(words) <= _MOST_SPOKEN else words[: _MOST_SPOKEN - 1] + "…"


def _defaults(label: str, middle: str, theme: Theme, density: Density) -> str:
    fonts = f'fontname="{FONTS}" fontsize={NAME_SIZE} fontcolor="{theme.ink}"'
    usual = theme.looks["filled"]
    return (
        f'graph [label=<{label}> labelloc=t labeljust=l lp="{middle}" {fonts}\n'
        f'  pad={_inches(MARGIN)} margin=0 bgcolor="{theme.page}" outputorder=edgesfirst'
        " ranksep=0.4 nodesep=0.25];\n"
        f'node [shape=box style=filled fillcolor="{usual.fill}" penwidth=0.75 margin=0 {fonts}\n'
        f"  width={_inches(density.width)} height={_inches(density.usual_height)} fixedsize=true"
        f' color="{usual.color}"];\n'
        f'edge [dir=none color="{theme.line}" {fonts}];\n'
    )


def _node(
    card: Card, face: Face, box: Box, floor: int, theme: Theme = LIGHT, striped: bool = True
) -> str:
    """The attributes of a card; `floor` is the y downwards that becomes 0 upwards."""
    x, y = box.x + box.width // 2, floor - box.y - box.height // 2
    attributes = f'pos="{x},{y}!"'
    if box.height != face.density.usual_height:
        attributes += f" height={_inches(box.height)}"
    look = theme.looks[card.state]
    if card.state != "filled":
        attributes += (
            f' style="filled,{look.border}" color="{look.color}" fillcolor="{look.fill}"'
            f' fontcolor="{look.name}"'
        )
    if card.chain:
        attributes += f' fillcolor="{theme.lit}" color="{theme.chain}" penwidth={theme.weight}'
    if card.marks:
        weight = theme.weight if card.chain else 1.25
        attributes += f' color="{theme.trouble}" penwidth={weight}'
    return f"{attributes}\n  label={card_label(card, face, theme, striped)}];\n"


def _dotted(
    line: Dotted, names: Sequence[str], spline: Callable[[Sequence[Point]], str], theme: Theme
) -> str:
    """A dotted line: an edge that says nothing of who is above whom, with what it is for."""
    caption = ""
    if line.caption:
        small = f'POINT-SIZE="{CAPTION_SIZE}" COLOR="{theme.quiet}"'
        caption = (
            f' lp="{spline([line.at])}" label=<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0"'
            f' CELLPADDING="0" BGCOLOR="{theme.page}"><TR><TD HEIGHT="{CAPTION_HEIGHT}">'
            f"<FONT {small}>{label_text(line.caption)}</FONT></TD></TR></TABLE>>"
        )
    return (
        f"{names[line.edge.card]} -> {names[line.edge.to]}"
        f' [pos="{spline(line.points)}" style=dashed constraint=false'
        f' color="{theme.dotted}" penwidth=1.25{caption}];\n'
    )


def _inches(points: int) -> str:
    """Rounded up: a node a millionth lower than its label is worth a warning to Graphviz."""
    return f"{points / 72 + 5e-7:.6f}"


def _spline(left: int, floor: int, points: Sequence[Point]) -> str:
    before, *corners = [f"{x + left},{floor - y}" for x, y in points]
    spline = before
    for corner in corners:
        spline += f" {before} {corner} {corner}"
        before = corner
    return spline
