"""Pages become one PDF, with links between them and bookmarks."""

import io
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link
from pypdf.generic import (
    BooleanObject,
    DictionaryObject,
    Fit,
    IndirectObject,
    NameObject,
    TextStringObject,
)

from orgcli.chart.graphviz.sheet import PageLink
from orgcli.chart.pdf.page_tags import PageTag
from orgcli.chart.pdf.pdf_properties import PdfProperties
from orgcli.chart.pdf.pdf_tags import tag_pages

_DEEPEST = 30
"""Bookmarks below each other. pypdf recurses over those above, and no reader shows more."""


class Bookmark(NamedTuple):
    """A page in the list of contents: its title, and the page, from 0, below which it stands."""

    title: str
    page: int
    above: int | None = None


class PdfPage(NamedTuple):
    """A PDF of one page, what on it leads to other pages, and what its groups are."""

    data: bytes
    links: Sequence[PageLink] = ()
    tags: Sequence[PageTag] = ()


def bind_pages(
    pages: Iterable[PdfPage],
    bookmarks: Iterable[Bookmark] = (),
    properties: PdfProperties = PdfProperties(),
) -> bytes:
    """All pages as one PDF; the same pages give the same bytes.

    bookmarks  those of pages above before those below; from the depth _DEEPEST on, those below
               a page stand beside it
    """
    writer = PdfWriter()
    links: list[tuple[int, PageLink]] = []
    tags: list[Sequence[PageTag]] = []
    for number, page in enumerate(pages):
        writer.add_page(PdfReader(io.BytesIO(page.data)).pages[0])
        links.extend((number, link) for link in page.links)
        tags.append(page.tags)
    for number, link in links:
        corners = (link.left, link.low, link.right, link.high)
        area = Link(rect=corners, target_page_index=link.page, fit=Fit.fit(), border=[0, 0, 0])
        writer.add_annotation(number, area)
    tag_pages(writer, tags)
    _add_bookmarks(writer, bookmarks)
    _add_properties(writer, properties)
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()


def _add_properties(writer: PdfWriter, properties: PdfProperties) -> None:
    metadata = {"/Title": properties.title, "/Author": properties.author}
    writer.metadata = {name: text for name, text in metadata.items() if text}
    if properties.language:
        writer.root_object[NameObject("/Lang")] = TextStringObject(properties.language)
    preferences = DictionaryObject()
    if properties.title:
        preferences[NameObject("/DisplayDocTitle")] = BooleanObject(True)
    if properties.from_right:
        preferences[NameObject("/Direction")] = NameObject("/R2L")
    if preferences:
        writer.root_object[NameObject("/ViewerPreferences")] = preferences


def _add_bookmarks(writer: PdfWriter, bookmarks: Iterable[Bookmark]) -> None:
    """Each below the bookmark of the page above it, or beside it where that is deep already."""
    added: dict[int, tuple[IndirectObject, int, IndirectObject | None]] = {}
    for mark in bookmarks:
        above, depth, beside = None, 0, None
        if mark.above in added:
            above, depth, beside = added[mark.above]
        if depth >= _DEEPEST:
            above, depth = beside, depth - 1
        item = writer.add_outline_item(title=mark.title, page_number=mark.page, parent=above)
        added.setdefault(mark.page, (item, depth + 1, above))
