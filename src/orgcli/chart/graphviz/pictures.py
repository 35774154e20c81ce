"""Charts as DOT and as the pictures that Graphviz draws of it: SVG, PNG and PDF."""

from collections.abc import Iterator
from dataclasses import replace

from orgcli.chart.book.book_files import as_pdf, letters_without_font, single_page
from orgcli.chart.chart import Chart
from orgcli.chart.drawing import Drawing
from orgcli.chart.graphviz.page_rendering import PNG_DPI, dpi_of, pdf_of, png_of, svg_of
from orgcli.chart.text.card_parts import card_parts
from orgcli.model.card_phrases import CARD_LINE_MARKS, card_line


def dot(chart: Chart) -> Drawing:
    """Every card placed, as a graph that Graphviz renders with `neato -n2`."""
    texts = [card_line(parts) for parts in card_parts(chart.deck, CARD_LINE_MARKS)]
    return _drawing(chart, chart.sheet.dot(texts).encode())


def svg(chart: Chart) -> Drawing:
    """One page as SVG."""
    return _drawing(chart, svg_of(chart.sheet, chart))


def png(chart: Chart) -> Drawing:
    """One page as PNG, with a note where it has fewer pixels than usual."""
    data, used = png_of(chart.sheet, chart), dpi_of(chart.sheet, chart.request.dpi)
    fewer = chart.request.dpi is None and used < PNG_DPI
    notes = (f"drawn at {used} dpi to stay within the limits of PNG",) if fewer else ()
    return _drawing(chart, data, (*notes, *letters_without_font([chart.sheet])))


def pdf(chart: Chart) -> Drawing:
    """One page, or a book of several, as PDF."""
    if chart.book:
        drawing = as_pdf(chart.book, chart)
        return replace(drawing, notes=(*_nearly_on_one_page(chart), *drawing.notes))
    data, scale = pdf_of(chart.sheet, chart)
    data, notes = single_page(data, chart), letters_without_font([chart.sheet])
    drawing = _drawing(chart, data, notes, "leave out --no-book for several pages")
    if scale == 1:
        return drawing
    note = f"made {scale:.0%} of its size to fit the largest PDF page; svg has no limit"
    return replace(
        drawing,
        width=round(drawing.width * scale),
        height=round(drawing.height * scale),
        notes=(note, *drawing.notes),
    )


def _nearly_on_one_page(chart: Chart) -> Iterator[str]:
    if size := chart.nearly_on_one_page:
        least = int(size * 10) / 10
        yield f"one page would have names of {size:.1f} pt: --min-font {least:g} makes it"


def _drawing(
    chart: Chart,
    data: bytes,
    notes: tuple[str, ...] = (),
    cure: str = "pdf and --book-dir make several pages",
) -> Drawing:
    """A chart on one page, with a note where its names are too small to read, and what helps."""
    sheet, fitted = chart.sheet, chart.fitted
    size = fitted.name_size
    if fitted.page and size < chart.request.least_name:
        small = f"names are {size:.1f} pt, too small to read on {fitted.page.name}"
        notes = (*notes, f"{small}: {cure}")
    page = fitted.page.full_name if fitted.page else ""
    return Drawing(
        data,
        sheet.width,
        sheet.height,
        len(sheet.descriptions),
        notes,
        page=page,
        names=(size, size),
    )
