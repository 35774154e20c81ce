"""A chart as a draw.io diagram: cards where they are placed, lines that stay at their ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import quoteattr

from orgcli.chart.chart import Chart
from orgcli.chart.color.palette import NEUTRAL
from orgcli.chart.deck.cards import Card
from orgcli.chart.layout.layout import Box, DrawnLine

_BOX = (
    "rounded=1;arcSize=8;absoluteArcSize=1;whiteSpace=wrap;html=0;align=left;spacingLeft=8;"
    "verticalAlign=middle;fontSize=11;fontColor=#1f2328;fillColor=#ffffff;strokeWidth=1;"
)
_LINE = "edgeStyle=orthogonalEdgeStyle;rounded=1;html=0;endArrow=none;strokeColor=#8c959f;"
_DOTTED = "html=0;endArrow=none;dashed=1;dashPattern=1 3;strokeColor=#57606a;"
_MARGIN = 24


def drawio_diagram(chart: Chart, fields: Sequence[Mapping[str, str]]) -> str:
    """The diagram as XML, each card with its data.

    fields  for each card the values of its position, by field; draw.io shows them as the data of a
            shape
    """
    deck, layout = chart.deck, chart.fitted.layout
    cells = ['<mxCell id="0"/>', '<mxCell id="1" parent="0"/>']
    cells += [_card(card, layout.boxes[at], fields[at]) for at, card in enumerate(deck.cards)]
    for line in layout.lines:
        cells.append(_line(line, deck.cards, layout.boxes))
    cells += list(_panel_lines(chart))
    for number, edge in enumerate(deck.dotted):
        ends = deck.cards[edge.card].key, deck.cards[edge.to].key
        cells.append(_edge(f"dotted {number}", ends, _DOTTED, edge.purpose or ""))
    body = "\n".join(f"        {cell}" for cell in cells)
    name = quoteattr(deck.title or "Chart")
    return (
        f'<mxfile host="orgcli">\n  <diagram id="chart" name={name}>\n'
        '    <mxGraphModel grid="0" connect="1" arrows="1" fold="0" page="0">\n'
        f"      <root>\n{body}\n      </root>\n    </mxGraphModel>\n  </diagram>\n</mxfile>\n"
    )


def _id(key: str) -> str:
    return f"position {key}"


def _card(card: Card, box: Box, fields: Mapping[str, str]) -> str:
    """A box with its data; what stands in it is plain text."""
    label = "\n".join(filter(None, (card.name, card.title)))
    data = "".join(f" {name}={quoteattr(text, _BREAKS)}" for name, text in fields.items())
    style = f"{_BOX}strokeColor={card.color or NEUTRAL};"
    style += "fontStyle=0;" if card.holders else "dashed=1;fontStyle=2;"
    where = (
        f'<mxGeometry x="{box.x + _MARGIN}" y="{box.y + _MARGIN}" width="{box.width}"'
        f' height="{box.height}" as="geometry"/>'
    )
    return (
        f"<UserObject label={quoteattr(label, _BREAKS)}{data} id={quoteattr(_id(card.key))}>"
        f'<mxCell style="{style}" vertex="1" parent="1">{where}</mxCell></UserObject>'
    )


_BREAKS = {"\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}


def _line(line: DrawnLine, cards: Sequence[Card], boxes: Sequence[Box]) -> str:
    """A reporting line through its corners, which leaves and arrives where it is drawn."""
    points = line.points
    (leaves, arrives) = (
        _share(points[0], boxes[line.manager]), _share(points[-1], boxes[line.report])
    )  # fmt: skip
    style = (
        f"{_LINE}exitX={leaves[0]:g};exitY={leaves[1]:g};exitDx=0;exitDy=0;"
        f"entryX={arrives[0]:g};entryY={arrives[1]:g};entryDx=0;entryDy=0;"
    )
    corners = "".join(f'<mxPoint x="{x + _MARGIN}" y="{y + _MARGIN}"/>' for x, y in points[1:-1])
    ends = cards[line.manager].key, cards[line.report].key
    return _edge(f"line {cards[line.report].key}", ends, style, "", corners)


def _share(point: tuple[int, int], box: Box) -> tuple[float, float]:
    """Where a point is in a box, from 0 to 1; the nearest point of its edge."""
    x = (point[0] - box.x) / box.width if box.width else 0.5
    y = (point[1] - box.y) / box.height if box.height else 0.5
    return round(min(max(x, 0), 1), 4), round(min(max(y, 0), 1), 4)


def _panel_lines(chart: Chart) -> Iterator[str]:
    """The lines to the rows of a panel, to which the chart draws one."""
    drawn_reports = {line.report for line in chart.fitted.layout.lines}
    for at, above in enumerate(chart.deck.manager):
        if above >= 0 and at not in drawn_reports:
            ends = chart.deck.cards[above].key, chart.deck.cards[at].key
            yield _edge(f"line {ends[1]}", ends, f"{_LINE}opacity=0;")


def _edge(id: str, ends: tuple[str, str], style: str, label: str = "", corners: str = "") -> str:
    points = f'<Array as="points">{corners}</Array>' if corners else ""
    return (
        f'<mxCell id={quoteattr(id)} value={quoteattr(label, _BREAKS)} style="{style}" edge="1"'
        f' parent="1" source={quoteattr(_id(ends[0]))} target={quoteattr(_id(ends[1]))}>'
        f'<mxGeometry relative="1" as="geometry">{points}</mxGeometry></mxCell>'
    )
