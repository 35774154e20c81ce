"""Texts of an SVG are those that Graphviz would write, letter by letter and place by place."""

from hypothesis import example, given, settings
from hypothesis import strategies as st
from organisations import organisations

from orgcli.chart.deck.visible_text import plain
from orgcli.chart.draw import chart_of
from orgcli.chart.graphviz.engine import render
from orgcli.chart.graphviz.svg_text import text_element
from orgcli.chart.paint.items import PaintedGroup, PaintedText
from orgcli.chart.paint.xdot import BACKSLASH, TYPEFACE, xdot
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.request.chart_request import USUAL

FLOOR = 40_000.0
PAGE = """digraph orgchart {
graph [charset="utf-8" bb="0,0,90000,40000" pad=0 margin=0 viewport="90000,40000,1,45000,20000"];
"" [pos="0,0" style=invis label=""];
}"""
SHARED = ' xml:space="preserve"', ' text-anchor="start"', f' font-family="{TYPEFACE}"'
TEXTS = st.text(min_size=1, max_size=12).map(plain).filter(str.strip)
"""A text without letters is not painted, and Graphviz draws another sign for a backslash."""
ITEMS = st.builds(
    PaintedText,
    x=st.one_of(st.integers(500, 89_000), st.floats(500, 89_000)),
    y=st.floats(500, 39_000),
    text=TEXTS.filter(lambda text: BACKSLASH not in text),
    size=st.one_of(st.sampled_from([7.5, 8, 8.5, 10, 13]), st.floats(5, 40)),
    color=st.sampled_from(["#000000", "#ABCDEF", "#1f2328"]),
    bold=st.booleans(),
    align=st.sampled_from(["left", "middle", "right"]),
)


@settings(max_examples=200)
@given(ITEMS)
@example(PaintedText(1000, 2000.305, "a-b  c   d & <e> \"f\" 'g' &amp; &#45;", 14.9, "#ABCDEF"))
def test_a_text_is_what_graphviz_writes(item: PaintedText) -> None:
    drawn = render(PAGE, "svg", strokes=xdot([PaintedGroup("head", [item])], FLOOR)).decode()
    (line,) = (line for line in drawn.splitlines() if line.startswith("<text"))
    for shared in SHARED:
        line = line.replace(shared, "", 1)
    assert text_element(item, FLOOR) == line


@given(organisations(60))
def test_graphviz_gets_no_text_for_an_svg(made: Organisation) -> None:
    """Nor what it needs for texts only: typefaces and their styles."""
    sheet = chart_of(made, Titles({}), USUAL).sheet
    strokes = f" {sheet.strokes(texts=False)}"
    assert " T " not in strokes and TYPEFACE not in strokes
    painted = [item for group in sheet.painting for item in group.items]
    shapes = [PaintedGroup("head", [one for one in painted if not isinstance(one, PaintedText)])]
    assert sheet.strokes(texts=False) == xdot(shapes, sheet.floor)
