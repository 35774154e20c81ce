"""Any organisation on any paper: nothing overlaps, leaves the page, is crossed, lost or twice."""

import re
from dataclasses import replace

from drawn_dot import drawn, faults
from hypothesis import example, given, settings
from hypothesis import strategies as st
from organisations import organisation, organisations

from orgcli.chart.chart import Chart
from orgcli.chart.draw import chart_of
from orgcli.chart.graphviz.engine import render
from orgcli.chart.graphviz.sheet import Sheet
from orgcli.chart.graphviz.svg import accessible_svg
from orgcli.chart.paper.page_sizes import PAGES
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.request.chart_request import DOTTED, ORIENTATIONS, ChartRequest

NO_TITLES = Titles({})
SIZES = st.builds("{}x{}{}".format, st.integers(26, 900), st.integers(26, 900), st.just("mm"))


def papers(*pages: st.SearchStrategy[str | None]) -> st.SearchStrategy[ChartRequest]:
    """Ways to draw a chart on these pages, and where reports stand."""
    return st.builds(
        ChartRequest,
        page=st.one_of(*pages),
        orientation=st.sampled_from(ORIENTATIONS),
        min_font=st.sampled_from([4.0, 7.0, 9.5]),
        top_layers=st.integers(0, 3),
        leaves_first=st.booleans(),
        dotted=st.sampled_from(DOTTED[1:]),
    )


def chart_on(made: Organisation, paper: ChartRequest) -> Chart:
    return chart_of(made, NO_TITLES, replace(paper, show_closed=True))


def drawn_lines(made: Organisation) -> set[tuple[int, int]]:
    """Manager and report of every line that a chart draws, by walking up from everybody."""
    first: dict[str, int] = {}
    for at, position in enumerate(made.positions):
        first.setdefault(position.id, at)
    above = [first.get(one.reports_to or "", -1) for one in made.positions]
    ringed = set()
    for start in range(len(above)):
        seen, at = set[int](), start
        while at >= 0 and at not in seen:
            seen.add(at)
            at = above[at]
        if at == start:
            ringed.add(min(seen))
    return {(a, at) for at, a in enumerate(above) if a >= 0 and at not in ringed}


def check(sheet: Sheet, lines: set[tuple[int, int]], positions: int) -> None:
    """Where everything is, as the DOT says, and that all is there once."""
    page = drawn(sheet.dot())
    assert (page.width, page.height) == (sheet.width, sheet.height)
    assert len(page.names) == len(set(page.names)) == positions
    assert len(page.lines) == len(lines)
    assert {(above, card) for above, card, _ in page.lines} == lines
    assert list(faults(page)) == []


@settings(max_examples=1050)
@given(organisations(), papers(st.none()))
@example(organisation(0, 500, 0, ()), ChartRequest())
def test_any_organisation(made: Organisation, paper: ChartRequest) -> None:
    check(chart_on(made, paper).sheet, drawn_lines(made), len(made.positions))


@settings(max_examples=800)
@given(organisations(), papers(st.sampled_from(sorted(PAGES)), SIZES))
@example(organisation(0, 500, 0, ()), ChartRequest(page="a3"))
def test_any_organisation_on_any_page(made: Organisation, paper: ChartRequest) -> None:
    chart = chart_on(made, paper)
    sheet = chart.sheet
    check(sheet, drawn_lines(made), len(made.positions))
    assert (sheet.width, sheet.height) in [
        (round(page.width), round(page.height)) for page in chart.pages
    ]
    wide = sheet.width >= sheet.height
    if paper.orientation != "auto":
        assert wide == (paper.orientation == "landscape") or sheet.width == sheet.height


@settings(max_examples=150)
@given(organisations(150), papers(st.none(), st.sampled_from(sorted(PAGES)), SIZES))
def test_graphviz_moves_nothing(made: Organisation, paper: ChartRequest) -> None:
    """What is drawn stands where the DOT says, or all above would say nothing of the picture."""
    sheet = chart_on(made, paper).sheet
    page = drawn(sheet.dot())
    svg = render(sheet.canvas(), "svg", strokes=sheet.strokes(texts=False)).decode()
    assert f'<svg width="{sheet.width}pt" height="{sheet.height}pt"' in svg
    svg = accessible_svg(svg, sheet)
    for at, (card, box) in enumerate(zip(page.cards, _boxes(svg), strict=True)):
        if at in page.panels:
            continue
        left, top = min(x for x, _ in box), min(y for _, y in box)
        right, bottom = max(x for x, _ in box), max(y for _, y in box)
        shown = (left, page.height - bottom, right, page.height - top)
        assert all(abs(one - other) < 0.51 for one, other in zip(shown, card, strict=True))


def _boxes(svg: str) -> list[list[tuple[float, float]]]:
    """The border of each card in points of the page, y downwards; that of rows is their text."""
    moved = re.search(r'transform="scale\(([\d.]+) [\d.]+\) translate\((\S+) (\S+)\)', svg)
    moved = moved or re.search(
        r'transform="scale\(([\d.]+) [\d.]+\) rotate\(0\) translate\((\S+) (\S+)\)', svg
    )
    assert moved
    scale, right, down = map(float, moved.groups())
    groups = re.findall(r'(?s)<g id="node\d+" class="node".*?</g>', svg)
    borders = [_border(group) for group in groups]
    return [[((x + right) * scale, (y + down) * scale) for x, y in one] for one in borders]


def _border(group: str) -> list[tuple[float, float]]:
    """The corners of the path of the box itself, which is drawn after its shadow."""
    paths = re.findall(r'<path fill="#[^"]+" stroke="[^"]+"[^>]* d="M([^"]+)"', group)
    outlines = [_points(path.replace("C", " ")) for path in paths]
    return outlines[1 if len(outlines) > 1 and _below(*outlines[:2]) else 0] if outlines else []


def _below(one: list[tuple[float, float]], other: list[tuple[float, float]]) -> bool:
    """Whether one is the shadow of another: as high, and a little lower."""
    lows, highs = [[pick(y for _, y in it) for it in (one, other)] for pick in (max, min)]
    return lows[0] > lows[1] and abs((lows[0] - highs[0]) - (lows[1] - highs[1])) < 0.1


def _points(said: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in (one.split(",") for one in said.split())]


@settings(max_examples=150)
@given(organisations(200), papers(st.just("a4"), st.just("a5"), st.just("16:9"), SIZES))
def test_the_same_text_each_time(made: Organisation, paper: ChartRequest) -> None:
    again = replace(made, positions=list(made.positions))
    assert chart_on(made, paper).sheet.dot() == chart_on(again, paper).sheet.dot()
