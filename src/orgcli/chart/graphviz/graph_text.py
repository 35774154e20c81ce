"""The graph of a chart in DOT: every card as a node with its place, every line as an edge.

The text is written here and not by the graphviz package, which takes twice as long for
50,000 cards, reads the id `a:b` as a node and a port, and cannot write one that ends in a
backslash.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from orgcli.chart.deck.cards import Card, Deck
from orgcli.chart.layout.layout import Box
from orgcli.chart.layout.tree import Point
from orgcli.chart.paper.card_text import NAME_SIZE, CardText
from orgcli.chart.paper.dot_markup import inches, label, name, quoted_text, tooltip
from orgcli.chart.paper.frame import Placement
from orgcli.chart.paper.page_fitting import FittedChart
from orgcli.chart.paper.themes import FONTS, Theme


def graph_text(
    deck: Deck,
    fitted: FittedChart,
    place: Placement,
    theme: Theme,
    descriptions: Sequence[str],
    texts: Sequence[str] = (),
) -> str:
    """A graph that `neato -n2` draws with the places of the chart, and `dot` with its own.

    texts  each card in parts, to be read back; none are written without it
    Nodes carry the key of their card as name, their size and `pos`; edges the reporting line with
    `pos` as a B-spline whose control points lie on its corners. Points, y upwards. `sheet` of the
    graph says what of this is where on a page, in the form of Graphviz's `viewport`, which would
    cut off what another layout puts elsewhere; `panel` of an edge, in which box the report is.
    """
    names = [name(card.key) for card in deck.cards]
    nodes = "".join(_nodes(deck, fitted, place, theme, names, descriptions, texts))
    lines = _edges(deck, fitted, place, names, theme)
    edges = "".join((*lines, *_dotted(fitted, place, names, theme)))
    return f"digraph orgchart {{\n{_defaults(deck, fitted, place, theme)}{nodes}{edges}}}\n"


def _defaults(deck: Deck, fitted: FittedChart, place: Placement, theme: Theme) -> str:
    fonts = f'fontname="{FONTS}" fontcolor="{theme.ink}"'
    usual = theme.looks["filled"]
    size = ""
    if fitted.page:
        size = f'size="{place.frame.width / 72:.2f},{place.frame.height / 72:.2f}!" '
    wide, tall = fitted.head.width * place.furniture, fitted.head.height * place.furniture
    x, just = (place.width - wide / 2, "r") if place.from_right else (wide / 2, "l")
    middle = f"{x:.2f},{place.height - tall / 2:.2f}"
    # pygraphviz takes the first `charset="..."` in the text for its encoding: let it be ours.
    return (
        f'graph [charset="utf-8" {size}sheet="{place.frame.view}" label={label(deck.title)}'
        f' lp="{middle}" lwidth={inches(wide)} lheight={inches(tall)} labelloc=t labeljust={just}'
        f' bgcolor="{theme.page}" outputorder=edgesfirst ranksep=0.4 nodesep=0.25 {fonts}];\n'
        f'node [shape=box style="rounded,filled" fillcolor="{usual.fill}" color="{usual.color}"'
        f" fontsize={NAME_SIZE} fixedsize=true {fonts}];\n"
        f'edge [dir=none color="{theme.line}" {fonts}];\n'
    )


def _nodes(
    deck: Deck,
    fitted: FittedChart,
    place: Placement,
    theme: Theme,
    names: Sequence[str],
    descriptions: Sequence[str],
    texts: Sequence[str],
) -> Iterator[str]:
    for at, card in enumerate(deck.cards):
        card_attribute = f" card={quoted_text(texts[at])}" if texts else ""
        attributes = _node(card, fitted.text_of(at), fitted.layout.boxes[at], place, theme)
        if card.look == "filled" and card.color and deck.legend:
            attributes += f' color="{theme.stripe(card.color)}"'
        attributes += _standing_out(card, theme)
        yield (f"{names[at]} [{attributes} tooltip={tooltip(descriptions[at])}{card_attribute}];\n")


def _node(card: Card, content: CardText, box: Box, place: Placement, theme: Theme) -> str:
    x, y = box.x + place.left + box.width / 2, place.height - place.top - box.y - box.height / 2
    look = theme.looks[card.look]
    attributes = (
        f'pos="{x:g},{y:g}!" width={inches(box.width)} height={inches(box.height)}'
        f" label={label(*(content.names or [content.shared]), *content.titles)}"
    )
    if card.look != "filled":
        attributes += (
            f' style="rounded,filled,{look.border}" color="{look.color}" fillcolor="{look.fill}"'
            f' fontcolor="{look.name}"'
        )
    return attributes


def _standing_out(card: Card, theme: Theme) -> str:
    """How a node on the line to the top looks, and the edge that comes to it."""
    return f' color="{theme.chain}" penwidth={theme.weight:g}' if card.chain else ""


def _edges(
    deck: Deck, fitted: FittedChart, place: Placement, names: Sequence[str], theme: Theme
) -> Iterator[str]:
    """Each line that is drawn; to rows of a panel edges that are not, with where the panel is."""
    panels = {card: panel.box for panel in fitted.layout.panels for card in panel.cards}
    paths = {line.report: line.points for line in fitted.layout.lines}
    for at, above in enumerate(deck.manager):
        if above < 0:
            continue
        attributes = f'pos="{_spline(paths[at], place)}"' if at in paths else "style=invis"
        attributes += _standing_out(deck.cards[at], theme)
        if at in panels:
            attributes += f' panel="{_corners(panels[at], place)}"'
        yield f"{names[above]} -> {names[at]} [{attributes}];\n"


def _corners(box: Box, place: Placement) -> str:
    """The left lower and the right upper corner of a box, as in the `bb` of a graph."""
    left, high = box.x + place.left, place.height - place.top - box.y
    return f"{left:g},{high - box.height:g},{left + box.width:g},{high:g}"


def _dotted(
    fitted: FittedChart, place: Placement, names: Sequence[str], theme: Theme
) -> Iterator[str]:
    """A dotted line is an edge without rank between its ends, with its purpose."""
    for line in fitted.dotted:
        purpose = f" purpose={quoted_text(line.edge.purpose)}" if line.edge.purpose else ""
        yield (
            f"{names[line.edge.card]} -> {names[line.edge.to]}"
            f' [pos="{_spline(line.points, place)}" style=dashed constraint=false'
            f' color="{theme.dotted}" penwidth=1.25{purpose}];\n'
        )


def _spline(points: Sequence[Point], place: Placement) -> str:
    floor = place.height - place.top
    corners = [f"{x + place.left:g},{floor - y:g}" for x, y in points]
    strokes = [f" {start} {end} {end}" for start, end in pairwise(corners)]
    return "".join((corners[0], *strokes))
