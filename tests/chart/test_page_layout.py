"""The layout of the page of `-f html`: what holds of every chart, and how large it is."""

import json
import random
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from chart_samples import sales_team, tangled, wide_tree
from in_browser import DESKTOP, SHOWN, WEB, chart, company, northwind, show

from browser import Page, needs_chromium
from orgcli.chart.chart import Chart
from orgcli.chart.layout.layout import Target, layout
from orgcli.chart.paper.card_text import ROOMY, card_text

pytestmark = needs_chromium

INDENT = 12
_FILES = ("layout/tree", "layout/shapes", "layout/places", "layout/layout")
_QUALITY = 0.85
"""Of the size of a chart on paper of the same shape; usually the two are equally large."""


class Case(NamedTuple):
    """What is laid out: as in layout.js."""

    manager: Sequence[int]
    heights: Sequence[int]
    rows: Sequence[int]
    assistant: Sequence[bool]
    aspect: float
    upright: int = 1
    leaves_first: bool = False


class Box(NamedTuple):
    x: float
    y: float
    right: float
    bottom: float

    def within(self, other: "Box") -> bool:
        return (
            self.x >= other.x and self.y >= other.y
            and self.right <= other.right and self.bottom <= other.bottom
        )  # fmt: skip

    def covers(self, other: "Box") -> bool:
        return (
            self.x < other.right and other.x < self.right
            and self.y < other.bottom and other.y < self.bottom
        )  # fmt: skip


def laid_out(page: Page, cases: Sequence[Case]) -> list[dict[str, Any]]:
    code = "\n".join((WEB / f"{name}.js").read_text(encoding="utf-8") for name in _FILES)
    script = (
        f"(cases => {{{code}\nreturn cases.map(([manager, heights, rows, assistant, aspect,"
        f" upright, leaves]) => layout({{ manager, heights, rows, assistant }}, {ROOMY.width},"
        " aspect, upright, leaves)); })"
    )
    found: list[dict[str, Any]] = page.run(f"{script}({json.dumps(cases)})")
    return found


def boxes(made: dict[str, Any]) -> list[Box]:
    sides = zip(made["x"], made["y"], made["wide"], made["high"], strict=True)
    return [Box(x, y, x + wide, y + high) for x, y, wide, high in sides]


def random_forest(chance: random.Random, most: int) -> list[int]:
    reach, from_end = chance.choice([1, 2, 5, 20, 1000]), chance.random() < 0.5
    manager = [-1]
    for card in range(1, chance.choice([1, 2, 5, 20, 60, most])):
        near = chance.randint(max(0, card - reach), card - 1)
        first = chance.randint(0, min(reach, card) - 1)
        manager.append(-1 if chance.random() < 0.06 else near if from_end else first)
    return manager


def random_case(chance: random.Random, most: int) -> Case:
    manager = random_forest(chance, most)
    rows = [chance.choice([26, 26, 26, 40, 0]) for _ in manager]
    return Case(
        manager,
        [chance.choice([36, 36, 48, 60, 88]) for _ in manager],
        rows if chance.random() < 0.7 else [0] * len(manager),
        [chance.random() < 0.2 for _ in manager],
        chance.choice([0.46, 0.7, 1.0, 1.5, 16 / 9]),
        chance.randint(0, 3),
        chance.random() < 0.3,
    )


def overlaps(found: Sequence[Box]) -> list[tuple[Box, Box]]:
    """Pairs that share some area, by a sweep from the left."""
    pairs: list[tuple[Box, Box]] = []
    active: list[Box] = []
    for box in sorted(found):
        active = [one for one in active if one.right > box.x]
        pairs += [(one, box) for one in active if one.covers(box)]
        active.append(box)
    return pairs


def check_places(case: Case, made: dict[str, Any]) -> None:
    """Nothing covers anything, rows are in their panels, all is within the chart."""
    found = boxes(made)
    in_panels = {card for panel in made["panels"] for card in panel["cards"]}
    panels = [
        Box(one["x"], one["y"], one["x"] + one["width"], one["y"] + one["height"])
        for one in made["panels"]
    ]
    cards = [box for card, box in enumerate(found) if card not in in_panels]
    assert overlaps(cards + panels) == []
    assert overlaps([found[card] for card in in_panels]) == []
    for panel, box in zip(made["panels"], panels, strict=True):
        assert len(panel["cards"]) >= 3
        assert all(found[card].within(box) for card in panel["cards"])
        assert len({case.manager[card] for card in panel["cards"]}) == 1
        assert not any(card in case.manager for card in panel["cards"])
    whole = Box(0, 0, made["width"], made["height"])
    assert all(box.within(whole) for box in cards + panels)


