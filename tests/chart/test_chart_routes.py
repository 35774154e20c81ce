"""Dotted lines: around all cards, beside all lines, whatever the chart looks like."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from chart_samples import Forest, forests, wide_tree
from hypothesis import given, settings
from hypothesis import strategies as st
from line_geometry import (
    CLEAR,
    Stroke,
    alongside,
    crosses,
    enters,
    on_side,
    overlap,
    strokes,
    trimmed,
)

from orgcli.chart.dotted.gutters import Stroke as GutterStroke
from orgcli.chart.dotted.line_crossings import line_crossings
from orgcli.chart.dotted.routes import (
    MOST_CARDS,
    MOST_ROUTED,
    OUTSIDE,
    TAG,
    Route,
    RouteRequest,
    routable,
    routes,
)
from orgcli.chart.layout.layout import Box, DrawnLine, Layout, Target, layout
from timing import cpu_seconds

WIDTH = 172


def check(
    boxes: Sequence[Box],
    lines: Sequence[DrawnLine],
    wanted: Sequence[RouteRequest],
    found: Sequence[Route | None],
) -> None:
    """Every rule, seen one by one: slow and simple."""
    assert len(found) == len(wanted)
    right = max(box.x + box.width for box in boxes)
    bottom = max(box.y + box.height for box in boxes)
    reporting = [stroke for line in lines for stroke in strokes(line.points)]
    for one, route in zip(wanted, found, strict=True):
        if route is None:
            continue
        assert one.card != one.to
        assert on_side(route.points[0], boxes[one.card])
        assert on_side(route.points[-1], boxes[one.to])
        for before, point, after in zip(
            route.points, route.points[1:], route.points[2:], strict=False
        ):
            assert (before[0] == point[0]) != (point[0] == after[0])
        assert all(-OUTSIDE <= x <= right + OUTSIDE for x, _ in route.points)
        assert all(-OUTSIDE <= y <= bottom + OUTSIDE for _, y in route.points)
        for stroke in strokes(route.points):
            (x, y), (end_x, end_y) = stroke
            assert (x == end_x) != (y == end_y)
            assert not any(enters(stroke, boxes[card], 0) for card in (one.card, one.to))
            assert not any(alongside(stroke, other, CLEAR) for other in reporting)
        for stroke in strokes(trimmed(route.points)):
            assert not any(enters(stroke, box, CLEAR) for box in boxes)
    check_captions(boxes, reporting, wanted, found)
    check_crossings(reporting, found)


def check_crossings(reporting: Sequence[Stroke], found: Sequence[Route | None]) -> None:
    """The crossings of a route with all other lines, one by one, and in its direction."""
    earlier = list(reporting)
    for route in found:
        if route is None:
            continue
        met = []
        for start, end in pairwise(route.points):
            own = (min(start, end), max(start, end))
            met += sorted(
                {point for other in earlier for point in crossing(own, other)},
                key=lambda point: abs(point[0] - start[0]) + abs(point[1] - start[1]),
            )
        assert list(route.crossings) == met
        earlier += strokes(route.points)


def crossing(one: Stroke, other: Stroke) -> list[tuple[int, int]]:
    if crosses(one, other):
        return [(other[0][0], one[0][1])]
    return [(one[0][0], other[0][1])] if crosses(other, one) else []


def check_captions(
    boxes: Sequence[Box],
    reporting: Sequence[Stroke],
    wanted: Sequence[RouteRequest],
    found: Sequence[Route | None],
) -> None:
    """Captions stand at their own route, and upon nothing else."""
    placed: list[Box] = []
    for at, (one, route) in enumerate(zip(wanted, found, strict=True)):
        if route is None or one.caption == (0, 0):
            assert route is None or route.caption is route.tag is None
            continue
        assert route.caption is None or route.tag is None
        (x, y), (width, height) = route.caption or route.tag or (0, 0), one.caption
        if route.caption is None:
            if route.tag is None:
                continue
            width, height = TAG
        area = Box(x - width // 2, y - height // 2, width, height)
        assert width > 0 and height > 0
        assert not any(overlap(area, other) for other in (*boxes, *placed))
        assert not any(enters(stroke, area, 0) for stroke in reporting)
        for other, its in enumerate(found):
            if its is not None and other != at:
                assert not any(enters(stroke, area, 0) for stroke in strokes(its.points))
        assert any(enters(stroke, area, 4) for stroke in strokes(route.points))
        placed.append(area)


def place(manager: Forest) -> Layout:
    return layout(manager, [40] * len(manager), [False] * len(manager), WIDTH)


def upon(found: Sequence[Route | None]) -> int:
    """How many pairs of routes lie upon each other somewhere."""
    laid = [strokes(route.points) for route in found if route]
    return sum(
        any(alongside(mine, its, 1) for mine in one for its in other)
        for at, one in enumerate(laid)
        for other in laid[:at]
    )


@st.composite
def charts(draw: st.DrawFn) -> tuple[Layout, list[RouteRequest]]:
    manager = draw(forests())
    count = len(manager)
    heights = draw(st.lists(st.sampled_from([40, 40, 52, 88]), min_size=count, max_size=count))
    aside = draw(st.lists(st.integers(0, 4).map(lambda n: n == 0), min_size=count, max_size=count))
    aspect = draw(st.sampled_from([0.4, 0.7, 1.41, 4.0]))
    targets = [Target(aspect, 1)]
    placed = layout(manager, heights, aside, WIDTH, targets, draw(st.integers(0, 3)))
    card = st.integers(0, count - 1)
    caption = st.sampled_from([(0, 0), (30, 8), (91, 9), (60, 20)])
    wanted = draw(st.lists(st.builds(RouteRequest, card, card, caption), max_size=25))
    return placed, wanted


@settings(max_examples=150, deadline=None)
@given(charts())
def test_any_chart(made: tuple[Layout, list[RouteRequest]]) -> None:
    placed, wanted = made
    found = routes(placed.boxes, placed.lines, wanted)
    check(placed.boxes, placed.lines, wanted, found)
    assert all(
        route is not None for one, route in zip(wanted, found, strict=True) if one.card != one.to
    )
    assert routes(placed.boxes, placed.lines, wanted) == found


BESIDE = [Box(0, 0, 100, 40), Box(140, 0, 100, 40)]


def test_two_cards_beside_each_other() -> None:
    assert routes(BESIDE, [], [RouteRequest(0, 1)]) == [Route(((100, 10), (140, 10)), None)]


def test_no_line_to_itself_and_none_at_all() -> None:
    wanted = [RouteRequest(0, 0), RouteRequest(1, 0)]
    found = routes(BESIDE, [], wanted)
    assert found[0] is None and found[1] is not None
    assert routes(BESIDE, [], []) == routes([], [], []) == []


def test_both_ways_between_two_cards_are_two_lines() -> None:
    wanted = [RouteRequest(0, 1), RouteRequest(1, 0), RouteRequest(0, 1)]
    found = routes(BESIDE, [], wanted)
    check(BESIDE, [], wanted, found)
    assert nearest(found) >= 3


def test_a_wall_around_a_card() -> None:
    wall = [Box(100, 100, 60, 40), Box(0, 0, 260, 97), Box(0, 143, 260, 97)]
    wall += [Box(0, 98, 97, 44), Box(163, 98, 97, 44), Box(400, 100, 60, 40)]
    wanted = [RouteRequest(0, 5), RouteRequest(5, 0), RouteRequest(5, 4)]
    found = routes(wall, [], wanted)
    assert found[:2] == [None, None]
    assert found[2] is not None
    check(wall, [], wanted, found)


def test_outside_of_the_chart_where_there_is_no_other_way() -> None:
    row = [Box(0, 0, 100, 40), Box(120, 0, 60, 40), Box(200, 0, 100, 40)]
    wanted = [RouteRequest(0, 2), RouteRequest(0, 1)]
    found = routes(row, [], wanted)
    check(row, [], wanted, found)
    around, straight = found
    assert around is not None and straight is not None
    assert {y for _, y in around.points} & {*range(-OUTSIDE, 0), *range(41, 41 + OUTSIDE)}
    assert straight.points == ((100, 10), (120, 10))


def test_inside_of_the_chart_where_there_is_a_way() -> None:
    placed = place(wide_tree((5, 4)))
    wanted = [RouteRequest(at, at % 5 + 1) for at in range(6, 26)]
    found = routes(placed.boxes, placed.lines, wanted)
    check(placed.boxes, placed.lines, wanted, found)
    corners = [point for route in found if route for point in route.points]
    assert len(corners) > 2 * len(wanted)
    assert all(0 <= x <= placed.width and 0 <= y <= placed.height for x, y in corners)


def test_a_card_to_its_own_manager() -> None:
    placed = place(wide_tree((3, 4)))
    wanted = [RouteRequest(line.report, line.manager) for line in placed.lines]
    found = routes(placed.boxes, placed.lines, wanted)
    check(placed.boxes, placed.lines, wanted, found)
    assert None not in found
    assert nearest(found) >= 1


def nearest(found: Sequence[Route | None]) -> int:
    """The least distance of routes that run beside each other; 9 where it is more than 8."""
    laid = [strokes(route.points) for route in found if route]
    pairs = [(one, other) for at, one in enumerate(laid) for other in laid[:at]]
    for gap in range(1, 9):
        if any(alongside(mine, its, gap) for one, other in pairs for mine in one for its in other):
            return gap - 1
    return 9


@pytest.mark.parametrize("turned", [False, True])
def test_parallel_lines_never_coincide(turned: bool) -> None:
    """Two columns of cards with room for ten lines between them, in order and the other way."""
    boxes = [Box(260 * (at // 10), 46 * (at % 10), 172, 40) for at in range(20)]
    wanted = [RouteRequest(at, 19 - at if turned else 10 + (at + 3) % 10) for at in range(10)]
    found = routes(boxes, [], wanted)
    check(boxes, [], wanted, found)
    assert None not in found
    assert nearest(found) >= 3


def test_lines_that_run_together_do_not_cross() -> None:
    """Nested: the outer ones go around the inner ones."""
    boxes = [Box(0, 46 * at, 172, 40) for at in range(8)] + [Box(400, 0, 40, 362)]
    wanted = [RouteRequest(at, 7 - at) for at in range(3)]
    found = routes(boxes, [], wanted)
    check(boxes, [], wanted, found)
    assert nearest(found) >= 3
    assert crossings(found) == 0


def crossings(found: Sequence[Route | None]) -> int:
    laid = [strokes(route.points) for route in found if route]
    return sum(
        crosses(mine, its) or crosses(its, mine)
        for at, one in enumerate(laid)
        for other in laid[:at]
        for mine in one
        for its in other
    )


def test_lines_that_meet_at_a_card_have_places_of_their_own() -> None:
    placed = place(wide_tree((4, 5)))
    wanted = [RouteRequest(at, 1) for at in range(8, 25, 2)]
    found = routes(placed.boxes, placed.lines, wanted)
    check(placed.boxes, placed.lines, wanted, found)
    ends = [route.points[-1] for route in found if route]
    taken = [line.points[0] for line in placed.lines if line.manager == 1]
    taken += [line.points[-1] for line in placed.lines if line.report == 1]
    assert len(set(ends)) == len(ends) == len(wanted)
    assert not set(ends) & set(taken)


def test_few_bends_and_no_detours() -> None:
    placed = place(wide_tree((6, 4, 4)))
    wanted = [RouteRequest(at, (at * 37 + 11) % 127) for at in range(0, 127, 9)]
    found = routes(placed.boxes, placed.lines, wanted)
    check(placed.boxes, placed.lines, wanted, found)
    assert sum(len(route.points) - 2 for route in found if route) < 4 * len(wanted)
    for one, route in zip(wanted, found, strict=True):
        assert route is not None
        start, end = placed.boxes[one.card], placed.boxes[one.to]
        straight = abs(start.x - end.x) + abs(start.y - end.y)
        assert sum(abs(x - a) + abs(y - b) for (x, y), (a, b) in pairwise(route.points)) < (
            1.5 * straight + 2 * WIDTH
        )


def test_a_caption_stands_beside_its_line() -> None:
    boxes = [Box(0, 0, 100, 40), Box(300, 0, 100, 40)]
    roomy, large, none = [(80, 10)], [(80, 300)], [(0, 0)]
    [route] = routes(boxes, [], [RouteRequest(0, 1, *roomy)])
    assert route is not None and route.caption == (200, 17)
    for size in (*large, *none):
        [route] = routes(boxes, [], [RouteRequest(0, 1, size)])
        assert route is not None and route.caption is None


def test_a_tag_stands_upon_its_line_where_there_is_no_room_for_a_caption() -> None:
    boxes = [Box(0, 0, 100, 40), Box(160, 0, 100, 40)]
    [route] = routes(boxes, [], [RouteRequest(0, 1, (90, 10))])
    assert route == Route(((100, 10), (160, 10)), None, (110, 10))


def test_a_line_crosses_a_trunk_and_the_line_before_it() -> None:
    boxes = [Box(0, 100, 100, 40), Box(300, 100, 100, 40)]
    boxes += [Box(180, 0, 40, 40), Box(180, 200, 40, 40)]
    trunk = DrawnLine(0, 1, ((150, 0), (150, 240)))
    wanted = [RouteRequest(0, 1), RouteRequest(2, 3)]
    level, upright = found = routes(boxes, [trunk], wanted)
    assert level is not None and level.crossings == ((150, 110),)
    assert upright is not None and upright.crossings == ((upright.points[0][0], 110),)
    check(boxes, [trunk], wanted, found)


PANEL = Box(200, 100, 160, 96)
ROWS = [Box(208, 104 + 22 * at, 150, 22) for at in range(4)]


@pytest.mark.parametrize(
    "other", [Box(0, 0, 100, 40), Box(500, 130, 100, 40), Box(220, 240, 90, 40)]
)
def test_a_row_of_a_panel_is_left_at_the_side_of_the_panel(other: Box) -> None:
    boxes = [*ROWS, other]
    wanted = [RouteRequest(row, 4) for row in range(4)] + [RouteRequest(4, 1)]
    found = routes(boxes, [], wanted, [PANEL])
    assert None not in found
    for one, route in zip(wanted, found, strict=True):
        assert route is not None
        at_row = route.points[0] if one.card < 4 else route.points[-1]
        row = ROWS[min(one.card, one.to)]
        assert at_row[0] in (PANEL.x, PANEL.x + PANEL.width)
        assert row.y < at_row[1] < row.y + row.height
        assert not any(enters(stroke, PANEL, 0) for stroke in strokes(route.points))
        assert not any(enters(stroke, PANEL, CLEAR) for stroke in strokes(trimmed(route.points)))
    assert nearest(found) >= 4


def test_rows_side_by_side_in_a_panel_are_left_at_the_side_that_they_are_at() -> None:
    """Otherwise nobody could say whose line it is; who is in the middle is at none."""
    rows = [Box(208 + 50 * at, 104, 50, 22) for at in range(3)]
    boxes = [*rows, Box(0, 100, 100, 40), Box(500, 100, 100, 40)]
    wanted = [RouteRequest(row, to) for row in range(3) for to in (3, 4)]
    found = routes(boxes, [], wanted, [PANEL])
    ends = [route and route.points[0][0] for route in found]
    left, right = PANEL.span(0)
    assert ends == [left, left, None, None, right, right]


def test_nothing_runs_through_a_panel_or_another_obstacle() -> None:
    boxes = [Box(0, 120, 100, 40), Box(500, 120, 100, 40), *ROWS]
    logo = Box(130, 120, 40, 40)
    wanted = [RouteRequest(0, 1), RouteRequest(1, 0)]
    found = routes(boxes, [], wanted, [PANEL, logo])
    check([*boxes, PANEL, logo], [], wanted, found)
    assert None not in found


@settings(max_examples=60, deadline=None)
@given(charts(), st.data())
def test_rows_of_any_chart(made: tuple[Layout, list[RouteRequest]], data: st.DataObject) -> None:
    """Some cards are cut into rows of panels, as wide as these or narrower."""
    placed, wanted = made
    boxes, panels = list(placed.boxes), []
    for at, box in enumerate(placed.boxes):
        inset = data.draw(st.sampled_from([-1, -1, -1, 0, 6]))
        if inset >= 0:
            panels.append(box)
            boxes[at] = box._replace(x=box.x + inset, y=box.y + 2, height=box.height // 2)
            boxes.append(box._replace(y=boxes[at].y + boxes[at].height, height=box.height // 2 - 2))
    wanted += [RouteRequest(at, 0) for at in range(len(placed.boxes), len(boxes))][:10]
    found = routes(boxes, placed.lines, wanted, panels)
    for one, route in zip(wanted, found, strict=True):
        assert (route is None) == (one.card == one.to) or len(panels) == len(placed.boxes)
        for stroke in strokes(trimmed(route.points)) if route else ():
            assert not any(enters(stroke, box, CLEAR) for box in (*boxes, *panels))


def test_what_is_drawn_as_lines() -> None:
    assert routable(MOST_CARDS, MOST_ROUTED)
    assert not routable(MOST_CARDS + 1, 1)
    assert not routable(2, MOST_ROUTED + 1)


@pytest.mark.parametrize(
    ("spans", "count", "most"),
    [
        pytest.param((6, 4, 4), 3, 1, id="3 lines among 127 cards"),
        pytest.param((9, 12, 12), MOST_ROUTED, 20, id="300 lines among 1,414 cards"),
    ],
)
def test_in_time(spans: Sequence[int], count: int, most: float) -> None:
    placed = place(wide_tree(spans))
    cards = len(placed.boxes)
    wanted = [RouteRequest(at * 61 % cards, (at * 97 + 5) % cards, (60, 8)) for at in range(count)]
    assert routable(cards, len(wanted))
    seconds, found = cpu_seconds(lambda: routes(placed.boxes, placed.lines, wanted))
    assert seconds < most
    assert None not in found
    check(placed.boxes, placed.lines, wanted[:20], found[:20])


def test_crossings_with_thousands_of_reporting_lines_in_time() -> None:
    """Reporting lines that all cross each other are never compared."""
    level = [GutterStroke(0, 10 * at + 5, 0, 50_000) for at in range(5_000)]
    upright = [GutterStroke(1, 10 * at + 5, 0, 50_000) for at in range(5_000)]
    ways = {
        at: ((0, 160 * at + 80), (700, 160 * at + 80), (700, 160 * at + 130)) for at in range(300)
    }
    seconds, found = cpu_seconds(lambda: line_crossings([*level, *upright], ways))
    assert seconds < 1
    assert [len(found[at]) for at in range(300)] == [70 + 5] * 300
