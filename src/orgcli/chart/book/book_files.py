"""A book as one PDF, or as a file for each page."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from orgcli.chart.book.book import Book
from orgcli.chart.chart import Chart
from orgcli.chart.drawing import Drawing
from orgcli.chart.graphviz.dot import Sheet
from orgcli.chart.graphviz.engine import without_font
from orgcli.chart.graphviz.fonts import lacking
from orgcli.chart.graphviz.page_rendering import pdf_of

_DIGITS = 2
DrawPage = Callable[[Sheet, Chart, Callable[[int], str]], bytes]


def as_pdf(book: Book, chart: Chart) -> Drawing:
    """All pages in one file, with links and bookmarks."""
    from orgcli.chart.book.pdf import Bookmark, Bound, bound

    sheets = list(book.sheets(chart.theme))
    pages = (Bound(pdf_of(sheet, chart.request.engine)[0], sheet.spots) for sheet in sheets)
    marks = [Bookmark(side.title, page, side.above) for page, side in enumerate(book.sides)]
    marks.append(Bookmark(book.deck.words.index, len(book.sides)))
    title = book.deck.title or book.deck.words.organisation_chart
    return _drawing(book, bound(pages, marks, title), sheets, boxes=True)


def as_files(book: Book, chart: Chart, ending: str, draw: DrawPage) -> Drawing:
    """Each page as a file of its own, `page-01.svg` and so on.

    ending  of the files; draw  gives the bytes of a page, whose links go by the names of files
    """
    sheets = list(book.sheets(chart.theme))
    digits = max(_DIGITS, len(str(len(sheets))))

    def named(page: int) -> str:
        return f"page-{page + 1:0{digits}}{ending}"

    files = tuple((named(at), draw(sheet, chart, named)) for at, sheet in enumerate(sheets))
    return replace(_drawing(book, b"", sheets, boxes=ending != ".svg"), files=files)


def _drawing(book: Book, data: bytes, sheets: Sequence[Sheet], boxes: bool) -> Drawing:
    notes = lacking(without_font(sheet.drawn() for sheet in sheets)) if boxes else ()
    least, _ = book.name_sizes
    if round(least, 1) < round(book.min_font, 1):
        small = f"names are {least:.1f} pt: one card is too large for {book.page.called}"
        notes = (small, *notes)
    return Drawing(
        data,
        0,
        0,
        len(book.deck.cards),
        notes,
        pages=len(sheets),
        page=book.page.called,
        names=book.name_sizes,
    )