def check_lines(case: Case, made: dict[str, Any]) -> None:
    """Lines are level and upright, leave the manager below and arrive at the report."""
    found = boxes(made)
    for card, above in enumerate(case.manager):
        line = made["lines"][card]
        if above < 0:
            assert line is None
            continue
        points = list(zip(line[::2], line[1::2], strict=True))
        assert all(x == to_x or y == to_y for (x, y), (to_x, to_y) in pairwise(points))
        assert points[0][1] == found[above].bottom
        assert found[above].x < points[0][0] < found[above].right
        ends = [
            Box(one["x"], one["y"], one["x"] + one["width"], one["y"] + one["height"])
            for one in made["panels"] if card in one["cards"]
        ] or [found[card]]  # fmt: skip
        x, y = points[-1]
        (end,) = ends
        on_side = x in (end.x, end.right) and end.y < y < end.bottom
        assert on_side or (y == end.y and end.x < x < end.right)
        assert found[card].y >= found[above].bottom


def check_lists(case: Case, made: dict[str, Any]) -> None:
    """A report whose line arrives at its left stands further to the right than its manager, unless
    columns stand beside trunks below a bus."""
    found = boxes(made)
    for card, above in enumerate(case.manager):
        if above < 0:
            continue
        line = made["lines"][card]
        is_list = len(line) == 6 and line[-2] == found[card].x and line[0] == found[above].x + 6
        if is_list and line[-2] > line[0]:
            assert found[card].x >= found[above].x + INDENT


def test_what_holds_of_every_chart(page: Page) -> None:
    chance = random.Random(11)
    cases = [random_case(chance, most) for most in [200] * 120 + [1_600] * 4]
    for spans in ((9,), (10,), (14, 7), (2, 9, 4), (20, 3, 3), (1,) * 40, (120,), (30, 30)):
        manager = wide_tree(spans)
        for rows in (0, 26):
            size = len(manager)
            cases.append(Case(manager, [36] * size, [rows] * size, [False] * size, 1.6))
    teams = 0
    for case, made in zip(cases, laid_out(page, cases), strict=True):
        check_places(case, made)
        check_lines(case, made)
        check_lists(case, made)
        teams += len(made["panels"])
    assert teams > 100


def case_of(made: Chart, aspect: float) -> Case:
    texts = [card_text(card, counted=True, teams="compact") for card in made.deck.cards]
    rows = [text.as_row.height if text.as_row else 0 for text in texts]
    aside = [card.assistant for card in made.deck.cards]
    return Case(made.deck.manager, [text.height for text in texts], rows, aside, aspect)


@pytest.mark.parametrize("aspect", [0.7, 1.6, 2.2])
def test_charts_are_about_as_large_as_on_paper(page: Page, aspect: float) -> None:
    made = [northwind(), chart(sales_team()), chart(tangled())]
    made += [chart(company(50)), chart(company(400)), chart(company(400, 20))]
    cases = [case_of(one, aspect) for one in made]
    for case, found in zip(cases, laid_out(page, cases), strict=True):
        paper = layout(
            case.manager, case.heights, case.assistant, ROOMY.width, [Target(aspect, 1)],
            row_heights=case.rows,
        )  # fmt: skip
        sizes = [
            min(aspect / width, 1 / height)
            for width, height in ((found["width"], found["height"]), (paper.width, paper.height))
        ]
        assert sizes[0] >= _QUALITY * sizes[1]


@pytest.mark.parametrize("size", [DESKTOP, (1000, 1000), (1900, 700)])
@pytest.mark.parametrize("density", ["compact", "cards", "names"])
def test_the_page_draws_cards_where_the_layout_puts_them(
    page: Page, size: tuple[int, int], density: str, tmp_path: Path
) -> None:
    page.size(*size)
    show(page, chart(company(60, 5), density=density), tmp_path)
    page.click("[data-do=all]")
    page.still()
    rows = page.run("document.querySelectorAll('#cards .row-card').length")
    assert (rows > 0) == (density != "cards")
    drawn = page.run(
        f"{SHOWN}.map(c => [...c.getAttribute('transform').matchAll(/-?[0-9.]+/g)].map(Number)"
        ".concat(['width', 'height'].map(n => +c.querySelector('.box').getAttribute(n))))"
    )
    assert len(drawn) == 60
    assert overlaps([Box(x, y, x + wide, y + high) for x, y, wide, high in drawn]) == []
