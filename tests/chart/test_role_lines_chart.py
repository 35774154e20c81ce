"""Reporting lines between roles as a picture: nothing overlaps, no line without a statement."""

import xml.etree.ElementTree as ET
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from organisations import TEXTS

from orgcli.chart.layout.layout import Box
from orgcli.chart.paint.items import PaintedBox, PaintedText
from orgcli.chart.paper.text_width import BOLD, REGULAR, width
from orgcli.chart.role_lines.line_statement import (
    LineCard,
    LinePanel,
    LineStatement,
    RoleLinesPage,
)
from orgcli.chart.role_lines.role_lines_chart import RoleLinesChart, lines_chart, role_lines_drawing

texts = st.one_of(st.sampled_from([one for one in TEXTS if one.strip()]), st.text(min_size=1))
statements = st.builds(
    LineStatement,
    hedge=st.one_of(st.just(""), texts),
    marks=st.lists(st.sampled_from(["Q", "P", "N", "a-work-of-mine"]), max_size=4).map(tuple),
    dispute=st.sampled_from(["", "K1"]),
    description=texts,
)


@st.composite
def panels(draw: st.DrawFn) -> LinePanel:
    count = draw(st.integers(1, 12))
    cards = [
        LineCard(
            draw(texts),
            draw(st.integers(-1, at - 1)),
            draw(st.one_of(st.none(), statements)),
            draw(st.integers(-1, 12)),
            draw(st.one_of(st.just(""), texts)),
            draw(st.booleans()),
        )
        for at in range(count)
    ]
    return LinePanel(draw(texts), tuple(cards))


pages = st.builds(
    RoleLinesPage,
    title=texts,
    subtitle=texts,
    panels=st.lists(panels(), min_size=1, max_size=6),
    legend=st.lists(st.tuples(st.just("Q"), texts), max_size=3),
)


def overlap(one: Box, other: Box) -> bool:
    return all(
        max(one.span(axis)[0], other.span(axis)[0]) < min(one.span(axis)[1], other.span(axis)[1])
        for axis in (0, 1)
    )


def words_beside(chart: RoleLinesChart) -> list[Box]:
    """The rectangles of what stands beside lines, in points of the layout, rounded inwards."""
    found = []
    for item in chart.beside_lines():
        if isinstance(item, PaintedBox):
            found.append(Box(round(item.x), round(item.y), int(item.width), int(item.height)))
        elif isinstance(item, PaintedText) and item.align == "left":
            wide = width(item.text, item.size, BOLD if item.bold else REGULAR)
            found.append(Box(round(item.x), round(item.y - item.size * 0.7), int(wide), 5))
    return found


@given(pages, st.sampled_from(["svg", "pdf"]))
@settings(max_examples=60, deadline=None)
def test_nothing_overlaps(content: RoleLinesPage, format: str) -> None:
    chart = lines_chart(content.harmless(), format)
    places, layout = chart.places, chart.places.layout
    for one, other in combinations(places.grounds, 2):
        assert not overlap(one, other)
    for one, other in combinations(layout.boxes, 2):
        assert not overlap(one, other)
    first = 0
    for panel, ground in zip(places.panels, places.grounds, strict=True):
        for box in layout.boxes[first : first + len(panel.boxes)]:
            assert ground.x <= box.x and box.x + box.width <= ground.x + ground.width
            assert ground.y <= box.y and box.y + box.height <= ground.y + ground.height
        first += len(panel.boxes)
    words = words_beside(chart)
    strokes = [
        Box(min(a[0], b[0]), min(a[1], b[1]), abs(a[0] - b[0]) or 1, abs(a[1] - b[1]) or 1)
        for line in layout.lines
        for a, b in pairwise(line.points)
    ]
    for one in words:
        assert not any(overlap(one, box) for box in layout.boxes)
        assert not any(overlap(one, stroke) for stroke in strokes)
    for one, other in combinations(words, 2):
        assert not overlap(one, other)


@given(pages)
@settings(max_examples=40, deadline=None)
def test_a_line_that_is_drawn_through_is_stated(content: RoleLinesPage) -> None:
    """All lines end at their cards; those without a statement are only dashes."""
    chart = lines_chart(content.harmless(), "svg")
    cards, layout = chart.content.cards, chart.places.layout
    through = {(line.manager, line.report) for line in chart.fitted.layout.lines}
    stated = set()
    first = 0
    for panel in content.panels:
        for at, card in enumerate(panel.cards):
            if card.above >= 0 and card.statement and panel.cards[card.above].is_known:
                stated.add((card.above + first, at + first))
        first += len(panel.cards)
    assert through == stated
    assert len(layout.lines) == sum(card.above >= 0 for card in cards)
    for line in layout.lines:
        box, above = layout.boxes[line.report], layout.boxes[line.manager]
        assert line.points[-1] == (box.x + box.width // 2, box.y)
        assert line.points[0] == (above.x + above.width // 2, above.y + above.height)


@given(pages)
@settings(max_examples=25, deadline=None)
def test_no_text_is_interpreted(content: RoleLinesPage) -> None:
    root = ET.fromstring(role_lines_drawing(content, "svg").data)
    groups = [one for one in root.iter() if one.get("class") == "node"]
    assert len(groups) == len(content.cards)
    kinds = {one.tag.rpartition("}")[2] for one in root.iter()}
    assert kinds <= {"svg", "g", "title", "text", "path", "polyline", "polygon", "ellipse"}


def many(count: int) -> RoleLinesPage:
    said = LineStatement("often", ("Q", "N"), "", "often")
    panel = LinePanel("One", (LineCard("A"), *(LineCard(f"B{at}", 0, said) for at in range(6))))
    return RoleLinesPage("Many", "Lines", [panel] * count, [("Q", "A work"), ("N", "Another")])


@pytest.mark.parametrize(("count", "paper"), [(1, "a4 landscape"), (4, "a3 landscape")])
def test_a_pdf_is_for_the_first_paper_on_which_it_can_be_read(count: int, paper: str) -> None:
    drawing = role_lines_drawing(many(count), "pdf")
    assert drawing.page == paper and drawing.names[0] >= 7 and not drawing.notes


def test_what_is_on_no_paper_is_as_large_as_it_is() -> None:
    assert role_lines_drawing(many(300), "pdf").page == ""
