"""The SVG of Graphviz becomes one for people: words in place of ids, nothing from outside."""

import re
from collections.abc import Sequence
from html import escape

from orgcli.chart.looks import FONTS

# Graphviz writes one element a line, and user text has neither line ends nor a bare `<` or `"`
# in it, so what these patterns find is always Graphviz's own.
_HEAD = re.compile(
    r'(?s)\A.*?<svg width="(\S+)" height="(\S+)"\n viewBox="([^"]+)"[^>]*>\n'
    r'<g id="graph0" class="graph" transform="([^"]+)">\n<title>[^<]*</title>\n'
)
_NODE = re.compile(r'<!-- .* -->\n<g id="node(\d+)" class="node">\n<title>.*</title>\n')
_EDGE = re.compile(
    r'<!-- .* -->\n<g id="edge\d+" class="edge">\n<title>.*</title>\n<path (.*/>\n)</g>\n'
)


def for_people(svg: str, title: str, words: Sequence[str]) -> str:
    """The SVG with a title for the chart and one for each card, for tooltips and screen readers.

    words  each card in words, in the order of the nodes
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
            ' aria-roledescription="organisation chart" aria-labelledby="chart-title">\n'
            f'<title id="chart-title">{escape(title or "Organisation chart")}</title>\n'
            f'<g transform="{transform}" font-family="{FONTS}" shape-rendering="crispEdges"'
            ' xml:space="preserve">\n'
        )

    for shared in (' xml:space="preserve"', ' text-anchor="start"', f' font-family="{FONTS}"'):
        svg = svg.replace(shared, "")
    return _EDGE.sub(r'<path class="edge" \1', _NODE.sub(node, _HEAD.sub(head, svg, count=1)))
