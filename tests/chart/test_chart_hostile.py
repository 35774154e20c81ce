"""Text that some layer would obey: it comes back as it was written, from every kind of page."""

import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape

import pypdf
import pytest
from chart_samples import HOSTILE, hostile, whole
from hypothesis import given, settings
from hypothesis import strategies as st
from organisations import TEXTS, organisations
from test_chart_book import chart_for
from test_chart_properties import NO_TITLES
from text_samples import marked_up

from orgcli.chart.book.surnames import surname_first
from orgcli.chart.deck.coloring import COLOR_BY
from orgcli.chart.deck.visible_text import plain
from orgcli.chart.draw import chart_of, draw
from orgcli.chart.graphviz.engine import render
from orgcli.chart.graphviz.svg import accessible_svg
from orgcli.chart.paint.xdot import BACKSLASH, DRAWN_BACKSLASH
from orgcli.chart.paper.dot_markup import label, name, tooltip
from orgcli.chart.web.page import html
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Position
from orgcli.model.request.chart_request import ChartRequest
from pdf_text import text_of

SVG = "{http://www.w3.org/2000/svg}"
SHORT = [text for text in TEXTS if plain(text) and len(plain(text)) < 18]
"""Texts that no card cuts."""


def one_each() -> Organisation:
    """A position per text: the text is its holder, and it is nobody's title."""
    return Organisation(
        "Texts", [Position(f"p{at}", holder=(text,)) for at, text in enumerate(SHORT)]
    )


def printed(svg: bytes) -> list[str]:
    """What is printed on the cards of a picture, a space that Graphviz made hard made soft."""
    root = ET.fromstring(svg)
    groups = [group for group in root.iter(f"{SVG}g") if group.get("class") == "node"]
    lines = [text.text or "" for group in groups for text in group.iter(f"{SVG}text")]
    return [line.replace("\xa0", " ").strip() for line in lines]


@pytest.mark.parametrize(
    "paper",
    [whole(), whole(page="a3"), whole(page="16:9")],
    ids=lambda one: one.page,
)
def test_svg_prints_what_was_written(paper: ChartRequest) -> None:
    drawing = draw(one_each(), NO_TITLES, replace(paper, format="svg"))
    assert printed(drawing.data) == [plain(text) for text in SHORT]


@pytest.mark.parametrize("make", [hostile, marked_up], ids=lambda make: make.__name__)
@pytest.mark.parametrize(
    "paper", [whole(page="a3"), whole(page="a5", book=True)], ids=["page", "book"]
)
def test_every_page_is_drawn_without_a_warning(
    make: Callable[[], Organisation], paper: ChartRequest
) -> None:
    """A warning of the engine is an error; and nothing on a page is more than letters and lines."""
    chart = chart_for(make(), paper)
    sheets = list(chart.book.sheets(chart.theme)) if chart.book else [chart.sheet]
    said = set[str]()
    for sheet in sheets:
        drawn = render(sheet.canvas(), "svg", strokes=sheet.strokes(texts=False)).decode()
        root = ET.fromstring(accessible_svg(drawn, sheet))
        tags = {element.tag.removeprefix(SVG) for element in root.iter()}
        assert tags <= {"svg", "g", "title", "text", "path", "polygon", "polyline", "ellipse"}
        assert not any(
            "href" in key or key.startswith("on") for one in root.iter() for key in one.attrib
        )
        said.update((text.text or "").replace("\xa0", " ") for text in root.iter(f"{SVG}text"))
    for text in (one for one in SHORT if one in HOSTILE or make is marked_up):
        assert plain(text) in said


@settings(max_examples=100)
@given(organisations(40))
def test_any_organisation_is_drawn_without_a_warning(made: Organisation) -> None:
    drawing = draw(made, NO_TITLES, whole(format="svg", page="a4"))
    root = ET.fromstring(drawing.data)
    nodes = [group for group in root.iter(f"{SVG}g") if group.get("class") == "node"]
    assert len(nodes) == len(made.positions)


