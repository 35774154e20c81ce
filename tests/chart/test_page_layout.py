"""Cards stand in a real browser where Python puts them."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
from chart_samples import sales_team, tangled, wide_tree
from in_browser import DESKTOP, SHOWN, WEB, chart, northwind, show

from browser import Page, needs_chromium
from orgcli.chart.chart import Chart
from orgcli.chart.layout.layout import Layout, Target, layout
from orgcli.chart.paper.card_text import ROOMY, card_text

pytestmark = needs_chromium


def placed(made: Layout) -> list[Any]:
    lines: list[list[int] | None] = [None] * len(made.boxes)
    for line in made.lines:
        lines[line.report] = [value for point in line.points for value in point]
    xs, ys = [box.x for box in made.boxes], [box.y for box in made.boxes]
    return [made.width, made.height, xs, ys, lines]


_LAYOUT = ("layout/tree", "layout/rows", "layout/shapes", "layout/parts", "layout/layout")


def layout_script() -> str:
    texts = (WEB / f"{name}.js" for name in _LAYOUT)
    code = "\n".join(one.read_text(encoding="utf-8") for one in texts)
    return (
        f"(cases => {{{code}\nreturn cases.map(([manager, heights, assistant, aspect, upright,"
        f" leaves]) => {{ const p = layout(manager, heights, assistant, {ROOMY.width}, aspect,"
        " upright, leaves); return [p.width, p.height, p.x, p.y, p.lines]; }); })"
    )


def random_forest(chance: random.Random, most: int) -> list[int]:
    reach, from_end = chance.choice([1, 2, 5, 20, 1000]), chance.random() < 0.5
    manager = [-1]
    for card in range(1, chance.choice([1, 2, 5, 20, 60, most])):
        near = chance.randint(max(0, card - reach), card - 1)
        first = chance.randint(0, min(reach, card) - 1)
        manager.append(-1 if chance.random() < 0.06 else near if from_end else first)
    return manager


def test_the_layout_is_that_of_the_other_pictures(page: Page) -> None:
    chance = random.Random(11)
    cases = []
    for most in [200] * 120 + [1_600] * 4:
        manager = random_forest(chance, most)
        heights = [chance.choice([36, 36, 48, 60, 88]) for _ in manager]
        aside = [chance.random() < 0.2 for _ in manager]
        aspect = chance.choice([0.46, 0.7, 1.0, 1.5, 16 / 9])
        cases.append((manager, heights, aside, aspect, chance.randint(0, 3), chance.random() < 0.3))
    for spans in ((9,), (10,), (14, 7), (2, 9, 4), (20, 3, 3), (1,) * 40):
        manager = wide_tree(spans)
        cases.append((manager, [36] * len(manager), [False] * len(manager), 1.6, 1, False))
    expected = [
        placed(layout(manager, heights, aside, ROOMY.width, [Target(aspect, 1)], upright, leaves))
        for manager, heights, aside, aspect, upright, leaves in cases
    ]
    assert page.run(f"{layout_script()}({json.dumps(cases)})") == expected


@pytest.mark.parametrize("size", [DESKTOP, (1000, 1000), (1900, 700)])
@pytest.mark.parametrize("make", [northwind, lambda: chart(sales_team()), lambda: chart(tangled())])
def test_cards_stand_where_python_puts_them(
    page: Page, make: Any, size: tuple[int, int], tmp_path: Path
) -> None:
    made: Chart = make()
    page.size(*size)
    show(page, made, tmp_path)
    page.run("document.querySelector('[data-do=all]').click()")
    page.still()
    width, height = page.run("(s => [s.clientWidth, s.clientHeight])(document.all.stage)")
    deck = made.deck
    expected = layout(
        deck.manager,
        [card_text(card, counted=True).height for card in deck.cards],
        [card.assistant for card in deck.cards],
        ROOMY.width,
        [Target(width / height, 1)],
    )
    drawn = page.run(
        f"Object.fromEntries({SHOWN}.map(c => [c.at, [...c.getAttribute('transform')"
        ".matchAll(/-?[0-9.]+/g)].map(Number)]))"
    )
    boxes = {str(at): [box.x, box.y] for at, box in enumerate(expected.boxes)}
    assert drawn == boxes
    sizes = page.run(f"{SHOWN}.map(c => +c.querySelector('.box').getAttribute('height'))")
    assert sorted(sizes) == sorted(box.height for box in expected.boxes)
