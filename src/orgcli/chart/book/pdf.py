"""Pages become one PDF, with links between them and bookmarks."""

import io
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link
from pypdf.generic import Fit, IndirectObject

from orgcli.chart.graphviz.dot import PageLink


class Bookmark(NamedTuple):
    """A page in the list of contents: its title, and the page, from 0, below which it stands."""

    title: str
    page: int
    above: int | None = None


def bind_pages(
    pages: Iterable[tuple[bytes, Sequence[PageLink]]], bookmarks: Iterable[Bookmark], title: str
) -> bytes:
    """All pages as one PDF; the same pages give the same bytes.

    pages      each a PDF of one page, and what on it leads to other pages
    bookmarks  those of pages above before those below
    """
    writer = PdfWriter()
    links: list[tuple[int, PageLink]] = []
    for number, (data, page_links) in enumerate(pages):
        writer.add_page(PdfReader(io.BytesIO(data)).pages[0])
        links.extend((number, link) for link in page_links)
    for number, link in links:
        corners = (link.left, link.low, link.right, link.high)
        area = Link(rect=corners, target_page_index=link.page, fit=Fit.fit(), border=[0, 0, 0])
        writer.add_annotation(number, area)
    made: dict[int, IndirectObject] = {}
    for mark in bookmarks:
        above = made.get(mark.above) if mark.above is not None else None
        item = writer.add_outline_item(title=mark.title, page_number=mark.page, parent=above)
        made.setdefault(mark.page, item)
    writer.metadata = {"/Title": title} if title else {}
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()
