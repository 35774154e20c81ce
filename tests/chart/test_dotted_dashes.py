"""Dashes of dotted lines: whole corners, both ends, one rhythm; and the solid end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgcli.chart.dotted.dashes import RADIUS, STUB, PlacedPoint, Polyline, dashes, split_stub
from timing import cpu_seconds


@st.composite
def lines(draw: st.DrawFn) -> tuple[PlacedPoint, ...]:
    """Corners of a line that never meets itself, from jogs to long ways: it never goes up."""
    x, y = draw(st.integers(-50, 50)), draw(st.integers(-50, 50))
    level = draw(st.booleans())
    points = [(float(x), float(y))]
    for step in draw(st.lists(st.integers(1, 90), min_size=1, max_size=9)):
        x, y = (x + step * draw(st.sampled_from([-1, 1])), y) if level else (x, y + step)
        points.append((float(x), float(y)))
        level = not level
    return tuple(points)


def length(points: Polyline) -> float:
    return sum(abs(x - a) + abs(y - b) for (x, y), (a, b) in pairwise(points))


def places(line: Polyline, points: Polyline, start: float) -> list[float]:
    """How far along a line its points are that lie behind the start."""
    found: list[float] = []
    for point in points:
        along = 0.0
        for (x, y), (end_x, end_y) in pairwise(line):
            stroke = length(((x, y), (end_x, end_y)))
            off = length(((x, y), point)) + length((point, (end_x, end_y))) - stroke
            here = along + length(((x, y), point))
            if off < 1e-6 and here >= start - 1e-6:
                break
            along += stroke
        else:
            raise AssertionError(point)
        found.append(here)
        start = here
    return found


def corner_places(line: Polyline) -> list[float]:
    return [length(line[: number + 1]) for number in range(1, len(line) - 1)]


@given(lines(), st.sampled_from([3.0, 4.5, 6.0, 14.0]), st.sampled_from([2.0, 3.0, 5.0]))
def test_dashes_of_any_line(line: Polyline, dash: float, gap: float) -> None:
    made = dashes(line, dash, gap)
    assert made[0][0] == line[0] and made[-1][-1] == line[-1]
    at, ends, covered = 0.0, [], []
    for one in made:
        along = places(line, one, at)
        assert along == sorted(along)
        if one is not made[0]:
            assert along[0] - at == pytest.approx(gap)
            ends += [at, along[0]]
        at = along[-1]
        assert len(one) > 2 or at - along[0] >= min(dash, length(line)) - 1e-6
        covered += along[1:-1]
    assert at == pytest.approx(length(line))
    corners = corner_places(line)
    assert covered == pytest.approx(corners)
    assert all(abs(end - corner) >= RADIUS - 1e-6 for end in ends for corner in corners)
    solid = sum(length(one) for one in made)
    assert solid + gap * (len(made) - 1) == pytest.approx(length(line))


def test_the_rhythm_of_a_straight_line() -> None:
    made = dashes(((0, 0), (40, 0)), 5, 3)
    assert [one[0][0] for one in made] == pytest.approx([0, 8.6, 17.2, 25.8, 34.4])
    assert [one[1][0] for one in made] == pytest.approx([5.6, 14.2, 22.8, 31.4, 40])


def test_a_jog_is_in_one_dash() -> None:
    line = ((0, 0), (30, 0), (30, 6), (60, 6))
    assert [one[1:-1] for one in dashes(line, 5, 3)].count(((30, 0), (30, 6))) == 1


def test_no_line_has_no_dashes() -> None:
    assert dashes((), 5, 3) == dashes(((1, 2),), 5, 3) == ()


@given(lines(), st.sampled_from([4.0, float(STUB), 20.0]))
def test_the_solid_end_of_any_line(line: Polyline, least: float) -> None:
    dashed, solid = split_stub(line, least)
    assert solid[-1] == line[-1]
    if not dashed:
        assert solid == line
        return
    assert dashed[0] == line[0] and dashed[-1] == solid[0]
    assert length(solid) >= least - 1e-6
    assert length(dashed) + length(solid) == pytest.approx(length(line))
    cut = length(dashed)
    assert all(abs(cut - corner) >= RADIUS - 1e-6 for corner in corner_places(line))


def test_the_solid_end_is_short_where_there_is_room() -> None:
    assert split_stub(((0, 0), (50, 0), (50, 40))) == (
        ((0, 0), (50, 0), (50, 32)),
        ((50, 32), (50, 40)),
    )
    assert split_stub(((0, 0), (50, 0), (50, 6))) == (
        ((0, 0), (45, 0)),
        ((45, 0), (50, 0), (50, 6)),
    )


def test_in_linear_time() -> None:
    line = tuple([(float(at // 2 * 40), float((at + 1) // 2 * 40)) for at in range(20_000)])
    seconds, made = cpu_seconds(lambda: dashes(line, 5, 3))
    assert len(made) > 20_000
    assert seconds < 1
