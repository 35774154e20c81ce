"""Pages: as large as they are called, at the edges of what can be asked, in time that is linear."""

from collections.abc import Callable
from dataclasses import replace

import pygraphviz
import pytest
from chart_samples import hostile, sales_team, tangled, whole
from drawn_dot import drawn, faults
from organisations import organisation
from test_chart_book import NAME, Bound, chart_for, fill, lost_or_twice, northwind, team
from test_chart_properties import NO_TITLES, check, drawn_lines

from orgcli.chart.draw import draw
from orgcli.chart.paper.page_sizes import PAGES, NoSuchPage, page_of
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.request.chart_request import ChartRequest
from timing import cpu_seconds

__all__ = ["northwind"]


def star(reports: int) -> Organisation:
    return team([-1, *[0] * reports])


def chain(count: int) -> Organisation:
    return team([-1, *range(count - 1)])


def alone(count: int) -> Organisation:
    return team([-1] * count)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
def test_a_page_is_as_large_as_it_is_called(page: str, orientation: str) -> None:
    drawing = draw(sales_team(), NO_TITLES, whole(format="svg", page=page, orientation=orientation))
    asked = PAGES[page]
    short, long = sorted((round(asked.width), round(asked.height)))
    wanted = (long, short) if orientation == "landscape" else (short, long)
    assert (drawing.width, drawing.height) == wanted
    assert f'width="{wanted[0]}pt" height="{wanted[1]}pt"'.encode() in drawing.data


@pytest.mark.parametrize(
    ("said", "size"),
    [
        ("A3", (841.89, 1190.55)),
        ("297x420mm", (841.89, 1190.55)),
        ("29.7 × 42 cm", (841.89, 1190.55)),
        ("8.5x11in", (612, 792)),
        ("960X540pt", (960, 540)),
        ("25x25mm", (70.87, 70.87)),
        ("1x200in", (72, 14_400)),
    ],
)
def test_how_pages_are_called(said: str, size: tuple[float, float]) -> None:
    page = page_of(said)
    assert page
    assert (page.width, page.height) == pytest.approx(size, abs=0.01)


@pytest.mark.parametrize(
    "said",
    [
        "", "a9", "20x20mm", "201x10in", "0x0mm", "-5x10mm", "1e3x1e3mm", "nanxnanmm", "a4x",
        "297x420", "297mm", "9999999x2mm", "infxinfin", "٣x٣in", "a4 a4", "1x1km",
    ],
)  # fmt: skip
def test_what_is_no_page(said: str) -> None:
    with pytest.raises(NoSuchPage) as raised:
        page_of(said)
    assert raised.value.help


def test_northwind_on_a3(northwind: Organisation) -> None:
    """The promise: all 128 on one page, names that can be read, and hardly any room left over."""
    chart = chart_for(northwind, whole(page="a3"))
    page = drawn(chart.sheet.dot())
    assert chart.book is None
    assert NAME * page.scale >= 7.2
    assert fill(page) > 0.9
    wide = max(card.right for card in page.cards) - min(card.left for card in page.cards)
    tall = page.head.high - min(card.low for card in page.cards)
    assert wide / tall == pytest.approx((page.width - 48) / (page.height - 48), rel=0.1)


SMALLEST = whole(page="25x25mm")
BANNER = whole(page="200x1in")
LARGEST = whole(page="200x200in")
LETTERS = whole(page="a5", min_font=20.0)
DUST = whole(page="a4", min_font=1.0)


@pytest.mark.parametrize(
    ("made", "paper", "pages"),
    [
        (alone(1), whole(page="a4"), 1),
        (alone(1), whole(page="a4", book=True), 2),
        (alone(1), SMALLEST, 2),
        (star(40), SMALLEST, None),
        (chain(40), BANNER, None),
        (star(40), LETTERS, None),
        (chain(40), LETTERS, None),
        (star(500), DUST, 1),
        (chain(100), DUST, 1),
        (star(3_000), LARGEST, 1),
        (chain(2_000), whole(page="a4"), None),
        (alone(2_000), whole(page="a4"), None),
        (alone(2_000), LARGEST, 1),
        (sales_team(), whole(page="a4", book=True), 2),
        (tangled(), whole(page="a5", book=True), None),
    ],
)
def test_at_the_edges(made: Organisation, paper: ChartRequest, pages: int | None) -> None:
    chart = chart_for(made, paper)
    if chart.book is None:
        assert pages == 1
        check(chart.sheet, drawn_lines(made), len(made.positions))
        return
    bound = Bound(made, paper)
    assert pages in (None, len(bound.sheets))
    assert list(lost_or_twice(bound, drawn_lines(made))) == []
    assert [fault for page in bound.pages for fault in faults(page)] == []
    if paper.page == "a4":
        assert min(NAME * page.scale for page in bound.pages) >= paper.least_name - 1e-4


def test_a_manager_of_thousands_goes_on_over_pages() -> None:
    seconds, bound = cpu_seconds(lambda: Bound(star(3_000), whole(page="a4")))
    assert seconds < 20
    assert len(bound.pages) > 20
    assert all(0 in cards for cards in bound.cards)
    assert [book_page.above for book_page in bound.book.pages] == [None] * len(bound.pages)
    assert any("continued on pages 2-" in text for text in bound.sheets[0].texts)
    assert all("(continued)" in book_page.title for book_page in bound.book.pages[1:])


@pytest.mark.parametrize(
    ("make", "seconds"),
    [
        (lambda: organisation(1, 2_000, 0, ["states"]), 7.0),
        (lambda: chain(2_000), 10.0),
        (lambda: alone(20_000), 20.0),
    ],
    ids=["2,000", "chain", "alone"],
)
def test_how_long_a_book_takes(make: Callable[[], Organisation], seconds: float) -> None:
    made = make()
    taken, found = cpu_seconds(lambda: chart_for(made, whole(page="a4")).book)
    assert found and len(found.pages) > 10
    assert taken < seconds


def _laid_out_by_dot(dot: str) -> tuple[int, int]:
    """How many nodes and edges are drawn where `dot` lays the graph out itself."""
    graph = pygraphviz.AGraph(string=dot)
    svg = graph.draw(format="svg", prog="dot").decode()
    return svg.count('class="node"'), svg.count('class="edge"')


@pytest.mark.parametrize("make", [sales_team, tangled, hostile], ids=lambda make: make.__name__)
@pytest.mark.parametrize(
    "paper",
    [
        whole(),
        whole(page="a3"),
    ],
    ids=["natural", "a3"],
)
def test_the_dot_stays_a_graph_that_dot_lays_out(
    make: Callable[[], Organisation], paper: ChartRequest
) -> None:
    made = make()
    said = draw(made, NO_TITLES, replace(paper, format="dot")).data.decode()
    lines = len(drawn_lines(made)) - said.count(" [style=invis")
    assert _laid_out_by_dot(said) == (len(made.positions), lines)
