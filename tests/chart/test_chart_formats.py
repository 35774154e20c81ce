"""Pictures: the same bytes each time, text that is text, and sizes that formats can hold."""

import io
import re
import struct
import xml.etree.ElementTree as ET
from collections.abc import Callable

import pypdf
import pytest
from chart_samples import hostile, sales_team, tangled, whole, wide_tree
from PIL import Image

from orgcli.chart.draw import chart_of, draw
from orgcli.chart.drawing import TooLarge
from orgcli.chart.formats import FORMATS
from orgcli.chart.paint.xdot import BACKSLASH, DRAWN_BACKSLASH
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.position import Position
from pdf_text import text_of

NO_TITLES = Titles({})
SVG = "{http://www.w3.org/2000/svg}"
MAKERS = pytest.mark.parametrize(
    "make", [sales_team, tangled, hostile], ids=lambda make: make.__name__
)


def team(manager: list[int]) -> Organisation:
    return Organisation(
        "Team",
        [
            Position(f"p{at}", "Title", reports_to=f"p{above}" if above >= 0 else None)
            for at, above in enumerate(manager)
        ],
    )


@MAKERS
@pytest.mark.parametrize("format", FORMATS)
def test_the_same_bytes(make: Callable[[], Organisation], format: str) -> None:
    first = draw(make(), NO_TITLES, whole(format=format))
    assert draw(make(), NO_TITLES, whole(format=format)) == first
    assert first.positions == len(make().positions)


@MAKERS
def test_svg_says_every_card_in_words(make: Callable[[], Organisation]) -> None:
    drawing = draw(make(), NO_TITLES, whole(format="svg"))
    root = ET.fromstring(drawing.data.decode())
    assert (root.get("width"), root.get("height")) == (f"{drawing.width}pt", f"{drawing.height}pt")
    chart = chart_of(make(), NO_TITLES, whole())
    nodes = [group for group in root.iter(f"{SVG}g") if group.get("class") == "node"]
    assert [group.get("id") for group in nodes] == [f"node{at + 1}" for at in range(len(nodes))]
    titles = [group.findtext(f"{SVG}title") for group in nodes]
    assert titles == list(chart.sheet.descriptions)
    assert all(group.get("role") == "img" for group in nodes)
    for at, group in enumerate(nodes):
        shown = chart.fitted.text_of(at)
        lines = (*shown.names, *shown.titles, *shown.marks, *shown.notes)
        printed = sorted(spaced(text.text or "") for text in group.iter(f"{SVG}text"))
        pills = (shown.badge, shown.state, shown.total)
        assert printed == sorted(spaced(line) for line in (*lines, *pills) if line)
    edges = [group for group in root.iter(f"{SVG}g") if group.get("class") == "edge"]
    assert len(edges) == len({line.manager for line in chart.fitted.layout.lines})


def spaced(text: str) -> str:
    """Graphviz replaces a leading or trailing space of a line by a hard one."""
    return text.replace("\xa0", " ")


def test_svg_is_made_for_people() -> None:
    text = draw(
        sales_team(), NO_TITLES, whole(format="svg", title="Sales & <friends>")
    ).data.decode()
    assert '<title id="chart-title">Sales &amp; &lt;friends&gt;</title>' in text
    assert "reports to Priya Vasquez</title>" in text
    assert text.count("http") == 1, "the namespace of SVG and nothing else"
    for noise in ("<!DOCTYPE", "<!--", "graphviz", "<title>cro", "xlink"):
        assert noise not in text


def test_svg_has_nothing_that_runs() -> None:
    root = ET.fromstring(draw(hostile(), NO_TITLES, whole(format="svg")).data.decode())
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert tags <= {"svg", "g", "title", "text", "path", "polygon", "polyline", "ellipse"}


def test_pdf_text_can_be_read() -> None:
    drawing = draw(sales_team(), NO_TITLES, whole(format="pdf"))
    (page,) = pypdf.PdfReader(io.BytesIO(drawing.data)).pages
    assert page.mediabox[2:] == [drawing.width, drawing.height]
    text = text_of(page)
    for said in ("Priya Vasquez", "Ben Li / Ana Cruz", "Open", "Planned", "×12", "9 positions"):
        assert said in text
    assert b"/CreationDate" not in drawing.data


def test_pdf_prints_hostile_text_as_it_is() -> None:
    (page,) = pypdf.PdfReader(
        io.BytesIO(draw(hostile(), NO_TITLES, whole(format="pdf")).data)
    ).pages
    text = text_of(page).replace(DRAWN_BACKSLASH, BACKSLASH)
    for said in ("[red]boom[/red]", "<b>&\"'</b>", "\\x1b[31mred", "\\N \\G \\E \\T", "&amp; &lt;"):
        assert said in text


def test_png_has_two_pixels_to_the_point() -> None:
    drawing = draw(sales_team(), NO_TITLES, whole(format="png"))
    picture = Image.open(io.BytesIO(drawing.data))
    assert picture.size == (2 * drawing.width, 2 * drawing.height)
    assert picture.convert("RGB").getpixel((0, 0)) == (255, 255, 255)
    assert drawing.notes == ()


