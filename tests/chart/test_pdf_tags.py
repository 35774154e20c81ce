"""Tagged PDFs: what is read out of them, and that the tags change nothing of what is drawn."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pypdf
import pytest
from chart_samples import sales_team, whole
from hypothesis import given, settings
from hypothesis import strategies as st
from organisations import organisations
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from orgcli.chart.chart import Chart
from orgcli.chart.draw import chart_of, draw
from orgcli.chart.graphviz.page_rendering import pdf_of
from orgcli.chart.graphviz.sheet import Sheet
from orgcli.chart.paint.items import PaintedText
from orgcli.chart.paper.frame import Frame
from orgcli.chart.pdf.page_tags import DECORATION, PageTag, page_tags
from orgcli.chart.pdf.pdf import PdfPage, bind_pages
from orgcli.chart.pdf.pdf_tags import _MARK, tag_pages
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.request.chart_request import ChartRequest

NO_TITLES = Titles({})
_BEGIN = re.compile(rb"/(\w+) (?:<</MCID (\d+)>> BDC|BMC)\n")
PAPERS = st.sampled_from(
    [whole(page="a4"), whole(page="a5", book=True), whole(page="16:9"), whole(page="none")]
)


def sheets_of(chart: Chart) -> list[Sheet]:
    return list(chart.book.sheets(chart.theme)) if chart.book else [chart.sheet]


def read(data: bytes) -> tuple[pypdf.PdfReader, DictionaryObject]:
    reader = pypdf.PdfReader(io.BytesIO(data))
    return reader, reader.trailer["/Root"].get_object()  # type: ignore[return-value]


def below(element: Any) -> list[Any]:
    inside = element.get("/K", [])
    return inside if isinstance(inside, list) else [inside.get_object()]


def owners(section: DictionaryObject) -> Iterator[DictionaryObject]:
    """The elements that hold contents, in the order in which they are read."""
    for one in below(section):
        element = one.get_object()
        (*_, last) = below(element)
        inner = last.get_object() if not isinstance(last, int) else element
        yield inner if inner.get("/S") == "/Link" else element


def end_of_part(contents: bytes, start: int) -> int:
    """Where what began before this place ends; there may be marks of letters in it."""
    depth = 1
    for found in re.finditer(rb"\b(?:BDC|BMC|EMC)\s", contents[start:]):
        depth += -1 if found[0].startswith(b"EMC") else 1
        if not depth:
            return start + found.start()
    raise AssertionError("marked contents without an end")


def marked_parts(contents: bytes) -> list[tuple[bytes, int | None, bytes]]:
    """The parts of contents with what marks them: the role, the number, what is drawn."""
    parts, rest = [], contents
    while rest:
        begin = _BEGIN.match(rest)
        assert begin, rest[:80]
        end = end_of_part(rest, begin.end())
        number = int(begin[2]) if begin[2] else None
        parts.append((begin[1], number, rest[begin.end() : end]))
        rest = rest[end + 4 :]
    return parts


@settings(max_examples=25, deadline=None)
@given(organisations(60), PAPERS)
def test_every_card_is_read_out_where_it_is_drawn(made: Organisation, paper: ChartRequest) -> None:
    paper = replace(paper, format="pdf")
    chart = chart_of(made, NO_TITLES, paper)
    sheets = sheets_of(chart)
    reader, root = read(draw(made, NO_TITLES, paper).data)
    assert root["/MarkInfo"] == {"/Marked": True}
    (document,) = below({"/K": [root["/StructTreeRoot"]["/K"].get_object()]})  # type: ignore[index]
    sections = [one.get_object() for one in below(document)]
    for page, sheet, section in zip(reader.pages, sheets, sections, strict=True):
        drawn = marked_parts(page.get_contents().get_data())  # type: ignore[union-attr]
        tags = page_tags(sheet)
        assert [role.decode() for role, _, _ in drawn[1:-1]] == [
            tag.role or "Artifact" for tag in tags
        ]
        assert drawn[0][0] == drawn[-1][0] == b"Artifact"
        numbered = [number for _, number, _ in drawn if number is not None]
        assert numbered == list(range(len(numbered)))
        for _, _, part in drawn:
            assert len(re.findall(rb"\bBT\b", part)) == len(re.findall(rb"\bET\b", part))
        said = {one["/K"][0]: one["/ActualText"] for one in owners(section)}  # type: ignore[index]
        wanted = [tag.text for tag in tags if tag.role]
        assert [said[number] for number in numbered] == wanted
        assert below(section)[0].get_object()["/S"] == "/H1"


@settings(max_examples=15, deadline=None)
@given(organisations(60), PAPERS)
def test_tags_change_nothing_that_is_drawn(made: Organisation, paper: ChartRequest) -> None:
    chart = chart_of(made, NO_TITLES, replace(paper, format="pdf"))
    for sheet in sheets_of(chart):
        plain = pypdf.PdfReader(io.BytesIO(pdf_of(sheet, chart)[0])).pages[0]
        tagged = bind_pages([PdfPage(pdf_of(sheet, chart)[0], (), page_tags(unlinked(sheet)))])
        parts = marked_parts(read(tagged)[0].pages[0].get_contents().get_data())  # type: ignore[union-attr]
        contents = plain.get_contents().get_data()  # type: ignore[union-attr]
        assert b"".join(part for _, _, part in parts) == _MARK.sub(b"", contents)


def unlinked(sheet: Sheet) -> Sheet:
    """The same without links, which only the PDF of a book has."""
    groups = [
        group._replace(kind="head") if group.kind == "entry" else group for group in sheet.painting
    ]
    return replace(sheet, page_links=[], painting=groups)


def test_links_and_what_they_lie_on_lead_to_each_other() -> None:
    paper = whole(format="pdf", page="a5", book=True, min_font=11.0)
    reader, root = read(draw(sales_team(), NO_TITLES, paper).data)
    tree = root["/StructTreeRoot"]
    numbers = tree["/ParentTree"]["/Nums"]  # type: ignore[index]
    keys = numbers[::2]
    assert keys == list(range(len(keys))) and tree["/ParentTreeNextKey"] == len(keys)  # type: ignore[index]
    of = dict(zip(keys, numbers[1::2], strict=True))
    links = 0
    for page in reader.pages:
        owned = [one.get_object() for one in of[page["/StructParents"]]]
        assert [one["/K"][0] for one in owned] == list(range(len(owned)))
        for at in page.get("/Annots", []):
            element = of[at.get_object()["/StructParent"]].get_object()
            assert element["/S"] == "/Link" and element in owned
            assert element["/K"][1].raw_get("/Obj") == at
            assert element["/P"]["/S"] == "/P" and element["/ActualText"]
            links += 1
    assert links > 5


def test_the_contents_of_a_page_are_in_the_file_once() -> None:
    paper = whole(format="pdf", page="a5", book=True)
    reader, _ = read(draw(sales_team(), NO_TITLES, paper).data)
    streams = [
        one.get_data()
        for number in range(1, reader.trailer["/Size"])
        if isinstance(one := reader.get_object(number), StreamObject)
    ]
    assert sum(stream.startswith(b"1 0 0 -1 0 ") for stream in streams) == 0
    assert sum(stream.startswith(b"/Artifact BMC\n") for stream in streams) == len(reader.pages)


def test_what_is_said_of_groups() -> None:
    sheet = chart_of(sales_team(), NO_TITLES, whole(page="a4")).sheet
    tags = page_tags(sheet)
    assert len(tags) == len(sheet.painting)
    of = dict(zip((group.kind for group in sheet.painting), tags, strict=True))
    assert of["edge"] == DECORATION
    headings = [tag for tag in tags if tag.role == "H1"]
    (head, *_) = [group for group in sheet.painting if group.kind == "head"]
    texts = [item.text for item in head.items if isinstance(item, PaintedText)]
    assert headings == [PageTag("H1", ", ".join(texts))]
    cards = [tag for tag, group in zip(tags, sheet.painting, strict=True) if group.kind == "node"]
    assert [tag.text for tag in cards] == list(sheet.descriptions)


def test_a_page_with_other_groups_stays_as_it_is() -> None:
    chart = chart_of(sales_team(), NO_TITLES, whole(format="pdf", page="a4"))
    writer = pypdf.PdfWriter()
    writer.add_page(pypdf.PdfReader(io.BytesIO(pdf_of(chart.sheet, chart)[0])).pages[0])
    before = writer.pages[0].get_contents().get_data()  # type: ignore[union-attr]
    assert not tag_pages(writer, [page_tags(chart.sheet)[1:]])
    assert writer.pages[0].get_contents().get_data() == before  # type: ignore[union-attr]
    assert "/MarkInfo" not in writer.root_object
    writer.add_blank_page(100, 100)
    assert not tag_pages(writer, [page_tags(chart.sheet), []])
    assert not isinstance(writer.root_object.get("/StructTreeRoot"), IndirectObject)


@pytest.mark.parametrize(
    "engine", ["bundled", pytest.param("system", marks=pytest.mark.needs("dot"))]
)
def test_the_same_tags_whatever_graphviz_draws(engine: str) -> None:
    paper = whole(format="pdf", page="a4", engine=engine)
    _, root = read(draw(sales_team(), NO_TITLES, paper).data)
    assert root["/MarkInfo"] == {"/Marked": True}


@given(
    st.builds(
        Frame,
        st.integers(100, 2000),
        st.integers(100, 2000),
        st.tuples(st.floats(0, 9999), st.floats(0, 9999)),
        st.floats(0.01, 10),
    ),
    st.floats(0, 2000),
    st.floats(0, 2000),
)
def test_places_of_a_page_and_of_its_drawing(frame: Frame, x: float, y: float) -> None:
    assert frame.to_page(*frame.from_page(x, y)) == pytest.approx((x, y), abs=1e-6)
