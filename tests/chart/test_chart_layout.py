"""Layout: no overlap, nothing crossed, nothing lost, whatever the shape of the tree."""

from collections.abc import Sequence
from itertools import pairwise
from typing import ClassVar

import pytest
from chart_samples import Forest, forests, wide_tree
from hypothesis import example, given, settings
from hypothesis import strategies as st

from orgcli.chart.layout.layout import Box, DrawnLine, Layout, Panel, Target, layout
from orgcli.chart.layout.rows import Unit, _side_by_side
from orgcli.chart.layout.shape_choice import evenly_chosen, lowest, narrowest
from orgcli.chart.layout.shapes import Shaper
from orgcli.chart.layout.subtree_kinds import subtree_kinds, upright_cards
from orgcli.chart.layout.tree import (
    BRANCH,
    INDENT,
    PANEL_GAP,
    PANEL_PADDING,
    Shape,
    ShapeKind,
    tree_of,
)
from timing import cpu_seconds

WIDTH = 172
NEAREST = 4
"""How near a line comes to a card that it does not join, in points."""


def place(
    manager: Forest,
    heights: Sequence[int] = (),
    aside: Sequence[bool] = (),
    aspect: float = 1.5,
    upright: int = 1,
    rows: Sequence[int] = (),
) -> Layout:
    count = len(manager)
    heights = heights or [40] * count
    aside = aside or [False] * count
    target = Target(aspect, 1)
    return layout(manager, heights, aside, WIDTH, [target], upright, row_heights=rows)


def runs_through(start: tuple[int, int], end: tuple[int, int], box: Box, gap: int) -> bool:
    """Whether a horizontal or vertical stroke comes nearer to the box than the gap."""
    left, right = sorted((start[0], end[0]))
    top, bottom = sorted((start[1], end[1]))
    across = left < box.x + box.width + gap and right > box.x - gap
    down = top < box.y + box.height + gap and bottom > box.y - gap
    return across and down


def on_edge(point: tuple[int, int], box: Box) -> bool:
    x, y = point
    in_x, in_y = box.x <= x <= box.x + box.width, box.y <= y <= box.y + box.height
    return in_x and in_y and (x in (box.x, box.x + box.width) or y in (box.y, box.y + box.height))


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def check(
    placed: Layout, manager: Forest, heights: Sequence[int], rows: Sequence[int] = ()
) -> None:
    boxes = placed.boxes
    in_panel = {card: panel for panel in placed.panels for card in panel.cards}
    assert len(in_panel) == sum(len(panel.cards) for panel in placed.panels)
    for at, box in enumerate(boxes):
        size = (WIDTH - INDENT, rows[at]) if at in in_panel else (WIDTH, heights[at])
        assert (box.width, box.height) == size
        assert 0 <= box.x <= placed.width - box.width
        assert 0 <= box.y <= placed.height - box.height
        assert not any(overlap(box, other) for other in boxes[at + 1 :])
    lines = {line.report: line for line in placed.lines}
    assert len(lines) == len(placed.lines)
    arriving = {card for card, above in enumerate(manager) if above >= 0} - set(in_panel)
    for panel in placed.panels:
        check_panel(panel, placed, manager)
        box = boxes[panel.manager]
        if panel.box[:2] != (box.x + INDENT, box.y + box.height + PANEL_GAP):
            arriving.add(panel.cards[0])
    assert set(lines) == arriving
    for report, line in lines.items():
        assert line.manager == manager[report]
        end = in_panel[report].box if report in in_panel else boxes[report]
        assert on_edge(line.points[0], boxes[line.manager])
        assert on_edge(line.points[-1], end)
        check_line(line, placed, in_panel)


def check_panel(panel: Panel, placed: Layout, manager: Forest) -> None:
    """Its cards fill it in columns; nothing else is in it."""
    assert len(panel.cards) >= 3
    assert {manager[card] for card in panel.cards} == {panel.manager}
    left, top, _, bottom = panel.box.x, panel.box.y, 0, panel.box.y + panel.box.height
    below = [placed.boxes[card] for card in panel.cards]
    assert (below[0].x, below[0].y) == (left, top + PANEL_PADDING)
    for one, other in pairwise(below):
        straight = (one.x, one.y + one.height)
        next_column = (one.x + one.width, top + PANEL_PADDING)
        assert (other.x, other.y) in (straight, next_column)
    assert below[-1].x + below[-1].width == left + panel.box.width
    assert max(box.y + box.height for box in below) == bottom - PANEL_PADDING
    for card, box in enumerate(placed.boxes):
        assert card in panel.cards or not overlap(box, panel.box)
    for other in placed.panels:
        assert other is panel or not overlap(other.box, panel.box)


