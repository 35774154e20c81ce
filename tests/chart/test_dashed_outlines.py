"""Outlines of vacancies: dashes with unbroken corners, below the accent of a card."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgcli.chart.deck.cards import Card
from orgcli.chart.layout.layout import Box
from orgcli.chart.layout.strokes import PlacedPoint
from orgcli.chart.paint.card_painting import paint_card
from orgcli.chart.paint.items import PaintedPath, PaintedText
from orgcli.chart.paint.outlines import DASHES, dashed_outline
from orgcli.chart.paper.card_text import COMPACT, card_text
from orgcli.chart.paper.themes import LIGHT

BOXES = st.builds(
    Box, st.integers(0, 99), st.integers(0, 99), st.integers(60, 300), st.integers(30, 90)
)
RADIUS, ACCENT = 6, 4


def stroke(start: PlacedPoint, end: PlacedPoint) -> float:
    return abs(end[0] - start[0]) + abs(end[1] - start[1])


def length(points: Sequence[PlacedPoint]) -> float:
    return sum(map(stroke, points, points[1:]))


def gaps(paths: Iterable[PaintedPath]) -> list[float]:
    """Between the ends of paths behind each other."""
    ends = [one.points for one in paths]
    return [stroke(one[-1], other[0]) for one, other in pairwise(ends)]


@given(BOXES, st.sampled_from(sorted(DASHES)), st.sampled_from([0, ACCENT]))
def test_no_corner_is_broken_and_no_gap_stands_out(box: Box, border: str, accent: float) -> None:
    paths = list(dashed_outline(box, RADIUS, "#000000", 1, border, accent))
    dash, usual = DASHES[border]
    bends = [one.points[1] for one in paths if len(one.points) == 3]
    lower = [(box.x + box.width, box.y + box.height), (box.x, box.y + box.height)]
    upper = [] if accent else [(box.x, box.y), (box.x + box.width, box.y)]
    assert bends == [*upper, *lower]
    assert all(one.radius == RADIUS for one in paths if len(one.points) == 3)
    assert all(usual / 2 < gap < usual * 2.2 for gap in gaps(paths))
    straight = [length(one.points) for one in paths if len(one.points) == 2]
    assert {round(one, 6) for one in straight} <= {dash, 2}
    around = box.width + 2 * (box.height - accent) + (0 if accent else box.width)
    assert sum(length(one.points) for one in paths) + sum(gaps(paths)) <= around + 1e-6


@given(BOXES, st.sampled_from(sorted(DASHES)))
def test_an_accent_keeps_its_own_edge(box: Box, border: str) -> None:
    paths = list(dashed_outline(box, RADIUS, "#000000", 1, border, ACCENT))
    top = box.y + ACCENT
    assert min(y for one in paths for _, y in one.points) == top
    assert paths[0].points[0] == (box.x + box.width, top)
    assert paths[-1].points[-1] == (box.x, top)


def vacancy(state: str, color: str = "#4f5ba0") -> Card:
    return Card("a", (), "Open", "Clerk", "", color, state, False, 1, 0, 0, ())  # type: ignore[arg-type]


def outline(state: str, color: str) -> list[PaintedPath]:
    card, box = vacancy(state, color), Box(0, 0, 164, 40)
    painted = paint_card(card, card_text(card), box, LIGHT)
    return [one for one in painted if isinstance(one, PaintedPath)]


@pytest.mark.parametrize("color", ["#4f5ba0", ""])
def test_open_and_planned_positions_have_dashes_of_their_own(color: str) -> None:
    many, more = (len(outline(state, color)) for state in ("open", "planned"))
    assert more > many * 1.5
    top = min(y for one in outline("open", color) for _, y in one.points)
    assert top == (ACCENT if color else 0)
    assert not outline("filled", color)


def leader(title: str, total: int) -> Card:
    holder = ("Ann",) if total else ()
    return Card("a", holder, "Ann", title, "", "", "filled", False, 1, 0, total, (), rank=1)


def test_a_title_has_the_room_of_a_pill_that_stands_elsewhere() -> None:
    """At the stem of a row, a pill is on the lower edge of the card, not beside the title."""
    title = "Chief Technology Officer"
    card = leader(title, 350)
    content = card_text(card, COMPACT)

    def lines(stem: float | None) -> list[str]:
        painted = paint_card(card, content, Box(0, 0, 134, content.height), LIGHT, stem)
        return [one.text for one in painted if isinstance(one, PaintedText)]

    assert lines(None) == ["Ann", "Chief Technology", "Officer", "350"]
    assert lines(67.0) == ["Ann", title, "350"]


def test_the_other_lines_of_a_title_are_kept_only_where_they_differ() -> None:
    assert card_text(leader("CTO", 350), COMPACT).titles_alone == ()
    assert card_text(leader("Chief Technology Officer", 0), COMPACT).titles_alone == ()
