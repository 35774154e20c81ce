"""Cards and their positions become DOT that Graphviz only has to render.

The text is written here and not by the graphviz package, which takes twice as long for
50,000 cards, reads the id `a:b` as a node and a port, and cannot write one that ends in a
backslash.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from orgcli.chart.cards import Card, Deck
from orgcli.chart.faces import CARD_WIDTH, NAME_SIZE, USUAL_HEIGHT, Face
from orgcli.chart.fields import TOLD
from orgcli.chart.heading import heading
from orgcli.chart.label import card_label
from orgcli.chart.layout import Box, Layout, Line
from orgcli.chart.looks import FONTS, LIGHT, Theme
from orgcli.chart.markup import name, tooltip
from orgcli.chart.outline import called
from orgcli.chart.strokes import uncovered

MARGIN = 24
"""White space around everything, in points."""
_BELOW_HEADING = 22
_MOST_SPOKEN = 400
"""Characters of a tooltip; the text of a card may be as long as its file."""


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A chart as DOT, and the size of its page in points, the margin included.

    names  of the nodes, quoted, in the order of the cards; cards and words have the same order
    cards  the attributes of each node
    words  each card in words
    """

    title: str
    width: int
    height: int
    defaults: str
    names: Sequence[str]
    cards: Sequence[str]
    words: Sequence[str]
    edges: str

    def dot(self, attributes: str = "", tooltips: bool = False) -> str:
        """The whole text.

        attributes  more of the graph's, such as `dpi=144`
        tooltips    with each card in words, for those who render the text themselves
        """
        if tooltips:
            each = zip(self.names, self.words, self.cards, strict=True)
            nodes = "".join([f"{at} [tooltip={tooltip(said)} {card}" for at, said, card in each])
        else:
            both = zip(self.names, self.cards, strict=True)
            nodes = "".join([f"{at} [{card}" for at, card in both])
        # pygraphviz takes the first `charset="..."` in the text for its encoding: let it be ours.
        graph = f'graph [charset="utf-8" {attributes}];\n'
        return f"digraph orgchart {{\n{graph}{self.defaults}{nodes}{self.edges}}}\n"


def sheet(deck: Deck, faces: Sequence[Face], layout: Layout, theme: Theme = LIGHT) -> Sheet:
    """Write the DOT of a chart.

    Nodes carry the key of their card as name, their size and `pos`; edges the reporting line
    with `pos` as a B-spline whose control points lie on its corners. Points, y upwards.
    """
    head = heading(deck, layout.width, theme)
    top = layout.height + _BELOW_HEADING + head.height
    names = [name(card.key) for card in deck.cards]
    drawn = zip(deck.cards, faces, layout.boxes, strict=True)
    striped = deck.by != "none"
    looks = ("", f' color="{theme.chain}" penwidth={theme.weight}')
    lines = (
        f"{names[line.manager]} -> {names[line.report]}"
        f' [pos="{_spline(line, layout.height)}"{looks[deck.cards[line.report].chain]}];\n'
        for line in uncovered(deck, layout.lines)
    )
    return Sheet(
        deck.title,
        max(head.width, layout.width) + 2 * MARGIN,
        top + 2 * MARGIN,
        _defaults(head.label, f"{head.width / 2:g},{top - head.height / 2:g}", theme),
        names,
        [_node(card, face, box, layout.height, theme, striped) for card, face, box in drawn],
        [spoken(deck, at) for at in range(len(deck.cards))],
        "".join(lines),
    )


def spoken(deck: Deck, at: int) -> str:
    """A card in words, for tooltips and screen readers, with the manager it reports to."""
    card = deck.cards[at]
    above = deck.manager[at]
    said = [card.name, card.title, card.department]
    if card.headcount > 1:
        said.append(f"{card.headcount} seats")
    said.extend(text for field, text in card.lines if field not in TOLD)
    if above >= 0:
        said.append(f"reports to {called(deck.cards[above])}")
    if card.left_out:
        said.append(f"{card.left_out} below are not shown")
    words = ", ".join(filter(None, (*said, *card.marks)))
    return words if len(words) <= _MOST_SPOKEN else words[: _MOST_SPOKEN - 1] + "…"


def _defaults(label: str, middle: str, theme: Theme) -> str:
    fonts = f'fontname="{FONTS}" fontsize={NAME_SIZE} fontcolor="{theme.ink}"'
    usual = theme.looks["filled"]
    return (
        f'graph [label=<{label}> labelloc=t labeljust=l lp="{middle}" {fonts}\n'
        f'  pad={_inches(MARGIN)} margin=0 bgcolor="{theme.page}" outputorder=edgesfirst'
        " ranksep=0.4 nodesep=0.25];\n"
        f'node [shape=box style=filled fillcolor="{usual.fill}" penwidth=0.75 margin=0 {fonts}\n'
        f"  width={_inches(CARD_WIDTH)} height={_inches(USUAL_HEIGHT)} fixedsize=true"
        f' color="{usual.color}"];\n'
        f'edge [dir=none color="{theme.line}"];\n'
    )


def _node(
    card: Card, face: Face, box: Box, floor: int, theme: Theme = LIGHT, striped: bool = True
) -> str:
    """The attributes of a card; `floor` is the y downwards that becomes 0 upwards."""
    x, y = box.x + box.width // 2, floor - box.y - box.height // 2
    attributes = f'pos="{x},{y}!"'
    if box.height != USUAL_HEIGHT:
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


def _inches(points: int) -> str:
    """Rounded up: a node a millionth lower than its label is worth a warning to Graphviz."""
    return f"{points / 72 + 5e-7:.6f}"


def _spline(line: Line, floor: int) -> str:
    before, *corners = [f"{x},{floor - y}" for x, y in line.points]
    spline = before
    for corner in corners:
        spline += f" {before} {corner} {corner}"
        before = corner
    return spline