def check_line(line: DrawnLine, placed: Layout, in_panel: dict[int, Panel]) -> None:
    """Its strokes are straight and come near to no card, and no panel, that they do not join."""
    own = {line.manager, line.report}
    panels = [(panel.box, panel is in_panel.get(line.report)) for panel in placed.panels]
    for start, end in pairwise(line.points):
        assert (start[0] == end[0]) != (start[1] == end[1])
        assert 0 <= end[0] <= placed.width and 0 <= end[1] <= placed.height
        for box, joined in [*((box, at in own) for at, box in enumerate(placed.boxes)), *panels]:
            assert not runs_through(start, end, box, 0 if joined else NEAREST)


@st.composite
def cards(draw: st.DrawFn) -> tuple[Forest, list[int], list[bool]]:
    manager = draw(forests())
    count = len(manager)
    heights = draw(st.lists(st.sampled_from([40, 40, 52, 88]), min_size=count, max_size=count))
    aside = draw(st.lists(st.integers(0, 4).map(lambda n: n == 0), min_size=count, max_size=count))
    return manager, heights, aside


@settings(max_examples=400, deadline=None)
@given(cards(), st.sampled_from([0.4, 0.7, 1.0, 1.41, 4.0]), st.integers(0, 3), st.booleans())
def test_any_forest(
    made: tuple[Forest, list[int], list[bool]], aspect: float, upright: int, panels: bool
) -> None:
    manager, heights, aside = made
    rows = [(24, 30, 0)[at * height % 5 % 3] for at, height in enumerate(heights)] if panels else ()
    placed = place(manager, heights, aside, aspect, upright, rows)
    check(placed, manager, heights, rows)
    again = place(manager, heights, aside, aspect, upright, rows)
    assert again.boxes == placed.boxes
    assert (again.lines, again.panels) == (placed.lines, placed.panels)


