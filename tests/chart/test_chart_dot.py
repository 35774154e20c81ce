"""DOT: an ordinary graph with positions, in which no user text is obeyed."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from chart_samples import forests, hostile, sales_team, tangled, whole
from hypothesis import given, settings

from orgcli.chart.deck.cards import cards
from orgcli.chart.draw import chart_of
from orgcli.chart.graphviz.sheet import Sheet
from orgcli.chart.paper.card_text import ROOMY
from orgcli.chart.paper.dot_markup import label, name, tooltip
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.position import Position

GOLDEN = Path(__file__).parent / "golden"
NO_TITLES = Titles({})


def graph_of(sheet: Sheet) -> tuple[list[str], set[tuple[str, str]]]:
    """The nodes and edges that Graphviz reads."""
    import pygraphviz

    graph = pygraphviz.AGraph(string=sheet.dot())
    assert graph.is_directed()
    return [str(node) for node in graph.nodes()], {(str(a), str(b)) for a, b in graph.edges()}


@pytest.mark.parametrize("make", [sales_team, tangled], ids=lambda make: make.__name__)
def test_golden(make: Callable[[], Organisation], golden: Callable[[Path, str], None]) -> None:
    text = chart_of(make(), NO_TITLES, whole()).sheet.dot()
    golden(GOLDEN / f"{make.__name__}.dot", text)


@pytest.mark.parametrize("make", [sales_team, tangled, hostile], ids=lambda make: make.__name__)
def test_graphviz_reads_the_same_graph(make: Callable[[], Organisation]) -> None:
    organisation = make()
    deck = cards(organisation, NO_TITLES)
    keys = [re.sub("^%", r"\\%", card.key.replace("\\", "\\\\")) for card in deck.cards]
    lines = {(keys[above], keys[at]) for at, above in enumerate(deck.manager) if above >= 0}
    nodes, edges = graph_of(chart_of(organisation, NO_TITLES, whole()).sheet)
    assert nodes == keys
    assert edges == lines


@settings(max_examples=40, deadline=None)
@given(forests(40))
def test_any_forest_is_the_same_graph_and_the_same_text(manager: list[int]) -> None:
    positions = [
        Position(f"p{at}", reports_to=f"p{above}" if above >= 0 else None)
        for at, above in enumerate(manager)
    ]
    organisation = Organisation("Forest", positions)
    sheet = chart_of(organisation, NO_TITLES, whole()).sheet
    nodes, edges = graph_of(sheet)
    assert nodes == [one.id for one in positions]
    assert edges == {(one.reports_to, one.id) for one in positions if one.reports_to}
    assert chart_of(organisation, NO_TITLES, whole()).sheet.dot() == sheet.dot()


def test_positions_are_on_the_page_and_splines_are_elbows() -> None:
    sheet = chart_of(sales_team(), NO_TITLES, whole()).sheet
    text = sheet.dot()
    for x, y in re.findall(r'pos="(\d+),([\d.]+)!"', text):
        assert ROOMY.width // 2 <= int(x) <= sheet.width
        assert ROOMY.usual_height // 2 <= float(y) <= sheet.height
    splines = re.findall(r' -> .* \[pos="([^"]+)"', text)
    assert splines and text.count(" -> ") == len(sheet.descriptions) - 1
    for spline in splines:
        points = [tuple(map(float, point.split(","))) for point in spline.split()]
        assert len(points) % 3 == 1
        for (x0, y0), (x1, y1) in pairwise(points):
            assert x0 == x1 or y0 == y1


def test_markup() -> None:
    assert label('<b>&"\\N', "two") == '"<b>&amp;\\"\\\\N\\ntwo"'
    assert name('a"b\\') == '"a\\"b\\\\"'
    assert name("%5") == '"\\%5"'
    assert tooltip('a&b"\\N') == '"a&amp;b\\"\\\\\\\\N"'
