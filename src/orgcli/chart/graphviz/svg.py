"""The SVG of Graphviz becomes one for people: groups with titles, nothing from outside."""

import re
from collections.abc import Iterator
from html import escape

from orgcli.chart.graphviz.sheet import PageFileName, Sheet
from orgcli.chart.graphviz.svg_text import text_element
from orgcli.chart.paint.items import PaintedImage, PaintedText
from orgcli.chart.paper.themes import FONTS
from orgcli.language.en import CHART as ENGLISH
from orgcli.language.words import ChartWords

# Graphviz writes one element a line, and nothing of a user is in what it writes.
_HEAD = re.compile(
    r'(?s)\A.*?<svg width="(\S+)" height="(\S+)"\n viewBox="([^"]+)"[^>]*>\n'
    r'<g id="graph0" class="graph" transform="([^"]+)">\n<title>[^<]*</title>\n'
)
_IMAGE_ELEMENT = re.compile(r"(?m)^<image [^>]*/>$")


def accessible_svg(svg: str, sheet: Sheet, words: ChartWords = ENGLISH) -> str:
    """The SVG with its texts, a title for the chart and one for each card.

    svg  the strokes of the sheet without texts, as Graphviz draws them

    The titles are for tooltips and screen readers. What is painted of a card is one group;
    Graphviz's version and the reference to a DTD go.
    """
    head = _HEAD.match(svg)
    if not head:
        raise ValueError("this is no SVG of Graphviz")
    lines = iter(svg[head.end() :].split("\n"))
    images = iter(_IMAGE_ELEMENT.findall(svg) if sheet.pictures.of else ())
    body = "\n".join(_grouped(lines, images, sheet))
    width, height, box, transform = head.groups()
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

    lines   the elements of shapes
    images  those of images, which Graphviz draws behind everything else in its file
    """
    yield next(lines)
    floor = sheet.floor
    for kind, items, card in sheet.painting:
        if kind == "node":
            title = escape(sheet.descriptions[card], quote=False)
            yield f'<g id="node{card + 1}" class="node" role="img">'
            yield f"<title>{title}</title>"
        elif items:
            yield f'<g class="{kind}">'
        else:
            continue
        for item in items:
            if isinstance(item, PaintedText):
                yield text_element(item, floor)
            else:
                yield next(images if isinstance(item, PaintedImage) else lines)
        yield "</g>"


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