def test_printed_text_stays_on_its_card() -> None:
    """With the fonts of this computer: nothing dark right of a card's text or over its border."""
    organisation = Organisation(
        None,
        [Position(str(at), holder=(text,), title=text) for at, text in enumerate(_LONG)],
    )
    root = ET.fromstring(draw(organisation, NO_TITLES, whole(format="svg")).data.decode())
    drawing = draw(organisation, NO_TITLES, whole(format="png"))
    picture = Image.open(io.BytesIO(drawing.data)).convert("L")
    frame = next(group for group in root.iter(f"{SVG}g") if group.get("transform"))
    found = re.search(r"translate\((\S+) (\S+)\)", frame.get("transform") or "")
    assert found
    right, down = float(found[1]), float(found[2])
    for group in root.iter(f"{SVG}g"):
        if group.get("class") == "node":
            border = group.findall(f"{SVG}path")[1]  # the first is its shadow
            corners = (border.get("d") or "").replace("M", "").replace("C", " ").split()
            xs, ys = zip(*(corner.split(",") for corner in corners), strict=True)
            edge = 2 * (max(map(float, xs)) + right)
            top, bottom = (2 * (limit(map(float, ys)) + down) for limit in (min, max))
            within = int(top) + 13, int(bottom) - 13  # corners are round
            beyond = picture.crop((int(edge) + 3, within[0], int(edge) + 8, within[1]))
            assert beyond.getextrema() == (255, 255)
            if _NARROW not in (group.findtext(f"{SVG}title") or ""):
                beside = picture.crop((int(edge) - 8, within[0], int(edge) - 3, within[1]))
                assert beside.getextrema() == (255, 255)


_NARROW = "i" * 65
"""Pango puts letters on whole pixels, which makes many narrow ones wider than the margin allows."""
_LONG = (
    "Wilhelmina Wolfeschlegelsteinhausenbergerdorff-Mammutschwammwimmer",
    "MMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMM",
    "iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii",
    "@@@@@@@@@@@@@@@@@@@%%%%%%%%%%%%%%%%%%%",
    "Владимир Достоевский-Преображенский-Щёголев",
    "Ελευθέριος Παπαδόπουλος-Κωνσταντινίδης",
    "ŁŒÆĐŠŽØÅÞẞŁŒÆĐŠŽØÅÞẞŁŒÆĐŠŽØÅÞẞ",
    "محمد بن راشد بن سعيد آل مكتوم بن حشر الفلاسي",
)


def test_a_chain_is_too_tall_for_png_and_pdf_but_not_for_svg() -> None:
    chain = team([-1, *range(2_999)])
    for format in ("png", "pdf"):
        with pytest.raises(TooLarge, match=r"\d{6} pt") as raised:
            draw(chain, NO_TITLES, whole(format=format, page="none"))
        assert "svg" in raised.value.help
    assert draw(chain, NO_TITLES, whole(format="svg")).height > 150_000


def test_large_charts_are_fitted_and_say_so() -> None:
    large = team([-1, *range(279)])
    png = draw(large, NO_TITLES, whole(format="png"))
    dpi = int((re.search(r"(\d+) dpi", png.notes[0]) or [""])[1])
    assert 72 <= dpi < 144
    width, height = struct.unpack(">II", png.data[16:24])
    assert (width, height) == (
        pytest.approx(png.width * dpi / 72, abs=1),
        pytest.approx(png.height * dpi / 72, abs=1),
    )
    assert height <= 32_767
    pdf = draw(large, NO_TITLES, whole(format="pdf", page="none"))
    (page,) = pypdf.PdfReader(io.BytesIO(pdf.data)).pages
    assert float(page.mediabox[3]) <= 14_400
    assert [round(float(side)) for side in page.mediabox[2:]] == [pdf.width, pdf.height]
    assert re.search(r"\d+% of its size", pdf.notes[0])


def test_dot_is_text_with_the_words_of_each_card() -> None:
    text = draw(sales_team(), NO_TITLES, whole(format="dot")).data.decode()
    assert text.startswith("digraph orgchart {\n") and text.endswith("}\n")
    assert 'tooltip="Ben Li / Ana Cruz, VP Sales, Sales, reports to Priya Vasquez"' in text


def test_titles_of_the_chart() -> None:
    written = {None: "Northwind Robotics: sales", "Mine \x1b\udcff": "Mine \\x1b\\udcff"}
    for title, shown in written.items():
        assert f">{shown}</text>" in draw(sales_team(), NO_TITLES, whole(title=title)).data.decode()
    untitled = draw(Organisation(None, [Position("a")]), NO_TITLES).data.decode()
    assert '<title id="chart-title">Organisation chart</title>' in untitled


def test_two_thousand_positions() -> None:
    drawing = draw(team(wide_tree((6, 6, 6, 8))), NO_TITLES, whole(format="svg"))
    assert drawing.positions == 1 + 6 + 36 + 216 + 1728
    assert drawing.data.count(b'class="node"') == drawing.positions
