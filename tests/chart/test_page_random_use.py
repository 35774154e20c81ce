"""The page of `-f html` under random clicks, keys and windows: nothing goes wrong in its script."""

import random
from pathlib import Path

import pytest
from chart_samples import hostile, tangled
from in_browser import PHONE, chart, company, northwind, show

from browser import Page, needs_chromium

pytestmark = needs_chromium

STEPS = 80
WINDOWS = ((1400, 900), PHONE, (800, 500), (320, 256))
KEYS = (
    "ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Home", "End", "Enter", " ", "*", "Escape",
    "+", "-", "0", "/", "Tab", "a",
)  # fmt: skip
_PLACES = (
    '[...document.querySelectorAll(\'button, summary, a[href^="#"], #cards .card, #cards .pill,'
    " #blocks .block')].filter(e => !['print', 'save-svg', 'save-png'].includes(e.dataset.do))"
    ".map(e => e.getBoundingClientRect()).filter(r => r.width && r.top >= 0 && r.left >= 0"
    " && r.bottom <= innerHeight && r.right <= innerWidth)"
    ".map(r => [r.x + r.width / 2, r.y + r.height / 2])"
)


def step(page: Page, chance: random.Random) -> None:
    kind = chance.random()
    if kind < 0.55:
        if places := page.run(_PLACES):
            page.click(tuple(chance.choice(places)))
    elif kind < 0.85:
        page.press(chance.choice(KEYS))
    elif kind < 0.9:
        page.press("/")
        page.type(chance.choice(["a", "t p", "open", "ö", "'"]))
    elif kind < 0.95:
        page.run(
            f"(s => {{ s.selectedIndex = Math.floor({chance.random()} * s.options.length);"
            " s.dispatchEvent(new Event('change')); })(document.getElementById('color-by'))"
        )
    else:
        page.size(*chance.choice(WINDOWS))


@pytest.mark.parametrize(
    "make",
    [
        northwind,
        lambda: chart(hostile()),
        lambda: chart(tangled(), theme="print"),
        lambda: chart(company(700), highlight=("p-5",)),
    ],
)
def test_nothing_goes_wrong(page: Page, make: object, tmp_path: Path) -> None:
    assert callable(make)
    chance = random.Random(16)
    show(page, make(), tmp_path)
    for _ in range(STEPS):
        step(page, chance)
        assert page.problems == []
    assert [one for one in page.requests if not one.startswith(("file:", "data:", "about:"))] == []
