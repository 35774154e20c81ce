"""The SVG of Graphviz becomes one for people: groups with titles, nothing from outside."""

import re
from collections.abc import Iterator
from html import escape

from orgcli.chart.graphviz.sheet import PageFileName, Sheet
from orgcli.chart.paint.items import Item, PaintedImage, PaintedText
from orgcli.chart.paint.xdot import BACKSLASH, DRAWN_BACKSLASH, TYPEFACE
from orgcli.chart.paper.themes import FONTS
from orgcli.language.en import CHART as ENGLISH
from orgcli.language.words import ChartWords

# Graphviz writes one element a line, and user text has neither line ends nor a bare `<` or `"`
# in it, so what these patterns find is always Graphviz's own.
_HEAD = re.compile(
    r'(?s)\A.*?<svg width="(\S+)" height="(\S+)"\n viewBox="([^"]+)"[^>]*>\n'
    r'<g id="graph0" class="graph" transform="([^"]+)">\n<title>[^<]*</title>\n'
)
_IMAGE_ELEMENT = re.compile(r"(?m)^<image [^>]*/>$")
_SHARED = (
    ' xml:space="preserve"',
    ' text-anchor="start"',
    f' font-family="{TYPEFACE}"',
)
"""Attributes that all texts have, which are said once."""


def accessible_svg(svg: str, sheet: Sheet, words: ChartWords = ENGLISH) -> str:
    """The SVG with a title for the chart and one for each card, for tooltips and screen readers.

    What is painted of a card is one group; Graphviz's version, the reference to a DTD and
    attributes that all texts share go.
    """
    found = _HEAD.match(svg)
    if not found:
        raise ValueError("this is no SVG of Graphviz")
    rest = svg[found.end() :]
    for shared in _SHARED:
        rest = rest.replace(shared, "")
    lines = iter(rest.split("\n"))
    images = iter(_IMAGE_ELEMENT.findall(rest))
    body = "\n".join(_grouped(lines, images, sheet))
    width, height, box, transform = found.groups()
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="{box}" role="graphics-document document"'
        f' aria-roledescription="{words.kind}" aria-labelledby="chart-title">\n'
        f'<title id="chart-title">{escape(sheet.title or words.organisation_chart)}</title>\n'
        f'<g transform="{transform}" font-family="{FONTS}" xml:space="preserve">\n'
        f"{body}\n</g>\n</svg>\n"
    )


def _grouped(lines: Iterator[str], images: Iterator[str], sheet: Sheet) -> Iterator[str]:
    """The page, then the elements of each group; each item of a painting is one element.

    images  the elements of images, which Graphviz draws behind everything else in its file
    """
    yield next(lines)
    for group in sheet.painting:
        elements = [_element(lines, images, item) for item in group.items]
        if group.kind == "node":
            title = escape(sheet.descriptions[group.card], quote=False)
            yield f'<g id="node{group.card + 1}" class="node" role="img">'
            yield f"<title>{title}</title>"
            yield from elements
            yield "</g>"
        elif elements:
            yield f'<g class="{group.kind}">'
            yield from elements
            yield "</g>"


def _element(lines: Iterator[str], images: Iterator[str], item: Item) -> str:
    """The element of an item; texts as they are, where another sign is drawn for one in them."""
    if isinstance(item, PaintedImage):
        return next(images)
    line = next(lines)
    if isinstance(item, PaintedText) and BACKSLASH in item.text:
        return line.replace(DRAWN_BACKSLASH, BACKSLASH)
    return line


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