@settings(max_examples=60)
@given(
    organisations(30), st.sampled_from(["light", "dark", "print"]), st.sampled_from(list(COLOR_BY))
)
def test_any_organisation_is_drawn_without_its_people(
    made: Organisation, theme: str, by: str
) -> None:
    """Whatever names and ids are: every seat once, under the same manager, and no holder."""
    lit = tuple(one.id for one in made.positions[:1])
    asked = whole(theme=theme, color_by=by, sort="name", highlight=lit)
    named = chart_of(made, NO_TITLES, asked).deck
    hidden = chart_of(made, NO_TITLES, replace(asked, fields=("title", "id", "tags"))).deck
    assert len(hidden.cards) == len(made.positions) == len({card.key for card in hidden.cards})
    assert sum(card.dimmed for card in hidden.cards) == sum(card.dimmed for card in named.cards)
    assert [one.code for one in hidden.legend if not one.code] == []
    codes = [one.code for one in hidden.legend]
    assert len(set(codes)) == len(codes)
    assert not any(card.holders or card.photo for card in hidden.cards)


def test_pdf_says_what_was_written() -> None:
    """Letters that any font has; what others are drawn with is up to the fonts of the computer."""
    latin = [text for text in SHORT if plain(text).isascii()]
    made = Organisation("", [Position(f"p{n}", holder=(text,)) for n, text in enumerate(latin)])
    column = draw(made, NO_TITLES, whole(format="pdf", page="70x4000mm", book=False))
    (page,) = pypdf.PdfReader(io.BytesIO(column.data)).pages
    said = [line.strip() for line in text_of(page).splitlines()]
    for text in latin:
        assert plain(text).replace(BACKSLASH, DRAWN_BACKSLASH) in said


def test_a_book_names_hostile_people_in_its_index_and_bookmarks() -> None:
    latin = [text for text in SHORT if plain(text).isascii()]
    made = Organisation(
        "<b>&\"'</b>",
        [
            Position("top", holder=("</title><script>",)),
            *(Position(f"p{n}", holder=(text,), reports_to="top") for n, text in enumerate(latin)),
        ],
    )
    drawing = draw(made, NO_TITLES, whole(format="pdf", page="a4", book=True))
    reader = pypdf.PdfReader(io.BytesIO(drawing.data))
    assert reader.metadata and reader.metadata.title == "<b>&\"'</b>"
    assert reader.outline[0].title == "</title><script>"  # type: ignore[union-attr]
    index = text_of(reader.pages[-1]).splitlines()
    for text in latin:
        listed = surname_first(plain(text)).replace(BACKSLASH, DRAWN_BACKSLASH)
        assert f"{listed} 1" in index


def test_links_of_files_say_hostile_words() -> None:
    """The words of a card stand in the link to the page where its reports are."""
    positions = [Position("top", holder=("Top",))]
    for n, text in enumerate(SHORT[:12]):
        positions.append(Position(f"m{n}", holder=(text,), reports_to="top"))
        positions.extend(Position(f"m{n}-{at}", reports_to=f"m{n}") for at in range(20))
    drawing = draw(
        Organisation("T", positions),
        NO_TITLES,
        whole(format="svg", page="a5", separate_pages=True),
    )
    links = [
        (link.get("href"), link.findtext(f"{SVG}title"))
        for _, data in drawing.files
        for link in ET.fromstring(data).iter(f"{SVG}a")
    ]
    assert len(links) > 12
    assert all(re.fullmatch(r"page-\d\d\.svg", href or "") for href, _ in links)
    assert any((said or "").startswith(f"{plain(SHORT[0])}, ") for _, said in links)


def test_the_page_for_browsers_holds_texts_as_data() -> None:
    page = html(chart_for(one_each(), whole()))
    (data,) = re.findall(r'(?s)<script type="application/json" id="data">(.*?)</script>', page)
    values = set(_strings(json.loads(data)))
    for text in SHORT:
        assert plain(text) in values
    assert page.count("<script") == 2
    outside = page.replace(data, "")
    assert not re.search(r"<(?:img|iframe|object|embed|link|base)\b", outside.split("<script>")[0])


def _strings(value: object) -> Iterator[str]:
    """Every text in data, at any depth."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            waiting.extend([*one.keys(), *one.values()])
        elif isinstance(one, list):
            waiting.extend(one)


@pytest.mark.parametrize("text", TEXTS)
def test_markup_can_be_undone(text: str) -> None:
    """What is escaped for Graphviz says the text again, by the rules that Graphviz has."""
    shown = plain(text)
    assert unescape(label(shown)[1:-1].replace('\\"', '"')).replace("\\\\", "\\") == shown
    assert unescape(tooltip(shown)[1:-1].replace('\\"', '"').replace("\\\\", "\\")) == (
        shown.replace("\\", "\\\\")
    )
    assert name(shown)[0] == name(shown)[-1] == '"'
    assert not re.search(r'(?<!\\)(?:\\\\)*"', name(shown)[1:-1])
