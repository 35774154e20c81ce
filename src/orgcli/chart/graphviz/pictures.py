"""Charts as DOT and as the pictures that Graphviz draws of it: SVG, PNG and PDF."""

from collections.abc import Callable
from dataclasses import replace

from orgcli.chart.book.book_files import as_pdf
from orgcli.chart.chart import Chart
from orgcli.chart.drawing import Drawing
from orgcli.chart.graphviz.dot import Sheet
from orgcli.chart.graphviz.engine import missing_letters
from orgcli.chart.graphviz.fonts import missing_letter_notes
from orgcli.chart.graphviz.page_rendering import pdf_of, png_of, svg_of


def dot(chart: Chart) -> Drawing:
    """Every card placed, as a graph that Graphviz renders with `neato -n2`."""
    return _drawing(chart, chart.sheet.dot().encode())


def svg(chart: Chart) -> Drawing:
    """One page as SVG."""
    return _drawing(chart, svg_of(chart.sheet, chart.request.engine, chart.deck.words))


def svg_page(sheet: Sheet, chart: Chart, name: Callable[[int], str]) -> bytes:
    """One page of a book as SVG, with links to the files of the others."""
    return svg_of(sheet, chart.request.engine, chart.deck.words, name)


def png(chart: Chart) -> Drawing:
    """One page as PNG."""
    data, notes = png_of(chart.sheet, chart.request.engine, chart.request.dpi)
    return _drawing(chart, data, (*notes, *_missing_letters(chart)))


def png_page(sheet: Sheet, chart: Chart, _name: Callable[[int], str]) -> bytes:
    """One page of a book as PNG."""
    return png_of(sheet, chart.request.engine, chart.request.dpi)[0]


def pdf(chart: Chart) -> Drawing:
    """One page, or a book of several, as PDF."""
    if chart.book:
        return as_pdf(chart.book, chart)
    data, scale = pdf_of(chart.sheet, chart.request.engine)
    drawing = _drawing(
        chart, data, _missing_letters(chart), "leave out --no-book for several pages"
    )
    if scale == 1:
        return drawing
    note = f"made {scale:.0%} of its size to fit the largest PDF page; svg has no limit"
    return replace(
        drawing,
        width=round(drawing.width * scale),
        height=round(drawing.height * scale),
        notes=(note, *drawing.notes),
    )


def _missing_letters(chart: Chart) -> tuple[str, ...]:
    return missing_letter_notes(missing_letters([chart.sheet.drawn()]))


def _drawing(
    chart: Chart,
    data: bytes,
    notes: tuple[str, ...] = (),
    cure: str = "pdf and --book-dir make several pages",
) -> Drawing:
    """A chart on one page, with a note where its names are too small to read, and what helps."""
    sheet, fitted = chart.sheet, chart.fitted
    size = fitted.name_size
    if fitted.page and size < chart.request.min_font:
        small = f"names are {size:.1f} pt, too small to read on {fitted.page.name}"
        notes = (*notes, f"{small}: {cure}")
    page = fitted.page.full_name if fitted.page else ""
    return Drawing(
        data, sheet.width, sheet.height, len(sheet.cards), notes, page=page, names=(size, size)
    )
