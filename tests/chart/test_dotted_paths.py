"""Which dotted lines are drawn, and what a painter is told of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from random import Random

import pytest
from chart_samples import Forest, forests, whole
from hypothesis import given, settings
from hypothesis import strategies as st
from line_geometry import CLEAR, enters, on_side, strokes, together, trimmed
from organisations import SHAPES, organisation

from orgcli.chart.chart import Chart
from orgcli.chart.deck.cards import Deck
from orgcli.chart.deck.outline import dotted_phrase
from orgcli.chart.dotted.interruptions import Interruptions
from orgcli.chart.dotted.legibility import FAR, illegible, too_far
from orgcli.chart.draw import chart_of
from orgcli.chart.layout.layout import Box, DrawnLine, Layout, layout
from orgcli.chart.layout.tree import Point
from orgcli.chart.paper.dotted_lines import DottedPath, tagged_purposes
from orgcli.chart.paper.page_fitting import FittedChart
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.position import DottedLine, Position
from timing import cpu_seconds

PURPOSES = ("budget", "hiring", "quality of what is sold", None)


def matrix(managers: int, reports: int, lines: list[tuple[int, int, str | None]]) -> Organisation:
    """A top, managers with as many reports each; lines: from which report, to which manager."""
    positions = [Position("top", "Managing Director", holder=("Ada Berg",))]
    positions += [
        Position(f"m{at}", f"Manager {at}", holder=(f"Bo Lind {at}",), reports_to="top")
        for at in range(managers)
    ]
    for at in range(managers * reports):
        dotted = [DottedLine(f"m{to}", purpose) for one, to, purpose in lines if one == at]
        positions.append(
            Position(
                f"r{at}",
                f"Engineer {at}",
                holder=(f"Cy Dahl {at}",),
                reports_to=f"m{at // reports}",
                dotted_lines=tuple(dotted),
            )
        )
    return Organisation("Matrix", positions)


def chart(made: Organisation) -> Chart:
    return chart_of(made, Titles({}), whole())


@st.composite
def crossed_organisations(draw: st.DrawFn) -> Organisation:
    """Of any shape, with up to 12 dotted lines."""
    seed, count = draw(st.integers(0, 10**6)), draw(st.integers(2, 70))
    shape = draw(st.integers(0, len(SHAPES) - 1))
    made = organisation(seed, count, shape, ["assistants", "shares", "states", "shuffled"])
    random = Random(seed)
    ids = [position.id for position in made.positions]
    lines: dict[str, list[DottedLine]] = {}
    for _ in range(draw(st.integers(1, 12))):
        line = DottedLine(random.choice(ids), random.choice(PURPOSES))
        lines.setdefault(random.choice(ids), []).append(line)
    positions = [
        replace(position, dotted_lines=tuple(lines.get(position.id, ())))
        for position in made.positions
    ]
    return Organisation(made.name, positions)


@settings(max_examples=60, deadline=None)
@given(crossed_organisations())
def test_dotted_lines_of_any_organisation(made: Organisation) -> None:
    deck, drawn = chart(made).deck, chart(made).fitted
    boxes = [*drawn.layout.boxes, *(panel.box for panel in drawn.layout.panels)]
    for path in drawn.dotted:
        assert at_card(path.points[0], path.edge.card, drawn.layout)
        assert at_card(path.points[-1], path.edge.to, drawn.layout)
        for stroke in strokes(trimmed(path.points)):
            assert not any(enters(stroke, box, CLEAR) for box in boxes)
        assert path.dot == path.points[-1]
        assert path.dashed[:-1] + path.stub[bool(path.dashed) :] == path.points
        assert bool(path.edge.purpose) == bool(path.caption)
    for one, other in combinations(drawn.dotted, 2):
        for mine in strokes(one.points):
            assert all(together(mine, its, 4) <= 2 for its in strokes(other.points))
    check_words(deck, drawn)
    check_tags(drawn.dotted)


def at_card(point: Point, card: int, layout: Layout) -> bool:
    """Whether a point is on the edge of a card, or beside a row on the edge of its panel."""
    box = layout.boxes[card]
    for panel in layout.panels:
        if card in panel.cards:
            beside = box.y < point[1] < box.y + box.height
            return beside and point[0] in panel.box.span(0)
    return on_side(point, box)


def check_words(deck: Deck, drawn: FittedChart) -> None:
    """Every dotted line is drawn, or else said on its card."""
    in_words = Counter(deck.dotted) - Counter(path.edge for path in drawn.dotted)
    phrases: dict[int, list[str]] = {}
    for edge in in_words.elements():
        phrases.setdefault(edge.card, []).append(dotted_phrase(deck, edge))
    for at, (card, text) in enumerate(zip(deck.cards, drawn.contents, strict=True)):
        notes = (*card.notes, *phrases.get(at, ()))
        assert text == text.again(replace(card, notes=notes), deck.words)


def check_tags(dotted: Sequence[DottedPath]) -> None:
    """Numbers from 1 in reading order, one for each purpose."""
    tagged = [path for path in dotted if path.tag]
    purposes = tagged_purposes(tagged)
    assert {path.tag for path in tagged} == set(range(1, len(purposes) + 1))
    assert len(set(purposes)) == len(purposes)
    for path in tagged:
        assert path.edge.purpose == purposes[path.tag - 1]
        assert path.caption == str(path.tag)
    places: dict[int, list[Point]] = {}
    for path in tagged:
        places.setdefault(path.tag, []).append(path.at[::-1])
    first = [min(places[tag]) for tag in sorted(places)]
    assert first == sorted(first)


def test_a_lone_line_across_the_whole_sheet_is_said_in_words() -> None:
    made = chart(matrix(30, 3, [(0, 29, "budget"), (1, 1, "hiring")])).fitted
    assert [path.edge.purpose for path in made.dotted] == ["hiring"]


def test_six_lines_share_a_gutter_and_the_seventh_is_said_in_words() -> None:
    """Two columns far enough from each other; every line takes the only way to its card."""
    boxes = [Box(0, 46 * at, 172, 40) for at in range(9)]
    boxes += [Box(300, 46 * at, 172, 40) for at in range(9)]
    ways = {
        at: ((172, 46 * at + 20), (200 + 4 * at, 46 * at + 20), (200 + 4 * at, 500 + 5 * at))
        for at in range(9)
    }
    pairs = {at: (at, 9 + at) for at in range(9)}
    assert illegible(boxes, pairs, ways) == {0, 1, 2}
    apart = {at: tuple([(x + 20 * at, y) for x, y in way]) for at, way in ways.items()}
    assert illegible(boxes, pairs, apart) == set()


@pytest.mark.parametrize(
    ("way", "dropped"),
    [
        pytest.param(((100, 10), (300, 10)), False, id="straight"),
        pytest.param(((100, 10), (200, 10), (200, 600), (300, 600)), False, id="around"),
        pytest.param(((100, 10), (200, 10), (200, 820), (300, 820)), True, id="detour"),
    ],
)
def test_a_detour_of_three_times_the_way_is_said_in_words(
    way: tuple[Point, ...], dropped: bool
) -> None:
    boxes = [Box(0, 0, 172, 40), Box(300, 0, 172, 40)]
    assert bool(illegible(boxes, {0: (0, 1)}, {0: way})) == dropped


def test_of_two_lines_upon_each_other_the_longer_is_said_in_words() -> None:
    boxes = [Box(0, 0, 172, 40), Box(300, 0, 172, 40)]
    pairs = {0: (0, 1), 1: (1, 0)}
    for y, dropped in ((10, {1}), (13, {1}), (14, set())):
        ways = {0: ((172, 10), (300, 10)), 1: ((310, y), (172, y))}
        assert illegible(boxes, pairs, ways) == dropped


def test_a_line_that_turns_too_often_is_said_in_words() -> None:
    boxes = [Box(0, 0, 172, 40), Box(500, 0, 172, 40)]
    steps = [(172 + 20 * (at // 2), 10 + 10 * ((at + 1) // 2)) for at in range(12)]
    assert not illegible(boxes, {0: (0, 1)}, {0: steps[:6]})
    assert illegible(boxes, {0: (0, 1)}, {0: steps[:7]})


def test_what_is_too_far_needs_no_way() -> None:
    boxes = [Box(0, 0, 100, 40), Box(100 + FAR * 100, 20, 100, 40), Box(900, 0, 100, 40)]
    assert not too_far(boxes, 0, 1)
    assert too_far(boxes, 0, 2) and too_far(boxes, 2, 0)


def test_ten_dotted_lines_to_three_managers() -> None:
    lines = [(at, (at // 5 + 1 + at % 2) % 3, PURPOSES[at % 4]) for at in range(10)]
    made = chart(matrix(3, 5, lines))
    assert len(made.fitted.dotted) >= 3
    check_words(made.deck, made.fitted)
    check_tags(made.fitted.dotted)


def test_in_time() -> None:
    """60 lines all over an organisation of 500."""
    made = organisation(5, 500, 0, ["departments"])
    random = Random(5)
    ids = [position.id for position in made.positions]
    lines = {one: DottedLine(random.choice(ids), "budget") for one in random.sample(ids, 60)}
    positions = [
        replace(one, dotted_lines=(lines[one.id],)) if one.id in lines else one
        for one in made.positions
    ]
    crossed = chart(Organisation(made.name, positions))
    seconds, drawn = cpu_seconds(lambda: crossed.fitted)
    assert seconds < 6
    check_words(crossed.deck, drawn)


def test_short_ways_to_cards_are_not_interrupted() -> None:
    """Else nothing would be left of them where a dotted line crosses."""
    lines = [
        DrawnLine(0, 1, ((0, 0), (0, 10), (100, 10), (100, 20))),
        DrawnLine(0, 2, ((0, 0), (0, 60), (8, 60))),
    ]
    among = Interruptions(lines).among
    assert among([(50, 10), (0, 30)]) == ((50, 10), (0, 30)), "long strokes"
    assert among([(100, 15), (4, 60)]) == (), "the way down, and the way aside"
    assert among([(0, 5)]) == ((0, 5),), "a short way upon a long one"
    assert among([(50, 40)]) == ((50, 40),), "another dotted line"
    assert among([]) == ()


@settings(deadline=None)
@given(forests())
def test_all_interruptions_lie_on_long_strokes_or_on_none(manager: Forest) -> None:
    placed = layout(manager, [40] * len(manager), [False] * len(manager), 100)
    found = [pair for line in placed.lines for pair in pairwise(line.points)]
    middle = [((x + to_x) // 2, (y + to_y) // 2) for (x, y), (to_x, to_y) in found]
    long = [abs(to_x - x) + abs(to_y - y) > 12 for (x, y), (to_x, to_y) in found]
    kept = set(Interruptions(placed.lines).among(middle))
    assert {point for point, is_long in zip(middle, long, strict=True) if is_long} <= kept
    if not any(long):
        assert not kept