@settings(max_examples=300, deadline=None)
@given(cards(), st.sampled_from([0.4, 1.0, 1.41]), st.integers(0, 3), st.booleans())
def test_in_a_list_all_is_indented(
    made: tuple[Forest, list[int], list[bool]], aspect: float, upright: int, panels: bool
) -> None:
    """Below a card whose line arrives at its left; straight below its manager nobody is a peer."""
    manager, heights, aside = made
    rows = [24] * len(manager) if panels else ()
    placed = place(manager, heights, aside, aspect, upright, rows)
    boxes, side, layer, least = placed.boxes, set[int](), dict[int, int](), dict[int, int]()
    for line in placed.lines:
        (x, y), box = line.points[-1], boxes[line.report]
        if (x, y) == (box.x, box.y + box.height // 2) and not aside[line.report]:
            side.add(line.report)
    for card in tree_of(manager, heights, aside, WIDTH).order:
        above = manager[card]
        layer[card] = layer.get(above, 0) + 1
        least[card] = boxes[above].x + INDENT if above in side else least.get(above, 0)
        assert boxes[card].x >= least[card]
        if above >= 0 and manager.count(above) == 1 and boxes[card].x == boxes[above].x:
            assert layer[above] <= upright


@settings(max_examples=200, deadline=None)
@given(cards(), st.sampled_from([0.4, 1.0, 1.41]), st.integers(0, 3), st.booleans())
def test_trunks_keep_away_from_cards_of_others(
    made: tuple[Forest, list[int], list[bool]], aspect: float, upright: int, panels: bool
) -> None:
    """Twice as far as from those whom they lead to."""
    manager, heights, aside = made
    rows = [24] * len(manager) if panels else ()
    placed = place(manager, heights, aside, aspect, upright, rows)
    for line in placed.lines:
        for start, end in pairwise(line.points):
            for card, box in enumerate(placed.boxes):
                foreign = card != line.manager and manager[card] != line.manager
                if start[0] == end[0] and foreign and end[1] > start[1]:
                    wide = Box(box.x - 2 * BRANCH, box.y, box.width + 4 * BRANCH, box.height)
                    assert not runs_through(start, end, wide, 0)


def test_a_team_in_two_columns_stands_below_its_lead() -> None:
    """In a list the lead is at the usual indent, and both columns are one indent further in."""
    manager = [-1, 0, 0, *[1] * 3, *[2] * 3, *(3 + at % 6 for at in range(48))]
    placed = place(manager, aspect=1.0)
    leads = [placed.boxes[at] for at in range(3, 9)]
    for lead, first in zip(leads, range(9, 15), strict=True):
        team = [placed.boxes[at] for at in range(first, len(manager), 6)]
        assert min(box.x for box in team) in (lead.x + INDENT, lead.x - WIDTH // 2 - BRANCH + WIDTH)


def test_a_team_stands_as_a_panel_that_is_no_wider_than_its_manager() -> None:
    placed = place([-1, 0, 0, *[1] * 5, *[2] * 3], upright=1, rows=[24] * 11)
    assert [panel.cards for panel in placed.panels] == [[3, 4, 5, 6, 7], [8, 9, 10]]
    for panel in placed.panels:
        above = placed.boxes[panel.manager]
        assert panel.box.x == above.x + INDENT
        assert panel.box.x + panel.box.width == above.x + above.width
        assert panel.box.y == above.y + above.height + PANEL_GAP
    assert [line.report for line in placed.lines] == [1, 2]


@pytest.mark.parametrize("rows", [[0] * 5, [24, 24, 0, 24, 24], [0, 24, 24]])
def test_few_reports_are_no_panel(rows: Sequence[int]) -> None:
    assert place([-1, 0, 1, 1, 1], upright=1, rows=rows).panels == []


def test_sixty_reports_of_one_manager_fit_a_page() -> None:
    placed = place([-1, *[0] * 60], aspect=0.7, rows=[24] * 61)
    (panel,) = placed.panels
    assert len({placed.boxes[card].x for card in panel.cards}) > 1
    assert 11 * Target(547, 750).scale(placed.width, placed.height) >= 7
    assert [line.report for line in placed.lines] == [1]


@settings(max_examples=100, deadline=None)
@given(cards(), st.sampled_from([1.4, 4.0]), st.integers(0, 3))
@example(([-1, 0, 0, 0, 1], [40] * 5, [False] * 5), 4.0, 1)
def test_a_line_turns_aside_by_more_than_a_jog(
    made: tuple[Forest, list[int], list[bool]], aspect: float, upright: int
) -> None:
    manager, heights, aside = made
    for line in place(manager, heights, aside, aspect, upright).lines:
        turns = [abs(one[0] - other[0]) for one, other in pairwise(line.points[:-1])]
        assert all(turn == 0 or turn >= 16 for turn in turns)


@pytest.mark.parametrize(("teams", "aspect"), [(15, 0.7), (15, 1.4), (21, 1.4)])
def test_rows_below_each_other_share_columns(teams: int, aspect: float) -> None:
    placed = place([-1, *[0] * teams, *range(1, teams + 1)], aspect=aspect)
    rows: dict[int, list[int]] = {}
    for box in placed.boxes[1 : teams + 1]:
        rows.setdefault(box.y, []).append(box.x)
    assert len(rows) > 2
    assert len({x for row in rows.values() for x in row}) <= max(map(len, rows.values())) + 1


def test_a_few_trees_stand_in_one_row() -> None:
    placed = place([-1, 0, 0, -1, 3, -1], aspect=8.0)
    tops = [placed.boxes[at] for at in (0, 3, 5)]
    assert {box.y for box in tops} == {0}
    assert tops == sorted(tops)


def test_lines_to_a_pair_of_assistants_arrive_together() -> None:
    placed = place([-1, 0, 0, 0], [40, 40, 52, 40], [False, True, True, False])
    ends = {line.report: line.points[-1] for line in placed.lines}
    assert ends[1][1] == ends[2][1]
    smaller = placed.boxes[1]
    assert ends[1][1] == smaller.y + smaller.height // 2


@pytest.mark.parametrize(
    "spans",
    [(1,), (7,), (8,), (200,), (14, 7), (3, 3, 3), (2, 9, 4), (20, 3, 3), (5, 1, 12), (1,) * 50],
)
def test_regular_trees(spans: Sequence[int]) -> None:
    manager = wide_tree(spans)
    check(place(manager), manager, [40] * len(manager))


def test_managers_stand_above_the_middle_of_their_reports() -> None:
    placed = place(wide_tree((3, 2)))
    first, last = placed.boxes[1], placed.boxes[3]
    assert placed.boxes[0].x == (first.x + last.x) // 2
    assert first.y == placed.boxes[2].y == last.y


@pytest.mark.parametrize(("aspect", "upright"), [(0.7, 0), (1.0, 1), (1.4, 1), (1.8, 1)])
def test_a_company_fills_the_page_it_is_for(aspect: float, upright: int) -> None:
    manager = wide_tree((6, 4, 4))
    placed = place(manager, aspect=aspect, upright=upright)
    assert 0.65 < placed.width / placed.height / aspect < 1.4
    assert len(manager) * WIDTH * 40 > 0.4 * placed.width * placed.height


def test_file_order_from_left_to_right() -> None:
    placed = place([-1, 0, 0, 0, 2])
    assert placed.boxes[1].x < placed.boxes[2].x < placed.boxes[3].x


def test_assistants_stand_beside_the_stem() -> None:
    placed = place([-1, 0, 0, 0], aside=[False, True, True, False])
    top, right, left, report = placed.boxes
    stem = top.x + top.width // 2
    assert left.x + left.width < stem < right.x
    assert left.y == right.y
    assert top.y + top.height < right.y < right.y + right.height < report.y


def test_an_assistant_with_reports_is_a_report_like_others() -> None:
    plain = place([-1, 0, 1])
    assert place([-1, 0, 1], aside=[False, True, False]).boxes == plain.boxes


@pytest.mark.parametrize(
    ("manager", "most"),
    [
        pytest.param([-1] * 131, 2.5, id="131 single cards"),
        pytest.param([-1, *([0] * 200)], 2.5, id="star of 200"),
        pytest.param([-1, *([0] * 60)], 2.5, id="team of 60"),
        pytest.param(wide_tree((14, 7)), 2.5, id="14 teams of 7"),
        pytest.param([-1, -1, 0, 1] * 30, 4, id="60 small trees"),
        pytest.param(wide_tree((7, 7, 7, 7)), 4, id="2,801"),
    ],
)
def test_pages_have_a_shape_that_paper_has(manager: Forest, most: float) -> None:
    manager = [above if above < at else -1 for at, above in enumerate(manager)]
    placed = place(manager)
    assert 1 / most < placed.width / placed.height < most


@pytest.mark.parametrize(
    "manager",
    [
        pytest.param([-1, *range(99_999)], id="chain"),
        pytest.param([-1, *([0] * 99_999)], id="star"),
        pytest.param([-1] * 100_000, id="single cards"),
        pytest.param([-1, *((at - 1) // 7 for at in range(1, 100_000))], id="span 7"),
        pytest.param([-1, *(at - at % 2 for at in range(99_999))], id="comb"),
        pytest.param(
            [at - 1 if at % 5 and at < 2_000 else -1 for at in range(100_000)], id="trees and cards"
        ),
    ],
)
def test_a_hundred_thousand_cards(manager: Forest) -> None:
    seconds, placed = cpu_seconds(lambda: place(manager))
    assert seconds < 30
    assert len(placed.boxes) == 100_000
    assert len(set(placed.boxes)) == 100_000


def test_sizes_to_try_are_spread_from_the_least_to_the_largest() -> None:
    shaper = Shaper(tree_of([-1], [40], [False], 100))
    sizes = {at * 7919 % 100_003 for at in range(1, 2_000)}
    limits = shaper._limits(500, sizes)
    assert list(limits) == sorted(limits)
    assert (limits[0], limits[-1], len(limits)) == (500, max(sizes), 64)


def test_what_does_not_fit_at_all_is_as_near_as_can_be() -> None:
    """Of shapes from low and wide to high and narrow."""
    low, middle, tall = shapes = [
        Shape(width // 2, width // 2, height, ShapeKind.LIST)
        for width, height in ((180, 40), (120, 80), (60, 120))
    ]
    within = [narrowest(shapes, height) for height in (0, 39, 40, 79, 80, 119, 120, 999)]
    assert within == [low, low, low, low, middle, middle, tall, tall]
    within = [lowest(shapes, width) for width in (0, 59, 60, 119, 120, 179, 180, 999)]
    assert within == [tall, tall, tall, tall, middle, middle, low, low]


@given(st.lists(st.integers(), min_size=1, unique=True), st.integers(2, 70))
def test_some_of_many_have_the_first_and_the_last(ordered: list[int], most: int) -> None:
    chosen = evenly_chosen(ordered, most)
    assert len(chosen) == min(most, len(ordered))
    assert (chosen[0], chosen[-1]) == (ordered[0], ordered[-1])
    assert len(set(chosen)) == len(chosen)


class Watched(Target):
    """A target that remembers what it was asked about."""

    asked: ClassVar[list[tuple[int, int]]] = []

    def scale(self, width: int, height: int) -> float:
        self.asked.append((width, height))
        return super().scale(width, height)


def test_the_more_trees_the_fewer_heights_are_tried() -> None:
    Watched.asked.clear()
    trees = 4_000
    manager = [at - 1 if at % 2 else -1 for at in range(2 * trees)]
    heights = [40 + at // 2 * 2 for at in range(2 * trees)]
    layout(manager, heights, [False] * len(manager), 100, [Watched(1.5, 1)])
    assert 90 <= len(Watched.asked) <= 102


def test_shapes_of_one_tree_are_tried_from_the_lowest() -> None:
    Watched.asked.clear()
    manager = [-1, *[0] * 7, *(1 + at % 7 for at in range(60))]
    heights = [40 + at * 38 % 74 for at in range(len(manager))]
    layout(manager, heights, [False] * len(manager), 100, [Watched(1.5, 1)], upright=0)
    tried = [height for _, height in Watched.asked[:-1]]
    assert len(set(tried)) > 20
    assert tried == sorted(tried)


def test_stacks_are_tried_from_the_lowest() -> None:
    manager = [-1, *[0] * 7, *(1 + at % 7 for at in range(60))]
    heights = [40 + at * 38 % 74 for at in range(len(manager))]
    shaper = Shaper(tree_of(manager, heights, [False] * len(manager), 100), upright=0)
    limits = [limit for _, limit, _ in shaper._stacks(0)]
    assert len(limits) > 4
    assert limits == sorted(limits)


def test_a_card_stands_above_no_subtree_whose_own_card_is_lower() -> None:
    """What is lower than all cards of subtrees may reach over them; between two, it may not."""

    def subtree(over: int) -> Unit:
        return Unit(200, 200, 300, ((0, 0, 0, 0),), over)

    def leaf(height: int) -> Unit:
        return Unit(50, 50, height, ((0, 0, 0, 0),))

    ways, _, _ = _side_by_side([subtree(40), leaf(60), subtree(80)], 50)
    assert ways[1] - ways[0] >= 200 + 50
    assert ways[2] - ways[1] >= 200 + 50
    ways, _, _ = _side_by_side([subtree(40), leaf(40), subtree(80)], 50)
    assert ways[1] - ways[0] < 200


@settings(max_examples=300)
@given(cards())
def test_subtrees_of_a_kind_have_the_same_sizes(
    drawn: tuple[Forest, list[int], list[bool]],
) -> None:
    """Two subtrees have one number if, and only if, all cards in them are alike."""
    manager, heights, assistant = drawn
    rows = [height // 2 for height in heights]
    tree = tree_of(manager, heights, assistant, 100, False, rows)
    upright = upright_cards(tree, 2)

    def spelled(card: int) -> tuple[object, ...]:
        own = heights[card], rows[card], assistant[card], card in upright
        return *own, *map(spelled, tree.reports[card])

    found = dict[int, tuple[object, ...]]()
    for card, kind in enumerate(subtree_kinds(tree, upright)):
        assert found.setdefault(kind, spelled(card)) == spelled(card)
    assert len(set(found.values())) == len(found)


def test_cards_of_the_upper_layers_are_upright() -> None:
    tree = tree_of([-1, 0, 1, 2, -1, 4], [20] * 6, [False] * 6, 100)
    assert [upright_cards(tree, layers) for layers in range(3)] == [set(), {0, 4}, {0, 1, 4, 5}]
    assert upright_cards(tree, 2**40) == set(range(6))
