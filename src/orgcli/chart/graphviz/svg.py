"""The SVG of Graphviz becomes one for people: words in place of ids, nothing from outside."""

import re
from collections.abc import Callable, Sequence
from html import escape

from orgcli.chart.graphviz.dot import Sheet
from orgcli.chart.paper.themes import FONTS
from orgcli.language.en import CHART as ENGLISH
from orgcli.language.words import ChartWords

# Graphviz writes one element a line, and user text has neither line ends nor a bare `<` or `"`
# in it, so what these patterns find is always Graphviz's own.
_HEAD = re.compile(
    r'(?s)\A.*?<svg width="(\S+)" height="(\S+)"\n viewBox="([^"]+)"[^>]*>\n'
    r'<g id="graph0" class="graph" transform="([^"]+)">\n<title>[^<]*</title>\n'
)
_NODE = re.compile(r'<!-- .* -->\n<g id="node(\d+)" class="node">\n<title>.*</title>\n')
_EDGE = re.compile(
    r'<!-- .* -->\n<g id="edge\d+" class="edge">\n<title>.*</title>\n'
    r"<path (.*/>\n(?:.*\n)*?)</g>\n"
)


def for_people(svg: str, title: str, words: Sequence[str], says: ChartWords = ENGLISH) -> str:
    """The SVG with a title for the chart and one for each card, for tooltips and screen readers.

    words  each card in words, in the order of the nodes
    says   what else it says in its language
    Ids, Graphviz's version, the reference to a DTD and attributes that all texts share go;
    shapes are drawn on whole pixels, or lines that several reports share would look thicker.
    """

    def node(found: re.Match[str]) -> str:
        at = int(found[1])
        said = escape(words[at - 1], quote=False)
        return f'<g id="node{at}" class="node" role="img">\n<title>{said}</title>\n'

    def head(found: re.Match[str]) -> str:
        wide, tall, box, transform = found.groups()
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{tall}"'
            f' viewBox="{box}" role="graphics-document document"'
            f' aria-roledescription="{says.kind}" aria-labelledby="chart-title">\n'
            f'<title id="chart-title">{escape(title or says.organisation_chart)}</title>\n'
            f'<g transform="{transform}" font-family="{FONTS}" shape-rendering="crispEdges"'
            ' xml:space="preserve">\n'
        )

    for shared in (' xml:space="preserve"', ' text-anchor="start"', f' font-family="{FONTS}"'):
        svg = svg.replace(shared, "")
    return _EDGE.sub(r'<path class="edge" \1', _NODE.sub(node, _HEAD.sub(head, svg, count=1)))


def linked(svg: str, sheet: Sheet, named: Callable[[int], str], says: ChartWords) -> str:
    """The SVG with its spots as links to the files of other pages, upon what is drawn there."""
    links = []
    for spot in sheet.spots:
        said = sheet.words[spot.node] if spot.node >= 0 else says.on_page.format(page=spot.page + 1)
        links.append(
            f'<a href="{escape(named(spot.page))}"><title>{escape(said, quote=False)}</title>'
            f'<rect x="{spot.left:.2f}" y="{sheet.height - spot.high:.2f}"'
            f' width="{spot.right - spot.left:.2f}" height="{spot.high - spot.low:.2f}"'
            ' fill="transparent"/></a>\n'
        )
    return svg.removesuffix("</svg>\n") + "".join(links) + "</svg>\n"
