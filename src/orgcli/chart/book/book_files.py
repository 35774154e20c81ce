"""A book as one PDF, or as a file for each page."""

from collections.abc import Sequence
from dataclasses import replace

from orgcli.chart.book.book_page import Book
from orgcli.chart.chart import Chart
from orgcli.chart.deck.heading_text import title_of
from orgcli.chart.drawing import Drawing
from orgcli.chart.formats import ChartFormat
from orgcli.chart.graphviz.engine import missing_letters
from orgcli.chart.graphviz.fonts import missing_letter_notes
from orgcli.chart.graphviz.page_rendering import pdf_of
from orgcli.chart.graphviz.sheet import Sheet
from orgcli.chart.paper.mirroring import is_mirrored
from orgcli.chart.pdf.page_tags import page_tags
from orgcli.chart.pdf.pdf_properties import PdfProperties

_DIGITS = 2


def as_pdf(book: Book, chart: Chart) -> Drawing:
    """All pages in one file, with links and bookmarks."""
    # pypdf is heavy, and a book of separate files does without it.
    from orgcli.chart.pdf.pdf import Bookmark, PdfPage, bind_pages

    sheets = list(book.sheets(chart.theme))
    pages = (
        PdfPage(pdf_of(sheet, chart)[0], sheet.page_links, page_tags(sheet)) for sheet in sheets
    )
    marks = [Bookmark(page.title, number, page.above) for number, page in enumerate(book.pages)]
    if book.has_index:
        marks.append(Bookmark(book.deck.words.index, len(book.pages)))
    data = bind_pages(pages, marks, _properties(chart))
    return replace(_drawing(book, chart, letters_without_font(sheets), len(sheets)), data=data)


def single_page(pdf: bytes, chart: Chart) -> bytes:
    """A chart on one page, with the properties of the file."""
    from orgcli.chart.pdf.pdf import PdfPage, bind_pages

    page = PdfPage(pdf, tags=page_tags(chart.sheet))
    return bind_pages([page], properties=_properties(chart))


def _properties(chart: Chart) -> PdfProperties:
    deck, language = chart.deck, chart.request.language
    return PdfProperties(title_of(deck), chart.organisation, language, is_mirrored(deck))


def as_files(book: Book, chart: Chart, row: ChartFormat) -> Drawing:
    """Each page as a file of its own, `page-01.svg` and so on; links go by these names."""
    sheets = list(book.sheets(chart.theme))
    digits = max(_DIGITS, len(str(len(sheets))))

    def file_name(page: int) -> str:
        return f"page-{page + 1:0{digits}}{row.endings[0]}"

    files = tuple(
        (file_name(page), row.draw_page(sheet, chart, file_name))
        for page, sheet in enumerate(sheets)
    )
    notes = letters_without_font(sheets) if row.pixels else ()
    return replace(_drawing(book, chart, notes, len(files)), files=files)


def letters_without_font(sheets: Sequence[Sheet]) -> tuple[str, ...]:
    """A note on what becomes boxes, for formats whose letters are drawn on this computer."""
    return missing_letter_notes(missing_letters(text for sheet in sheets for text in sheet.texts))


def _drawing(book: Book, chart: Chart, notes: tuple[str, ...], pages: int) -> Drawing:
    """What there is to know of a book, still without its bytes."""
    least, _ = book.name_sizes
    page = book.page_size.full_name
    if round(least, 1) < round(chart.request.least_name, 1):
        notes = (f"names are {least:.1f} pt: one card is too large for {page}", *notes)
    return Drawing(b"", 0, 0, len(chart.deck.cards), notes, pages, page, book.name_sizes)
