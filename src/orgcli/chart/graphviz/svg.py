"""The SVG of Graphviz becomes one for people: words in place of ids, nothing from outside."""

import re
from html import escape

from orgcli.chart.graphviz.dot import PageFileName, Sheet
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


def accessible_svg(svg: str, sheet: Sheet, words: ChartWords = ENGLISH) -> str:
    """The SVG with a title for the chart and one for each card, for tooltips and screen readers.

    Ids, Graphviz's version, the reference to a DTD and attributes that all texts share go;
    shapes are drawn on whole pixels, or lines that several reports share would look thicker.
    """

    def node(found: re.Match[str]) -> str:
        number = int(found[1])
        title = escape(sheet.descriptions[number - 1], quote=False)
        return f'<g id="node{number}" class="node" role="img">\n<title>{title}</title>\n'

    def head(found: re.Match[str]) -> str:
        width, height, box, transform = found.groups()
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
            f' viewBox="{box}" role="graphics-document document"'
            f' aria-roledescription="{words.kind}" aria-labelledby="chart-title">\n'
            f'<title id="chart-title">{escape(sheet.title or words.organisation_chart)}</title>\n'
            f'<g transform="{transform}" font-family="{FONTS}" shape-rendering="crispEdges"'
            ' xml:space="preserve">\n'
        )

    for shared in (' xml:space="preserve"', ' text-anchor="start"', f' font-family="{FONTS}"'):
        svg = svg.replace(shared, "")
    return _EDGE.sub(r'<path class="edge" \1', _NODE.sub(node, _HEAD.sub(head, svg, count=1)))


def with_page_links(svg: str, sheet: Sheet, file_name: PageFileName, words: ChartWords) -> str:
    """The SVG with links to the files of other pages, upon what is drawn there."""
    links = []
    for link in sheet.page_links:
        page = words.on_page.format(page=link.page + 1)
        title = sheet.descriptions[link.node] if link.node >= 0 else page
        links.append(
            f'<a href="{escape(file_name(link.page))}"><title>{escape(title, quote=False)}</title>'
            f'<rect x="{link.left:.2f}" y="{sheet.height - link.high:.2f}"'
            f' width="{link.right - link.left:.2f}" height="{link.high - link.low:.2f}"'
            ' fill="transparent"/></a>\n'
        )
    return svg.removesuffix("</svg>\n") + "".join(links) + "</svg>\n"
