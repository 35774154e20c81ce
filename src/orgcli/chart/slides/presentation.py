"""The pages of a chart as a presentation, the same bytes for the same chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from typing import Any

from orgcli.chart.chart import Chart
from orgcli.chart.deck.cards import Deck
from orgcli.chart.deck.heading_text import title_of
from orgcli.chart.drawing import Drawing
from orgcli.chart.graphviz.engine import EngineError
from orgcli.chart.graphviz.sheet import Sheet
from orgcli.chart.paper.page_fitting import FittedChart
from orgcli.chart.slides.shape_xml import NAMESPACES, emu
from orgcli.chart.slides.slide import SlideParts, SlideShapes
from orgcli.render.document.archive import undated

_BLANK = 6
"""The layout of a slide without anything on it."""
_WRITTEN = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_SLIDE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide"


def draw(chart: Chart) -> Drawing:
    """A slide for each page; raises EngineError where python-pptx is missing."""
    try:
        from pptx import Presentation
        from pptx.util import Emu
    except ImportError:
        message = "presentations need python-pptx, which is not installed"
        raise EngineError(message, "pip install 'orgcli[office]'") from None
    pages = list(_pages(chart))
    presentation = Presentation()
    first = pages[0][2]
    width, height = first.width, first.height
    presentation.slide_width, presentation.slide_height = Emu(emu(width)), Emu(emu(height))
    _set_properties(presentation, chart)
    slides = [presentation.slides.add_slide(presentation.slide_layouts[_BLANK]) for _ in pages]
    for slide, page in zip(slides, pages, strict=True):
        _fill(slide, slides, page, chart)
    data = BytesIO()
    presentation.save(data)
    whole = Drawing(undated(data.getvalue()), 0, 0, len(chart.deck.cards), pages=len(pages))
    if chart.book:
        return replace(whole, page=chart.book.page_size.full_name, names=chart.book.name_sizes)
    size, paper = chart.fitted.name_size, chart.fitted.page
    name = paper.full_name if paper else ""
    return replace(whole, width=width, height=height, page=name, names=(size, size))


_Page = tuple[Deck, FittedChart, Sheet]


def _pages(chart: Chart) -> Iterator[_Page]:
    """The cards of each page, placed and painted; a presentation has no index."""
    if not chart.book:
        yield chart.deck, chart.fitted, chart.sheet
        return
    for page, sheet in zip(chart.book.pages, chart.book.sheets(chart.theme), strict=False):
        yield page.deck, page.fitted, sheet


def _set_properties(presentation: Any, chart: Chart) -> None:
    """The properties of the file; nothing about the computer and the day."""
    properties = presentation.core_properties
    properties.title, properties.author, properties.last_modified_by = (
        title_of(chart.deck),
        chart.organisation,
        "",
    )
    properties.language, properties.revision = chart.request.language, 1
    properties.created = properties.modified = _WRITTEN


def _fill(slide: Any, slides: Sequence[Any], page: _Page, chart: Chart) -> None:
    from pptx.oxml import parse_xml

    deck, fitted, sheet = page
    tree = slide.shapes._spTree
    background = slide.background.fill
    background.solid()
    background.fore_color.rgb = _rgb(sheet.color)
    pictures = {image.file: image.data for image in sheet.pictures.of.values()}
    parts = SlideParts(partial(_picture, slide, pictures), partial(_link, slide, slides))
    for xml in SlideShapes(deck, fitted, sheet, chart.theme, parts).all():
        tree.append(parse_xml(xml))
    notes = filter(None, (title_of(deck), chart.source))
    slide.notes_slide.notes_text_frame.text = "\n".join(notes)


def _rgb(color: str) -> Any:
    from pptx.dml.color import RGBColor

    return RGBColor(*bytes.fromhex(color[1:7]))  # type: ignore[no-untyped-call]


def _picture(slide: Any, pictures: dict[str, bytes], file: str) -> str:
    _, relation = slide.part.get_or_add_image_part(BytesIO(pictures[file]))
    return str(relation)


def _link(slide: Any, slides: Sequence[Any], page: int) -> str:
    relation = slide.part.relate_to(slides[page].part, _SLIDE)
    return f'<a:hlinkClick {NAMESPACES} r:id="{relation}" action="ppaction://hlinksldjump"/>'
