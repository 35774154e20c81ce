"""One page as a file: its DOT drawn as SVG, PNG or PDF, within the limits of each."""

import re
from dataclasses import replace

from orgcli.chart.chart import Chart
from orgcli.chart.deck.card_photos import embedded, laid_out
from orgcli.chart.drawing import TooLarge
from orgcli.chart.graphviz.engine import render
from orgcli.chart.graphviz.resolution import with_resolution
from orgcli.chart.graphviz.sheet import PageFileName, Sheet
from orgcli.chart.graphviz.svg import accessible_svg, with_page_links

PNG_DPI = 144
"""Two pixels to a point: lines fall on whole pixels, and names read well when zoomed in."""
_LOWEST_PNG_DPI = 72
_MOST_PIXELS = 32_767
"""Cairo's limit for each side; beyond it Graphviz scales the picture without an error."""
_MOST_PNG_AREA = 250_000_000
"""Pixels; a gigabyte in memory while drawing."""
_LARGEST_PDF = 14_400
"""Points; what PDF readers accept as a page (200 inches)."""
_SMALLEST_PDF_SCALE = 0.1
_FINER = 16
"""Units to a point where Graphviz sets the text: then its widths are exact to a thousandth."""
_CREATED = re.compile(rb"/CreationDate \(D:[^)]*\)")


def svg_of(sheet: Sheet, chart: Chart, file_name: PageFileName | None = None) -> bytes:
    """A page of a chart as SVG; with links to other pages where those are files."""
    words = chart.deck.words
    strokes = _rendered(sheet, chart, "svg").decode()
    svg = embedded(accessible_svg(strokes, sheet, words), sheet.pictures)
    return (with_page_links(svg, sheet, file_name, words) if file_name else svg).encode()


def png_of(sheet: Sheet, chart: Chart, _file_name: PageFileName | None = None) -> bytes:
    """A page of a chart as PNG; raises TooLarge as `dpi_of`."""
    dpi = dpi_of(sheet, chart.request.dpi)
    return with_resolution(_rendered(sheet, chart, "png", f"dpi={dpi} "), dpi)


def dpi_of(sheet: Sheet, dpi: int | None) -> int:
    """Pixels to the inch of a PNG: as requested, else 144, or as many as fit, down to 72.

    Raises TooLarge where it cannot have so many.
    """
    most = _most_dpi(sheet)
    if most >= (dpi or _LOWEST_PNG_DPI):
        return dpi or min(PNG_DPI, most)
    size = f"this chart is {sheet.width} x {sheet.height} pt, too large for a PNG"
    if dpi and most >= _LOWEST_PNG_DPI:
        raise TooLarge(f"{size} of {dpi} dpi", f"ask for {most} dpi or fewer, or write svg")
    raise TooLarge(size, "write svg, which has no limit, or name a --page")


def _most_dpi(sheet: Sheet) -> int:
    side = max(sheet.width, sheet.height) / 72
    area = sheet.width * sheet.height / 72**2
    return int(min(_MOST_PIXELS / side, (_MOST_PNG_AREA / area) ** 0.5))


def pdf_of(sheet: Sheet, chart: Chart) -> tuple[bytes, float]:
    """A page of a chart as PDF, and its scale: less than 1 where PDF pages may not be so large.

    Raises TooLarge where it would be too small to be of use.
    """
    scale = min(1.0, _LARGEST_PDF / max(sheet.width, sheet.height))
    if scale < _SMALLEST_PDF_SCALE:
        raise TooLarge(
            f"this chart is {sheet.width} x {sheet.height} pt, too large for one PDF page",
            "leave out --page none and --no-book for several pages, or write svg",
        )
    page = replace(sheet, frame=sheet.frame.scaled(scale)) if scale < 1 else sheet
    return _undated(_rendered(page, chart, "pdf")), scale


def _rendered(sheet: Sheet, chart: Chart, format: str, attributes: str = "") -> bytes:
    """The page, with its photos and more attributes of the graph."""
    finer = 1 if format == "svg" else _FINER
    with laid_out(sheet.pictures) as where:
        canvas = sheet.canvas(attributes + where, finer)
        strokes = sheet.strokes(finer, texts=format != "svg", marked=format == "pdf")
        return render(canvas, format, chart.request.engine, strokes)


def _undated(pdf: bytes) -> bytes:
    """The same chart gives the same bytes; spaces keep the offsets in the file right."""
    start = pdf.rfind(b"/Producer")
    return pdf[:start] + _CREATED.sub(lambda match: b" " * len(match.group()), pdf[start:])
