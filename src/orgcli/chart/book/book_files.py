"""A book as one PDF, or as a file for each page."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from orgcli.chart.book.book import Book
from orgcli.chart.chart import Chart
from orgcli.chart.deck.heading_text import title_of
from orgcli.chart.drawing import Drawing
from orgcli.chart.graphviz.dot import Sheet
from orgcli.chart.graphviz.engine import missing_letters
from orgcli.chart.graphviz.fonts import missing_letter_notes
from orgcli.chart.graphviz.page_rendering import pdf_of

_DIGITS = 2
DrawPage = Callable[[Sheet, Chart, Callable[[int], str]], bytes]


def as_pdf(book: Book, chart: Chart) -> Drawing:
    """All pages in one file, with links and bookmarks."""
    # pypdf is heavy, and a book of separate files does without it.
    from orgcli.chart.book.pdf import Bookmark, PdfPage, bind_pages

    sheets = list(book.sheets(chart.theme))
    pages = (PdfPage(pdf_of(sheet, chart.request.engine)[0], sheet.page_links) for sheet in sheets)
    marks = [Bookmark(page.title, number, page.above) for number, page in enumerate(book.pages)]
    marks.append(Bookmark(book.deck.words.index, len(book.pages)))
    data = bind_pages(pages, marks, title_of(book.deck))
    return replace(_drawing(book, sheets, drawn_letters=True), data=data)


def as_files(book: Book, chart: Chart, ending: str, draw: DrawPage) -> Drawing:
    """Each page as a file of its own, `page-01.svg` and so on.

    ending  of the files; draw  gives the bytes of a page, whose links go by the names of files
    """
    sheets = list(book.sheets(chart.theme))
    digits = max(_DIGITS, len(str(len(sheets))))

    def file_name(page: int) -> str:
        return f"page-{page + 1:0{digits}}{ending}"

    files = tuple(
        (file_name(page), draw(sheet, chart, file_name)) for page, sheet in enumerate(sheets)
    )
    return replace(_drawing(book, sheets, drawn_letters=ending != ".svg"), files=files)


def _drawing(book: Book, sheets: Sequence[Sheet], drawn_letters: bool) -> Drawing:
    """What there is to know of a book, still without its bytes.

    drawn_letters  whether the format draws letters itself, with the fonts of this computer
    """
    dots = (sheet.drawn() for sheet in sheets if drawn_letters)
    notes = missing_letter_notes(missing_letters(dots))
    least, _ = book.name_sizes
    page = book.page_size.full_name
    if round(least, 1) < round(book.min_font, 1):
        notes = (f"names are {least:.1f} pt: one card is too large for {page}", *notes)
    return Drawing(
        data=b"",
        width=0,
        height=0,
        positions=len(book.deck.cards),
        notes=notes,
        pages=len(sheets),
        page=page,
        names=book.name_sizes,
    )
